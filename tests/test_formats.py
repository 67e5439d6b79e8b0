"""Numbers, dates and texts read as an Indonesian reader expects, and nothing missing becomes 0."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import formats
from ui.markup import link, tag


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0"), (1234, "1.234"), (1234.56, "1.234,6"), (-65, "−65"), (1_000_000, "1.000.000")],
)
def test_numbers_use_points_for_thousands_and_a_comma_for_decimals(value, shown):
    assert formats.number(value) == shown


@pytest.mark.parametrize("nothing", [None, float("nan"), pd.NA, pd.NaT])
def test_missing_is_said_and_never_shown_as_zero(nothing):
    shown = [formats.number, formats.compact, formats.percent, formats.day, formats.moment, formats.days,
             formats.factor, formats.score, formats.month, formats.clock]  # fmt: skip
    assert {show(nothing) for show in shown} == {formats.MISSING}
    assert formats.interval(nothing, 3, "count") == formats.MISSING


def test_large_numbers_are_shortened_with_indonesian_words():
    assert [formats.compact(v) for v in (9_999, 12_345, 1_234_567, 2_000_000_000)] == [
        "9.999", "12,3 rb", "1,2 jt", "2,0 M",
    ]  # fmt: skip


def test_an_instant_is_shown_as_its_day_and_hour_in_wib():
    late_on_sunday_in_utc = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
    assert formats.moment(late_on_sunday_in_utc) == "23 Nov 2026, 00.30 WIB"
    assert formats.posted(None, date(2026, 11, 22)) == "22 Nov 2026"


def test_a_plain_date_is_not_shifted():
    assert formats.day(date(2026, 8, 1)) == "1 Agu 2026"
    assert formats.day(pd.Timestamp("2026-08-01")) == "1 Agu 2026"


def test_a_change_is_told_in_words():
    assert formats.change(10, 4) == "naik 6 dari pekan lalu"
    assert formats.change(4, 10) == "turun 6 dari pekan lalu"
    assert formats.change(4, 4) == "sama dengan pekan lalu"
    assert formats.change(4, None) == "belum ada pembanding"


def test_a_score_below_expectation_says_so():
    assert formats.factor(2.0) == "2,0 kali harapan"
    assert formats.factor(-2.0) == "2,0 kali lebih rendah dari harapan"
    assert formats.factor(0.9) == "0,90 kali harapan"


def test_a_share_without_a_whole_shows_only_the_part():
    assert formats.share(61, 80) == "61 dari 80"
    assert formats.share(61, 0) == "61"


@given(st.text(max_size=60))
def test_no_text_from_strangers_becomes_markup(words):
    shown = tag("p", words)
    assert shown.count("<") == 2
    assert "<script" not in shown.lower()


@given(st.text(max_size=200), st.integers(min_value=8, max_value=60))
def test_shortened_text_never_exceeds_its_length(words, length):
    assert len(formats.shortened(words, length)) <= length


def test_only_web_addresses_become_links():
    assert "href" in link("https://contoh.invalid/p/1", "buka")
    for address in ("javascript:alert(1)", "data:text/html,x", "//x", "", None, "https://"):
        assert "href" not in link(address, "buka")


def test_an_address_cannot_break_out_of_its_link():
    assert '"onclick' not in link('https://x.invalid/"onclick="alert(1)', "buka")
