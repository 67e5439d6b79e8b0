"""The methodology shows the measured figures as they were written down, with words for everything."""

import pytest

from measures.cascade import quality
from measures.cascade.weights import WEIGHTS
from tests import snapshots
from tests.screens import fresh, opened, seen
from ui import formats, method_parts


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("methodology")
    with pytest.MonkeyPatch.context() as patch:
        fresh(folder, patch)
        snapshots.publish_example(folder / "demo" / "published")
        return seen(opened("metodologi"))


def test_everything_that_is_weighed_has_a_name():
    assert set(method_parts.FEATURES) == set(WEIGHTS)
    assert len(set(method_parts.FEATURES.values())) == len(WEIGHTS)


def test_every_kind_and_way_that_was_measured_has_a_name():
    found = quality.qualities()
    assert set(found) == set(method_parts.WAYS)
    assert all(set(way.kinds) == set(method_parts.KINDS) for way in found.values())


@pytest.mark.parametrize("way", method_parts.WAYS)
def test_the_figures_are_those_of_the_evaluation(page, way):
    found = quality.qualities()[way]
    assert formats.percent(found.precision) in page and formats.percent(found.recall) in page
    assert all(formats.share(*pair) in page for pair in found.kinds.values())


def test_the_heaviest_weights_come_first(page):
    heaviest = sorted(WEIGHTS, key=lambda name: -abs(WEIGHTS[name]))[: method_parts.SHOWN_WEIGHTS]
    places = [page.index(method_parts.FEATURES[name]) for name in heaviest]
    assert places == sorted(places)


def test_the_page_says_how_many_texts_and_that_they_are_invented(page):
    assert all(formats.number(count) in page for count in quality.labelled_texts().values()) and "rekaan" in page


def test_the_simulated_chains_are_told_with_all_and_with_some_links(page):
    hidden = {one.hidden_share for one in quality.chain_qualities()}
    assert 0 in hidden and 0.2 in hidden
    assert all(formats.number(one.break_f1, 3) in page for one in quality.chain_qualities())
