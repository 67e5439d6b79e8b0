"""People reached without counting anyone twice: cases worked out by hand, then rules for any numbers."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.cascade.next_node import candidates, next_best, people_added, point_with, villages_added
from measures.cascade.reach import TIERS, Ground, Overlap, Senders, head_count, overlapped, placed, shares

KECAMATAN_OWN, VILLAGE_OWN, SAINSBURY, INDIRECT = 0.80, 0.85, 0.95, 0.30
UNKNOWN = np.nan
# Kecamatan 0 has villages 0 and 1, kecamatan 1 has villages 2 and 3; nobody knows how many live in village 3.
GROUND = Ground(np.array([1000.0, 3000.0, 4000.0, UNKNOWN]), np.array([0, 0, 1, 1]))


def senders(*said: tuple) -> Senders:
    """Accounts as (people reached in the regency, tier, kecamatan, village)."""
    local, tier, kecamatan, village = zip(*said, strict=True) if said else ((), (), (), ())
    return Senders(np.array(local, float), np.array(tier, str), np.array(kecamatan, int), np.array(village, int))


def share_of(accounts: Senders, ground: Ground = GROUND) -> np.ndarray:
    return shares(accounts, placed(accounts, ground, KECAMATAN_OWN, VILLAGE_OWN), ground)


def people(accounts: Senders, ground: Ground = GROUND) -> dict[str, list]:
    found = overlapped(share_of(accounts, ground), SAINSBURY)
    return {name: head_count(getattr(found, name), ground.online).tolist() for name in ("low", "point", "high")}


REGENCY = (2000 * 0.8, "regency", -1, -1)  # reach 2,000, of which 80 % within the regency
KECAMATAN = (1000, "kecamatan", 0, -1)
VILLAGE = (500, "village", 0, 0)


def test_a_regency_account_falls_on_all_villages_in_proportion_to_people_online():
    # 1,600 people over 1,000 + 3,000 + 4,000 online: 0.2 of each village
    np.testing.assert_allclose(share_of(senders(REGENCY)), [[0.2, 0.2, 0.2, UNKNOWN]])


def test_an_agency_account_falls_as_a_regency_account_does():
    np.testing.assert_array_equal(share_of(senders((1600, "agency", -1, -1))), share_of(senders(REGENCY)))


def test_a_kecamatan_account_falls_mostly_on_its_own_kecamatan_and_the_rest_everywhere():
    # own: 80 % of 1,000 = 800 over 1,000 + 3,000 online = 0.2; everywhere: 200 over 8,000 = 0.025
    np.testing.assert_allclose(share_of(senders(KECAMATAN)), [[0.225, 0.225, 0.025, UNKNOWN]])


def test_a_village_account_falls_mostly_on_its_own_village_and_the_rest_on_its_kecamatan():
    # own: 85 % of 500 = 425 over 1,000 = 0.425; kecamatan: 75 over 4,000 = 0.01875
    np.testing.assert_allclose(share_of(senders(VILLAGE)), [[0.44375, 0.01875, 0, UNKNOWN]])


def test_three_accounts_worked_out_by_hand():
    # village 0: p 0.2, 0.225, 0.44375; low = 0.44375; high = 1 - 0.8 x 0.775 x 0.55625 = 0.655125
    #            point = 0.95 x 0.655125 = 0.62236875; of 1,000 people: 444, 622, 655
    # village 1: p 0.2, 0.225, 0.01875; low = 0.225;   high = 1 - 0.8 x 0.775 x 0.98125 = 0.391625
    #            point = 0.37204375; of 3,000 people: 675, 1,116, 1,175
    # village 2: p 0.2, 0.025, 0;       low = 0.2;     high = 1 - 0.8 x 0.975 = 0.22
    #            point = 0.209; of 4,000 people: 800, 836, 880
    found = people(senders(REGENCY, KECAMATAN, VILLAGE))
    assert found["low"][:3] == [444, 675, 800]
    assert found["point"][:3] == [622, 1116, 836]
    assert found["high"][:3] == [655, 1175, 880]


def test_one_account_alone_is_its_own_low_point_and_high():
    assert people(senders(REGENCY))["low"] == pytest.approx([200, 600, 800, UNKNOWN], nan_ok=True)
    found = overlapped(share_of(senders(REGENCY)), SAINSBURY)
    assert found.low[0] == found.point[0] and found.high[0] == pytest.approx(0.2)


def test_nobody_is_reached_twice_by_an_account_larger_than_its_village():
    found = people(senders((50_000, "village", 0, 0)))  # 42,500 people placed in a village with 1,000 online
    assert [found[name][0] for name in ("low", "point", "high")] == [1000, 1000, 1000]


def test_missing_reach_stays_missing():
    unknown = senders((UNKNOWN, "agency", -1, -1), (UNKNOWN, "village", 0, 0))
    assert np.isnan(share_of(unknown)).all() and np.isnan(people(unknown)["point"]).all()


def test_an_account_without_known_reach_adds_nothing_to_the_others():
    both = people(senders(REGENCY, (UNKNOWN, "village", 0, 0)))
    assert both["high"][:3] == people(senders(REGENCY))["high"][:3]


def test_an_account_of_no_unit_is_placed_nowhere():
    assert np.isnan(share_of(senders((1000, "", -1, -1)))).all()


def test_a_village_without_known_population_has_no_people_and_takes_none_from_the_others():
    assert all(np.isnan(found[3]) for found in people(senders(REGENCY, KECAMATAN, VILLAGE)).values())
    at_home = share_of(senders((500, "village", 1, 3)))  # only the kecamatan's 15 % find a place: 75 over 4,000
    np.testing.assert_allclose(at_home, [[0, 0, 0.01875, UNKNOWN]])


def test_a_message_nobody_carried_has_no_people():
    assert np.isnan(people(senders())["low"]).all()


def test_the_next_account_worked_out_by_hand():
    # village 2's own account, 2,000 people: p there = (1,700 + 300) / 4,000 = 0.5 on top of high 0.22
    # high = 1 - 0.78 x 0.5 = 0.61; point = 0.5795 of 4,000 = 2,318 people; before 836: 1,482 more, 1 village more
    before = overlapped(share_of(senders(REGENCY, KECAMATAN, VILLAGE)), SAINSBURY)
    with_one = point_with(before, share_of(senders((2000, "village", 1, 2))), SAINSBURY)
    assert people_added(before, with_one, GROUND.online).tolist() == [1482]
    unreached = np.array([False, False, True, True])
    assert villages_added(with_one, unreached, np.array([2]), INDIRECT).tolist() == [1]


def test_a_village_reached_from_outside_counts_from_the_indirect_share_on():
    with_one = np.array([[0.31, 0.29, 0.9, UNKNOWN]])
    unreached = np.array([True, True, False, True])
    assert villages_added(with_one, unreached, np.array([-1]), INDIRECT).tolist() == [1]
    assert villages_added(with_one, unreached, np.array([3]), INDIRECT).tolist() == [2]  # its own, however few people


@st.composite
def worlds(draw: st.DrawFn, most: int = 8) -> tuple[Senders, Ground]:
    """A few villages and accounts of any tier, size and place; some reach and some populations unknown."""
    villages, seed = draw(st.integers(1, 9)), draw(st.integers(0, 2**32 - 1))
    accounts, spread = draw(st.integers(1, most)), draw(st.sampled_from([50.0, 1000.0, 30_000.0]))
    chance = np.random.default_rng(seed)
    kecamatan = np.sort(chance.integers(0, 3, villages))
    online = np.floor(chance.lognormal(7, 1, villages))
    online[chance.random(villages) < 0.1] = UNKNOWN
    village = chance.integers(0, villages, accounts)
    local = np.where(chance.random(accounts) < 0.1, UNKNOWN, chance.exponential(spread, accounts))
    tier = chance.choice(TIERS, accounts)
    return Senders(local, tier, kecamatan[village], village), Ground(online, kecamatan)


MANY = settings(max_examples=1000, deadline=None)


@MANY
@given(worlds())
def test_low_point_and_high_are_in_order_and_shares(world):
    found = overlapped(share_of(*world), SAINSBURY)
    known = ~np.isnan(found.low)
    low, point, high = found.low[known], found.point[known], found.high[known]
    assert (low >= 0).all() and (low <= point).all() and (point <= high).all() and (high <= 1).all()


@MANY
@given(worlds())
def test_one_more_account_never_lowers_any_of_the_three(world):
    accounts, ground = world
    share = share_of(accounts, ground)
    fewer, all_of_them = overlapped(share[:-1], SAINSBURY), overlapped(share, SAINSBURY)
    for name in ("low", "point", "high"):
        before, after = np.nan_to_num(getattr(fewer, name)), getattr(all_of_them, name)
        assert (before <= after)[~np.isnan(after)].all()


@MANY
@given(worlds())
def test_people_are_whole_never_more_than_are_online_and_add_up(world):
    accounts, ground = world
    found = people(accounts, ground)
    for counted in found.values():
        assert all(np.isnan(one) or one == int(one) for one in counted)
        assert all(np.isnan(one) or 0 <= one <= online for one, online in zip(counted, ground.online, strict=True))
    kecamatan = [np.nansum(np.array(found["point"])[ground.kecamatan == code]) for code in range(3)]
    assert sum(kecamatan) == np.nansum(found["point"])


@MANY
@given(worlds())
def test_placement_places_everyone_who_finds_a_place_and_no_one_else(world):
    accounts, ground = world
    wide = placed(accounts, ground, KECAMATAN_OWN, VILLAGE_OWN)
    online = np.nan_to_num(ground.online)
    inside = np.array([online[ground.kecamatan == code].sum() for code in accounts.kecamatan])
    total = wide.everywhere * online.sum() + wide.in_kecamatan * inside + wide.in_village * online[accounts.village]
    assert (total <= accounts.local * (1 + 1e-9) + 1e-9)[~np.isnan(accounts.local)].all()
    has_place = ~np.isnan(accounts.local) & ~np.isnan(ground.online[accounts.village]) & (online[accounts.village] > 0)
    np.testing.assert_allclose(total[has_place], accounts.local[has_place])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.floats(0.001, 0.999), min_size=1, max_size=6), st.floats(0, 1), st.integers(0, 2**32 - 1))
def test_an_audience_between_nested_and_independent_lies_within_low_and_high(wanted, nested, seed):
    people_online, chance = 20_000, np.random.default_rng(seed)
    alike = chance.random(people_online)  # who is easily reached is so for every account; the others by chance alone
    is_alike = chance.random(people_online) < nested
    drawn = np.where(is_alike, alike, chance.random((len(wanted), people_online)))
    reached = drawn < np.array(wanted)[:, None]
    sizes = reached.mean(axis=1)
    found = overlapped(sizes[:, None], SAINSBURY)
    union, high = reached.any(axis=0).mean(), found.high[0]
    drawing = 4.5 * np.sqrt(high * (1 - high) / people_online) + 1e-9  # independent draws scatter around high
    assert found.low[0] <= union + 1e-12 and union <= high + drawing


@settings(max_examples=400, deadline=None)
@given(worlds(most=10), st.integers(0, 9))
def test_what_an_account_adds_is_what_counting_with_it_finds(world, carried):
    accounts, ground = world
    known = replace(accounts, local=np.nan_to_num(accounts.local, nan=7.0))
    share, carried = share_of(known, ground), min(carried, len(known.local) - 1)
    before = overlapped(share[:carried], SAINSBURY)
    with_one = point_with(before, share[carried:], SAINSBURY)
    tried = [overlapped(share[[*range(carried), one]], SAINSBURY) for one in range(carried, len(share))]
    gain = [whole(found, ground) - whole(before, ground) for found in tried]
    # a person may tip over the half by the order of multiplying
    assert np.abs(people_added(before, with_one, ground.online) - gain).max() <= 1
    np.testing.assert_allclose(with_one, [found.point for found in tried], atol=1e-12)


def whole(found: Overlap, ground: Ground) -> float:
    return float(np.nansum(head_count(found.point, ground.online)))


@settings(max_examples=200, deadline=None)
@given(worlds(most=250), st.integers(0, 2**32 - 1))
def test_the_next_best_accounts_are_those_that_trying_them_all_finds(world, seed):
    accounts, ground = world
    accounts, chance = replace(accounts, local=np.nan_to_num(accounts.local, nan=7.0)), np.random.default_rng(seed)
    share = share_of(accounts, ground)
    is_free, unreached = chance.random(len(share)) < 0.9, chance.random(len(ground.online)) < 0.5
    own = np.where(accounts.tier == "village", accounts.village, -1)
    before = overlapped(share[~is_free], SAINSBURY)
    with_one = point_with(before, share, SAINSBURY)
    people = people_added(before, with_one, ground.online)
    villages = villages_added(with_one, unreached, own, INDIRECT)
    adding = [one for one in np.flatnonzero(is_free) if people[one] or villages[one]]
    wanted = sorted(adding, key=lambda one: (-people[one], -villages[one], one))[:5]
    known = candidates(share, own, ground.online)
    found = next_best(before, known, ground.online, unreached, is_free, SAINSBURY, INDIRECT, count=5)
    assert found == [(one, people[one], villages[one]) for one in wanted]
