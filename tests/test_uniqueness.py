"""How much a unit speaks of its own matters: cases worked out by hand, then rules for any texts."""

from itertools import chain
from random import Random
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.standard.uniqueness import uniqueness, words_said
from tests.instance import ACCOUNTS, Instance, instagram, post

WORDS = "sawah jembatan imunisasi perpustakaan retribusi lomba sungai beasiswa pasar kandang festival drainase".split()
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
UNITS = st.lists(st.lists(TEXTS, min_size=5, max_size=7), min_size=2, max_size=4)


def measured(*units: list[str]) -> list[float]:
    """Uniqueness of units given as lists of captions; NaN where it cannot be told."""
    owners = np.array([number for number, texts in enumerate(units) for _ in texts], np.int64)
    return uniqueness(owners, *words_said(list(chain(*units))))[0].tolist()


def test_a_unit_that_shares_no_word_is_wholly_unique_and_one_that_copies_is_not():
    own, copied = ["sawah jembatan"] * 5, ["festival pasar"] * 5
    first, second, third = measured(own, copied, list(copied))
    assert first == 1
    # the others of a copying unit: five posts as its own and five of other words, at a right angle to each other
    assert second == third == pytest.approx(1 - 1 / 2**0.5)


def test_units_that_all_say_the_same_are_not_unique_at_all():
    assert measured(["pasar rakyat"] * 5, ["pasar rakyat"] * 6) == pytest.approx([0, 0])


def test_rare_words_weigh_more_than_common_ones():
    """Worked out by hand: ten posts; `pasar` in all weighs 1, a word in five 1 + ln(11/6)."""
    rare = 1 + np.log(11 / 6)
    shared = 1 / (1 + rare**2)
    assert measured(["pasar sungai"] * 5, ["pasar kandang"] * 5) == pytest.approx([1 - shared] * 2)


def test_fewer_than_five_posts_that_say_anything_tell_nothing():
    assert np.isnan(measured(["sawah"] * 4, ["pasar"] * 5)[0])
    assert np.isnan(measured(["sawah"] * 4 + ["😀 #sawah @akun 2026 https://contoh.id/sawah"], ["pasar"] * 5)[0])


def test_without_others_nothing_is_compared():
    assert np.isnan(measured(["sawah"] * 9)).all()
    assert measured() == [] and np.isnan(measured(["", "1"])).all()


def test_word_forms_and_cases_are_one_word_and_function_words_none():
    one, other = ["PELAYANAN dan yang untuk"] * 5, ["dilayani di dengan"] * 5
    assert measured(one, other) == pytest.approx([0, 0])


@given(UNITS)
def test_uniqueness_lies_between_nothing_and_one(units):
    assert all(0 <= value <= 1 for value in measured(*units))


@given(UNITS, st.randoms())
def test_the_order_of_posts_and_units_does_not_matter(units, chance):
    shuffled = [chance.sample(texts, len(texts)) for texts in reversed(units)]
    assert measured(*shuffled)[::-1] == pytest.approx(measured(*units))


@given(UNITS)
def test_a_unit_that_copies_all_others_is_less_unique_than_one_with_words_of_its_own(others):
    copied = list(chain(*others))
    own = [f"{text} rahasia{place} khas{place}" for place, text in enumerate(copied)]
    assert measured(copied, *others)[0] < measured(own, *others)[0]


@given(st.lists(st.text(), max_size=20))
def test_any_text_has_words(captions):
    places, roots = words_said(captions)
    assert len(places) == len(roots) and (np.diff(places) >= 0).all()


def test_sixty_thousand_posts_take_a_few_seconds():
    chance = Random(1)
    ends = ("arang", "eriku", "omulan", "usatis", "arakan", "erilah", "omung", "usaha")
    words = [first + second + end for first in "bdgk" for second in "aeiou" for end in ends]
    captions = [" ".join(chance.choices(words, k=30)) for _ in range(60_000)]
    owners = np.arange(60_000, dtype=np.int64) % 340
    before = perf_counter()
    values, texts = uniqueness(owners, *words_said(captions))
    assert perf_counter() - before < 20, "a slow machine may take longer, not this long"
    assert not np.isnan(values).any() and texts.sum() == 60_000


def accounts() -> str:
    names = {"dinkes": ("DINKES", 101), "kominfo": ("KOMINFO", 202)}
    lines = [f"instagram,{name}_contoh,17841400000000{number},{name} (contoh),{unit},2026-01-01,,\n"
             for name, (unit, number) in names.items()]  # fmt: skip
    return ACCOUNTS + "".join(lines)


def said(first: int, day: int, account: str, number: int, *captions: str) -> list[dict]:
    who = {"Account_username": f"{account}_contoh", "Account_ID": 17841400000000000 + number}
    moment = f"{'06' if day < 31 else '07'}/{(day - 1) % 30 + 1:02}/2026 19:00"
    return [post(first + place, Description=text, Publish_time=moment, **who) for place, text in enumerate(captions)]


def test_only_months_whose_texts_changed_are_computed_again_and_the_whole_way_gives_the_same(tmp_path):
    here = Instance(tmp_path).refer("accounts.csv", accounts())
    june = said(10, 3, "dinkes", 101, *(f"imunisasi balita {word}" for word in WORDS[:6]))
    june += said(20, 4, "kominfo", 202, *(f"pelatihan {word} admin" for word in WORDS[:6]))
    july = said(30, 33, "dinkes", 101, *(f"skrining lansia {word}" for word in WORDS[:5]))
    taken = ("--exported-at", "2026-08-01T08:00")
    here.up_to_date(instagram(tmp_path / "a.csv", *june), *taken)
    read = "select month::varchar, agency_code, uniqueness, texts from warehouse.unit_uniqueness order by all"
    before = here.ask(read)
    assert [row[3] for row in before] == [6, 6] and all(0 < row[2] < 1 for row in before)
    signed = "select signature from warehouse.unit_uniqueness_state where month = '2026-06-01'"
    signature = here.ask(signed)
    here.up_to_date(instagram(tmp_path / "b.csv", *july), *taken)
    after = here.ask(read)
    assert after[:2] == before and after[2:] == [("2026-07-01", "DINKES", None, 5)] and here.ask(signed) == signature
    assert here.etl("rebuild").code == 0
    assert here.ask(read) == after
