"""Break points: where a message stopped on its way down, and how many people that leaves out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SILENT, STUCK = "silent", "stuck"
CARRIED, NOT_CARRIED, UNKNOWN = 1, 0, -1


@dataclass(frozen=True, slots=True)
class Break:
    """A node whose expected children did not carry the message on in time.

    node: its place in the given arrays. kind: `silent` when it did not carry either, `stuck` when it did.
    own_carried: None when nothing is known of it. expected, carried: its children. people_left: people below it.
    """

    node: int
    kind: str
    own_carried: bool | None
    expected: int
    carried: int
    share: float
    people_left: float


def break_points(
    parent: NDArray[np.int64],
    carried: NDArray[np.int8],
    is_expected: NDArray[np.bool_],
    people_left: NDArray[np.float64],
    break_share: float,
) -> list[Break]:
    """The break points of one or many expected trees, most people left out first (same number: in order of place).

    All arrays have shape (n,), one entry per node. parent: place of the node above, -1 for a root; parents may stand
    anywhere but form no cycle. carried: CARRIED or NOT_CARRIED by the deadline, UNKNOWN where no data tell.
    is_expected: whether the node owed the message. people_left: online people of the node itself who were not
    reached; NaN where unknown counts as none.
    A node breaks the chain when fewer than `break_share` (0-1) of its expected children carried in time, while it or
    its parent had carried; otherwise the break lies higher up. Children of whom nothing is known are left out of the
    share. Source: definition of Jangkau, threshold from its posting norm on chained reach.
    """
    expected = _among_children(parent, is_expected & (carried != UNKNOWN))
    reached = _among_children(parent, is_expected & (carried == CARRIED))
    share = np.divide(reached, expected, out=np.full(len(parent), np.nan), where=expected > 0)
    has = carried == CARRIED
    above = np.where(parent >= 0, has[parent], False) if len(parent) else has
    left = _below(parent, np.nan_to_num(people_left))
    places = np.flatnonzero((share < break_share) & (has | above))
    found = [
        Break(
            node=int(place),
            kind=STUCK if has[place] else SILENT,
            own_carried=None if carried[place] == UNKNOWN else bool(has[place]),
            expected=int(expected[place]),
            carried=int(reached[place]),
            share=float(share[place]),
            people_left=float(left[place]),
        )
        for place in places
    ]
    return sorted(found, key=lambda each: (-each.people_left, each.node))


def _among_children(parent: NDArray[np.int64], what: NDArray[np.bool_]) -> NDArray[np.int64]:
    """For each node, how many of its children are so."""
    chosen = parent[what & (parent >= 0)]
    return np.bincount(chosen, minlength=len(parent))


def _below(parent: NDArray[np.int64], amount: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each node, the sum over all nodes below it, without its own."""
    total = np.zeros(len(parent))
    above = parent
    while (above >= 0).any():  # once per level: to the parents, their parents, and so on up
        inside = above >= 0
        total += np.bincount(above[inside], weights=amount[inside], minlength=len(parent))
        above = np.where(inside, parent[above], -1)
    return total
