"""Outlines with fewer points, in which neighbours that shared a border share it still."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Ring = NDArray[np.float64]
Floats = NDArray[np.float64]
Counts = NDArray[np.int64]
Edge = tuple[tuple[float, float], ...]
Owners = tuple[int, ...]


def simplified(rings: Sequence[Ring], most: int) -> list[Ring]:
    """The rings, each closed and of shape (k, 2), none above `most` points.

    Each ring has its own tolerance, a border the larger of its two rings', so that it loses the same points in both.
    Points at which borders meet always stay; a ring that would be left without an area keeps all its points, as does
    one with few points and such neighbours. Source: Douglas and Peucker 1973, for every tolerance at once.
    """
    if all(len(ring) <= most for ring in rings):
        return list(rings)
    owners = _owners(rings)
    borders = [list(_borders(ring, owners)) for ring in rings]
    weights = iter(_weights([line for border in borders for line, _ in border]))
    weighed = [[next(weights) for _ in border] for border in borders]
    tolerances = [_tolerance(np.concatenate([each[:-1] for each in parts]), most) for parts in weighed]
    found = []
    for ring, border, parts in zip(rings, borders, weighed, strict=True):
        limits = (max(tolerances[owner] for owner in sharing) for _, sharing in border)
        kept = [line[part > limit][:-1] for (line, _), part, limit in zip(border, parts, limits, strict=True)]
        thin = np.concatenate([*kept, kept[0][:1]])
        found.append(thin if len(thin) > 3 else ring)
    return found


def _tolerance(weights: Floats, most: int) -> float:
    """Below which points go, so that with the closing point no more than `most` stay."""
    if len(weights) < most:
        return -1.0
    finite = weights[np.isfinite(weights)].max(initial=0)
    return float(min(finite, np.sort(weights)[-most]))


def _edges(ring: Ring) -> Iterator[Edge]:
    return (tuple(sorted(edge)) for edge in pairwise(map(tuple, ring.tolist())))


def _owners(rings: Sequence[Ring]) -> dict[Edge, Owners]:
    """Which rings run along each edge."""
    owners: dict[Edge, Owners] = {}
    for number, ring in enumerate(rings):
        for edge in _edges(ring):
            owners[edge] = (*owners.get(edge, ()), number)
    return owners


def _borders(ring: Ring, owners: dict[Edge, Owners]) -> Iterator[tuple[Ring, Owners]]:
    """The ring cut where its neighbours change, each part with both its ends and with the rings that share it."""
    runs = [owners[edge] for edge in _edges(ring)]
    meetings = [place for place in range(len(runs)) if runs[place - 1] != runs[place]]
    start = meetings[0] if meetings else min(range(len(runs)), key=lambda place: tuple(ring[place]))
    turned = np.concatenate([ring[start:-1], ring[: start + 1]])
    for first, last in pairwise([*(place - start for place in meetings or [start]), len(runs)]):
        yield turned[first : last + 1], runs[(start + first) % len(runs)]


def _weights(lines: Sequence[Ring]) -> list[Floats]:
    """For each point of each line the tolerance from which on it goes; infinite for the ends.

    A line gives the same from either end. All lines are split at once, each at the point farthest from its chord.
    """
    turns = [-1 if (tuple(line[0]), tuple(line[1])) > (tuple(line[-1]), tuple(line[-2])) else 1 for line in lines]
    points = np.concatenate([line[::turn] for line, turn in zip(lines, turns, strict=True)])
    ends = np.cumsum([len(line) for line in lines])
    weights = np.full(len(points), np.inf)
    first, last, limit = np.concatenate([[0], ends[:-1]]), ends - 1, np.full(len(lines), np.inf)
    while (is_long := last - first > 1).any():
        first, last = first[is_long], last[is_long]
        middle, off = _farthest(points, first, last)
        weights[middle] = limit = np.minimum(limit[is_long], off)
        first, last, limit = np.append(first, middle), np.append(middle, last), np.append(limit, limit)
    return [part[::turn] for part, turn in zip(np.split(weights, ends[:-1]), turns, strict=True)]


def _farthest(points: Ring, first: Counts, last: Counts) -> tuple[Counts, Floats]:
    """Between each first and last point the one farthest from the straight line between them, and how far that is."""
    counts = last - first - 1
    starts = np.cumsum(counts) - counts
    chord = np.repeat(np.arange(len(counts)), counts)
    inner = np.arange(len(chord)) + (first + 1 - starts)[chord]
    along = points[last] - points[first]
    length = np.maximum((along**2).sum(axis=1), 1e-18)  # a closed line has no chord: there it is the way to its end
    away = points[inner] - points[first][chord]
    share = np.clip((away * along[chord]).sum(axis=1) / length[chord], 0, 1)
    off = np.hypot(*(away - share[:, None] * along[chord]).T)
    top = np.maximum.reduceat(off, starts)
    places = np.flatnonzero(off == top[chord])
    _, earliest = np.unique(chord[places], return_index=True)
    return inner[places[earliest]], top
