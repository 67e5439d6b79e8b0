"""Loading: land each file, read it into the raw tables, and say what became of every row."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

import duckdb

from etl import bulk
from etl.bulk import BulkRefused
from etl.catalogue import catalogue, fingerprint
from etl.containers import Limits, is_zip, parts
from etl.corrections import Corrections, read_corrections
from etl.corrections import fingerprint as corrections_fingerprint
from etl.errors import EtlError, RefusedFile, is_interrupted
from etl.facts import Facts, facts_of_files
from etl.ledger import remember_file, touch
from etl.report import FileReport, PartReport, fault, refused
from etl.settings import megabytes, settings
from etl.source import Source
from etl.stage import Staging, read_part, stage, stage_in_pieces, stage_whole
from etl.warehouse import transaction
from landing.card import EXPORT, Card, cards, content_path
from landing.events import record
from landing.land import Landed, land, sweep
from landing.places import Places

EXPORT_IN_NAME = re.compile(r"(?:Overview|Content|Followers|Viewers)_\d{4}-\d{2}-\d{2}_(1\d{9})_.*\.(?:zip|csv|xlsx)")
FOLDER = Path(__file__).parent
Progress = Callable[[str], None]


def load(
    con: duckdb.DuckDBPyConnection, where: Places, paths: Iterable[Path], progress: Progress, **facts: object
) -> Iterator[FileReport]:
    """Land and read each path; folders are walked. `facts` are card facts (account, exported_at, received_by)."""
    loader = Loader(con, where)
    for path in _files(paths):
        progress(f"Memuat {path.name}")
        yield loader.load(path, facts)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(found for found in path.rglob("*") if found.is_file() and not found.name.startswith("."))
        else:
            yield path


class Loader:
    """Reads landed files into the raw tables of one open warehouse."""

    def __init__(self, con: duckdb.DuckDBPyConnection, where: Places) -> None:
        self.con, self.where = con, where
        sweep(where)
        self.sources = catalogue(where)
        self.corrections: Corrections = read_corrections(where)
        self.formats = fingerprint(where)
        self.facts = facts_of_files(where)

    @property
    def limits(self) -> Limits:
        return Limits(
            megabytes(self.where, "member_megabytes"),
            megabytes(self.where, "archive_megabytes"),
            int(settings(self.where)["limits"]["archive_members"]),
        )

    def load(self, path: Path, facts: dict) -> FileReport:
        try:
            self._check(path)
            landed = land(path, self.where, self._describe, **self._dated(path.name, facts))
        except (RefusedFile, OSError) as error:
            return FileReport(str(path), "", None, [refused("", _plain(error))])
        if landed.is_duplicate and (said := self._say_again(path, landed, facts)):
            return said
        return self.read(landed.card, str(path))

    def _check(self, path: Path) -> None:
        limit = megabytes(self.where, "file_megabytes")
        size = path.stat().st_size
        if size == 0:
            raise RefusedFile("Berkas kosong. Unduh ulang dari platform.")
        if size > limit:
            raise RefusedFile(
                f"Berkas melebihi batas {limit // 1_000_000} MB. Ekspor rentang tanggal yang lebih pendek."
            )

    def _describe(self, copy: Path) -> dict:
        """The source for the card, as recognised when the file arrives."""
        names = {source.name for source in recognised(copy, self.sources, self.limits)}
        return {"source": "+".join(sorted(names)) or None}

    def _dated(self, name: str, facts: dict) -> dict:
        """TikTok writes the moment of the export into the name of its file; what people state wins."""
        found = EXPORT_IN_NAME.fullmatch(name)
        if facts.get("exported_at") or not found:
            return facts
        return {**facts, "exported_at": datetime.fromtimestamp(int(found[1]), UTC).isoformat()}

    def _say_again(self, path: Path, landed: Landed, facts: dict) -> FileReport | None:
        """The same bytes again: nothing changes, unless something new is said about them or they were never read."""
        known = self._told(landed.card)
        news = {name: facts[name] for name in ("account", "exported_at") if facts.get(name)}
        news = {name: value for name, value in news.items() if getattr(known, name) != value}
        if news:
            by = facts.get("received_by")
            record(self.where, "file-facts", str(by) if by else None, sha256=landed.card.sha256, **news)
            self.facts = facts_of_files(self.where)
            return None
        if not self._is_read(landed.card):
            return None
        since = landed.card.received_at[:16].replace("T", " ")
        named = f"pada {since} UTC sebagai “{landed.card.original_name}”"
        why = f"Berkas yang sama sudah diterima {named}; tidak ada yang berubah."
        return FileReport(str(path), landed.card.sha256, known.account, [], why, landed.card.source)

    def catch_up(self, progress: Progress) -> list[FileReport]:
        """Read every landed file that was not read yet, or was read under other rules."""
        reports = []
        for card in cards(self.where):
            if card.kind == EXPORT and not self._is_read(card):
                progress(f"Membaca {card.original_name}")
                reports.append(self.read(card, card.original_name))
        return reports

    def _is_read(self, card: Card) -> bool:
        """Read as it would be read now. A mapping saved since only matters to what no built-in source could read."""
        names = [source.name for source in self.sources if not source.is_saved]
        found = self.con.execute(
            """
            select bool_and(fingerprint = $fingerprint),
                bool_and(formats = $formats or (status <> 'reject' and source in (select unnest($names::varchar[]))))
            from raw.file where file_sha256 = $sha""",
            {
                "sha": card.sha256, "fingerprint": self._fingerprint(self._told(card)), "formats": self.formats,
                "names": names,
            },
        ).fetchall()  # fmt: skip
        return all(found[0])

    def _fingerprint(self, card: Card) -> str:
        said = corrections_fingerprint(self.corrections.get(card.sha256, ()))
        return f"{reader()}|{said}|{card.account or ''}|{card.exported_at or ''}"

    def _told(self, card: Card) -> Card:
        return self.facts.get(card.sha256, Facts()).over(card)

    def read(self, card: Card, name: str) -> FileReport:
        """One landed file into the raw tables, all or nothing."""
        told = self._told(card)
        try:
            parts_read = self._read_parts(told, content_path(self.where, card.sha256))
        except Exception as error:  # one poisonous file must not keep the others out; the exit code tells
            if isinstance(error, MemoryError) or is_interrupted(error):
                raise
            parts_read = [fault(f"{type(error).__name__}: {error}" if not isinstance(error, EtlError) else str(error))]
        return FileReport(name, card.sha256, told.account, parts_read)

    def _read_parts(self, card: Card, path: Path) -> list[PartReport]:
        try:
            return self._in_transaction(card, path, stage)
        except BulkRefused:
            return self._read_slowly(card, path)

    def _read_slowly(self, card: Card, path: Path) -> list[PartReport]:
        try:
            return self._in_transaction(card, path, stage_in_pieces)
        except UnicodeDecodeError:
            return self._in_transaction(card, path, stage_whole)

    def _in_transaction(self, card: Card, path: Path, read: Callable[..., list[PartReport]]) -> list[PartReport]:
        staging = Staging(
            self.con, self.sources, self.limits, megabytes(self.where, "bulk_megabytes"),
            self.corrections.get(card.sha256, ()),
        )  # fmt: skip
        platforms = {source.name: source.platform for source in self.sources}
        with transaction(self.con):
            reports = read(staging, card, path)
            remember_file(self.con, card, reports, platforms, self._fingerprint(card), self.formats)
            touch(self.con, card.sha256)
        return reports


@cache
def reader() -> str:
    """Changes with the code that reads files: every landed file is then read again under the new rules."""
    digest = sha256()
    for path in sorted([*FOLDER.glob("*.sql"), *FOLDER.glob("*.py"), *FOLDER.glob("sources/*.py")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def recognised(path: Path, sources: Sequence[Source], limits: Limits) -> list[Source]:
    """The sources a file holds, without loading it."""
    if not is_zip(path) and (found := bulk.plain(path, sources)):
        return [found.source]
    names = []
    try:
        for part in parts(path, limits):
            names += [] if part.refusal else [found.source for found in read_part(part.content, sources).found]
    except EtlError:
        return names
    return names


def _plain(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "Berkas tidak ditemukan. Periksa nama dan foldernya."
    if isinstance(error, PermissionError):
        return "Berkas tidak boleh dibaca. Periksa izinnya."
    return str(error)
