"""The judge of captions with the standard in force, from the warehouse; and what its answers depend on, as numbers."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from itertools import pairwise

import duckdb

from landing.places import REPOSITORY
from measures.standard.judge import Judge
from measures.standard.rules import Rule, in_force
from measures.standard.vocabulary import NAME, Term

RULES = """
    select rule_id, version, scope, title, wording, advice, norm, basis, needs, measure, comparison, threshold, unsure,
        weight, severity, valid_from, valid_until
    from warehouse.standard_rule
    order by rule_id, version"""
TERMS = f"""
    select kind, phrase, valid_from, valid_until from warehouse.vocabulary
    union all
    select '{NAME}', unnest([name] || aliases), valid_from, valid_until from warehouse.official
    order by all"""
READS = frozenset(
    {"warehouse.post", "warehouse.standard_rule", "warehouse.vocabulary", "warehouse.official", "warehouse.clock"}
)
LAST = date(9999, 12, 31)
ABOUT = ("evaluation", "quality")
Span = tuple[date, date, int]


def read_judge(con: duckdb.DuckDBPyConnection) -> Judge:
    rules = [Rule(*[*row[:8], tuple(row[8]), *row[9:]]) for row in con.execute(RULES).fetchall()]
    return Judge([Term(*row) for row in con.execute(TERMS).fetchall()], rules)


def spans(judge: Judge) -> Iterator[Span]:
    """Spans of days on each of which a caption is judged alike: first day, day after the last, signature.

    The signature changes with the words and rules of that span and with the code and weights that judge; not with when
    a word or rule ends, nor with what a rule's title says.
    """
    for start, until in pairwise([date.min, *judge.changes(), LAST]):
        if start < until:
            words = sorted({(term.kind, term.phrase) for term in judge.vocabulary.on(start).terms})
            rules = [_judging(rule) for rule in in_force(judge.rules, start)]
            yield start, until, int.from_bytes(sha256(repr((_code(), words, rules)).encode()).digest()[:8], "big")


def _judging(rule: Rule) -> tuple:
    return rule.rule_id, rule.version, rule.measure, rule.comparison, rule.threshold, rule.unsure


@cache
def _code() -> str:
    """A fingerprint of everything that judges captions; published figures about the judging do not."""
    digest = sha256()
    measures = REPOSITORY / "measures"
    paths = [*measures.glob("standard/*"), *measures.glob("cascade/words*")]
    for path in sorted(path for path in paths if path.suffix in (".py", ".toml", ".csv") and path.stem not in ABOUT):
        digest.update(path.read_bytes())
    return digest.hexdigest()
