"""The linear model over words and marks: its weights are data beside this file, fitted on labelled captions."""

import csv
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from measures.standard.features import CAPTION_NAMES, SENTENCE_NAMES, Batch, sums

Floats = NDArray[np.float64]
FOLDER = Path(__file__).parent
TAGS = ("figure", "useful", "educational", "service_info", "call_for_vigilance_or_correction", "unsourced_claim_risk",
        "accountability", "smart_city_cta", "personal_data")  # fmt: skip
LABELS = (*TAGS, "ai_declared")
PLACES = 6  # of a score; beyond them it would depend on what else is in the batch
POOLED = 2  # figures that a caption takes from its sentences, per tag


@dataclass(frozen=True)
class Weights:
    """Weights of sentences (…, tags) and of captions (…, labels): of words and pairs of words, of marks, biases.

    Row 0 of the words is zero, for every word the model never saw.
    """

    words: dict[str, int]
    pairs: dict[tuple[str, str], int]
    of_words: NDArray[np.float32]  # (words + pairs + 1, tags + labels)
    sentence_marks: Floats
    caption_marks: Floats
    pooled: Floats
    sentence_bias: Floats
    caption_bias: Floats


@dataclass(frozen=True)
class Scores:
    """Scores as log-odds: `caption` (n, labels) and `sentence` (s, tags), above 0 more likely than not."""

    batch: Batch
    weights: Weights
    ids: NDArray[np.int64]  # (t, 2)
    caption: Floats
    sentence: Floats

    @cached_property
    def tokens(self) -> NDArray[np.float32]:
        """(t, tags): what each token adds to the score of its sentence."""
        columns = slice(0, len(TAGS))
        return self.weights.of_words[self.ids[:, 0], columns] + self.weights.of_words[self.ids[:, 1], columns]


def pool(scores: Floats, caption_sentences: NDArray[np.int64]) -> Floats:
    """(n, 2 * tags): per caption the highest score of its sentences and the chance that any of them carries the tag."""
    starts = caption_sentences[:-1]
    highest = np.maximum.reduceat(scores, starts, axis=0)
    chance = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
    none = np.exp(np.add.reduceat(np.log1p(-np.minimum(chance, 0.999)), starts, axis=0))
    return np.hstack([np.tanh(highest / 4), 1 - none])


def score(batch: Batch) -> Scores:
    """Judge every caption and sentence of a batch."""
    weights = load()
    ids = np.empty((len(batch.roots), 2), np.int64)
    ids[:, 0] = list(map(weights.words.get, batch.roots, repeat(0)))
    ids[:, 1] = list(map(weights.pairs.get, batch.pairs(), repeat(0)))
    told = sums(weights.of_words[ids[:, 0]] + weights.of_words[ids[:, 1]], batch.sentence_edges)
    of_sentence = told[:, : len(TAGS)]
    sentence = of_sentence + batch.sentence_features() @ weights.sentence_marks + weights.sentence_bias
    sentence = sentence.round(PLACES)
    length = np.sqrt(np.maximum(1, np.diff(batch.caption_edges)))[:, None]
    caption = sums(told[:, len(TAGS) :], batch.caption_sentences) / length + weights.caption_bias
    caption += batch.caption_features() @ weights.caption_marks
    caption += pool(sentence, batch.caption_sentences) @ weights.pooled
    return Scores(batch, weights, ids, caption.round(PLACES), sentence)


@cache
def load() -> Weights:
    """The weights beside this file."""
    sentence, caption = _read("sentence_weights.csv", TAGS), _read("caption_weights.csv", LABELS)
    grams = sorted({name for name in (*sentence, *caption) if name.startswith("w:")})
    of_words = np.zeros((len(grams) + 1, len(TAGS) + len(LABELS)), np.float32)
    words, pairs = dict[str, int](), dict[tuple[str, str], int]()
    for row, gram in enumerate(grams, 1):
        of_words[row, : len(TAGS)] = sentence.get(gram, 0.0)
        of_words[row, len(TAGS) :] = caption.get(gram, 0.0)
        first, blank, second = gram[2:].partition(" ")
        if blank:
            pairs[first, second] = row
        else:
            words[first] = row
    pooled = [f"pooled:{way}:{tag}" for way in ("highest", "any") for tag in TAGS]
    return Weights(words, pairs, of_words, _rows(sentence, SENTENCE_NAMES, len(TAGS)),
                   _rows(caption, CAPTION_NAMES, len(LABELS)), _rows(caption, pooled, len(LABELS)),
                   _rows(sentence, ("bias",), len(TAGS))[0], _rows(caption, ("bias",), len(LABELS))[0])  # fmt: skip


def _read(name: str, columns: tuple[str, ...]) -> dict[str, Floats]:
    """Rows by feature; a word is written with `w:` before it, so that it is never taken for a mark."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return {
            line["feature"]: np.array([float(line[each] or 0) for each in columns]) for line in csv.DictReader(lines)
        }


def _rows(found: dict[str, Floats], names: tuple[str, ...] | list[str], width: int) -> Floats:
    return np.array([found.get(name, np.zeros(width)) for name in names])


@dataclass(frozen=True)
class Limit:
    """From `accept` on a label is true; within `unsure` of it the machine says that it does not know."""

    accept: float
    unsure: float


@cache
def limits() -> dict[str, Limit]:
    said = tomllib.loads((FOLDER / "limits.toml").read_text(encoding="utf-8"))
    return {label: Limit(said[label]["accept"], said[label]["unsure"]) for label in LABELS}
