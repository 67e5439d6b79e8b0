"""The shape of a cascade: size, depth, breadth, structural virality, branching, and how fast it arrived."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from measures.cascade.tree import REGENCY, Node


@dataclass(frozen=True, slots=True)
class Shape:
    """Measures of one tree; its root (all originals together) is a node of the tree but not counted in the size.

    size: accounts that carried. depth: steps from the root to the farthest carrier. breadth: carriers per tier.
    branching: children per node of a tier, the root being the one node of the tier `regency`. virality: mean distance
    between two nodes, root included; None without a carrier. hours: until the last of them carried, None without.
    """

    size: int
    depth: int
    breadth: dict[str | None, int]
    branching: dict[str | None, float]
    virality: float | None
    hours: float | None


def shape(nodes: Sequence[Node], first: int | None = None) -> Shape:
    """The measures of a tree as `grown` returns it, or of its `first` carriers only.

    Parents are earlier than their children, so the first k carriers are a tree as well. Cascades are compared at
    equal size only. Sources: Goel et al. 2016 (structural virality); Juul & Ugander 2021 (equal sizes).
    """
    kept = nodes[:first]
    parents = parent_places(kept)
    breadth = Counter(node.tier for node in kept)
    children = Counter(REGENCY if parent < 0 else kept[parent].tier for parent in parents)
    nodes_per_tier = {**breadth, REGENCY: breadth[REGENCY] + 1}
    return Shape(
        size=len(kept),
        depth=max((node.depth for node in kept), default=0),
        breadth=dict(breadth),
        branching={tier: children[tier] / count for tier, count in nodes_per_tier.items()},
        virality=structural_virality(parents),
        hours=kept[-1].hours if kept else None,
    )


def parent_places(nodes: Sequence[Node]) -> list[int]:
    """For each node the place of its parent in the list, -1 for the root."""
    places = {node.account: place for place, node in enumerate(nodes)}
    return [places.get(node.parent, -1) for node in nodes]


def structural_virality(parents: Sequence[int]) -> float | None:
    """Mean distance, in steps, over all pairs of nodes of a tree; None when there is only the root.

    parents: shape (n,), for each node the place of its parent, which comes before it; -1 is the root. The root is a
    node too, so there are n + 1. Exact in one pass: the edge above a node lies on the way of every pair with one end
    below it and one end elsewhere. Source: Goel, Anderson, Hofman, Watts 2016, The Structural Virality of Online
    Diffusion (their Wiener index, divided by the number of pairs).
    """
    whole = len(parents) + 1
    below = [1] * len(parents)
    distances = 0
    for place in range(len(parents) - 1, -1, -1):
        distances += below[place] * (whole - below[place])
        if parents[place] >= 0:
            below[parents[place]] += below[place]
    return 2 * distances / (whole * (whole - 1)) if parents else None


def hours_to_share(arrivals: Sequence[float], expected: int, share: float) -> float | None:
    """Hours until this share (0-1) of the expected nodes had the message; None while it has not been reached.

    arrivals: hours of those of the expected nodes that carried it, in any order.
    """
    wanted = max(1, ceil(round(share * expected, 9)))
    return sorted(arrivals)[wanted - 1] if expected and wanted <= len(arrivals) else None
