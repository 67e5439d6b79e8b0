"""How much a unit speaks of its own matters: its posts against those of all other units, by their words."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from measures.cascade.words import group
from measures.standard.caption import WORD, read_caption

LEAST_POSTS = 5
SHORTEST_WORD = 3
VOCABULARY_LIMIT = 2**20  # words of one call; keys of unit and word stay within 63 bits
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def words_said(captions: Sequence[str]) -> tuple[Ints, Ints]:
    """The telling words of captions as two arrays of shape (said,): the caption's place, and a number for the root.

    Function words, numbers, links, hashtags and mentions are left out: they name no topic, or only the account.
    """
    numbers: dict[str, int] = {}
    empty = group("stop")
    places, roots = [], []
    for place, caption in enumerate(captions):
        read = read_caption(caption)
        for word, root, kind in zip(read.words, read.roots, read.kinds, strict=True):
            if kind == WORD and len(word) >= SHORTEST_WORD and word not in empty:
                places.append(place)
                roots.append(numbers.setdefault(root, len(numbers)) % VOCABULARY_LIMIT)
    return np.array(places, np.int64), np.array(roots, np.int64)


def uniqueness(units: Ints, places: Ints, roots: Ints) -> tuple[Floats, Ints]:
    """Uniqueness (0-1) and the number of posts compared, both of shape (units,), by unit number.

    units: shape (posts,), whose each post is, numbered from 0. places, roots: shape (said,), as `words_said` gives
    them, places in order. Of a unit it is 1 - the mean cosine of its posts' TF-IDF vectors (1 + ln tf, smoothed idf,
    length 1) with the centroid of all posts of the others; leaving its own out keeps a unit that posts much from being
    compared with itself. NaN with fewer than five posts that say anything, and where the others say nothing.
    Source of the weights: Salton & Buckley 1988.
    """
    count = int(units.max(initial=-1)) + 1
    if not len(places):
        return np.full(count, np.nan), np.zeros(count, np.int64)
    place, root, value = _vectors(places, roots, len(units))
    speaking = np.bincount(units[np.unique(place)], minlength=count)
    width = int(root.max()) + 1
    everyone = np.bincount(root, value, width)
    key, where = np.unique(units[place] * width + root, return_inverse=True)
    own, unit, word = np.bincount(where, value), key // width, key % width
    with_everyone = np.bincount(unit, own * everyone[word], count)
    with_itself = np.bincount(unit, own * own, count)
    others = everyone @ everyone - 2 * with_everyone + with_itself  # squared length of what the others say together
    is_known = (speaking >= LEAST_POSTS) & (speaking < speaking.sum())
    length = np.sqrt(np.maximum(others, 0))
    is_known &= length > 1e-9
    alike = (with_everyone - with_itself) / np.where(is_known, speaking * length, 1)
    return np.where(is_known, np.clip(1 - alike, 0, 1), np.nan), speaking


def _vectors(places: Ints, roots: Ints, posts: int) -> tuple[Ints, Ints, Floats]:
    """TF-IDF vectors of length 1 as parallel arrays: place of the post, root, weight."""
    width = int(roots.max()) + 1
    key, times = np.unique(places * width + roots, return_counts=True)
    place, root = key // width, key % width
    posts_with = np.bincount(root, minlength=width)
    speaking = len(np.unique(place))
    weight = (1 + np.log(times)) * (1 + np.log((1 + speaking) / (1 + posts_with[root])))
    lengths = np.sqrt(np.bincount(place, weight * weight, posts))
    return place, root, weight / lengths[place]
