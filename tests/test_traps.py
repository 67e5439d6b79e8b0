"""The fifteen ways in which these exports deceive, each as a test."""

import csv
import io
import json
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from etl.sources.instagram_content import SOURCE as INSTAGRAM
from etl.sources.youtube_table import SOURCE as YOUTUBE
from measures.links import post_clock
from tests.staged import GOLDEN, command, query, staged

ROOT = Path(__file__).parent.parent
IG, TIKTOK = "instagram:dinkes_contoh", "tiktok:puskesmas_contoh"
JUNE = GOLDEN / "instagram_content" / "konten_juni_2026.csv"
TWICE = GOLDEN / "facebook_content" / "konten_2025_views_dua_kali.csv"


def test_01_a_morning_post_in_wib_does_not_land_on_the_day_before(tmp_path):
    with staged(tmp_path, JUNE) as file:
        wib = "strftime(timezone('Asia/Jakarta', published_at), '%Y-%m-%d %H:%M')"
        assert file.rows(wib, where="record = 1") == [("2026-06-01 09:00",)]


def test_01_publish_times_agree_with_the_shortcodes_on_both_sides_of_summer_time(tmp_path):
    with staged(tmp_path, JUNE) as file:
        told = file.rows("epoch(published_at), post_key", where="record >= 10")
        gaps = [seconds - post_clock("instagram", key.partition(":")[2]).timestamp() for seconds, key in told]
        assert len(gaps) == 2 and max(abs(gap) for gap in gaps) < 60


def test_02_tayangan_is_views_at_meta_and_impressions_at_youtube(tmp_path):
    assert "tayangan" in INSTAGRAM.fields["views"].headers
    assert "tayangan" in YOUTUBE.fields["impressions"].headers
    with staged(tmp_path, GOLDEN / "youtube_table" / "Data tabel.csv") as file:
        assert file.rows("views, impressions")[0] == (1000, 8000)


def test_03_lifetime_in_the_date_column_is_not_a_date(tmp_path):
    with staged(tmp_path, JUNE) as file:
        assert file.rows("count(*), count(published_at)", where="true order by 1 --") == [(8, 8)]


def test_03_two_exports_of_one_post_are_two_observations_and_never_a_sum(tmp_path, monkeypatch):
    etl = command(tmp_path, monkeypatch)
    newer = tmp_path / "later.csv"
    newer.write_bytes(JUNE.read_bytes().replace(b",4993,", b",5993,"))
    etl("load", str(JUNE), "--exported-at", "2026-07-01T08:00")
    etl("load", str(newer), "--exported-at", "2026-07-08T08:00")
    etl("build")
    views = "select views, observations from warehouse.post where caption like 'Imunisasi gratis%'"
    assert query(tmp_path, views) == [(5993, 2)]


def test_04_impressions_and_plays_are_never_read_as_views(tmp_path):
    with staged(tmp_path, GOLDEN / "instagram_content" / "content_2024_impressions.csv") as file:
        assert file.rows("count(impressions), count(plays), count(views)", where="true order by 1 --") == [(5, 2, 0)]


def test_04_the_breaks_in_the_series_are_written_down():
    with open(ROOT / "data" / "reference" / "series_breaks.csv", encoding="utf-8", newline="") as file:
        breaks = {(row["platform"], row["metric"], row["on"]) for row in csv.DictReader(file)}
    assert {("instagram", "views", "2025-04-21"), ("youtube", "views", "2025-03-31")} <= breaks


def test_05_of_a_header_that_occurs_twice_the_first_column_counts(tmp_path):
    with staged(tmp_path, TWICE) as file:
        assert file.rows("views, reach", where="record in (1, 2)") == [(40, 15), (0, 37)]


def test_05_a_row_whose_end_is_cut_off_is_kept(tmp_path):
    with staged(tmp_path, TWICE) as file:
        assert file.rows("views, shares, clicks, watch_seconds", where="record = 3") == [(61, 0, None, None)]


def test_05_the_case_of_a_header_does_not_matter(tmp_path):
    with staged(tmp_path, GOLDEN / "facebook_content" / "konten_2026.csv") as file:
        assert file.rows("interactions_reported, link_clicks")[0] == (120, 3)


def test_06_all_tables_stacked_in_a_daily_file_are_read(tmp_path):
    with staged(tmp_path, GOLDEN / "meta_audience" / "audience.csv", IG) as file:
        assert file.part.source == "meta_audience+meta_daily"
        assert file.rows("day, metric, value", "series") == [
            (date(2026, 6, 1), "follows", 4), (date(2026, 6, 2), "follows", 7),
        ]  # fmt: skip


def test_06_a_daily_file_without_an_account_asks_for_it(tmp_path):
    with staged(tmp_path, GOLDEN / "meta_daily" / "tayangan.csv") as file:
        assert file.part.status == "reject"
        assert "--account" in file.part.problems[0]["reason"]


def test_06_the_day_is_the_date_written_whatever_hour_stands_beside_it(tmp_path):
    with staged(tmp_path, GOLDEN / "meta_daily" / "tayangan.csv", IG) as file:
        days = [day for (day,) in file.rows("day", "series")]
        assert days == [date(2026, 3, number) for number in range(3, 13)]
        assert file.rows("distinct day_clock", "series", "true order by 1 --") == [("pacific",)]


def test_07_an_id_damaged_by_excel_is_recovered_from_its_link(tmp_path):
    with staged(tmp_path, JUNE) as file:
        [(key, native)] = file.rows("post_key, native_id", where="record = 5")
        assert re.fullmatch(r"instagram:[\w-]{11}", key) and native is None


def test_07_a_damaged_id_without_a_link_is_set_aside(tmp_path):
    with staged(tmp_path, JUNE) as file:
        assert file.reasons()[6] == [("ID Postingan", "1.79E+16")]


def test_07_a_facebook_post_is_known_by_its_number_not_by_its_rotating_link(tmp_path):
    with staged(tmp_path, GOLDEN / "facebook_content" / "konten_2026.csv") as file:
        assert file.rows("post_key, permalink")[0] == (
            "facebook:960000000000301", "https://www.facebook.com/100000000000101/posts/pfbid0Contoh1xYz",
        )  # fmt: skip


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_08_another_delimiter_is_found_and_told(tmp_path, delimiter):
    path = tmp_path / "ulang.csv"
    rows = csv.reader(io.StringIO(JUNE.read_text(encoding="utf-8-sig"), newline=""))
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
    with staged(tmp_path, path) as file:
        assert (file.part.records, file.part.loaded) == (11, 8)


def test_08_a_file_with_every_record_in_one_quoted_cell_is_recovered_and_told(tmp_path):
    path = tmp_path / "satu_sel.csv"
    lines = (GOLDEN / "instagram_stories" / "cerita.csv").read_text(encoding="utf-8-sig").splitlines()
    path.write_text("".join('"' + line.replace('"', '""') + '"\n' for line in lines), encoding="utf-8")
    with staged(tmp_path, path) as file:
        assert file.part.loaded == 5
        assert "satu sel" in " ".join(file.part.notices)


def test_08_a_decimal_that_excel_turned_into_a_date_is_set_aside_not_read_as_a_number(tmp_path):
    with staged(tmp_path, GOLDEN / "meta_audience" / "disimpan_excel.csv", IG) as file:
        assert {value for told in file.reasons().values() for _, value in told} == {"3.Apr", "1.Jun", "4-Mar"}


def test_09_days_without_a_year_never_end_in_1970_or_in_the_future(tmp_path):
    path = GOLDEN / "tiktok_overview" / "overview_id_365_hari.csv"
    with staged(tmp_path, path, TIKTOK, "2026-07-08T15:00:00+00:00") as file:
        bounds = file.con.execute("select min(day), max(day), count(distinct day) from raw.series").fetchall()
        assert bounds == [(date(2025, 7, 9), date(2026, 7, 8), 365)]


def test_09_a_tiktok_video_gets_its_year_and_minute_from_its_link(tmp_path):
    with staged(tmp_path, GOLDEN / "tiktok_content" / "content.csv") as file:
        moment, handle, seen = file.rows("epoch(published_at), account_handle, epoch(observed_at)")[1]
        assert datetime.fromtimestamp(moment, UTC) == datetime(2025, 9, 4, 1, 8, tzinfo=UTC)
        assert (handle, datetime.fromtimestamp(seen, UTC).date()) == ("puskesmas_contoh", date(2026, 7, 8))


def test_10_a_blank_is_missing_and_a_zero_is_zero(tmp_path):
    with staged(tmp_path, JUNE) as file:
        assert file.rows("reach, follows, saves", where="record in (3, 8)") == [(None, None, 0), (15735, -1, 4)]


def test_10_undefined_viewers_take_the_zeros_beside_them_along(tmp_path):
    with staged(tmp_path, GOLDEN / "tiktok_viewers" / "Viewers.csv", TIKTOK, "2026-07-04T00:00:00+00:00") as file:
        told = file.rows("day, value", "series", "metric = 'new_viewers'")
        assert told[0] == (date(2026, 6, 30), 3) and told[-1] == (date(2026, 7, 3), 0)


def test_10_every_spelling_of_missing_is_missing(tmp_path):
    words = ["", "undefined", "NAN", "--", "-", "N/A", "null"]
    path = tmp_path / "kosong.csv"
    lines = [f"2026/05/{day:02},1,1200,{word},2" for day, word in enumerate(words, 1)]
    header = "Date,New followers,Total followers,Reached audience,Engaged audience"
    path.write_text("\n".join([header, *lines]), encoding="utf-8")
    with staged(tmp_path, path, TIKTOK) as file:
        assert file.part.loaded == len(words)
        assert file.rows("1", "series", "metric = 'reach'") == []


def test_10_negative_counts_of_tiktok_are_kept(tmp_path):
    path = GOLDEN / "tiktok_overview" / "overview_id_365_hari.csv"
    with staged(tmp_path, path, TIKTOK, "2026-07-08T15:00:00+00:00") as file:
        assert (-1,) in file.rows("value", "series", "metric = 'comments'")


def test_11_a_collab_in_two_files_is_one_post_whose_blanks_overwrite_nothing(tmp_path, monkeypatch):
    etl = command(tmp_path, monkeypatch)
    partner = tmp_path / "kecamatan.csv"
    rows = list(csv.reader(io.StringIO(JUNE.read_text(encoding="utf-8-sig"), newline="")))
    collab = rows[4]
    others = [[*row[:1], "17841400000000202", "kec_contoh", *row[3:]] for row in rows[2:4]]
    with open(partner, "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([rows[0], [*collab[:16], "812", "3"], *others])
    etl("load", str(partner), "--exported-at", "2026-07-01T08:00")
    etl("load", str(JUNE), "--exported-at", "2026-07-08T08:00")
    etl("build")
    found = "select account_id, reach, likes from warehouse.post where caption like 'Kolaborasi%'"
    assert query(tmp_path, found) == [("instagram:kec_contoh", 812, 64)]


def test_12_total_rows_cap_notices_and_error_rows_are_no_posts(tmp_path):
    for number, (name, expected) in enumerate(
        {"youtube_table/Table data.csv": 2, "facebook_content/konten_2023.csv": 2, "recap/rekap_juni.csv": 2}.items()
    ):
        with staged(tmp_path / str(number), GOLDEN / name) as file:
            assert file.part.non_post == expected


def test_12_a_reach_far_above_the_views_is_left_as_reported(tmp_path):
    with staged(tmp_path, JUNE) as file:
        assert file.rows("views, reach", where="record = 8") == [(465, 15735)]


def test_13_captions_over_several_lines_do_not_make_more_posts(tmp_path):
    with staged(tmp_path, TWICE) as file:
        assert file.part.records == 6
        assert file.rows("count(distinct post_key), count(*)", where="true order by 1 --") == [(5, 5)]


@pytest.mark.parametrize("name", ["tiktok_content/content.csv", "youtube_table/Table data.csv"])
def test_13_a_capped_list_says_that_its_rows_are_not_all_posts(tmp_path, name):
    with staged(tmp_path, GOLDEN / name) as file:
        assert "bukan jumlah unggahan" in " ".join(file.part.notices)


@pytest.mark.parametrize(
    "answer", [{"data": []}, {"error": {"code": 100, "message": "(#100) metric"}}, {"error": {"code": 4}}]
)
def test_14_an_answer_of_an_interface_is_refused_and_never_read_as_zero(tmp_path, answer):
    path = tmp_path / "insights.json"
    path.write_text(json.dumps(answer), encoding="utf-8")
    with staged(tmp_path, path) as file:
        assert (file.part.status, file.part.loaded) == ("reject", 0)


def test_15_reading_exports_needs_no_token_and_no_network():
    wanted = re.compile(r"^\s*(?:import|from)\s+(?:requests|httpx|urllib\.request|http\.client|aiohttp|socket)\b", re.M)
    files = [path for folder in ("etl", "landing", "measures") for path in (ROOT / folder).rglob("*.py")]
    assert files and not [path.name for path in files if wanted.search(path.read_text(encoding="utf-8"))]
