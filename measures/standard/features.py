"""A batch of captions as numbers: tokens, sentences, and what is counted in each, as arrays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from measures.standard.caption import END, Caption, read_caption
from measures.standard.marks import BIT, NAMES, Marker

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
K = len(NAMES)
AT = {name: place for place, name in enumerate(NAMES)}
NAMED, START = "<nama>", "^"
MOST = 4  # of a kind; more of it says no more
LONG_SENTENCE, LONG_CAPTION = 30, 120  # tokens
SENTENCE_SHAPE = ("length", "short", "first", "last")
NAME = "name"
LEAD, FIGURES = ("title", NAME), ("clock", "date", "money", "percent", "phone", "hotline", "count", "link")
SHARES = {"lead": LEAD, "praise": ("praise",), "figures": FIGURES, "service": ("service",), "reason": ("reason",)}
TOGETHER = {
    "lead_praise": ((*LEAD, "deference"), ("praise",)),
    "lead_personal": ((*LEAD, "deference"), ("personal",)),
    "lead_figures": (LEAD, FIGURES),
    "lead_service": (LEAD, ("service",)),
    "future_when": (("future", "require"), ("clock", "date", "weekday", "place")),
    "past_when": (("past",), ("clock", "date", "weekday", "place", "count")),
    "count_result": (("count", "percent", "money"), ("result",)),
    "spread_false": (("spread",), ("false",)),
    "spread_correct": (("spread",), ("correct",)),
    "false_correct": (("false",), ("correct",)),
    "fraud_money": (("fraud",), ("money", "link", "cta", "contact")),
    "rumour_spread": (("rumour",), ("spread",)),
    "reason_teach": (("reason", "condition"), ("teach",)),
    "praise_reason": (("praise",), ("reason",)),
    "reason_lead": (("reason",), (*LEAD, "deference")),
    "reason_past": (("reason",), ("past",)),
    "reason_condition": (("reason",), ("condition",)),
    "reason_require": (("reason",), ("require", "cta")),
    "reason_ceremony": (("reason", "teach"), ("ceremony", "internal")),
    "teach_past": (("teach",), ("past",)),
    "teach_condition": (("teach",), ("condition",)),
    "false_reason": (("false", "correct"), ("reason",)),
    "rumour_figures": (("rumour",), ("percent", "money", "count")),
    "app_step": (("app",), ("cta",)),
}
CAPTION_SHAPE = (
    "length", "short", "capitals", "no_lead", "lead_no_praise", "no_figures", "lead_no_figures", "past_only",
    "sentences",
)  # fmt: skip
SENTENCE_NAMES = tuple(
    [f"has:{name}" for name in NAMES] + [f"n:{name}" for name in NAMES] + [f"shape:{name}" for name in SENTENCE_SHAPE]
    + [f"with:{name}" for name in TOGETHER]
)  # fmt: skip
CAPTION_NAMES = tuple(
    [f"{part}:{name}" for part in ("has", "n", "first", "last") for name in NAMES]
    + [f"share:{name}" for name in SHARES] + [f"with:{name}" for name in TOGETHER]
    + [f"shape:{name}" for name in CAPTION_SHAPE]
)  # fmt: skip


@dataclass(frozen=True)
class Batch:
    """n captions with t tokens in s sentences.

    `bits` (t,) are the marks of the tokens; `sentence_edges` (s + 1,) and `caption_edges` (n + 1,) are places of
    tokens; `caption_sentences` (n + 1,) are places of sentences; a caption without a word has one empty sentence.
    """

    captions: list[Caption]
    bits: NDArray[np.uint64]
    roots: list[str]
    sentence_edges: Whole
    caption_edges: Whole
    caption_sentences: Whole

    @cached_property
    def counts(self) -> NDArray[np.int32]:
        """(s, K): how often each kind stands in each sentence."""
        marked = np.unpackbits(self.bits.view(np.uint8).reshape(-1, 8), axis=1, bitorder="little")[:, :K]
        return sums(marked, self.sentence_edges, np.int32)

    @cached_property
    def lengths(self) -> Whole:
        return np.diff(self.sentence_edges)

    def sentence_features(self) -> Floats:
        """(s, len(SENTENCE_NAMES)), every one between 0 and 1."""
        counts, length = self.counts, self.lengths
        first, last = np.zeros(len(length)), np.zeros(len(length))
        first[self.caption_sentences[:-1]] = 1.0
        last[self.caption_sentences[1:] - 1] = 1.0
        shape = (np.minimum(length, LONG_SENTENCE) / LONG_SENTENCE, length < 5, first, last)
        parts = [counts > 0, np.minimum(counts, MOST) / MOST, np.column_stack(shape)]
        return np.hstack([*parts, self._together(counts)]).astype(np.float64)

    def caption_features(self) -> Floats:
        """(n, len(CAPTION_NAMES)), every one between 0 and 2."""
        edges, of_sentence = self.caption_sentences, self.counts
        counts = sums(of_sentence, edges)
        parts = [counts > 0, np.minimum(counts, MOST) / 2, of_sentence[edges[:-1]] > 0, of_sentence[edges[1:] - 1] > 0]
        with_any = np.column_stack([self._any(of_sentence, names) for names in SHARES.values()])
        shares = sums(with_any, edges) / np.diff(edges)[:, None]
        together = sums(self._together(of_sentence), edges)
        return np.hstack([*parts, shares, np.minimum(together, 2), self._shape(counts)]).astype(np.float64)

    def _shape(self, counts: NDArray) -> Floats:
        length = np.diff(self.caption_edges)
        lead, figures = self._any(counts, LEAD), self._any(counts, FIGURES)
        capitals = np.array([each.capitals / max(1, each.letters) for each in self.captions])
        return np.column_stack(
            (np.minimum(length, LONG_CAPTION) / LONG_CAPTION * 2, length < 12, capitals, ~lead,
             lead & (counts[:, AT["praise"]] == 0), ~figures, lead & ~figures,
             (counts[:, AT["past"]] > 0) & (counts[:, AT["future"]] == 0),
             np.minimum(np.diff(self.caption_sentences), 10) / 10)
        )  # fmt: skip

    def _together(self, counts: NDArray) -> Floats:
        """(s, len(TOGETHER)): whether words of both groups stand in one sentence."""
        return np.column_stack(
            [self._any(counts, one) & self._any(counts, other) for one, other in TOGETHER.values()]
        ).astype(np.float64)

    @staticmethod
    def _any(counts: NDArray, names: Sequence[str]) -> NDArray[np.bool_]:
        return np.asarray(counts[:, [AT[name] for name in names]].any(axis=1))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each token with the one before it; the first of a caption with START."""
        before = [START, *self.roots]
        for edge in self.caption_edges.tolist():
            before[edge] = START
        yield from zip(before, self.roots, strict=False)


def read_batch(written: Sequence[str], marker: Marker) -> Batch:
    """Read n captions."""
    captions = [read_caption(text) for text in written]
    bits: list[int] = []
    roots: list[str] = []
    sentence_edges, caption_edges, caption_sentences = [0], [0], [0]
    for caption in captions:
        begun = len(roots)
        bits += marker.marks(caption)
        roots += caption.roots
        sentence_edges += [begun + place + 1 for place in caption.odd if caption.kinds[place] == END]
        if sentence_edges[-1] < len(roots) or len(sentence_edges) - 1 == caption_sentences[-1]:
            sentence_edges.append(len(roots))
        caption_edges.append(len(roots))
        caption_sentences.append(len(sentence_edges) - 1)
    marks = np.array(bits, np.uint64)
    for place in np.flatnonzero(marks & np.uint64(BIT[NAME])).tolist():
        roots[place] = NAMED  # whoever holds the office
    return Batch(captions, marks, roots, np.array(sentence_edges), np.array(caption_edges), np.array(caption_sentences))


def sums(values: NDArray, edges: Whole, kind: type = np.float64) -> NDArray:
    """(m, ...) sums of the rows between edges (m + 1,); an empty stretch is 0."""
    told, is_full = np.zeros((len(edges) - 1, *values.shape[1:]), kind), edges[1:] > edges[:-1]
    if is_full.any():
        told[is_full] = np.add.reduceat(values, edges[:-1][is_full], axis=0, dtype=kind)
    return told
