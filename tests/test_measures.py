"""Overperformance, medians and shares: cases worked out by hand, then rules for any numbers."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.intervals import median_interval, median_ranks, wilson
from measures.overperformance import expected_interactions, middle_half_mean, overperforming_score

COUNTS = st.integers(0, 10**6).map(float)


def score(actual: float, expected: float, minimum: float = 10) -> float:
    return float(overperforming_score(np.array([actual]), np.array([expected]), minimum)[0])


@pytest.mark.parametrize(
    "actual, expected, wanted",
    [
        (200, 100, 2.0),
        (100, 100, 1.0),
        (50, 100, -2.0),
        (0, 200, -400.0),
        (9, 2, 0.9),
        (10, 2, 5.0),
        (1, 2, -2.0),
        (12, 0, 12.0),
        (0, 0, 0.0),
    ],
)
def test_scores_worked_out_by_hand(actual, expected, wanted):
    assert score(actual, expected) == pytest.approx(wanted)


def test_without_anything_expected_there_is_no_score():
    assert np.isnan(score(100, np.nan))


@given(COUNTS, COUNTS.filter(bool))
def test_a_post_above_its_expectation_scores_above_zero_and_below_it_under_minus_one(actual, expected):
    found = score(actual, expected)
    assert found > 0 if actual >= expected else found < -1


@given(COUNTS, COUNTS, COUNTS)
def test_more_interactions_never_score_lower(one, other, expected):
    fewer, more = sorted((one, other))
    assert score(fewer, expected) <= score(more, expected)


@given(st.integers(1, 1000), st.integers(10, 1000))
def test_twice_as_much_and_half_as_much_mirror_each_other(times, expected):
    above, below = score(float(times * expected), float(expected)), score(float(expected), float(times * expected))
    assert above == pytest.approx(times) and (times == 1 or below == pytest.approx(-times))


def test_the_expectation_is_the_mean_of_the_middle_half_of_the_posts_before():
    past = [1000.0, 0, 10, 20, 30, 40, 50, 60]  # a quarter of eight is two: 0, 10 and 60, 1000 are left out
    assert expected_interactions(np.array([*past, 7.0]), window=100, minimum=8)[-1] == 35.0


def test_no_expectation_before_enough_posts_and_never_from_later_ones():
    found = expected_interactions(np.arange(12.0), window=100, minimum=10)
    assert np.isnan(found[:10]).all() and found[10] == 4.5 and found[11] == 5.0


@given(st.lists(COUNTS, min_size=1, max_size=60), st.integers(4, 20))
def test_the_expectation_of_every_post_is_that_of_its_window(interactions, window):
    values = np.array(interactions)
    found = expected_interactions(values, window, minimum=4)
    for place in range(len(values)):
        before = values[max(0, place - window) : place]
        if len(before) < 4:
            assert np.isnan(found[place])
        else:
            assert found[place] == pytest.approx(float(middle_half_mean(before[None, :])[0]))


@given(st.lists(COUNTS, min_size=1, max_size=60), st.integers(0, 59))
def test_scoring_only_the_newest_posts_gives_them_the_same_expectation(interactions, first):
    values = np.array(interactions)
    whole, newest = (expected_interactions(values, 10, 4, first=start) for start in (0, first))
    np.testing.assert_allclose(newest[first:], whole[first:])


def test_the_window_forgets_what_lies_further_back():
    values = np.array([10**6] * 50 + [10.0] * 101)
    assert expected_interactions(values, window=100, minimum=10)[-1] == 10.0


@given(st.lists(COUNTS, min_size=1, max_size=50), st.randoms(use_true_random=False))
def test_a_median_lies_within_its_interval_whatever_the_order(values, chance: Random):
    middle, low, high = median_interval(np.array(values))
    assert middle == pytest.approx(float(np.median(values)))
    assert (low is None) == (len(values) < 5) and (low is None or low <= middle <= high)
    shuffled = chance.sample(values, len(values))
    assert median_interval(np.array(shuffled)) == (middle, low, high)


@pytest.mark.parametrize("n, ranks", [(1, None), (4, None), (5, (0, 4)), (8, (1, 6)), (10, (1, 8)), (20, (5, 14))])
def test_the_ranks_of_the_interval_are_those_of_the_binomial_table(n, ranks):
    assert median_ranks(n) == ranks


@pytest.mark.parametrize("n", [5, 12, 40, 401, 1000])
def test_the_interval_of_a_median_covers_the_truth_nine_times_in_ten(n):
    draws = np.sort(np.random.default_rng(n).lognormal(size=(2000, n)), axis=1)
    low, high = median_ranks(n)
    covered = np.mean((draws[:, low] <= 1) & (draws[:, high] >= 1))  # the median of this distribution is 1
    assert 0.88 < covered < 0.97


def test_the_share_of_no_trials_is_unknown():
    assert wilson(0, 0) is None


@pytest.mark.parametrize(
    "successes, trials, wanted", [(5, 10, (0.2693, 0.7307)), (0, 10, (0, 0.2129)), (10, 10, (0.7871, 1))]
)
def test_shares_worked_out_by_hand(successes, trials, wanted):
    assert wilson(successes, trials) == pytest.approx(wanted, abs=5e-5)


@given(st.integers(1, 5000).flatmap(lambda trials: st.tuples(st.integers(0, trials), st.just(trials))))
def test_a_share_lies_within_its_interval_and_more_trials_make_it_narrower(counted):
    successes, trials = counted
    low, high = wilson(successes, trials)
    assert 0 <= low <= successes / trials + 1e-12 and successes / trials - 1e-12 <= high <= 1
    more_low, more_high = wilson(successes * 4, trials * 4)
    assert more_high - more_low < high - low
