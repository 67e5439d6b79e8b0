"""The sheet of reports: what people type into it, and what of it is no report."""

from datetime import UTC, datetime

from tests.staged import GOLDEN, staged

SHEET = GOLDEN / "spread_report" / "laporan_sebar.csv"
COLUMNS = "record, reported_at, agency_text, message_text, link, channel, note"


def moment(day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """WIB."""
    return datetime(2026, 6, day, hour - 7, minute, second, tzinfo=UTC)


def test_a_form_sheet_is_read_row_by_row_with_merged_cells_filled_down(tmp_path):
    with staged(tmp_path, SHEET) as file:
        first, second, third, fourth, last = file.rows(COLUMNS, "report")
    links = "https://www.instagram.com/p/DZxYw1CBq2r/?igsh=abc\nhttps://www.facebook.com/dinkes_contoh/posts/123456789012345"
    assert first == (1, moment(23, 10, 15, 30), "Dinas Kesehatan", "Pasar murah keliling", links, None, None)
    assert second[1:4] == (moment(23, 10, 15, 30), "DESA-35.18.01.2001", "Pasar murah keliling")
    assert second[4:] == ("https://s.id/contoh1", "Papan informasi balai desa", "ditempel sejak pagi")
    assert third[1] == moment(24, 23, 59), "a day without an hour ends at midnight"
    assert fourth[1] == moment(24, 7, 5) and fourth[4] == "sudah kami bagikan"
    assert last[2:] == ("Kecamatan Baron", "Pasar murah keliling", None, None, "belum")


def test_a_day_that_does_not_exist_is_set_aside_and_totals_are_no_reports(tmp_path):
    with staged(tmp_path, SHEET) as file:
        assert file.reasons() == {5: [("Timestamp", "31/02/2026 08:00:00")]}
        assert file.part.non_post == 2


def test_an_english_form_and_one_column_per_platform_are_understood(tmp_path):
    with staged(tmp_path, GOLDEN / "spread_report" / "formulir_inggris.csv") as file:
        rows = file.rows("reported_at, agency_text, link", "report")
    assert [row[0] for row in rows] == [moment(23, 13, 15, 30), moment(5, 7, 5).replace(day=4, hour=17)]
    assert rows[0][2].splitlines() == [
        "https://www.instagram.com/p/DZxYw1CBq2t/", "https://www.facebook.com/share/p/1AbCdEfGh/",
    ]  # fmt: skip
    assert rows[1][2] == "https://www.facebook.com/desabendolo_contoh/posts/pfbid02abc"
