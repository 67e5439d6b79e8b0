"""How many people a message reached, without counting anyone twice: where reach falls, and how it overlaps."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
EVERYWHERE = ("regency", "agency")
TIERS = (*EVERYWHERE, "kecamatan", "village")


@dataclass(frozen=True)
class Ground:
    """The villages (v): people online, NaN where the population is unknown, and the number of their kecamatan."""

    online: Floats
    kecamatan: Places


@dataclass(frozen=True)
class Senders:
    """Accounts (a): people of the regency reached, tier, and the numbers of their kecamatan and village, else -1.

    An account with several posts of one message is one sender, with its best known reach: its followers are the
    same people each time. `local` is reach x local share, NaN where either is unknown.
    """

    local: Floats
    tier: NDArray[np.str_]
    kecamatan: Places
    village: Places


@dataclass(frozen=True)
class Placement:
    """Shares of a village's online people that add up: any village, one in the own kecamatan, the own village."""

    everywhere: Floats
    in_kecamatan: Floats
    in_village: Floats


@dataclass(frozen=True)
class Overlap:
    """Share of each village's online people (v) that the message reached: 0 <= low <= point <= high <= 1."""

    low: Floats
    point: Floats
    high: Floats


def placed(senders: Senders, ground: Ground, kecamatan_own: float, village_own: float) -> Placement:
    """Where the people reached by each account live, as shares (a,) of the online people there.

    Regency and agency: over all villages in proportion to people online. Kecamatan: `kecamatan_own` (0-1) in the own
    kecamatan, the rest over the whole regency, the own part included. Village: `village_own` in the own village, the
    rest over its kecamatan, itself included. Unknown reach or another tier gives NaN; what would fall where nobody
    is known to be online is placed nowhere. May exceed 1; `shares` cuts. Source: definition of Jangkau.
    """
    tier = senders.tier
    is_kecamatan, is_village = tier == "kecamatan", tier == "village"
    local = np.where(np.isin(tier, TIERS), senders.local, np.nan)
    whole = np.full(len(local), np.nansum(ground.online))
    wide = np.select([np.isin(tier, EVERYWHERE), is_kecamatan], [1.0, 1 - kecamatan_own], 0.0)
    middle = np.select([is_kecamatan, is_village], [kecamatan_own, 1 - village_own], 0.0)
    narrow = np.where(is_village, village_own, 0.0)
    inside, at_home = _people(_of_kecamatan(ground), senders.kecamatan), _people(ground.online, senders.village)
    return Placement(_share(wide * local, whole), _share(middle * local, inside), _share(narrow * local, at_home))


def shares(senders: Senders, placement: Placement, ground: Ground) -> Floats:
    """p of each account in each village (a, v), 0-1; NaN where reach or people online are unknown."""
    share = placement.in_kecamatan[:, None] * (senders.kecamatan[:, None] == ground.kecamatan)
    share += placement.everywhere[:, None]
    at_home = np.flatnonzero(senders.village >= 0)
    share[at_home, senders.village[at_home]] += placement.in_village[at_home]
    np.minimum(share, 1.0, out=share)
    share[:, np.isnan(ground.online)] = np.nan
    return share


def overlapped(share: Floats, sainsbury: float) -> Overlap:
    """How large a share of each village at least one account reached, from shares (a, v).

    low: the largest account, everyone else overlaps with it. high = 1 - prod(1 - p): random duplication.
    point = max(low, sainsbury x high): the 0.95 variant usually called Sainsbury. An account whose p is NaN adds
    nothing; a village in which no p is known is NaN. Low to high holds any audience between nested and independent;
    audiences that avoid each other can lie above it. Source: random duplication of independent audiences.
    """
    unknown = np.isnan(share)
    counted = np.where(unknown, 0.0, share)
    low = counted.max(axis=0, initial=0.0)
    high = np.maximum(low, 1 - np.prod(1 - counted, axis=0))  # rounding alone may put a single account above itself
    parts = (low, np.maximum(low, sainsbury * high), high)
    return Overlap(*(np.where(unknown.all(axis=0), np.nan, part) for part in parts))


def head_count(share: Floats, online: Floats) -> Floats:
    """Whole people: share x people online, halves up; NaN stays. Larger areas are sums of these, not rounded again."""
    return np.floor(share * online + 0.5)


def _of_kecamatan(ground: Ground) -> Floats:
    people = np.zeros(ground.kecamatan.max(initial=-1) + 1)
    np.add.at(people, ground.kecamatan, np.nan_to_num(ground.online))
    return people


def _people(online: Floats, place: Places) -> Floats:
    """People online at each place (a,); nobody at the place -1."""
    return np.append(np.nan_to_num(online), 0.0)[place]


def _share(people: Floats, there: Floats) -> Floats:
    nobody = np.where(np.isnan(people), np.nan, 0.0)
    return np.divide(people, there, out=nobody, where=there > 0)
