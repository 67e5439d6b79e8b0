"""A map of equal hexagons: one for every village, near its true place, the villages of a kecamatan together."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

import numpy as np
from numpy.typing import NDArray

from measures.hexgrid import Board, anneal

KM_PER_DEGREE = 6371.0088 * np.pi / 180
WIDEST = 200  # circumradii from end to end, so that a wrong area cannot ask for an endless grid
STEPS, TRIES = 8000, 3  # half a minute for 284 villages
CORNERS = ((1, 1), (0, 2), (-1, 1), (-1, -1), (0, -2), (1, -1), (1, 1))

Floats = NDArray[np.float64]
Cells = NDArray[np.int64]


@dataclass(frozen=True)
class Fit:
    """How a map of hexagons lies on the true one: circumradius and shift in km, and how far centres then are off."""

    size_km: float
    east_km: float
    north_km: float
    moved_km: Floats  # shape (n,)

    @property
    def mean_km(self) -> float:
        return float(self.moved_km.mean())

    @property
    def max_km(self) -> float:
        return float(self.moved_km.max())


def plane(longitude: Floats, latitude: Floats, centre: tuple[float, float]) -> tuple[Floats, Floats]:
    """Kilometres east and north of a centre (longitude, latitude), good for places as small as a regency."""
    narrowing = cos(radians(centre[1]))
    return (longitude - centre[0]) * KM_PER_DEGREE * narrowing, (latitude - centre[1]) * KM_PER_DEGREE


def hexagons(x: Floats, y: Floats, groups: Sequence[str], area_km2: float, steps: int = STEPS) -> Cells:
    """Axial q and r, shape (n, 2), of one hexagon each for n >= 1 points in km.

    All hexagons together are as large as `area_km2`, above 0. No two points share one, and those of a group are one
    connected piece without a hole. Of TRIES annealings the one with the fewest gaps counts, then the least strained;
    nothing in it is left to chance, so the same points give the same map.
    """
    numbers = {group: number for number, group in enumerate(sorted(set(groups)))}
    homes = np.column_stack([x - x.mean(), y - y.mean()]) / _circumradius(x, y, area_km2)
    boards = []
    for seed in range(TRIES):
        board = Board(homes, [numbers[group] for group in groups])
        anneal(board, steps, seed)
        boards.append(board)
    return min(boards, key=lambda board: (board.faults(), board.strain())).axial()


def _circumradius(x: Floats, y: Floats, area_km2: float) -> float:
    span = float(max(np.ptp(x), np.ptp(y)))
    return max(sqrt(2 * area_km2 / (3 * sqrt(3) * len(x))), span / WIDEST)


def _lattice(cells: Cells) -> Cells:
    """Centres in half widths (sqrt(3) / 2) and quarter heights (1 / 2), which are whole numbers; r grows northward."""
    return np.column_stack([2 * cells[:, 0] + cells[:, 1], 3 * cells[:, 1]])


def fit(cells: Cells, x: Floats, y: Floats) -> Fit:
    """Scale and shift, by least squares, that bring the hexagons of shape (n, 2) nearest to the points in km."""
    centres = _lattice(cells) * (sqrt(3) / 2, 1 / 2)
    points = np.column_stack([x, y])
    around, away = centres - centres.mean(axis=0), points - points.mean(axis=0)
    size = float((around * away).sum() / max(1e-12, (around**2).sum()))
    size = size if size > 0 else 1.0
    east, north = points.mean(axis=0) - size * centres.mean(axis=0)
    moved = np.hypot(*(size * around - away).T)
    return Fit(size, float(east), float(north), moved)


def outlines(cells: Cells, size_km: float, east_km: float, north_km: float) -> Floats:
    """Closed rings of shape (n, 7, 2), in km; neighbours share the very same numbers at their corners."""
    corners = _lattice(cells)[:, None, :] + np.array(CORNERS)[None, :, :]
    return corners * (size_km * sqrt(3) / 2, size_km / 2) + (east_km, north_km)
