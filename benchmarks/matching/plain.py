"""Two plain ways to match texts, to hold ours against: shared runs of five words, and TF-IDF of letter n-grams."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.matching.judged import judged
from benchmarks.matching.labelled import Labelled

Scores = dict[str, tuple[str, float]]  # post id -> the best message within the window, and its score
STEPS = np.arange(0.02, 1.0, 0.01)


def five_grams(texts: Sequence[Labelled], window: timedelta) -> Scores:
    """Share of the smaller text's runs of five words that the other has too."""
    grams = {each.post.post_id: _grams(each.post.caption) for each in texts}

    def score(post: str, message: str) -> float:
        smaller = min(len(grams[post]), len(grams[message])) or 1
        return len(grams[post] & grams[message]) / smaller

    return _best(texts, window, score)


def _grams(caption: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", caption.lower())
    return {tuple(words[place : place + 5]) for place in range(len(words) - 4)}


def tf_idf(texts: Sequence[Labelled], window: timedelta) -> Scores:
    """Cosine of TF-IDF vectors over letter n-grams of two to five letters."""
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    table = vectors.fit_transform([each.post.caption for each in texts])
    rows = {each.post.post_id: place for place, each in enumerate(texts)}
    alike = (table @ table.T).toarray()
    return _best(texts, window, lambda post, message: float(alike[rows[post], rows[message]]))


def _best(texts: Sequence[Labelled], window: timedelta, score) -> Scores:  # type: ignore[no-untyped-def]
    messages = [each.post for each in texts if each.post.is_message]
    found: Scores = {}
    for post in (each.post for each in texts if not each.post.is_message):
        near = [m for m in messages if timedelta(0) <= post.published_at - m.published_at <= window]
        if near:
            best = max(near, key=lambda message: score(post.post_id, message.post_id))
            found[post.post_id] = best.post_id, score(post.post_id, best.post_id)
    return found


def _answers(scores: Scores, least: float) -> Mapping[str, str | None]:
    return {post: message if score >= least else None for post, (message, score) in scores.items()}


def at_best_f1(texts: Sequence[Labelled], scores: Scores) -> Mapping[str, str | None]:
    def f1(least: float) -> float:
        quality = judged(texts, _answers(scores, least))
        return 2 * quality.precision * quality.recall / ((quality.precision + quality.recall) or 1)

    return _answers(scores, max(STEPS, key=f1))


def at_precision(texts: Sequence[Labelled], scores: Scores, wanted: float) -> Mapping[str, str | None]:
    """The lowest threshold with this precision."""
    reached = [least for least in STEPS if judged(texts, _answers(scores, least)).precision >= wanted]
    return _answers(scores, min(reached, default=1.1))
