"""What the platforms' formats are read as: clocks, ids, titles, years, units."""

import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from etl.errors import RefusedFile
from etl.source import Block, Context, Row
from etl.sources._dates import month_day, with_years
from etl.sources.fanpage_karma import count_behind_date
from etl.sources.meta_daily import SOURCE as META_DAILY
from etl.sources.tiktok_content import SOURCE as TIKTOK_CONTENT
from measures.links import post_clock
from tests.staged import GOLDEN, RECEIVED, command, query, staged

IG, TIKTOK, YOUTUBE = "instagram:dinkes_contoh", "tiktok:puskesmas_contoh", "youtube:kominfo_contoh"
EXPORTED = "2026-07-08T15:00:00+00:00"


def test_stories_win_over_posts_because_more_of_their_columns_are_known(tmp_path):
    path = GOLDEN / "instagram_stories" / "mixed_posts_and_stories.csv"
    with staged(tmp_path, path) as file:
        assert file.part.source == "instagram_stories"
        assert file.rows("navigation, sticker_taps, likes") == [
            (None, None, 40), (320, 2, None), (None, None, 410), (330, 0, None), (None, None, 70),
        ]  # fmt: skip


def test_impressions_plays_and_views_are_three_columns(tmp_path):
    path = GOLDEN / "instagram_content" / "content_2024_impressions.csv"
    with staged(tmp_path, path) as file:
        assert file.rows("impressions, plays, views")[:2] == [(1000, None, None), (1001, 2001, None)]


def test_the_2026_facebook_form_keeps_boosted_and_organic_apart(tmp_path):
    with staged(tmp_path, GOLDEN / "facebook_content" / "konten_2026.csv") as file:
        columns = "views, reach, organic_views, boosted_views, organic_reach, boosted_reach"
        assert file.rows(columns)[1] == (900, 12000, 200, 700, 1000, 11000)


def test_the_indonesian_facebook_guess_is_read(tmp_path):
    with staged(tmp_path, GOLDEN / "facebook_content" / "konten_bahasa_indonesia.csv") as file:
        assert file.rows("title, views, reach, likes, shares")[3] == ("Kabar desa 3", 103, 83, 8, None)


def test_a_facebook_video_file_is_refused_with_guidance(tmp_path):
    with staged(tmp_path, GOLDEN / "facebook_video" / "video.csv") as file:
        assert file.part.status == "reject"
        assert "Postingan" in file.part.problems[0]["reason"]


def test_a_daily_table_takes_its_metric_and_platform_from_its_title(tmp_path):
    with staged(tmp_path, GOLDEN / "meta_daily" / "follows_dua_tabel.csv", IG) as file:
        sql = "select platform, metric, count(*) from raw.series group by all order by metric"
        metrics = file.con.execute(sql).fetchall()
        assert metrics == [("instagram", "follows", 3), ("instagram", "interactions", 6)]


def test_a_daily_table_of_another_platform_than_the_account_is_refused(tmp_path):
    path = GOLDEN / "meta_daily" / "follows_dua_tabel.csv"
    with staged(tmp_path, path, "facebook:dinkescontoh") as file:
        assert "berasal dari Instagram" in file.part.problems[0]["reason"]


def test_a_daily_table_without_a_title_is_refused_with_guidance(tmp_path):
    with staged(tmp_path, GOLDEN / "meta_daily" / "reach_tanpa_judul.csv", IG) as file:
        assert "tidak berjudul" in file.part.problems[0]["reason"]


@pytest.mark.parametrize(
    ("title", "metric"),
    [
        ("Views", "views"), ("Viewers", "viewers"), ("Facebook reach", "reach"), ("Instagram follows", "follows"),
        ("Content interactions", "interactions"), ("Facebook visits", "profile_visits"),
        ("Instagram profile visits", "profile_visits"), ("Facebook link clicks", "link_clicks"),
        ("Tayangan", "views"), ("Jangkauan", "reach"), ("Interaksi konten", "interactions"),
        ("Kunjungan Profil Instagram", "profile_visits"), ("Klik tautan Instagram", "link_clicks"),
        ("Pengikut Instagram", "follows"), ("Jangkauan Facebook", "reach"),
    ],
)  # fmt: skip
def test_every_known_title_names_one_metric(title, metric):
    block = Block(title, ["Date", "Primary"], [])
    assert metric in META_DAILY.prepare(block, _context()).block.header


def test_an_unknown_title_is_refused_by_name():
    with pytest.raises(RefusedFile, match="Earnings"):
        META_DAILY.prepare(Block("Earnings", ["Date", "Primary"], []), _context())


def test_audience_tables_lie_down_as_shares_of_one(tmp_path):
    with staged(tmp_path, GOLDEN / "meta_audience" / "audience.csv", IG) as file:
        columns = "dimension, member, segment, share"
        assert file.rows(columns, "audience", "segment = 'women'")[0] == ("age_gender", "18-24", "women", 0.106)
        assert ("city", "Nganjuk, Indonesia", "", 0.613) in [
            (d, m, s or "", v) for d, m, s, v in file.rows(columns, "audience")
        ]


# ---- TikTok


def test_a_year_of_tiktok_days_spans_two_years(tmp_path):
    path = GOLDEN / "tiktok_overview" / "overview_id_365_hari.csv"
    with staged(tmp_path, path, TIKTOK, EXPORTED) as file:
        days = file.rows("distinct record, day", "series")
        assert (days[0][1], days[-1][1], len(days)) == (date(2025, 7, 9), date(2026, 7, 8), 365)


def test_tiktok_days_are_read_newest_first_too(tmp_path):
    path = GOLDEN / "tiktok_overview" / "overview_es_terbaru_dulu.csv"
    with staged(tmp_path, path, TIKTOK) as file:
        days = [found for _, found in file.rows("distinct record, day", "series")]
        assert (days[0], days[-1]) == (date(2026, 1, 4), date(2025, 12, 29))


@pytest.mark.parametrize("text", ["8 Juli", "July 8", "8 July", "8 de julio", "8 de julho", "8-Jul"])
def test_tiktok_days_are_read_in_every_language_seen(text):
    assert month_day(text) == (7, 8)


@pytest.mark.parametrize("text", ["31 Smarch", "0 Juli", "31 Februari", "2026-07-08", ""])
def test_what_is_no_day_of_a_year_stays_unread(text):
    assert month_day(text) is None


def test_a_leap_day_is_given_a_leap_year():
    assert with_years(["29 Februari", "1 Maret"], date(2026, 3, 5)) == [date(2024, 2, 29), date(2026, 3, 1)]


def test_the_export_day_of_a_tiktok_list_follows_its_newest_video():
    link = "https://www.tiktok.com/@puskesmas_contoh/video/7527623000473079054"  # 16 July 2025
    block = Block(None, ["Time", "Video link"], [Row(1, 2, ["28 Februari", link], "")])
    late = Context(datetime(2027, 6, 1, tzinfo=UTC), None, None)
    assert TIKTOK_CONTENT.prepare(block, late).observed_at == datetime(2026, 2, 28, 16, 59, 59, tzinfo=UTC)


def test_hours_that_had_not_come_yet_are_not_zero(tmp_path):
    path = GOLDEN / "tiktok_follower_activity" / "FollowerActivity.csv"
    with staged(tmp_path, path, TIKTOK, EXPORTED) as file:
        hours = file.rows("day, value", "series", "metric in ('active_followers_17', 'active_followers_18')")
        assert hours == [(date(2026, 7, 7), 117), (date(2026, 7, 7), 118), (date(2026, 7, 8), 117)]


def test_the_follower_difference_is_left_out(tmp_path):
    with staged(tmp_path, GOLDEN / "tiktok_followers" / "FollowerHistory.csv", TIKTOK, EXPORTED) as file:
        assert file.con.execute("select distinct metric from raw.series").fetchall() == [("followers",)]


def test_the_business_suite_writes_utc(tmp_path):
    with staged(tmp_path, GOLDEN / "tiktok_business_video" / "video.csv") as file:
        stated, key = file.rows("epoch(published_at), post_key")[0]
        assert abs(stated - post_clock("tiktok", key.partition(":")[2]).timestamp()) < 60


# ---- YouTube, X, other tools


def test_youtube_hours_become_seconds_and_a_leading_space_is_no_part_of_an_id(tmp_path):
    with staged(tmp_path, GOLDEN / "youtube_table" / "Table data.csv") as file:
        ids = [key for (key,) in file.rows("post_key")]
        assert "youtube:_hVP92cont0" in ids and "youtube:-HHGHcontoh" in ids
        assert file.rows("watch_seconds")[0][0] == pytest.approx(45.8772 * 3600)


def test_a_whole_zip_of_youtube_loads_without_counting_a_day_twice(tmp_path, monkeypatch):
    etl = command(tmp_path, monkeypatch)
    path = tmp_path / "youtube.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("youtube_table/Table data.csv", "youtube_chart/Chart data.csv", "youtube_totals/Totals.csv"):
            archive.write(GOLDEN / name, Path(name).name)
    etl("load", str(path), "--account", "youtube:kominfo_contoh")
    days = "select day, count(*), sum(value) from raw.series where metric = 'views' group by all order by day limit 1"
    assert query(tmp_path, days) == [(date(2026, 6, 1), 1, 30)]


def test_the_charted_number_of_the_totals_keeps_its_name(tmp_path):
    with staged(tmp_path, GOLDEN / "youtube_totals" / "Totals disimpan ulang.csv", YOUTUBE) as file:
        assert file.rows("day, metric, value", "series")[2] == (date(2025, 6, 13), "engaged_views", 39)


def test_the_id_tells_when_a_post_on_x_was_made(tmp_path):
    with staged(tmp_path, GOLDEN / "x_content" / "account_analytics_content_2026.csv") as file:
        moment, handle, kind, text = file.rows("epoch(published_at), account_handle, post_type, description")[0]
        assert datetime.fromtimestamp(moment, UTC) == datetime(2026, 7, 5, 23, 30, tzinfo=UTC)
        assert (handle, kind, text) == ("kominfo_contoh", "post", "Jalan Sehat & Senam <gratis>, datang ya")


def test_a_reply_on_x_is_marked_as_one(tmp_path):
    with staged(tmp_path, GOLDEN / "x_content" / "account_analytics_content_2026.csv") as file:
        assert [kind for (kind,) in file.rows("post_type")] == ["post", "reply", "post", "post"]


def test_old_tweets_are_in_utc_and_floats_are_counts(tmp_path):
    with staged(tmp_path, GOLDEN / "x_legacy" / "tweet_activity.csv") as file:
        moment, shown = file.rows("epoch(published_at), impressions")[0]
        assert (datetime.fromtimestamp(moment, UTC), shown) == (datetime(2020, 2, 10, 18, 15, tzinfo=UTC), 420)


def test_networks_get_our_names(tmp_path):
    with staged(tmp_path, GOLDEN / "hootsuite" / "post_performance.csv") as file:
        assert [name for (name,) in file.rows("platform")] == ["facebook", "instagram", "x", "instagram"]


def test_metricool_points_are_thousands(tmp_path):
    with staged(tmp_path, GOLDEN / "metricool_daily" / "evolution.csv", IG) as file:
        assert file.rows("day, value", "series", "metric = 'followers'")[0] == (date(2026, 2, 1), 1201)
        assert len(file.rows("1", "series", "metric = 'interactions'")) == 9


def test_columns_that_differ_only_in_case_become_one(tmp_path):
    with staged(tmp_path, GOLDEN / "fanpage_karma" / "posts.xlsx") as file:
        assert [name for (name,) in file.rows("platform")] == ["instagram", "instagram", "facebook"]


@pytest.mark.parametrize(
    ("shown", "count"), [("1900-01-12", "12"), ("1900-03-01", "61"), ("1901-02-15", "412"), ("12", "12")]
)
def test_a_count_behind_a_date_format_comes_back(shown, count):
    assert count_behind_date(shown) == count


def _context():
    return Context(datetime.fromisoformat(RECEIVED), None, None)
