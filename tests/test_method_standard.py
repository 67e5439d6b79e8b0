"""The methodology shows how captions are judged: the figures as they were written, with words for everything."""

import pytest

from measures.standard import quality
from measures.standard.answer import ALL_LABELS
from tests import snapshots
from tests.screens import fresh, opened, seen
from ui import formats, method_standard
from ui.label_words import DEFINITIONS, EMPHASES, title


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("methodology")
    with pytest.MonkeyPatch.context() as patch:
        fresh(folder, patch)
        snapshots.publish_example(folder / "demo" / "published")
        return seen(opened("metodologi"))


def test_every_value_of_the_emphasis_is_measured_and_explained(page):
    assert set(quality.emphases()) == set(EMPHASES) == set(method_standard.VALUES)
    assert all(words in page for words in method_standard.VALUES.values())


def test_every_label_the_machine_gives_has_its_line(page):
    told = DEFINITIONS | method_standard.STATED
    assert set(told) == {quality.EMPHASIS, *ALL_LABELS}
    assert all(f"<strong>{title(label)}</strong>: " in page for label in told)


def test_only_labels_that_are_known_were_measured():
    assert set(quality.labels()) <= set(DEFINITIONS) and quality.EMPHASIS in quality.labels()
    assert set(quality.agreements()) <= set(DEFINITIONS)


@pytest.mark.parametrize("label", quality.labels())
def test_the_figures_are_those_of_the_evaluation(page, label):
    found = quality.labels()[label]
    shares = [found.precision, found.recall, found.abstained, found.sure]
    assert all(formats.percent(share) in page for share in shares if share is not None)
    assert formats.number(found.f1, 3) in page


@pytest.mark.parametrize("value", quality.emphases())
def test_the_figures_of_the_emphasis_are_those_of_the_evaluation(page, value):
    found = quality.emphases()[value]
    assert formats.percent(found.precision) in page and formats.percent(found.recall) in page


def test_agreement_of_the_two_labellings_is_shown(page):
    assert all(formats.number(found.kappa, 3) in page for found in quality.agreements().values())


def test_every_figure_is_a_share():
    every = [*quality.emphases().values(), *quality.labels().values()]
    shares = [share for one in every for share in (one.f1, one.precision, one.recall, one.abstained, one.sure)]
    assert all(0 <= share <= 1 for share in shares if share is not None)
    assert all(0 <= one.same <= 1 and one.kappa <= 1 for one in quality.agreements().values())


def test_the_weakest_label_is_named(page):
    weakest = quality.weakest()
    assert all(one.f1 >= quality.labels()[weakest].f1 for one in quality.labels().values())
    assert f"Yang paling sering keliru: <strong>{title(weakest)}</strong>" in page


def test_the_page_says_how_many_texts_and_that_they_are_invented(page):
    told = method_standard.texts_sentence()
    assert all(formats.number(count) in told for count in quality.labelled_texts().values()) and "rekaan" in told
    assert told in page


def test_agreement_that_was_not_measured_is_said_to_be_missing(monkeypatch):
    monkeypatch.setattr(quality, "agreements", dict)
    assert "tidak tersedia" in method_standard.agreement()
