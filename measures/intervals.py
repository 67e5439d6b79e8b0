"""Intervals: how sure a median or a share is."""

from functools import cache
from math import comb, sqrt

import numpy as np
from numpy.typing import NDArray

Z90 = 1.6448536269514722


@cache
def median_ranks(n: int, coverage: float = 0.9) -> tuple[int, int] | None:
    """Ranks (from 0) of the sorted values that enclose the median with at least this coverage.

    Exact from the binomial distribution with p = 1/2, free of any assumption on the values; None when even
    the smallest and the largest value do not reach it (n < 5 for 90 %).
    Source: Conover, Practical Nonparametric Statistics, confidence interval for a quantile.
    """
    if n > 400:  # the normal approximation is exact to a rank here; one rank further out keeps the promise
        lower = int((n - Z90 * sqrt(n)) / 2) - 1
        return lower, n - 1 - lower
    tail, chosen = 0.0, None
    for rank in range(n // 2):
        tail += comb(n, rank) / 2**n
        if 1 - 2 * tail < coverage:
            break
        chosen = rank
    return None if chosen is None else (chosen, n - 1 - chosen)


def median_interval(values: NDArray[np.float64]) -> tuple[float, float | None, float | None]:
    """Median, low and high of values of shape (n,), n >= 1; the 90 % interval is None where n is too small."""
    ordered = np.sort(values)
    n = len(ordered)
    middle = float((ordered[(n - 1) // 2] + ordered[n // 2]) / 2)
    ranks = median_ranks(n)
    if ranks is None:
        return middle, None, None
    return middle, float(ordered[ranks[0]]), float(ordered[ranks[1]])


def wilson(successes: int, trials: int, z: float = Z90) -> tuple[float, float] | None:
    """Wilson score interval of a share (0-1); None without trials. Source: Wilson 1927."""
    if trials == 0:
        return None
    share, square = successes / trials, z * z
    centre = (share + square / (2 * trials)) / (1 + square / trials)
    half = z * sqrt(share * (1 - share) / trials + square / (4 * trials**2)) / (1 + square / trials)
    return max(0.0, centre - half), min(1.0, centre + half)
