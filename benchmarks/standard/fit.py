"""Fit the weights of words and marks on the labelled captions: `python -m benchmarks.standard.fit`."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from benchmarks.standard.labelled import TAGS, Labelled, developed_on
from benchmarks.standard.shipped import marker
from measures.standard.features import CAPTION_NAMES, SENTENCE_NAMES, Batch, read_batch
from measures.standard.model import LABELS, POOLED, pool

FOLDER = Path(__file__).parents[2] / "measures" / "standard"
HEAD = "# Dibuat oleh `python -m benchmarks.standard.fit` dari naskah berlabel; jangan diubah dengan tangan."
SEEN_IN = 2  # captions; a rarer word or pair of words is not learned
WORD_SCALE, MARK_SCALE = 4.0, 0.4
SENTENCE_WORD_SCALE = 0.5
PENALTY_CAPTION, PENALTY_SENTENCE = 4.0, 1.5
HALF = 0.5
SMALLEST = 0.012  # weights nearer to zero than this are left out of the files
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Material:
    """Everything the fit needs of n captions with s sentences."""

    texts: Sequence[Labelled]
    batch: Batch
    grams: list[str]
    of_sentence: csr_matrix  # (s, grams)
    of_caption: csr_matrix  # (n, grams)
    sentence_marks: Floats
    caption_marks: Floats

    @cached_property
    def tags(self) -> list[list[str] | None]:
        return [_sentences(self, at, each) for at, each in enumerate(self.texts)]

    @cached_property
    def sentence_x(self) -> csr_matrix:
        return hstack(
            [self.of_sentence * SENTENCE_WORD_SCALE, csr_matrix(self.sentence_marks * SENTENCE_WORD_SCALE)]
        ).tocsr()

    def caption_x(self, pooled: Floats) -> csr_matrix:
        length = np.sqrt(np.maximum(1, np.diff(self.batch.caption_edges)))
        words = self.of_caption.multiply(1 / length[:, None]) * WORD_SCALE
        return hstack([words, csr_matrix(self.caption_marks * MARK_SCALE), csr_matrix(pooled)]).tocsr()


def material(texts: Sequence[Labelled], grams: Sequence[str] | None = None) -> Material:
    batch = read_batch([each.caption for each in texts], marker())
    said = list(zip(batch.roots, (f"{a} {b}" for a, b in batch.pairs()), strict=True))
    owner = np.repeat(np.arange(len(texts)), np.diff(batch.caption_edges))
    if grams is None:
        seen = Counter(gram for gram, _ in {(gram, own) for own, two in zip(owner, said, strict=True) for gram in two})
        grams = sorted(gram for gram, count in seen.items() if count >= SEEN_IN)
    place = {gram: at for at, gram in enumerate(grams)}
    sentence = np.repeat(np.arange(len(batch.lengths)), batch.lengths)
    found = [(at, place[gram]) for at, two in enumerate(said) for gram in two if gram in place]
    tokens, columns = np.array(found).T
    ones = np.ones(len(tokens))
    of_sentence = csr_matrix((ones, (sentence[tokens], columns)), (len(batch.lengths), len(grams)))
    of_caption = csr_matrix((ones, (owner[tokens], columns)), (len(texts), len(grams)))
    return Material(
        texts, batch, list(grams), of_sentence, of_caption, batch.sentence_features(), batch.caption_features()
    )


def sentence_truth(made: Material, letter: str, label: str) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """(s,) truth and (s,) whether it is known; a caption without the label has no such sentence."""
    truth, known = [], []
    for at, each in enumerate(made.texts):
        count = made.batch.caption_sentences[at + 1] - made.batch.caption_sentences[at]
        tags = made.tags[at]
        if not each.carries(label):
            truth += [False] * count
            known += [True] * count
        elif tags is None or not any(letter in tag for tag in tags):
            truth += [False] * count
            known += [False] * count
        else:
            truth += [letter in tag for tag in tags]
            known += [True] * count
    return np.array(truth), np.array(known)


def _sentences(made: Material, at: int, each: Labelled) -> list[str] | None:
    """The tags of each sentence of the batch: those of every deciding stretch that lies in it for the greater part."""
    if each.decides is None:
        return None
    caption, begun = made.batch.captions[at], made.batch.caption_edges[at]
    found = []
    for place in range(*made.batch.caption_sentences[at : at + 2]):
        start, stop = made.batch.sentence_edges[place : place + 2] - begun
        left, right = caption.span(start, stop - 1) if stop > start else (0, 0)
        inside = [tags for since, until, tags in each.decides if _shared(left, right, since, until) > HALF]
        found.append("".join(inside))
    return found


def _shared(left: int, right: int, since: int, until: int) -> float:
    """The overlap as a share of the shorter stretch."""
    return (min(right, until) - max(left, since)) / max(1, min(right - left, until - since))


def fit_sentences(made: Material, among: NDArray[np.intp]) -> tuple[Floats, Floats]:
    """Weights (features, tags) and biases (tags,) from the sentences of the captions `among`."""
    owner = np.repeat(np.arange(len(made.texts)), np.diff(made.batch.caption_sentences))
    chosen, x = np.isin(owner, among), made.sentence_x
    weights, biases = [], []
    for letter, label in TAGS.items():
        truth, known = sentence_truth(made, letter, label)
        rows = chosen & known
        fitted = LogisticRegression(C=PENALTY_SENTENCE, max_iter=2000, class_weight="balanced").fit(
            x[rows], truth[rows]
        )
        weights.append(fitted.coef_[0])
        biases.append(fitted.intercept_[0])
    return np.array(weights).T, np.array(biases)


def pooled_of(made: Material, weights: Floats, biases: Floats) -> Floats:
    return pool(made.sentence_x @ weights + biases, made.batch.caption_sentences)


def held_back(made: Material, among: NDArray[np.intp]) -> Floats:
    """Pooled sentence scores of every caption `among`, each scored by weights fitted without its writer."""
    writers = np.array([each.writer for each in made.texts])
    pooled = np.zeros((len(made.texts), len(TAGS) * POOLED))
    for writer in sorted(set(writers[among])):
        rest, own = among[writers[among] != writer], among[writers[among] == writer]
        pooled[own] = pooled_of(made, *fit_sentences(made, rest))[own]
    return pooled


def fit_captions(
    made: Material, pooled: Floats, among: NDArray[np.intp], labels: Sequence[str]
) -> tuple[Floats, Floats]:
    x = made.caption_x(pooled)[among]
    weights, biases = [], []
    for label in labels:
        truth = np.array([made.texts[at].carries(label) for at in among])
        fitted = LogisticRegression(C=PENALTY_CAPTION, max_iter=3000, class_weight="balanced").fit(x, truth)
        weights.append(fitted.coef_[0])
        biases.append(fitted.intercept_[0])
    return np.array(weights).T, np.array(biases)


def crossed(made: Material, labels: Sequence[str]) -> Floats:
    """(n, labels): the score of every caption by weights that never saw its writer."""
    writers = np.array([each.writer for each in made.texts])
    scores = np.zeros((len(made.texts), len(labels)))
    for writer in sorted(set(writers)):
        rest, own = np.flatnonzero(writers != writer), np.flatnonzero(writers == writer)
        inner = held_back(made, rest)
        weights, biases = fit_captions(made, inner, rest, labels)
        outer = pooled_of(made, *fit_sentences(made, rest))
        scores[own] = (made.caption_x(outer) @ weights + biases)[own]
    return scores


THRESHOLDS = np.arange(-2.0, 2.01, 0.05)
USUAL_MIX = frozenset("abcdef")  # the other writers were asked for more of the labels that are hard to tell
AS_GOOD = 0.01  # of F1; less than that is chance
# The two halves of the emphasis err alike either way; any other label is claimed only where it is plain.
HALVES, EVEN, CAREFUL = ("figure", "useful"), 0.5, 0.75
UNSURE_SHARE = 0.05  # of the captions, those nearest to the threshold, are for people
FEATURES_OF_POOL = tuple(f"pooled:{way}:{tag}" for way in ("highest", "any") for tag in TAGS.values())


def accept(truth: NDArray[np.bool_], score: Floats, lean: float) -> float:
    """A threshold among those with nearly the best F1: `lean` of the way from the lowest to the highest of them."""
    values = np.array([f1_score(truth, score >= each, zero_division=0) for each in THRESHOLDS])
    good = THRESHOLDS[values >= values.max() - AS_GOOD]
    return round(float(good[0] + lean * (good[-1] - good[0])), 2)


def unsure(score: Floats, threshold: float) -> float:
    return round(float(np.quantile(np.abs(score - threshold), UNSURE_SHARE)), 2)


def write_limits(made: Material, scores: Floats) -> None:
    lines = [
        HEAD,
        "# accept: sejak nilai ini (log-odds) label berlaku; unsure: sedekat ini dengannya, orang yang memutuskan.\n",
    ]
    usual = np.array([each.writer in USUAL_MIX for each in made.texts])
    for at, label in enumerate(LABELS):
        truth = np.array([each.carries(label) for each in made.texts])
        threshold = accept(truth[usual], scores[usual, at], EVEN if label in HALVES else CAREFUL)
        lines.append(f"[{label}]\naccept = {threshold:.2f}\nunsure = {unsure(scores[:, at], threshold):.2f}\n")
    (FOLDER / "limits.toml").write_text("\n".join(lines), encoding="utf-8")


def write_weights(name: str, columns: Sequence[str], features: Sequence[str], weights: Floats, biases: Floats) -> None:
    """Rows of weights; those that say next to nothing are left out."""
    with (FOLDER / name).open("w", encoding="utf-8", newline="") as lines:
        out = csv.writer(lines, lineterminator="\n")
        out.writerow(("feature", *columns))
        out.writerow(("bias", *(f"{each:.3f}" for each in biases)))
        for feature, row in zip(features, weights, strict=True):
            if np.abs(row).max() >= SMALLEST:
                out.writerow((feature, *(f"{each:.3f}" if abs(each) >= SMALLEST / 2 else "" for each in row)))


def main() -> None:
    made = material(developed_on())
    everything = np.arange(len(made.texts))
    write_limits(made, crossed(made, LABELS))
    words = [f"w:{gram}" for gram in made.grams]
    sentence, sentence_bias = fit_sentences(made, everything)
    scaled = sentence * SENTENCE_WORD_SCALE
    write_weights("sentence_weights.csv", tuple(TAGS.values()), (*words, *SENTENCE_NAMES), scaled, sentence_bias)
    caption, caption_bias = fit_captions(made, held_back(made, everything), everything, LABELS)
    scale = np.repeat([WORD_SCALE, MARK_SCALE, 1.0], [len(words), len(CAPTION_NAMES), len(FEATURES_OF_POOL)])
    write_weights(
        "caption_weights.csv",
        LABELS,
        (*words, *CAPTION_NAMES, *FEATURES_OF_POOL),
        caption * scale[:, None],
        caption_bias,
    )


if __name__ == "__main__":
    main()
