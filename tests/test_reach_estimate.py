"""Estimated reach: cases worked out by hand, then rules for any numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.cascade.estimate import estimated, followers_on, medians_before, typical

UNKNOWN = np.nan


def estimate(followers=UNKNOWN, ratio=UNKNOWN, reach=UNKNOWN, tier_ratio=UNKNOWN, tier_reach=UNKNOWN) -> float:
    given = (np.array([value], float) for value in (followers, ratio, reach, tier_ratio, tier_reach))
    return float(estimated(*given)[0])


def test_followers_are_those_of_the_day_else_the_latest_before_else_the_first_after():
    days, counts = np.array([10, 20]), np.array([100.0, 200.0])
    assert followers_on(days, counts, np.array([10, 19, 20, 99, 3])).tolist() == [100, 100, 200, 200, 100]


def test_followers_never_reported_stay_unknown():
    assert np.isnan(followers_on(np.array([], int), np.array([]), np.array([5]))).all()


def test_the_usual_value_is_the_median_of_the_last_posts_before_the_moment():
    at, values = np.array([1, 2, 3, 4]), np.array([9.0, 1.0, 5.0, 3.0])
    # before 4: the last three are 9, 1, 5 -> 5; before 9: 1, 5, 3 -> 3; before 3: 9, 1 -> 5; before 2: too few
    found = medians_before(at, values, np.array([4, 9, 3, 2]), window=3, minimum=2)
    assert found[:3].tolist() == [5, 3, 5] and np.isnan(found[3])


@given(
    st.lists(st.tuples(st.integers(0, 50), st.floats(0, 1e6)), max_size=40), st.lists(st.integers(0, 60), max_size=9)
)
def test_the_usual_value_is_that_of_its_window_at_every_moment(posts, moments):
    posts = sorted(posts)
    at, values = np.array([post[0] for post in posts], int), np.array([post[1] for post in posts], float)
    found = medians_before(at, values, np.array(moments, int), window=10, minimum=3)
    for moment, one in zip(moments, found, strict=True):
        before = values[at < moment][-10:]
        assert np.isnan(one) if len(before) < 3 else one == pytest.approx(float(np.median(before)))


def test_followers_times_the_accounts_own_ratio_comes_first():
    assert estimate(followers=1000, ratio=0.3, reach=50, tier_ratio=0.5, tier_reach=70) == 300


def test_without_followers_the_accounts_own_usual_reach_stands():
    assert estimate(reach=50, tier_ratio=0.5, tier_reach=70) == 50


def test_without_a_past_of_its_own_the_ratio_of_the_tier_stands():
    assert estimate(followers=1000, tier_ratio=0.5, tier_reach=70) == 500


def test_with_nothing_of_its_own_the_usual_reach_of_the_tier_stands():
    assert estimate(tier_ratio=0.5, tier_reach=70) == 70


def test_missing_reach_stays_missing():
    assert np.isnan(estimate(followers=1000))


def test_what_is_typical_leaves_the_unknown_out():
    # columns: 1 and 3; 1, 2 and 9; 4 alone; none
    columns = np.array([[1, 1, UNKNOWN, UNKNOWN], [UNKNOWN, 9, 4, UNKNOWN], [3, 2, UNKNOWN, UNKNOWN]])
    np.testing.assert_array_equal(typical(columns), [2, 2, 4, UNKNOWN])
    assert np.isnan(typical(np.empty((0, 2)))).tolist() == [True, True]
