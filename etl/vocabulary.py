"""The words of posts and messages as numbered roots with weights."""

import numpy as np
from numpy.typing import NDArray

from measures.cascade.weights import weight
from measures.cascade.words import root, roots

NUMBER_WEIGHT = 0.5
TELLING = 0.3  # weight below which a word is said by too many to search for it


class Vocabulary:
    """Roots as numbers; a word is looked up once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words: dict[str, tuple[int, float] | None] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def find(self, word: str) -> tuple[int, float] | None:
        """Number and weight of a word's root; None for a word that tells nothing. A figure is its own root."""
        if word not in self._words:
            self._words[word] = self._new(word)
        return self._words[word]

    def _new(self, word: str) -> tuple[int, float] | None:
        found = word if word.isdigit() else root(word)
        tells = NUMBER_WEIGHT if word.isdigit() else 0.0 if found in roots("stop") else weight(found)
        return (self._numbers.setdefault(found, len(self._numbers)), tells) if tells >= TELLING else None

    def figures(self) -> NDArray[np.bool_]:
        """Whether each root is a figure, by its number."""
        return np.array([found.isdigit() for found in self._numbers], bool)
