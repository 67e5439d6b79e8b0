"""A grid of hexagons on which groups settle: every group stays in one piece while everybody moves nearer home."""

import heapq
from collections.abc import Callable, Iterable, Sequence
from math import atan2, exp, pi, sqrt
from random import Random

import numpy as np
from numpy.typing import NDArray

NOBODY, WALL = -1, -2
SPREAD = 1.5  # groups start this much farther apart than they are, so that none lies in another's way
MARGIN = 6
TOUCH = 3.0  # what two neighbouring hexagons are worth, in squared circumradii: no gaps
KIN = 2.0  # what they are worth on top when they are of one group: no ragged borders
HOT, COLD = 60.0, 0.05  # the same unit


class Board:
    """Who stands on which cell. Cells are numbered row by row; a row's cells have one r, a cell's neighbours six steps.

    `homes` has shape (n, 2), in circumradii of a hexagon, y up; `groups` numbers from 0, one per home. Hexagons stand
    on a corner: the centre of (q, r) is (sqrt(3) * (q + r / 2), 1.5 * r).
    """

    def __init__(self, homes: NDArray[np.float64], groups: Sequence[int]) -> None:
        self.homes = [(float(x), float(y)) for x, y in homes]
        self.of = list(groups)
        self.members = [[who for who, group in enumerate(groups) if group == one] for one in range(max(groups) + 1)]
        self.half = int(SPREAD * np.abs(homes).max() * 1.2 + 2 * sqrt(len(homes))) + MARGIN
        self.width = width = 2 * self.half + 1
        self.ring = (1, width, width - 1, -1, -width, 1 - width)  # from the east, against the clock
        self.places = [(sqrt(3) * (q + r / 2), 1.5 * r) for r in self._span() for q in self._span()]
        self.group = [WALL if self._is_edge(cell) else NOBODY for cell in range(width * width)]
        self.who = [NOBODY] * (width * width)
        self.cell = [NOBODY] * len(homes)
        for group in sorted(range(len(self.members)), key=self._distance):
            self._settle(group)

    def axial(self) -> NDArray[np.int64]:
        """Shape (n, 2): q and r of everybody."""
        rows, columns = np.divmod(np.array(self.cell, dtype=np.int64), self.width)
        return np.column_stack([columns - self.half, rows - self.half])

    def _span(self) -> range:
        return range(-self.half, self.half + 1)

    def _is_edge(self, cell: int) -> bool:
        return {0, self.width - 1} & set(divmod(cell, self.width)) != set()

    def _middle(self, group: int) -> tuple[float, float]:
        homes = [self.homes[who] for who in self.members[group]]
        return sum(x for x, _ in homes) / len(homes) * SPREAD, sum(y for _, y in homes) / len(homes) * SPREAD

    def _distance(self, group: int) -> float:
        return sum(part**2 for part in self._middle(group))

    def _settle(self, group: int) -> None:
        """The free cells nearest the group's middle, in one piece."""
        x, y = self._middle(group)
        away = [(across - x) ** 2 + (up - y) ** 2 for across, up in self.places]
        for start in np.argsort(away, kind="stable").tolist():
            if self.group[start] == NOBODY and self._grow(group, start, away):
                return
        raise ValueError("the grid is too small for these groups")

    def _grow(self, group: int, start: int, away: list[float]) -> bool:
        """From one cell to as many as the group needs; everything back when a pocket is too small for it."""
        wanted, taken, edge = self.members[group], list[int](), [(away[start], start)]
        while edge and len(taken) < len(wanted):
            _, cell = heapq.heappop(edge)
            if self.group[cell] == NOBODY and (not taken or self.around(cell, group)[1] == 1):
                self.group[cell] = group
                taken.append(cell)
                for step in self.ring:
                    heapq.heappush(edge, (away[cell + step], cell + step))
        if len(taken) < len(wanted):
            for cell in taken:
                self.group[cell] = NOBODY
            return False
        for who, cell in zip(wanted, taken, strict=True):
            self.put(who, cell)
        return True

    def put(self, who: int, cell: int) -> None:
        self.cell[who], self.who[cell], self.group[cell] = cell, who, self.of[who]

    def lift(self, cell: int) -> None:
        self.who[cell] = self.group[cell] = NOBODY

    def away(self, who: int, cell: int) -> float:
        """Squared distance from home."""
        (x, y), (home_x, home_y) = self.places[cell], self.homes[who]
        return (x - home_x) ** 2 + (y - home_y) ** 2

    def around(self, cell: int, group: int) -> tuple[int, int]:
        """How many neighbours are of the group, and in how many stretches they lie around the cell."""
        count = stretches = 0
        was = self.group[cell + self.ring[5]] == group
        for step in self.ring:
            is_kin = self.group[cell + step] == group
            count += is_kin
            stretches += is_kin and not was
            was = is_kin
        return count, stretches

    def beside(self, cell: int) -> int:
        """How many neighbours are taken."""
        return sum(self.group[cell + step] >= 0 for step in self.ring)

    def strain(self) -> float:
        """What the annealing makes small: squared distances from home, less what neighbours are worth."""
        far = sum(self.away(who, cell) for who, cell in enumerate(self.cell))
        touching = sum(self.beside(cell) for cell in self.cell)
        kin = sum(self.around(cell, self.group[cell])[0] for cell in self.cell)
        return far - (TOUCH * touching + KIN * kin) / 2

    def faults(self) -> int:
        """Enclosed empty cells, and pieces of the whole beyond the first."""
        taken = set(self.cell)
        empty = {cell for cell, group in enumerate(self.group) if group == NOBODY}
        pieces = 0
        while taken:
            taken -= self._reached(min(taken), taken.__contains__)
            pieces += 1
        outside = self._reached(self.width + 1, empty.__contains__)
        return len(empty - outside) + pieces - 1

    def _reached(self, start: int, is_in: Callable[[int], bool]) -> set[int]:
        reached, edge = {start}, [start]
        while edge:
            cell = edge.pop()
            found = [cell + step for step in self.ring if cell + step not in reached and is_in(cell + step)]
            reached.update(found)
            edge.extend(found)
        return reached


def anneal(board: Board, steps: int, seed: int) -> None:
    """Simulated annealing with `steps` tries for everybody; the same seed gives the same board.

    Source: Kirkpatrick, Gelatt and Vecchi 1983. A step that would part a group or enclose something in it is never
    taken: leaving and joining are allowed only where the group's cells lie around a cell in one stretch.
    """
    chance = Random(seed).random
    count = len(board.cell)
    warmth, cooling = HOT, (COLD / HOT) ** (1 / max(1, steps * count))
    for _ in range(steps * count):
        warmth *= cooling
        who = int(chance() * count)
        _try(board, who, _target(board, who, chance), warmth, chance)
    _swap_home(board)


def _target(board: Board, who: int, chance: Callable[[], float]) -> int:
    """A neighbouring cell, the one towards home, or a cell at another end of the group."""
    cell, choice = board.cell[who], chance()
    if choice < 0.5:
        return cell + board.ring[int(chance() * 6)]
    if choice < 0.75:
        (x, y), (home_x, home_y) = board.places[cell], board.homes[who]
        return cell + board.ring[int(atan2(home_y - y, home_x - x) / (pi / 3) + 6.5) % 6]
    mates = board.members[board.of[who]]
    cell = board.cell[mates[int(chance() * len(mates))]]
    return cell + board.ring[int(chance() * 6)] if choice < 0.875 else cell


def _try(board: Board, who: int, target: int, warmth: float, chance: Callable[[], float]) -> None:
    """Go to the target, changing places with whoever stands there, if that is allowed and luck has it."""
    start, other = board.cell[who], board.who[target]
    mine, theirs = board.group[start], board.group[target]
    if start == target or theirs == WALL:
        return
    cost = board.away(who, target) - board.away(who, start)
    if other != NOBODY:
        cost += board.away(other, start) - board.away(other, target)
    if mine != theirs:
        board.lift(start)
        board.lift(target)
        cost += _loss(board, start, target, mine, theirs)
    if cost <= 0 or chance() < exp(-cost / warmth):
        start, target = target, start
    board.put(who, start)
    if other != NOBODY:
        board.put(other, target)


def _loss(board: Board, start: int, target: int, mine: int, theirs: int) -> float:
    """What neighbours are worth less after the step; infinite where it would part a group. Both cells are lifted."""
    left, joined = board.around(start, mine), board.around(target, mine)
    if len(board.members[mine]) > 1 and (left[1] != 1 or joined[1] != 1):
        return float("inf")
    loss = KIN * (left[0] - joined[0])
    if theirs == NOBODY:
        return loss + TOUCH * (board.beside(start) - board.beside(target))
    left, joined = board.around(target, theirs), board.around(start, theirs)
    if len(board.members[theirs]) > 1 and (left[1] != 1 or joined[1] != 1):
        return float("inf")
    return loss + KIN * (left[0] - joined[0])


def _swap_home(board: Board) -> None:
    """Within each group, change places as long as any two are nearer home for it."""
    while any(_swap(board, one, other) for mates in board.members for one, other in _pairs(mates)):
        pass


def _pairs(mates: Sequence[int]) -> Iterable[tuple[int, int]]:
    return ((one, other) for place, one in enumerate(mates) for other in mates[place + 1 :])


def _swap(board: Board, one: int, other: int) -> bool:
    here, there = board.cell[one], board.cell[other]
    before = board.away(one, here) + board.away(other, there)
    if board.away(one, there) + board.away(other, here) >= before - 1e-9:
        return False
    board.put(one, there)
    board.put(other, here)
    return True
