"""What the judge says of one caption: its labels, where each stands, and the words that weighed most."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from measures.cascade.words import group
from measures.standard import facts
from measures.standard.caption import END, LINK, TAG, WORD, Caption
from measures.standard.marks import BIT
from measures.standard.model import LABELS, TAGS, Limit, Scores, limits

SERVICE, FIGURE, MIXED, NEITHER = "service", "figure", "mixed", "neither"
EMPHASIS = {(False, True): SERVICE, (True, False): FIGURE, (True, True): MIXED, (False, False): NEITHER}
STATED = ("smart_city", "brand", "stale_slogan", "unofficial_link")
ALL_LABELS = (*LABELS[2:], *STATED)
IDENTITY = "identity"
LONGEST_SPAN = 200  # letters; of a longer sentence only what stands around its strongest words is shown
STRONGEST = 3  # words named per label
SHORTEST_WORD = 3


class Where(NamedTuple):
    """A stretch of the written caption, in code points, and the strongest words in it as they are written."""

    start: int
    stop: int
    words: tuple[str, ...] = ()


class Sentence(NamedTuple):
    start: int
    stop: int
    roles: frozenset[str]


class Answer(NamedTuple):
    """Labels of one caption. `true` holds the labels that apply, among them `figure` and `useful`, the halves of the
    emphasis; `unsure` those on which the machine would not bet; `where` the stretch that decided each true label."""

    emphasis: str
    true: frozenset[str]
    unsure: frozenset[str]
    where: dict[str, Where]
    capital_share: float | None
    hashtags: int
    has_links: bool
    has_words: bool
    has_figures: bool


class _Told(NamedTuple):
    """A scored batch as plain lists, which one caption at a time reads sooner than arrays."""

    scores: Scores
    marks: list[int]
    caption: list[list[float]]
    sentence: list[list[float]]
    sentence_edges: list[int]
    caption_edges: list[int]
    caption_sentences: list[int]
    bits: list[int]


def answers(scores: Scores) -> Iterator[Answer]:
    """One answer per caption of the batch, in order."""
    batch = scores.batch
    every = np.bitwise_or.reduceat(np.append(batch.bits, np.uint64(0)), batch.caption_edges[:-1])
    every[np.diff(batch.caption_edges) == 0] = 0
    told = _Told(scores, batch.bits.tolist(), scores.caption.tolist(), scores.sentence.tolist(),
                 batch.sentence_edges.tolist(), batch.caption_edges.tolist(), batch.caption_sentences.tolist(),
                 every.tolist())  # fmt: skip
    limit = [(label, limits()[label]) for label in LABELS]
    for at, caption in enumerate(batch.captions):
        yield _answer(told, at, caption, limit)


def _answer(told: _Told, at: int, caption: Caption, limit: Sequence[tuple[str, Limit]]) -> Answer:
    said = [
        (label, score - one.accept, one.unsure) for score, (label, one) in zip(told.caption[at], limit, strict=True)
    ]
    true = {label for label, over, _ in said if over >= 0}
    unsure = {label for label, over, near in said if -near < over < near}
    stated = _stated(caption, told, at)
    _overrule(true, unsure, stated)
    where = {label: _where(told, at, caption, tag) for tag, label in enumerate(TAGS) if label in true}
    where |= {label: Where(*caption.span(*span)) for label, span in stated.items() if label in true}
    return Answer(
        EMPHASIS["figure" in true, "useful" in true], frozenset(true), frozenset(unsure), where,
        facts.capital_share(caption), caption.kinds.count(TAG), LINK in caption.kinds, WORD in caption.kinds,
        bool(told.bits[at] & FIGURES),
    )  # fmt: skip


NAMED_FACTS = sum(BIT[name] for name in ("clock", "date", "money", "percent", "phone", "hotline", "link", "identity"))
STOP = group("stop")
FIGURES = sum(BIT[name] for name in ("count", "percent", "money", "rumour"))
BY_MARK = {"smart_city": "app", "stale_slogan": "stale", "ai_declared": "ai", IDENTITY: "identity"}


def _stated(caption: Caption, told: _Told, at: int) -> dict[str, facts.Span]:
    """What set words alone decide: first and last token."""
    marks = told.marks[told.caption_edges[at] : told.caption_edges[at + 1]]
    found = {label: facts.spans(marks, kind)[0] for label, kind in BY_MARK.items() if told.bits[at] & BIT[kind]}
    named = facts.brand(caption, marks) if told.bits[at] & BRAND else None
    link = facts.unofficial(caption) if LINK in caption.kinds else None
    return found | ({"brand": named} if named else {}) | ({} if link is None else {"unofficial_link": (link, link)})


BRAND = BIT["brand"] | BIT["tag"]


def _overrule(true: set[str], unsure: set[str], stated: dict[str, facts.Span]) -> None:
    """Set words decide some labels alone, and bind others."""
    true.update(label for label in STATED if label in stated)
    for label, needed in (("smart_city_cta", "smart_city"), ("ai_declared", "ai_declared")):
        if needed not in stated:
            true.discard(label)
            unsure.discard(label)
    if IDENTITY in stated:
        true.add("personal_data")
        unsure.discard("personal_data")
        stated["personal_data"] = stated[IDENTITY]


def _where(told: _Told, at: int, caption: Caption, tag: int) -> Where:
    """The sentence that carries the tag most and those beside it that carry it too, with their strongest words."""
    among = range(told.caption_sentences[at], told.caption_sentences[at + 1])
    best = max(among, key=lambda place: _strength(told.sentence[place], tag))
    begun = told.caption_edges[at]
    first, last = _neighbours(told, caption, at, tag, best)
    start, stop = told.sentence_edges[first] - begun, told.sentence_edges[last + 1] - begun
    while stop > start + 1 and caption.kinds[stop - 1] == END:
        stop -= 1
    weights = told.scores.tokens[begun + start : begun + stop, tag].tolist()
    order = sorted(range(len(weights)), key=weights.__getitem__, reverse=True)
    telling = (
        start + place for place in order
        if weights[place] > 0 and _is_telling(caption, start + place, told.marks[begun + start + place])
    )  # fmt: skip
    return _around(caption, start, stop - 1, sorted(islice(telling, STRONGEST)))


USEFUL = TAGS.index("useful")
CONCRETE = tuple(TAGS.index(tag) for tag in ("educational", "service_info", "accountability"))
MOST_CONCRETE = 4.0


def _strength(sentence: list[float], tag: int) -> float:
    """How well a sentence shows a tag; use shows best where there is something to learn, to do or to count."""
    if tag != USEFUL:
        return sentence[tag]
    concrete = max(sentence[each] for each in CONCRETE)
    return sentence[USEFUL] + max(-MOST_CONCRETE, min(MOST_CONCRETE, concrete)) / 2


def _neighbours(told: _Told, caption: Caption, at: int, tag: int, best: int) -> tuple[int, int]:
    """First and last sentence of the stretch around the best one, while it can still be read at a glance."""
    begun, edges = told.caption_edges[at], told.sentence_edges
    first = last = best

    def fits(one: int, other: int) -> bool:
        stretch = caption.edges[2 * (edges[other + 1] - begun) - 1] - caption.edges[2 * (edges[one] - begun)]
        return stretch <= LONGEST_SPAN

    while first > told.caption_sentences[at] and told.sentence[first - 1][tag] > 0 and fits(first - 1, last):
        first -= 1
    while last + 1 < told.caption_sentences[at + 1] and told.sentence[last + 1][tag] > 0 and fits(first, last + 1):
        last += 1
    return first, last


def _is_telling(caption: Caption, place: int, bits: int) -> bool:
    """A word that says something, or a number that is an hour, a day, a sum or the like."""
    if caption.kinds[place] == WORD:
        return len(caption.words[place]) >= SHORTEST_WORD and caption.words[place] not in STOP
    return bool(bits & NAMED_FACTS)


def _around(caption: Caption, first: int, last: int, strongest: list[int]) -> Where:
    """The tokens first to last, or what stands around the strongest of them where that is too long."""
    edges = caption.edges
    if strongest and edges[2 * last + 1] - edges[2 * first] > LONGEST_SPAN:
        low = high = strongest[0]
        while edges[2 * high + 1] - edges[2 * low] < LONGEST_SPAN and (low > first or high < last):
            low, high = max(first, low - 1), min(last, high + 1)
        first, last = low, high
    if last < first or not caption.words:
        return Where(0, 0)
    words = tuple(caption.text[edges[2 * place] : edges[2 * place + 1]] for place in strongest)
    return Where(*caption.span(first, last), words)


def sentences(scores: Scores, at: int, accept: float = 0.0) -> list[Sentence]:
    """Every sentence of one caption with the tags it carries by itself."""
    batch, caption = scores.batch, scores.batch.captions[at]
    begun, found = int(batch.caption_edges[at]), []
    for place in range(*batch.caption_sentences[at : at + 2].tolist()):
        start, stop = (int(edge) - begun for edge in batch.sentence_edges[place : place + 2])
        if stop > start:
            roles = frozenset(tag for tag, each in zip(TAGS, scores.sentence[place], strict=True) if each >= accept)
            found.append(Sentence(*caption.span(start, stop - 1), roles))
    return found
