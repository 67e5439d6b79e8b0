"""The rules of the posting standard, read from TOML as a whole; every mistake is named with file, line and remedy."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise

from measures.standard.known import SCOPES
from measures.standard.rule_values import KEYS, NUMBERS, REQUIRED, TEXTS, WHOLE, number, unlike, wrong
from measures.standard.toml_lines import Block, blocks, line_of_error, top_line

FOREVER = date(9999, 12, 31)
NEARLY = 1e-6
JUDGED = ("scope", "measure", "comparison", "threshold", "unsure", "weight", "severity")


class StandardRefused(Exception):
    """The set is refused as a whole: which file, which line, and in Indonesian what is wrong and what to do."""

    def __init__(self, file: str, line: int, what: str) -> None:
        super().__init__(f"{file} baris {line}: {what}")
        self.file, self.line, self.what = file, line, what


@dataclass(frozen=True)
class Problem:
    """Why a new standard rewrites the past: the line (of the new file, where there is one) and what to do."""

    line: int
    what: str


@dataclass(frozen=True)
class Rule:
    """One version of one rule, in force from `valid_from` until the day before `valid_until`.

    A share is 0 to 1; an amount is a count, days or hours, as its measure says; `unsure` has the threshold's unit.
    """

    rule_id: str
    version: int
    scope: str
    title: str
    wording: str
    advice: str
    norm: str
    basis: str
    needs: tuple[str, ...]
    measure: str
    comparison: str
    threshold: float
    unsure: float
    weight: float
    severity: str
    valid_from: date
    valid_until: date
    line: int = field(default=0, compare=False)


def read_standard(text: str, file: str) -> tuple[Rule, ...]:
    """All versions of all rules, by scope as in the file. Raises StandardRefused at the first mistake."""
    tables = _tables(text, file)
    found = blocks(text, len(tables))
    rules = [_rule(table, block, file) for table, block in zip(tables, found, strict=True)]
    _check_overlaps(rules, file)
    _check_weights(rules, file)
    return _numbered(rules)


def in_force(rules: Iterable[Rule], day: date) -> tuple[Rule, ...]:
    """The rules that hold on this day, at most one version of each."""
    return tuple(rule for rule in rules if rule.valid_from <= day < rule.valid_until)


def same_past(old: Iterable[Rule], new: Iterable[Rule], until: date) -> list[Problem]:
    """What `new` would change on days before `until`; empty when no verdict of the past can change."""
    begun = {(rule.rule_id, rule.valid_from): rule for rule in old if rule.valid_from < until}
    kept = {(rule.rule_id, rule.valid_from): rule for rule in new}
    problems = [_lost(rule, kept.values(), until) for key, rule in begun.items() if key not in kept]
    problems += [_early(rule, until) for key, rule in kept.items() if rule.valid_from < until and key not in begun]
    for key, rule in begun.items():
        if key in kept:
            problems += _changed(rule, kept[key], until)
    return sorted(problems, key=lambda problem: (problem.line, problem.what))


def _tables(text: str, file: str) -> list[dict]:
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what = "bukan TOML yang sah. Perbaiki tanda kutip, tanda =, kurung, tanggal, atau baris yang tertulis dua kali."
        raise StandardRefused(file, line_of_error(str(error), text), what) from error
    except (RecursionError, ValueError) as error:  # a date or a number no calendar has, or brackets without end
        raise StandardRefused(file, 1, "tidak dapat dibaca. Salin lagi dari berkas bawaan.") from error
    for name in said:
        if name != "rule":
            raise StandardRefused(file, top_line(text, name), f"“{name}” tidak dikenal di sini; tulis hanya [[rule]].")
    tables = said.get("rule")
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        raise StandardRefused(file, 1, "tidak memuat aturan; tulis tiap aturan di bawah [[rule]].")
    return tables


def _rule(table: dict, block: Block, file: str) -> Rule:
    """One [[rule]], every value checked."""

    def refuse(key: str, what: str) -> StandardRefused:
        return StandardRefused(file, block.line_of(key), what)

    for key in table:
        if key not in KEYS:
            raise refuse(key, f"“{key}” tidak dikenal. Hapus, atau pilih: {', '.join(KEYS)}.")
    for key in REQUIRED:
        if key not in table:
            raise refuse("", f"aturan ini tidak memuat {key}. Tambahkan barisnya.")
    for key, value in table.items():
        if what := wrong(key, value):
            raise refuse(key, what)
    if misfit := unlike(table):
        raise refuse(*misfit)
    start, last = table["valid_from"], table.get("valid_to", FOREVER)
    if last < start:
        raise refuse("valid_to", f"valid_to {last} mendahului valid_from {start}. Perbaiki salah satunya.")
    said = {key: table[key].strip() for key in TEXTS if key != "id"} | {key: float(table[key]) for key in NUMBERS}
    until = last + timedelta(days=1) if last < FOREVER else FOREVER
    return Rule(rule_id=table["id"], version=1, **said, needs=tuple(table["needs"]), valid_from=start,
                valid_until=until, line=block.line)  # fmt: skip


def _check_overlaps(rules: Sequence[Rule], file: str) -> None:
    ordered = sorted(rules, key=lambda rule: (rule.rule_id, rule.valid_from, rule.line))
    for before, after in pairwise(ordered):
        if before.rule_id == after.rule_id and after.valid_from < before.valid_until:
            first, second = sorted((before, after), key=lambda rule: rule.line)
            ends = f"valid_to = {after.valid_from - timedelta(days=1)}" if after.valid_from > before.valid_from else ""
            remedy = f"Akhiri versi lama dengan {ends}." if ends else "Hapus salah satunya."
            what = f"masa {second.rule_id} bertumpang tindih dengan versi pada baris {first.line}. {remedy}"
            raise StandardRefused(file, second.line, what)


def _check_weights(rules: Sequence[Rule], file: str) -> None:
    """From its first day on, each scope weighs 100 on every day."""
    for scope in SCOPES:
        mine = [rule for rule in rules if rule.scope == scope]
        if not mine:
            raise StandardRefused(file, 1, f"tidak ada aturan dengan scope = “{scope}”. Salin dari berkas bawaan.")
        for day in sorted({day for rule in mine for day in (rule.valid_from, rule.valid_until)} - {FOREVER}):
            total = sum(rule.weight for rule in in_force(mine, day))
            if abs(total - WHOLE) > NEARLY:
                what = f"jumlah weight aturan {scope} sejak {day} adalah {number(total)}, seharusnya 100."
                raise StandardRefused(file, _turning(mine, day), f"{what} Ubah weight aturan yang berlaku hari itu.")


def _turning(rules: Sequence[Rule], day: date) -> int:
    """The line of the last rule that begins on this day, else of the one that ended the day before."""
    begun = [rule.line for rule in rules if rule.valid_from == day]
    return max(begun or [rule.line for rule in rules if rule.valid_until == day])


def _numbered(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    starts: dict[str, list[date]] = {}
    for rule in sorted(rules, key=lambda rule: rule.valid_from):
        starts.setdefault(rule.rule_id, []).append(rule.valid_from)
    return tuple(replace(rule, version=starts[rule.rule_id].index(rule.valid_from) + 1) for rule in rules)


def _lost(rule: Rule, new: Iterable[Rule], until: date) -> Problem:
    line = min((each.line for each in new if each.rule_id == rule.rule_id), default=1)
    what = f"{rule.rule_id} versi {rule.version} yang berlaku sejak {rule.valid_from} tidak ada lagi."
    return Problem(line, f"{what} Kembalikan, lalu akhiri dengan valid_to = {until - timedelta(days=1)}.")


def _early(rule: Rule, until: date) -> Problem:
    what = f"{rule.rule_id} versi baru berlaku sejak {rule.valid_from}, padahal hari itu sudah dinilai."
    return Problem(rule.line, f"{what} Tulis valid_from = {until} atau sesudahnya.")


def _changed(old: Rule, new: Rule, until: date) -> list[Problem]:
    """What differs between two forms of one version on days that are past."""
    name, problems = f"{old.rule_id} versi {old.version}", []
    for key in JUDGED:
        if getattr(old, key) != getattr(new, key):
            what = f"{key} {name} sudah berlaku sejak {old.valid_from} dan tidak boleh diubah."
            remedy = f"Kembalikan ke {_shown(getattr(old, key))}, akhiri dengan valid_to = {until - timedelta(days=1)},"
            problems.append(Problem(new.line, f"{what} {remedy} dan tulis versi baru mulai {until}."))
    if min(old.valid_until, until) != min(new.valid_until, until):
        last = min(old.valid_until, until) - timedelta(days=1)
        more = "" if old.valid_until < until else " atau sesudahnya"
        problems.append(Problem(new.line, f"masa {name} yang sudah lewat berubah. Tulis valid_to = {last}{more}."))
    return problems


def _shown(value: object) -> str:
    return number(value) if isinstance(value, float) else f"“{value}”"
