"""From what a caption says to a verdict under one rule of the standard: pass, fail, abstain or not applicable."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from measures.standard.answer import FIGURE, MIXED, NEITHER, SERVICE, Answer, Where
from measures.standard.reasons import FOUND, WHY
from measures.standard.rules import Rule

PASS, FAIL, ABSTAIN, NOT_APPLICABLE, HELD = "pass", "fail", "abstain", "not_applicable", "found"
NOWHERE = Where(0, 0)


class Verdict(NamedTuple):
    """One rule applied to one post. `start` and `stop` are code points of the caption, None where no words decide."""

    rule_id: str
    rule_version: int | None
    verdict: str
    start: int | None
    stop: int | None
    why: str


class Known(NamedTuple):
    """What is known of a post besides its caption; None is not known."""

    has_ai_media: bool | None = None
    alt_text: str | None = None


class Measured(NamedTuple):
    """The value a rule compares; None where the rule does not apply. `is_unsure`: the machine would not bet on it."""

    value: float | None
    where: Where = NOWHERE
    is_unsure: bool = False


NONE = Measured(None)


def _flag(answer: Answer, label: str, applies: bool = True) -> Measured:
    if not applies:
        return NONE
    return Measured(float(label in answer.true), answer.where.get(label, NOWHERE), label in answer.unsure)


def _personal(answer: Answer, known: Known) -> Measured:
    return _flag(answer, "figure", answer.has_words)


def _service(answer: Answer, known: Known) -> Measured:
    """Greetings and the like put neither forward; where the person stands in front, the service must stand beside."""
    if answer.emphasis == NEITHER:
        return NONE
    passes = answer.emphasis in (SERVICE, MIXED)
    where = answer.where.get("useful" if passes else "figure", NOWHERE)
    return Measured(float(passes), where, answer.emphasis != SERVICE and "useful" in answer.unsure)


def _claim(answer: Answer, known: Known) -> Measured:
    return _flag(answer, "unsourced_claim_risk", "unsourced_claim_risk" in answer.true or answer.has_figures)


def _private(answer: Answer, known: Known) -> Measured:
    return _flag(answer, "personal_data", answer.has_words or "personal_data" in answer.true)


def _capitals(answer: Answer, known: Known) -> Measured:
    return Measured(answer.capital_share)


def _hashtags(answer: Answer, known: Known) -> Measured:
    return Measured(float(answer.hashtags) if answer.has_words or answer.hashtags else None)


def _alt_text(answer: Answer, known: Known) -> Measured:
    return Measured(None if known.alt_text is None else float(bool(known.alt_text.strip())))


def _links(answer: Answer, known: Known) -> Measured:
    return _flag(answer, "unofficial_link", answer.has_links)


def _ai(answer: Answer, known: Known) -> Measured:
    applies = known.has_ai_media or ("ai_declared" in answer.true and known.has_ai_media is None)
    return _flag(answer, "ai_declared", bool(applies))


def _slogan(answer: Answer, known: Known) -> Measured:
    if "stale_slogan" in answer.true:
        return Measured(1.0, answer.where["stale_slogan"])
    return Measured(0.0, answer.where["brand"]) if "brand" in answer.true else NONE


def _app(answer: Answer, known: Known) -> Measured:
    measured = _flag(answer, "smart_city_cta", "smart_city" in answer.true)
    if measured.value == 0.0:
        return Measured(0.0, answer.where["smart_city"], measured.is_unsure)
    return measured


MEASURES: dict[str, Callable[[Answer, Known], Measured]] = {
    "personal_emphasis": _personal,
    "service_emphasis": _service,
    "unsourced_claim": _claim,
    "personal_data": _private,
    "capital_share": _capitals,
    "hashtag_count": _hashtags,
    "alt_text": _alt_text,
    "unofficial_link": _links,
    "ai_declared": _ai,
    "stale_slogan": _slogan,
    "smart_city_cta": _app,
}


def decide(rule: Rule, answer: Answer, known: Known) -> Verdict:
    """The verdict of one post rule."""
    value, where, is_unsure = MEASURES[rule.measure](answer, known)
    said = WHY[rule.rule_id]
    if value is None:
        return Verdict(rule.rule_id, rule.version, NOT_APPLICABLE, None, None, said[NOT_APPLICABLE])
    is_near = rule.unsure > 0 and 0 < abs(value - rule.threshold) < rule.unsure
    verdict = ABSTAIN if is_unsure or is_near else PASS if _is_met(rule, value) else FAIL
    if where is NOWHERE:
        return _bare(rule.rule_id, rule.version, verdict, rule.measure, value, rule.threshold)
    why = _filled(said[verdict], rule.measure, value, rule.threshold) + _words(where)
    return Verdict(rule.rule_id, rule.version, verdict, *_place(where), why)


@lru_cache(20_000)
def _bare(rule_id: str, version: int, verdict: str, measure: str, value: float, threshold: float) -> Verdict:
    """A verdict that no words decide: the same for very many posts."""
    why = _filled(WHY[rule_id][verdict], measure, value, threshold)
    return Verdict(rule_id, version, verdict, None, None, why)


def _is_met(rule: Rule, value: float) -> bool:
    if rule.comparison == "at_most":
        return value <= rule.threshold
    return value >= rule.threshold if rule.comparison == "at_least" else value == rule.threshold


def _place(where: Where) -> tuple[int | None, int | None]:
    return (where.start, where.stop) if where.stop > where.start else (None, None)


def _filled(said: str, measure: str, value: float, threshold: float) -> str:
    if "{" not in said:
        return said
    return said.format(value=_amount(measure, value), threshold=_amount(measure, threshold))


def _amount(measure: str, value: float) -> str:
    return f"{value * 100:.0f} %" if measure == "capital_share" else f"{value:.0f}"


def _words(where: Where) -> str:
    return f" Kata yang paling menentukan: {', '.join(f'“{word}”' for word in where.words)}." if where.words else ""


def found(answer: Answer) -> list[Verdict]:
    """Every label that applies, with the words that decided it."""
    told = [] if answer.emphasis == NEITHER else [_emphasis(answer)]
    for label in FOUND:
        if label in answer.true:
            where = answer.where.get(label, NOWHERE)
            told.append(
                Verdict(
                    label,
                    None,
                    ABSTAIN if label in answer.unsure else HELD,
                    *_place(where),
                    FOUND[label] + _words(where),
                )
            )
    return told


def _emphasis(answer: Answer) -> Verdict:
    where = answer.where.get("figure" if answer.emphasis in (FIGURE, MIXED) else "useful", NOWHERE)
    return Verdict("emphasis", None, answer.emphasis, *_place(where), WHY["emphasis"][answer.emphasis] + _words(where))
