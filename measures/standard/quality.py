"""How well captions are judged, and how well two labellings agree: the figures as the benchmark wrote them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

PUBLISHED = Path(__file__).with_name("evaluation.toml")
EMPHASIS = "emphasis"


@dataclass(frozen=True)
class Quality:
    """One label on the captions held out, shares 0-1; None where a figure does not exist for it.

    `n`: captions that carry the label; `f1`: harmonic mean of precision and recall, for `emphasis` the mean over its
    four values; `abstained`: share of captions on which the machine would not bet; `sure`: share right of the others.
    """

    f1: float
    n: int
    precision: float | None = None
    recall: float | None = None
    abstained: float | None = None
    sure: float | None = None


@dataclass(frozen=True)
class Agreement:
    """Two labellings of the same captions: `same` is the share of equal answers, `kappa` Cohen's (1960), at most 1."""

    same: float
    kappa: float


@cache
def _evaluation() -> dict[str, Any]:
    return tomllib.loads(PUBLISHED.read_text(encoding="utf-8"))


def emphases() -> dict[str, Quality]:
    """Quality of each value of the emphasis, by value."""
    every = _every()
    return {name.partition("_")[2]: found for name, found in every.items() if name.startswith(f"{EMPHASIS}_")}


def labels() -> dict[str, Quality]:
    """Quality of every other label, and of the emphasis as a whole, by label."""
    return {name: found for name, found in _every().items() if not name.startswith(f"{EMPHASIS}_")}


def _every() -> dict[str, Quality]:
    return {name: Quality(**found) for name, found in _evaluation()["labels"].items()}


def agreements() -> dict[str, Agreement]:
    """Agreement by label; a label is missing where its captions were not labelled twice."""
    return {name: Agreement(**found) for name, found in _evaluation().get("agreement", {}).items()}


def labelled_texts() -> dict[str, int]:
    """How many captions were held out, which the figures are of, and how many the weights come from."""
    return {name: _evaluation()[name] for name in ("developed_on", "held_out")}


def weakest() -> str:
    """The label that is judged least well, by F1."""
    found = labels()
    return min(found, key=lambda label: (found[label].f1, label))
