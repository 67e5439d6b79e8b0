"""Every measure's one definition, read by the pages, the tooltips and the methodology alike."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

SOURCE = Path(__file__).with_name("definitions.toml")


@dataclass(frozen=True)
class Definition:
    """One measure: what it means, how it is computed, where the method comes from, and where it ends."""

    id: str
    name: str
    group: str
    definition: str
    unit: str
    shown_as: str
    formula: str
    source: str
    limits: str
    version: int
    since: str


@dataclass(frozen=True)
class Term:
    """One word of the glossary."""

    word: str
    meaning: str


@lru_cache(maxsize=1)
def _book() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads(SOURCE.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def definitions() -> dict[str, Definition]:
    found = [Definition(**entry) for entry in _book()["measure"]]  # type: ignore[arg-type]
    return {one.id: one for one in found}


@lru_cache(maxsize=1)
def glossary() -> tuple[Term, ...]:
    return tuple(Term(**entry) for entry in _book()["term"])
