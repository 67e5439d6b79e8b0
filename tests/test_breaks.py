"""Break points: small trees worked out by hand, then simulated regencies in which the breaks are known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.cascade.breaks import CARRIED, NOT_CARRIED, UNKNOWN, Break, break_points
from tests.simulated_chains import chain, found_breaks

YES, NO = CARRIED, NOT_CARRIED
Row = tuple[int, int, bool, float]  # parent, carried, is expected, people left


def breaks(*rows: Row, share: float = 0.3) -> list[Break]:
    parent, carried, expected, left = (np.array(column) for column in zip(*rows, strict=True))
    return break_points(parent, carried.astype(np.int8), expected.astype(bool), left.astype(float), share)


def kecamatan(carried: int, *villages: int, regency: int = YES, is_expected: bool = True) -> list[Row]:
    """A regency with one agency that carried and one kecamatan; every village leaves 100 people out."""
    top = [(-1, regency, False, 0.0), (0, YES, True, 0.0), (0, carried, is_expected, 0.0)]
    return [*top, *((2, each, True, 0.0 if each == YES else 100.0) for each in villages)]


def test_a_kecamatan_that_carried_while_its_villages_did_not_is_stuck():
    assert breaks(*kecamatan(YES, NO, NO, NO, NO)) == [Break(2, "stuck", True, 4, 0, 0.0, 400.0)]


def test_a_kecamatan_that_did_not_carry_either_is_silent():
    assert breaks(*kecamatan(NO, YES, NO, NO, NO)) == [Break(2, "silent", False, 4, 1, 0.25, 300.0)]


def test_three_villages_in_ten_are_enough():
    assert breaks(*kecamatan(YES, *[YES] * 3, *[NO] * 7)) == []
    [found] = breaks(*kecamatan(YES, *[YES] * 2, *[NO] * 8))
    assert found.share == 0.2


def test_where_nothing_is_known_of_a_village_it_is_left_out_of_the_share():
    assert breaks(*kecamatan(YES, YES, UNKNOWN, UNKNOWN, UNKNOWN)) == []
    assert breaks(*kecamatan(YES, UNKNOWN, UNKNOWN)) == []
    [found] = breaks(*kecamatan(YES, NO, UNKNOWN))
    assert (found.expected, found.people_left) == (1, 200.0)


def test_a_kecamatan_of_which_nothing_is_known_is_not_said_to_have_kept_silent():
    [found] = breaks(*kecamatan(UNKNOWN, NO, NO))
    assert found.kind == "silent" and found.own_carried is None


def test_a_kecamatan_without_obligated_villages_breaks_nothing():
    assert breaks((-1, YES, False, 0.0), (0, NO, True, 0.0), (1, NO, False, 50.0), (0, YES, True, 0.0)) == []


def test_the_break_lies_at_the_top_when_nothing_came_down():
    found = breaks((-1, YES, False, 0.0), *[(0, NO, True, 0.0)] * 4, *[(1, NO, True, 10.0)] * 2)
    assert [(each.node, each.kind, each.people_left) for each in found] == [(0, "stuck", 20.0), (1, "silent", 20.0)]


def test_below_a_node_that_never_had_the_message_nothing_is_blamed():
    deep = [(-1, YES, False, 0.0), (0, NO, True, 0.0), (1, NO, True, 0.0), (2, NO, True, 7.0)]
    assert [each.node for each in breaks(*deep, (0, YES, True, 0.0))] == [1]


def test_the_break_that_leaves_most_people_out_comes_first():
    rows = [(-1, YES, False, 0.0), (0, YES, True, 0.0), (0, YES, True, 0.0), (1, NO, True, 5.0), (2, NO, True, 9.0)]
    assert [each.node for each in breaks(*rows)] == [2, 1]


def test_people_not_known_count_as_none():
    [found] = breaks((-1, YES, False, 0.0), (0, YES, True, 0.0), (1, NO, True, np.nan), (1, NO, True, 4.0))
    assert found.people_left == 4.0


def test_no_tree_has_no_break():
    assert break_points(np.array([], int), np.array([], np.int8), np.array([], bool), np.array([]), 0.3) == []


@settings(deadline=None)
@given(st.integers(0, 10**6))
def test_in_a_simulated_regency_with_all_links_the_breaks_are_those_that_were_made(seed):
    one = chain(seed, false_finds=0.0)
    assert found_breaks(one) == one.broken


@settings(deadline=None)
@given(st.integers(0, 10**6))
def test_a_post_wrongly_taken_for_a_carry_hides_breaks_but_makes_none(seed):
    one = chain(seed)
    assert found_breaks(one) <= one.broken


@settings(deadline=None)
@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=5))
def test_many_trees_at_once_break_where_each_alone_does(seeds):
    rows, alone = [], []
    for seed in seeds:
        base, mine = len(rows), _rows(seed)
        alone += [each.node + base for each in breaks(*mine)]
        rows += [(parent if parent < 0 else parent + base, *rest) for parent, *rest in mine]
    assert sorted(each.node for each in breaks(*rows)) == sorted(alone)


def _rows(seed: int) -> list[Row]:
    units = chain(seed).units
    places = {unit.code: place for place, unit in enumerate(units)}
    return [
        (places[unit.above] if unit.above else -1, YES if unit.is_on_time else NO, unit.is_obliged, float(unit.online))
        for unit in units
    ]


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_the_threshold_is_a_setting(share):
    assert len(breaks(*kecamatan(YES, YES, NO), share=share)) == int(share)
