"""How much each word and each feature counts: fitted on labelled texts, kept as data beside this file."""

import csv
import tomllib
from functools import cache
from pathlib import Path

from measures.cascade.words import roots

FOLDER = Path(__file__).parent
MODEL = tomllib.loads((FOLDER / "matching.toml").read_text(encoding="utf-8"))
BIAS: float = MODEL["bias"]
WEIGHTS: dict[str, float] = MODEL["weights"]
ACCEPT: float = MODEL["accept"]
REVIEW: float = MODEL["review"]
COMMON_WEIGHT = 0.1


@cache
def _seen() -> dict[str, float]:
    with (FOLDER / "common_roots.csv").open(encoding="utf-8", newline="") as lines:
        return {line["root"]: float(line["weight"]) for line in csv.DictReader(lines)}


@cache
def weight(root: str) -> float:
    """What a shared word tells, 0 to 1: 1 for a rare one, little for one that every post has."""
    return COMMON_WEIGHT if root in roots("common") else _seen().get(root, 1.0)
