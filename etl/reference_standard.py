"""The posting standard as one set of three files, rules, officials and words: all of it valid or none in force."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import duckdb

from etl.standard_lists import Entry, parts, read_officials, read_words, same_past_list
from measures.standard.rules import Rule, StandardRefused, read_standard, same_past

RULES, OFFICIALS, WORDS = "standard.toml", "officials.csv", "vocabulary.csv"
FILES = (RULES, OFFICIALS, WORDS)
MOST_BYTES = 900_000  # an event is read up to a million
MOST_PROBLEMS = 20
RULE = """rule_id varchar, version integer, scope varchar, title varchar, wording varchar, advice varchar, norm varchar,
    basis varchar, needs varchar[], measure varchar, comparison varchar, threshold double, unsure double, weight double,
    severity varchar, valid_from date, valid_until date"""
OFFICIAL = """name varchar, aliases varchar[], role varchar, title varchar, valid_from date, valid_until date,
    source varchar"""
WORD = "kind varchar, phrase varchar, valid_from date, valid_until date, note varchar"
NOTICE = "file varchar, line integer, what varchar"
TEXT = "file varchar, text varchar"
Texts = dict[str, str]
Make = Callable[[duckdb.DuckDBPyConnection, str, str, Sequence[tuple]], None]
READERS: dict[str, Callable[[str, str], tuple]] = {
    RULES: read_standard, OFFICIALS: read_officials, WORDS: read_words,
}  # fmt: skip


@dataclass(frozen=True)
class Standard:
    """A valid set."""

    rules: tuple[Rule, ...]
    officials: tuple[Entry, ...]
    words: tuple[Entry, ...]


def read_set(texts: Mapping[str, str]) -> Standard:
    """The set these texts make. Raises StandardRefused."""
    return Standard(*(_read(name, texts[name]) for name in FILES))


def refusals(texts: Mapping[str, str], before: Mapping[str, str] | None, today: date) -> list[StandardRefused]:
    """Why this set cannot come into force today: the first mistake of each file, else what it changes in the past."""
    wrong = [error for name in FILES if (error := _mistake(name, texts[name]))]
    if not wrong and (size := len(json.dumps(dict(texts), ensure_ascii=False).encode())) > MOST_BYTES:
        largest = max(FILES, key=lambda name: len(texts[name]))
        what = f"ketiga berkas standar berukuran {size // 1000} kB, paling besar {MOST_BYTES // 1000} kB. Ringkas."
        wrong = [StandardRefused(largest, 1, what)]
    if wrong or before is None:
        return wrong
    return list(_rewritten(read_set(before), read_set(texts), today))[:MOST_PROBLEMS]


def load_set(con: duckdb.DuckDBPyConnection, texts: Texts, wrong: Sequence[StandardRefused], make: Make) -> None:
    """Replace the tables of the standard with this set, and say why another was refused."""
    standard = read_set(texts)
    make(con, "standard_rule", RULE, [_rule(rule) for rule in standard.rules])
    make(con, "official", OFFICIAL, [_official(entry) for entry in standard.officials])
    words = [(*entry.key, entry.valid_from, entry.valid_until, entry.said["note"] or None) for entry in standard.words]
    make(con, "vocabulary", WORD, words)
    make(con, "standard_notice", NOTICE, [(each.file, each.line, each.what) for each in wrong])
    make(con, "standard_text", TEXT, [(name, texts[name]) for name in FILES])


@lru_cache(maxsize=12)
def _read(name: str, text: str) -> tuple:
    return READERS[name](text, name)


def _mistake(name: str, text: str) -> StandardRefused | None:
    try:
        _read(name, text)
    except StandardRefused as error:
        return error
    return None


def _rewritten(old: Standard, new: Standard, today: date) -> Iterator[StandardRefused]:
    found = {
        RULES: same_past(old.rules, new.rules, today),
        OFFICIALS: same_past_list(old.officials, new.officials, today),
        WORDS: same_past_list(old.words, new.words, today),
    }
    for name, problems in found.items():
        yield from (StandardRefused(name, problem.line, problem.what) for problem in problems)


def _rule(rule: Rule) -> tuple:
    return (rule.rule_id, rule.version, rule.scope, rule.title, rule.wording, rule.advice, rule.norm, rule.basis,
            list(rule.needs), rule.measure, rule.comparison, rule.threshold, rule.unsure, rule.weight, rule.severity,
            rule.valid_from, rule.valid_until)  # fmt: skip


def _official(entry: Entry) -> tuple:
    said = entry.said
    return (said["name"], sorted(parts(said["aliases"])), said["role"], said["title"], entry.valid_from,
            entry.valid_until, said["source"])  # fmt: skip
