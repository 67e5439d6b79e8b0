"""The next best node: which further accounts would add the most people to a message."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from measures.cascade.reach import Floats, Overlap, Places, head_count

BLOCK = 32  # accounts tried in one go: few enough to stay in the processor's cache


@dataclass(frozen=True)
class Candidates:
    """Accounts (c): shares of the villages (c, v), own village or -1, and the most people each can ever add."""

    share: Floats
    village: Places
    most: Floats


def candidates(share: Floats, village: Places, online: Floats) -> Candidates:
    """No account adds more than it reaches, and one person more per village by rounding, whatever the message."""
    return Candidates(share, village, np.nansum(share * online + (share > 0), axis=1))


def point_with(overlap: Overlap, share: Floats, sainsbury: float) -> Floats:
    """The point estimate (c, v) of each village if one more account with shares (c, v) carried the message too."""
    low, high = np.nan_to_num(overlap.low), np.nan_to_num(overlap.high)
    high_with = 1 - (1 - high) * (1 - share)
    return np.maximum(np.maximum(low, share), sainsbury * high_with)


def people_added(overlap: Overlap, with_one: Floats, online: Floats) -> Places:
    """People (c,) by which the regency's point estimate grows, as the sum of the villages' whole people.

    with_one: point estimates (c, v) of `point_with`. Where nothing was known before, the gain counts from nobody.
    """
    before = head_count(np.nan_to_num(overlap.point), online)
    return np.nansum(head_count(with_one, online) - before, axis=1).astype(np.int64)


def villages_added(with_one: Floats, is_unreached: NDArray[np.bool_], village: Places, indirect_share: float) -> Places:
    """Unreached villages (v,) that each account (c,) would carry the message into, or reach from outside."""
    arrives = with_one >= indirect_share  # NaN is not
    at_home = np.flatnonzero(village >= 0)
    arrives[at_home, village[at_home]] = True
    return (arrives & is_unreached).sum(axis=1)


def next_best(
    overlap: Overlap, known: Candidates, online: Floats, is_unreached: NDArray[np.bool_], is_free: NDArray[np.bool_],
    sainsbury: float, indirect_share: float, count: int,
) -> list[tuple[int, int, int]]:  # fmt: skip
    """The `count` best free accounts as (account, people added, villages added): most people, then most villages.

    is_unreached (v,): villages the message has not arrived in. is_free (c,): accounts that have not carried it. Of
    equals the first comes first; who adds nothing is left out. Tries the largest first and stops once no other
    account can add as many people as the last of the best.
    """
    found: list[tuple[int, int, int]] = []
    order = np.argsort(-known.most, kind="stable")
    order = order[is_free[order]]
    for start in range(0, len(order), BLOCK):
        if len(found) == count and -found[-1][0] > known.most[order[start]]:
            break
        tried = order[start : start + BLOCK]
        with_one = point_with(overlap, known.share[tried], sainsbury)
        people = people_added(overlap, with_one, online)
        villages = villages_added(with_one, is_unreached, known.village[tried], indirect_share)
        adding = np.flatnonzero((people > 0) | (villages > 0))
        ranked = zip(-people[adding], -villages[adding], tried[adding], strict=True)
        found = sorted([*found, *((int(p), int(v), int(account)) for p, v, account in ranked)])[:count]
    return [(account, -people, -villages) for people, villages, account in found]
