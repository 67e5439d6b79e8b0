"""The word lists of `words.toml`, read once, and a word's root."""

import tomllib
from functools import cache, lru_cache
from pathlib import Path

from snowballstemmer import stemmer

FACTS = tomllib.loads((Path(__file__).with_name("words.toml")).read_text(encoding="utf-8"))
SAME: dict[str, str] = FACTS["same"]
MONTHS: dict[str, int] = FACTS["months"]
WEEKDAYS: dict[str, int] = FACTS["weekdays"]
RELATIVE: dict[str, int] = FACTS["relative"]
NUMBERS: dict[str, float] = FACTS["numbers"]
MULTIPLES: dict[str, int] = FACTS["multiples"]
VOCABULARY = 200_000


@cache
def group(name: str) -> frozenset[str]:
    """One list of words by its name, as written in the file."""
    return frozenset((FACTS.get(name) or FACTS["words"][name]).split())


@cache
def roots(name: str) -> frozenset[str]:
    return frozenset(root(word) for word in group(name))


STEMMER = stemmer("indonesian")
ENDINGS = ("ipun", "nipun", "aken", "ake", "ane", "ne", "e")  # Javanese; the Indonesian ones are the stemmer's


@lru_cache(VOCABULARY)
def root(word: str) -> str:
    """The root of a lower-case word; spellings, abbreviations and Javanese words count as their Indonesian word.

    Source of the Indonesian rules: Tala 2003, as in Snowball.
    """
    if word in SAME:
        return str(STEMMER.stemWord(SAME[word]))
    for ending in ENDINGS:
        bare = word.removesuffix(ending)
        if bare != word and bare in SAME:
            return str(STEMMER.stemWord(SAME[bare]))
    return str(STEMMER.stemWord(word))
