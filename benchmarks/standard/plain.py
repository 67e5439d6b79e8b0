"""Two plainer ways to label captions, beside which the judge is held: `python -m benchmarks.standard.plain`."""

from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from benchmarks.standard import fit
from benchmarks.standard.labelled import LABELS, Labelled, developed_on, held_out
from measures.standard.answer import EMPHASIS
from measures.standard.model import LABELS as LEARNED
from measures.standard.model import POOLED, TAGS

PENALTIES = (1.0, 10.0, 100.0)
FOLDS = 4
Found = dict[str, float]


def tf_idf(learned: Sequence[Labelled], held: Sequence[Labelled]) -> Found:
    """F1 by TF-IDF of words and pairs of words and logistic regression, its penalty chosen on writers left out."""
    vectors = TfidfVectorizer(ngram_range=(1, 2), min_df=fit.SEEN_IN, sublinear_tf=True)
    x = vectors.fit_transform(each.caption for each in learned)
    of_held, writers = vectors.transform(each.caption for each in held), [each.writer for each in learned]

    def f1(truth: Sequence, expected: Sequence, average: str) -> float:
        models = [LogisticRegression(C=each, max_iter=2000, class_weight="balanced") for each in PENALTIES]
        tried = [cross_val_predict(model, x, truth, groups=writers, cv=GroupKFold(FOLDS)) for model in models]
        best = models[int(np.argmax([f1_score(truth, each, average=average) for each in tried]))]
        return float(f1_score(expected, best.fit(x, truth).predict(of_held), average=average))

    told = {"emphasis": f1([each.emphasis for each in learned], [each.emphasis for each in held], "macro")}
    for label in LABELS:
        told[label] = f1([each.carries(label) for each in learned], [each.carries(label) for each in held], "binary")
    return told


def one_stage(learned: Sequence[Labelled], held: Sequence[Labelled]) -> Found:
    """The judge without its sentences: the same words and marks, thresholds from writers left out, captions alone."""
    made, writers = fit.material(learned), np.array([each.writer for each in learned])
    crossed = np.zeros((len(learned), len(LEARNED)))
    for writer in sorted(set(writers)):
        own = writers == writer
        crossed[own] = _scores(made, np.flatnonzero(~own), made)[own]
    scores = _scores(made, np.arange(len(learned)), fit.material(held, made.grams))
    given = {}
    for at, label in enumerate(LEARNED):
        accept = fit.accept(np.array([each.carries(label) for each in learned]), crossed[:, at])
        given[label] = scores[:, at] >= accept
    emphasis = [EMPHASIS[bool(a), bool(b)] for a, b in zip(given["figure"], given["useful"], strict=True)]
    told = {"emphasis": float(f1_score([each.emphasis for each in held], emphasis, average="macro"))}
    learned_ones = [label for label in LABELS if label in given]  # set words decide the others
    return told | {
        label: float(f1_score([each.carries(label) for each in held], given[label])) for label in learned_ones
    }


def _scores(made: fit.Material, among: np.ndarray, asked: fit.Material) -> fit.Floats:
    weights, biases = fit.fit_captions(made, _no_sentences(made), among, LEARNED)
    return asked.caption_x(_no_sentences(asked)) @ weights + biases


def _no_sentences(made: fit.Material) -> fit.Floats:
    return np.zeros((len(made.texts), len(TAGS) * POOLED))


def main() -> None:
    learned, held = developed_on(), held_out()
    ways = {"TF-IDF": tf_idf(learned, held), "one stage": one_stage(learned, held)}
    print(f"{'F1':<34}" + "".join(f"{way:>12}" for way in ways))
    for label in ("emphasis", *LABELS):
        told = (f"{found[label]:.3f}" if label in found else "" for found in ways.values())
        print(f"{label:<34}" + "".join(f"{each:>12}" for each in told))


if __name__ == "__main__":
    main()
