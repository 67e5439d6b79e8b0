"""Fit the weights of words and features on the labelled texts: `python -m benchmarks.matching.fit`."""

import csv
import math
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.matching.labelled import Labelled, developed_on
from measures.cascade.matching import compare, read
from measures.cascade.texts import read_text

FOLDER = Path(__file__).parents[2] / "measures" / "cascade"
WINDOW = timedelta(days=14)
SEEN_IN = 3  # a root in fewer groups of texts is taken for rare
FARTHER = 0.3  # weight of a pair whose post was written around another message: there are many, and they are easy
PENALTY = 0.3
ACCEPT, REVIEW = 0.65, 0.25  # chosen by cross-validation: claiming wrongly costs more than asking people
SPEAKS_AGAINST = (
    "_new", "_against", "_unasked", "denied", "news", "after", "after_news", "event_over", "greeting", "greeting_run",
    "facts_without_topic",
)  # fmt: skip
Floats = NDArray[np.float64]


def word_weights(texts: Sequence[Labelled]) -> list[tuple[str, float]]:
    """Inverse document frequency over groups of texts around one message, scaled to 1 for a root of two groups."""
    groups = defaultdict(set)
    for each in texts:
        for root in read_text(each.post.caption).roots:
            groups[root].add(each.around or each.post.post_id)
    total = len({group for found in groups.values() for group in found})
    return [
        (root, round(max(0.05, math.log((total + 1) / len(found)) / math.log((total + 1) / 2)), 2))
        for root, found in sorted(groups.items()) if len(found) >= SEEN_IN and not root[0].isdigit()
    ]  # fmt: skip


def fit_words(texts: Sequence[Labelled]) -> None:
    rows = word_weights(texts)
    with (FOLDER / "common_roots.csv").open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows([("root", "weight"), *rows])


def pairs(texts: Sequence[Labelled]) -> tuple[list[str], Floats, Floats, Floats, list[str]]:
    """Feature names, features (n, k), truth (n,), weights (n,), and the message each post was written around."""
    readings = {each.post.post_id: read(each.post.caption, each.post.published_at, each.post.account) for each in texts}
    messages = [each.post for each in texts if each.post.is_message]
    rows, truth, weights, around = [], [], [], []
    for each in (each for each in texts if not each.post.is_message):
        for message in messages:
            if timedelta(0) <= each.post.published_at - message.published_at <= WINDOW:
                rows.append(compare(readings[each.post.post_id], readings[message.post_id]).features)
                truth.append(each.truth == message.post_id)
                weights.append(1.0 if each.around == message.post_id else FARTHER)
                around.append(each.around or "")
    names = sorted(rows[0])
    return (
        names,
        np.array([[row[name] for name in names] for row in rows]),
        np.array(truth, float),
        np.array(weights),
        around,
    )


def logistic(features: Floats, truth: Floats, weights: Floats, signs: Floats) -> Floats:
    """Bias and coefficients of a ridge-penalised logistic regression with given signs.

    A coefficient of the wrong sign says more about the sample than about texts: it is zero, the rest fitted anew.
    """
    kept = np.ones(len(signs), bool)
    while True:
        bias, *found = _newton(features[:, kept], truth, weights)
        coefficients = np.zeros(len(signs))
        coefficients[kept] = found
        wrong = coefficients * signs < 0
        if not wrong.any():
            return np.array([bias, *coefficients])
        kept &= ~wrong


def _newton(features: Floats, truth: Floats, weights: Floats) -> Floats:
    design = np.column_stack([np.ones(len(features)), features])
    ridge = np.eye(design.shape[1]) * PENALTY
    ridge[0, 0] = 1e-3
    found = np.zeros(design.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-design @ found))
        slope = design.T @ (weights * (truth - chance)) - ridge @ found
        curve = (design * (weights * chance * (1 - chance))[:, None]).T @ design + ridge
        found += np.linalg.solve(curve, slope)
    return found


def signs(names: Sequence[str]) -> Floats:
    return np.array([-1.0 if name.endswith(SPEAKS_AGAINST) else 1.0 for name in names])


def feature_weights(texts: Sequence[Labelled]) -> tuple[float, dict[str, float]]:
    """Bias, and coefficient by name of the feature."""
    names, features, truth, weights, _ = pairs(texts)
    bias, *found = logistic(features, truth, weights, signs(names))
    return float(bias), dict(zip(names, map(float, found), strict=True))


def fit_features(texts: Sequence[Labelled]) -> None:
    bias, found = feature_weights(texts)
    lines = [
        "# Dibuat oleh `python -m benchmarks.matching.fit` dari teks berlabel; jangan diubah dengan tangan.",
        f"accept = {ACCEPT}  # sejak keyakinan ini sebuah unggahan dianggap membawa pesan",
        f"review = {REVIEW}  # sejak keyakinan ini sampai accept, petugas yang memutuskan",
        f"bias = {bias:.4f}", "", "[weights]",
        *(f"{name} = {value:.4f}" for name, value in found.items()),
    ]  # fmt: skip
    (FOLDER / "matching.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    import sys

    STEPS = {"words": fit_words, "features": fit_features}  # words first: features are weighed by them
    STEPS[sys.argv[1]](developed_on())
