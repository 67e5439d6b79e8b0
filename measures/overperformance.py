"""Overperformance: how a post did against what its account usually does (CrowdTangle's published method)."""

from bisect import insort

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Floats = NDArray[np.float64]
CHUNK = 4_000  # windows at a time: few enough to stay in the processor's cache


def expected_interactions(interactions: Floats, window: int, minimum: int, first: int = 0) -> Floats:
    """Expected interactions of each post from the `window` posts before it, oldest first.

    interactions: shape (n,), one account, one post type, one age class, in order of publishing.
    first: posts before this one are only looked back at; they get NaN.
    Returns shape (n,): the mean of the middle half of the posts before (top and bottom quarter dropped);
    NaN where fewer than `minimum` posts came before. Unit: interactions per post.
    Source: CrowdTangle, "How do you calculate overperforming scores?" (last 100 posts of the same type,
    drop the top and bottom 25 %, mean of the middle 50 %).
    """
    n = len(interactions)
    expected = np.full(n, np.nan)
    expected[: min(window, n)] = _while_few(interactions[:window].tolist(), minimum)
    expected[:first] = np.nan
    full = max(window, first)
    if n > full:
        windows = sliding_window_view(interactions, window)[full - window : -1]
        for start in range(0, len(windows), CHUNK):
            piece = windows[start : start + CHUNK]
            expected[full + start : full + start + len(piece)] = middle_half_mean(piece)
    return expected


def _while_few(interactions: list[float], minimum: int) -> list[float]:
    """What is expected of the first posts, whose past is shorter than the window."""
    expected, past = [], []  # type: list[float], list[float]
    for value in interactions:
        quarter = len(past) // 4
        middle = past[quarter : len(past) - quarter]
        expected.append(sum(middle) / len(middle) if len(past) >= minimum and middle else float("nan"))
        insort(past, value)
    return expected


def middle_half_mean(rows: Floats) -> Floats:
    """Mean of each row without its lowest and highest quarter (whole posts, rounded down)."""
    width = rows.shape[1]
    quarter = width // 4
    return np.sort(rows, axis=1)[:, quarter : width - quarter].mean(axis=1)


def overperforming_score(actual: Floats, expected: Floats, minimum: float) -> Floats:
    """The score of each post: 2,0 is twice the usual, -2,0 is half of it.

    actual, expected: shape (n,), interactions. minimum: posts that beat a low expectation but stay below
    this many interactions score actual / minimum, between 0 and 1. NaN where nothing is expected.
    Source: CrowdTangle, "How do you calculate overperforming scores?".
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        above = actual / np.where(expected > 0, expected, 1.0)  # nothing expected: as if one interaction were
        below = np.where(actual > 0, -(expected / actual), -2 * expected)
        score = np.where(above >= 1, above, below)
        small = (actual >= expected) & (actual < minimum)
    return np.where(np.isnan(expected), np.nan, np.where(small, actual / minimum, score))
