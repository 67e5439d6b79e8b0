"""A draft held against the published standard: judged in memory, kept nowhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from measures.standard.answer import Sentence
from measures.standard.caption import LONGEST
from measures.standard.judge import Checked, Judge
from measures.standard.order import Placed, suggested_order
from measures.standard.rules import Rule
from measures.standard.verdicts import Verdict
from measures.standard.vocabulary import terms_of
from ui import formats, store, verdict_words
from ui.access import current_viewer
from ui.draft_facts import Length, lengths, too_long_for
from ui.memory import Memory

REQUIRED, BEGINS_WITH = "wajib", ("service", "mixed")
EVIDENCE = ("rule_id", "rule_version", "verdict", "start", "stop", "why")
_judges = Memory(size=2)


@dataclass(frozen=True)
class Finding:
    """One verdict on the draft with the rule behind it and the words that decided it ("" where none did)."""

    verdict: Verdict
    rule: Rule
    words: str

    @property
    def is_required(self) -> bool:
        return self.rule.severity == REQUIRED


@dataclass(frozen=True)
class Draft:
    """A draft and everything found out about it."""

    text: str
    platform: str | None
    checked: Checked
    findings: tuple[Finding, ...]

    def having(self, verdict: str, is_required: bool | None = None) -> list[Finding]:
        """Findings with this verdict, what the standard demands first."""
        found = [one for one in self.findings if one.verdict.verdict == verdict]
        wanted = [one for one in found if is_required is None or one.is_required is is_required]
        return sorted(wanted, key=lambda one: not one.is_required)

    @cached_property
    def lengths(self) -> list[Length]:
        return lengths(self.text, self.platform) if self.platform else too_long_for(self.text)

    @property
    def too_long(self) -> list[Length]:
        """Limits of the chosen platform that are exceeded; without a choice nothing has to be shortened."""
        return [one for one in self.lengths if one.is_too_long] if self.platform else []

    @cached_property
    def order(self) -> tuple[Placed, ...]:
        """Only where there is something useful to begin with; what the whole text lacks, no sentence of it has."""
        if self.checked.emphasis not in BEGINS_WITH:
            return ()
        has_praise = self.checked.emphasis == "mixed" and "figure" not in self.checked.unsure
        kept = {"useful", "figure"} | {label for label, is_true in self.checked.labels.items() if is_true}
        said = [Sentence(one.start, one.stop, one.roles & kept) for one in self.checked.sentences]
        return suggested_order(self.text, said, has_praise)

    @property
    def evidence(self) -> list[dict[str, Any]]:
        """What decided, in the shape in which stored evidence is shown."""
        told = (*self.checked.verdicts, *self.checked.found)
        return [{name: getattr(one, name) for name in EVIDENCE} for one in told]


def cut(text: str) -> str:
    """As much of a text as is read, every sign of it fit for a page."""
    return verdict_words.plain(text[:LONGEST])


def check(text: str, platform: str | None, has_ai_media: bool, alt_text: str | None) -> Draft | None:
    """Judge a draft as if it were posted today; None where no rule is in force."""
    words, today = cut(text), datetime.now(formats.WIB).date()
    judge = _judge()
    checked = judge.check(words, today, has_ai_media=has_ai_media or None, alt_text=alt_text)
    findings = tuple(_findings(words, checked.verdicts, judge.rules))
    return Draft(words, platform, checked, findings) if findings else None


def _findings(text: str, verdicts: Iterable[Verdict], rules: Iterable[Rule]) -> Iterable[Finding]:
    known = {(rule.rule_id, rule.version): rule for rule in rules}
    for one in verdicts:
        words = "" if one.start is None else text[one.start : one.stop]
        yield Finding(one, known[one.rule_id, one.rule_version or 0], words)


def make_ready() -> None:
    """Read the standard while the visitor is still typing."""
    _judge()


def _judge() -> Judge:
    """Made once per snapshot; it knows the standard and never a draft."""
    return _judges.get((store.snapshot().key, current_viewer().is_known), _made)


def _made() -> Judge:
    terms = store.query("draft_terms").itertuples(index=False, name=None)
    rules = store.query("draft_rules").to_dict("records")
    return Judge(terms_of(terms), [Rule(**row | {"needs": tuple(row["needs"])}) for row in rules])
