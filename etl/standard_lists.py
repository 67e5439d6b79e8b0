"""Words and officials of the posting standard, read line by line; every mistake is named with file, line and remedy."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from etl.reference_lines import BEGINNING, FOREVER
from measures.standard.known import KINDS
from measures.standard.rules import Problem, StandardRefused

PART = "|"
WORD_COLUMNS = ("kind", "phrase", "valid_from", "valid_to", "note")
OFFICIAL_COLUMNS = ("name", "aliases", "role", "title", "valid_from", "valid_to", "source")
FILLED = ("name", "role", "title", "source")


@dataclass(frozen=True)
class Entry:
    """One line of a list; `said` is its columns, `key` what it is known by besides its first day."""

    line: int
    key: tuple[str, ...]
    aliases: frozenset[str]
    valid_from: date
    valid_until: date
    said: dict[str, str]

    @property
    def name(self) -> str:
        return " · ".join(reversed(self.key))


def read_words(text: str, file: str) -> tuple[Entry, ...]:
    """The vocabulary: a kind that is known, a phrase, and a term that is always where no date is written."""
    entries = []
    for line, said in _rows(text, file, WORD_COLUMNS):
        if said["kind"] not in KINDS:
            what = f"jenis kata “{said['kind']}” tidak dikenal. Pilih salah satu: {', '.join(KINDS)}."
            raise StandardRefused(file, line, what)
        if not said["phrase"]:
            raise StandardRefused(file, line, "kolom phrase kosong. Isi kata atau frasanya, atau hapus barisnya.")
        entries.append(Entry(line, (said["kind"], said["phrase"]), frozenset(), *_span(line, said, file), said))
    _check_overlaps(entries, file)
    return tuple(entries)


def read_officials(text: str, file: str) -> tuple[Entry, ...]:
    """Officials by name, each with the first day of the term of office."""
    entries = []
    for line, said in _rows(text, file, OFFICIAL_COLUMNS):
        for column in FILLED:
            if not said[column]:
                raise StandardRefused(file, line, f"kolom {column} kosong. Isi, atau hapus barisnya.")
        if not said["valid_from"]:
            what = f"{said['name']} tidak memuat awal masa jabatan. Isi valid_from, misalnya 2025-02-20."
            raise StandardRefused(file, line, what)
        entries.append(Entry(line, (said["name"],), parts(said["aliases"]), *_span(line, said, file), said))
    _check_overlaps(entries, file)
    return tuple(entries)


def parts(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(PART) if part.strip())


def same_past_list(old: Iterable[Entry], new: Sequence[Entry], until: date) -> list[Problem]:
    """What a new list takes from days before `until`: a line, its kind or role, an alias, a day. Lines may be added."""
    kept = {(entry.key, entry.valid_from): entry for entry in new}
    problems = []
    for entry in old:
        if entry.valid_from < until:
            found = kept.get((entry.key, entry.valid_from))
            what = "tidak ada lagi" if found is None else _lost(entry, found, until)
            if what:
                line = entry.line if found is None else found.line
                problems.append(Problem(line, f"{entry.name} {what}, padahal sudah berlaku. {_remedy(entry, until)}"))
    return problems


def _lost(old: Entry, new: Entry, until: date) -> str:
    if min(old.valid_until, until) != min(new.valid_until, until):
        return "berubah masa lalunya"
    if old.said.get("role") != new.said.get("role"):
        return "berganti role"
    return "" if old.aliases <= new.aliases else "kehilangan sebutan " + ", ".join(sorted(old.aliases - new.aliases))


def _remedy(entry: Entry, until: date) -> str:
    if entry.valid_until < until:
        return f"Kembalikan dengan valid_to = {entry.valid_until - timedelta(days=1)}."
    return f"Kembalikan barisnya; untuk mengakhirinya isi valid_to dengan {until - timedelta(days=1)} atau sesudahnya."


def _rows(text: str, file: str, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each line's number and its cells by column; empty lines are passed over."""
    lines = _cells(text, file)
    _, header = next(lines, (1, []))
    names = [name.strip() for name in header]
    missing = [column for column in columns if column not in names]
    if missing:
        what = f"kolom {', '.join(missing)} tidak ada. Tambahkan pada baris judul; pemisahnya koma."
        raise StandardRefused(file, 1, what)
    for line, cells in lines:
        if len(cells) > len(names):
            what = f"memuat {len(cells)} kolom, seharusnya {len(names)}. Apit teks yang memuat koma dengan tanda kutip."
            raise StandardRefused(file, line, what)
        yield line, dict.fromkeys(columns, "") | {name: cell.strip() for name, cell in zip(names, cells, strict=False)}


def _cells(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            what = "tidak dapat dibaca. Periksa tanda kutip yang tidak ditutup pada baris ini."
            raise StandardRefused(file, line, what) from error
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield line, cells


def _span(line: int, said: dict[str, str], file: str) -> tuple[date, date]:
    """[from, until): without dates always."""
    start = _day(line, said, "valid_from", file) or BEGINNING
    last = _day(line, said, "valid_to", file)
    if last and last < start:
        raise StandardRefused(file, line, f"valid_to {last} mendahului valid_from {start}. Perbaiki salah satunya.")
    return start, last + timedelta(days=1) if last and last < FOREVER else FOREVER


def _day(line: int, said: dict[str, str], column: str, file: str) -> date | None:
    try:
        return date.fromisoformat(said[column]) if said[column] else None
    except ValueError as error:
        what = f"kolom {column} berisi “{said[column][:40]}”, seharusnya tanggal seperti 2026-02-13."
        raise StandardRefused(file, line, what) from error


def _check_overlaps(entries: Iterable[Entry], file: str) -> None:
    """The same name or the same word of one kind may stand twice, but not on one day."""
    before: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        key = tuple(part.casefold() for part in entry.key)
        for other in before.setdefault(key, []):
            if entry.valid_from < other.valid_until and other.valid_from < entry.valid_until:
                what = f"{entry.name} sudah ada pada baris {other.line} untuk masa yang sama."
                raise StandardRefused(file, entry.line, f"{what} Hapus, atau pisahkan masanya.")
        before[key].append(entry)
