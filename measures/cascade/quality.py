"""How well texts are matched and chains are found again: the measured figures, read from what the benchmarks wrote."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
CARRYING = ("verbatim", "trimmed", "reworded", "summarised", "quoted", "javanese")
"""Kinds of posts that carry a message on; all others only look like it."""


@dataclass(frozen=True)
class Quality:
    """One way to match, on texts it never saw: precision and recall 0-1; kinds: kind -> (right, of)."""

    precision: float
    recall: float
    kinds: dict[str, tuple[int, int]]


@dataclass(frozen=True)
class ChainQuality:
    """Simulated chains of which a share of the links is hidden: shares 0-1, intervals of 95 %."""

    hidden_share: float
    seen_by_text: float
    chains: int
    carriers: int
    parent_accuracy: float
    parent_low: float
    parent_high: float
    break_points: int
    break_precision: float
    break_recall: float
    break_f1: float


@cache
def _evaluation() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "evaluation.toml").read_text(encoding="utf-8"))


def qualities() -> dict[str, Quality]:
    """Quality by way: `jangkau`, and the plain ways it is held against."""
    ways = {name: found for name, found in _evaluation().items() if isinstance(found, dict)}
    return {name: Quality(found["precision"], found["recall"], _kinds(found)) for name, found in ways.items()}


def _kinds(found: dict[str, Any]) -> dict[str, tuple[int, int]]:
    return {kind: (right, of) for kind, (right, of) in found["kinds"].items()}


def labelled_texts() -> dict[str, int]:
    """How many labelled posts (`posts`, of which the figures are) and messages were held out, and how many posts the
    weights were fitted on (`developed_on`)."""
    return {name: _evaluation()[name] for name in ("posts", "messages", "developed_on")}


@cache
def chain_qualities() -> tuple[ChainQuality, ...]:
    """The simulations, from all links known to some hidden."""
    told = tomllib.loads((FOLDER / "evaluation_chains.toml").read_text(encoding="utf-8"))
    return tuple(ChainQuality(**each) for each in told["chains"])
