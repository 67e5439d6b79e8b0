"""Judge the held-out captions and publish how well that went: `python -m benchmarks.standard.evaluate`."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
from sklearn.metrics import f1_score, precision_recall_fscore_support

from benchmarks.standard.labelled import LABELS, Labelled, agreement, developed_on, held_out
from benchmarks.standard.shipped import terms
from measures.standard.judge import Judge

PUBLISHED = Path(__file__).parents[2] / "measures" / "standard" / "evaluation.toml"
EMPHASES = ("service", "figure", "mixed", "neither")
DAY = date(2026, 11, 23)


def judged(texts: Sequence[Labelled]) -> list[tuple[str, frozenset[str], frozenset[str]]]:
    """Emphasis, true labels, and those on which the machine would not bet, per caption."""
    answers = Judge(terms(), ()).judge((each.caption for each in texts), DAY)
    return [(answer.emphasis, answer.true, answer.unsure) for answer in answers]


def figures(texts: Sequence[Labelled]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of every label, of the emphasis per value and over all (macro); share abstained."""
    found = judged(texts)
    truth, said = [each.emphasis for each in texts], [emphasis for emphasis, _, _ in found]
    parts = precision_recall_fscore_support(truth, said, labels=EMPHASES, zero_division=0)
    told = {f"emphasis_{name}": _row(*(column[at] for column in parts)) for at, name in enumerate(EMPHASES)}
    unsure = [bool(each & {"figure", "useful"}) for _, _, each in found]
    told["emphasis"] = {"f1": round(float(f1_score(truth, said, average="macro")), 3), "n": len(texts),
                        "abstained": round(float(np.mean(unsure)), 3), "sure": _sure(truth, said, unsure)}  # fmt: skip
    for label in LABELS:
        right, given = [label in each.labels for each in texts], [label in true for _, true, _ in found]
        scores = precision_recall_fscore_support(right, given, average="binary", zero_division=0)
        near = [label in each for _, _, each in found]
        abstained = {"abstained": round(float(np.mean(near)), 3), "sure": _sure(right, given, near)}
        told[label] = _row(*scores[:3], sum(right)) | abstained
    return told


def _row(precision: float, recall: float, f1: float, n: float) -> dict[str, float]:
    found = {"precision": precision, "recall": recall, "f1": f1}
    return {name: round(float(value), 3) for name, value in found.items()} | {"n": int(n)}


def _sure(truth: Sequence[object], said: Sequence[object], unsure: Sequence[bool]) -> float:
    """Share of right answers among those the machine would bet on."""
    kept = [one == other for one, other, out in zip(truth, said, unsure, strict=True) if not out]
    return round(float(np.mean(kept)), 3)


def published() -> str:
    """The figures as the page reads them."""
    texts, developed = held_out(), developed_on()
    lines = ["# Dibuat oleh `python -m benchmarks.standard.evaluate`; jangan diubah dengan tangan.",
             f"developed_on = {len(developed)}", f"held_out = {len(texts)}", ""]  # fmt: skip
    for label, row in figures(texts).items():
        lines += [f"[labels.{label}]", *(f"{name} = {value}" for name, value in row.items()), ""]
    for label, (same, kappa) in agreement([*developed, *texts]).items():
        lines += [f"[agreement.{label}]", f"same = {same:.3f}", f"kappa = {kappa:.3f}", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    PUBLISHED.write_text(published(), encoding="utf-8")
    print(PUBLISHED.read_text(encoding="utf-8"))
