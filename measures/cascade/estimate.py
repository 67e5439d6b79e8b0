"""How many people a post reached when the platform does not say: from followers and the account's own past."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Times = NDArray[np.int64]
CHUNK = 4_000  # windows at a time: few enough to stay in the processor's cache


def followers_on(reported_on: Times, followers: Floats, asked: Times) -> Floats:
    """Followers of one account on each asked day (m,): the latest count until then, else the first one after.

    reported_on: days (n,), rising, with followers (n,). NaN where none was ever reported.
    """
    if not len(reported_on):
        return np.full(len(asked), np.nan)
    return followers[np.maximum(np.searchsorted(reported_on, asked, side="right") - 1, 0)]


def medians_before(at: Times, values: Floats, moments: Times, window: int, minimum: int) -> Floats:
    """Median of the last `window` values before each moment (m,), one account; NaN with fewer than `minimum`.

    at: moments (n,) of the values (n,), rising; a value at the moment itself is not before it.
    """
    ends, place = np.unique(np.searchsorted(at, moments, side="left"), return_inverse=True)
    found = np.full(len(ends), np.nan)
    enough = np.flatnonzero(ends >= max(minimum, 1))
    windows = sliding_window_view(np.concatenate([np.full(window, np.inf), values]), window)
    for start in range(0, len(enough), CHUNK):
        piece = enough[start : start + CHUNK]
        found[piece] = _middles(windows[ends[piece]], np.minimum(ends[piece], window))
    return found[place]


def _middles(rows: Floats, count: Times) -> Floats:
    """Median of the lowest `count` values of each row."""
    rows, row = np.sort(rows, axis=1), np.arange(len(rows))
    return (rows[row, (count - 1) // 2] + rows[row, count // 2]) / 2


def typical(values: Floats) -> Floats:
    """Median of the known values (a, m) of each column (m,); NaN where none is known."""
    ordered, count = np.sort(values, axis=0), (~np.isnan(values)).sum(axis=0)  # the unknown come last
    column, top = np.arange(values.shape[1]), np.maximum(count, 1)
    if not len(values):
        return np.full(len(column), np.nan)
    return (ordered[(top - 1) // 2, column] + ordered[top // 2, column]) / 2


def estimated(followers: Floats, ratio: Floats, reach: Floats, tier_ratio: Floats, tier_reach: Floats) -> Floats:
    """Estimated reach (n,): people per post; NaN where nothing supports one.

    In this order: followers x the account's own usual reach per follower (0-1 and above); the account's own usual
    reach, where its followers were never reported; followers x the tier's usual ratio; the tier's usual reach.
    """
    choices = (followers * ratio, np.where(np.isnan(followers), reach, np.nan), followers * tier_ratio, tier_reach)
    found = np.full(len(followers), np.nan)
    for choice in choices:
        found = np.where(np.isnan(found), choice, found)
    return found
