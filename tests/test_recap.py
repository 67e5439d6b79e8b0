"""The hand-filled recap of links: dirt that is understood, and doubt that is set aside."""

from datetime import date

import pytest

from etl.sources._handwritten import day, day_locale, number_locale, whole_number
from tests.staged import GOLDEN, staged


def test_a_recap_gives_one_row_per_link(tmp_path):
    with staged(tmp_path, GOLDEN / "recap" / "rekap_juni.csv") as file:
        assert file.rows("record, platform, likes, comments", where="record = 4") == [
            (4, "instagram", 10, None), (4, "facebook", 20, None),
        ]  # fmt: skip


def test_merged_cells_are_filled_down_for_unit_and_day_only(tmp_path):
    with staged(tmp_path, GOLDEN / "recap" / "rekap_juni.csv") as file:
        columns = "agency_text, published_on, likes, comments, views"
        assert file.rows(columns, where="record in (1, 2)") == [
            ("Dinas Kesehatan", date(2026, 6, 23), 1234, 12, 1200),
            ("Dinas Kesehatan", date(2026, 6, 23), 45, None, None),
        ]


def test_what_names_no_post_in_a_recap_is_set_aside_with_its_link(tmp_path):
    with staged(tmp_path, GOLDEN / "recap" / "rekap_juni.csv") as file:
        assert file.reasons()[6] == [("Link", "https://s.id/contoh1")]
        assert file.reasons()[9] == [("Link", "menyusul")]


def test_a_second_header_row_is_understood(tmp_path):
    with staged(tmp_path, GOLDEN / "recap" / "rekap_dua_baris_judul.csv") as file:
        assert file.rows("agency_text, likes, comments, shares, reach")[0] == ("Kelurahan Contoh", 11, 2, 0, 1500)


def test_repeated_columns_belong_to_the_link_on_their_left(tmp_path):
    with staged(tmp_path, GOLDEN / "recap" / "rekap_per_platform.csv") as file:
        assert file.rows("record, platform, likes") == [
            (1, "instagram", 100), (1, "facebook", 20), (2, "facebook", 31), (3, "instagram", 55),
        ]  # fmt: skip


def test_numbers_without_any_evidence_of_their_locale_are_set_aside(tmp_path):
    with staged(tmp_path, GOLDEN / "recap" / "rekap_tanpa_petunjuk.csv") as file:
        assert set(file.reasons()) == {1, 3}
        assert "1,234" in file.reasons()[3][0][1]


@pytest.mark.parametrize(
    ("text", "locale", "count"),
    [
        ("1.234", "id", "1234"), ("1,234", "en", "1234"), ("1.234.567", None, "1234567"), ("1,2 rb", None, "1200"),
        ("1,2 jt", None, "1200000"), ("2 juta", None, "2000000"), ("1.2K", None, "1200"), ("3 M", "en", "3000000"),
        ("45,0", None, "45"), ("17", None, "17"), ("-", "id", "-"), ("banyak", "id", "banyak"), ("1,25", "id", "1,25"),
        ("1.234", None, "1.234 (ribuan atau desimal?)"), ("1,234", "id", "1,234 (ribuan atau desimal?)"),
        ("12,5%", "id", "12,5%"), ("3 M", "id", "3 M"),
    ],
)  # fmt: skip
def test_counts_are_read_as_people_write_them(text, locale, count):
    assert whole_number(text, locale) == count


@pytest.mark.parametrize(
    ("text", "locale", "iso"),
    [
        ("23/11/2026", None, "2026-11-23"), ("11/23/2026", None, "2026-11-23"), ("2026-11-23", None, "2026-11-23"),
        ("Senin, 23 November 2026", None, "2026-11-23"), ("23 Nov 2026", None, "2026-11-23"),
        ("Nov 23, 2026", None, "2026-11-23"), ("05/06/2026", "id", "2026-06-05"), ("05/06/2026", "en", "2026-05-06"),
        ("06/06/2026", None, "2026-06-06"), ("23/11/2026 09.15 WIB", None, "2026-11-23"),
        ("05/06/2026", None, "05/06/2026 (hari atau bulan dahulu?)"), ("31/02/2026", "id", "31/02/2026"),
        ("45.919", "id", "45.919"), ("kemarin", "id", "kemarin"),
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(text, locale, iso):
    assert day(text, locale) == iso


def test_a_sheet_gives_its_locale_away():
    assert number_locale(["17", "1.234", "12,5%"]) == "id"
    assert number_locale(["1,234,567"]) == "en"
    assert number_locale(["12,5%", "1.2K"]) is None
    assert day_locale(["05/06/2026", "23/06/2026"]) == "id"
    assert day_locale(["05/06/2026"]) is None
