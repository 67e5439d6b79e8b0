"""Whose version of a message a text was copied from: the one whose runs of words it shares most."""

import re
from collections.abc import Mapping
from functools import lru_cache

from measures.cascade.tree import FACTS

WORD = re.compile(r"\w+")
RUN = 3
KEPT = 1_000  # texts; a version is compared with many copies
MINIMUM, MARGIN = FACTS["versions"]["minimum"], FACTS["versions"]["margin"]


@lru_cache(KEPT)
def runs(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of three words, in lower case."""
    words = WORD.findall(text.lower())
    return frozenset(zip(*(words[start:] for start in range(RUN)), strict=False))


def closest(text: str, versions: Mapping[str, str]) -> str | None:
    """The account of `versions` (account -> its text) that this text was copied from; None where that is not clear.

    Alikeness is the share of runs of three words both texts hold among those either holds (Jaccard, 0-1); the best
    must reach `minimum` and lie `margin` above the next (cascade.toml). Two accounts with the same text are a draw;
    a single version is no choice.
    """
    own = runs(text)
    alike = sorted(((_alike(own, runs(other)), account) for account, other in versions.items()), reverse=True)
    if len(alike) < 2 or alike[0][0] < MINIMUM:
        return None
    return alike[0][1] if alike[0][0] - alike[1][0] >= MARGIN else None


def _alike(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0
