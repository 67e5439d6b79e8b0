"""Every known export format: recognised among all others, and read as its facts say."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from etl.catalogue import built_in
from etl.errors import RefusedFile
from etl.reading import read_bytes, read_records
from etl.recognise import Match, normal, recognise
from etl.source import POST, POST_FIELDS, SERIES, Block, Context, Row
from etl.sources._dates import month_day, with_years
from etl.sources._handwritten import day, day_locale, number_locale, whole_number
from etl.sources.fanpage_karma import count_behind_date
from etl.sources.meta_daily import SOURCE as META_DAILY
from etl.sources.tiktok_content import SOURCE as TIKTOK_CONTENT
from etl.workbook import sheets
from measures.links import post_clock
from tests.staged import GOLDEN, RECEIVED, staged

FILES = sorted(path for path in GOLDEN.rglob("*") if path.is_file())
NAMES = [f"{path.parent.name}/{path.name}" for path in FILES]
IG, TIKTOK, YOUTUBE = "instagram:dinkes_contoh", "tiktok:puskesmas_contoh", "youtube:kominfo_contoh"
EXPORTED = "2026-07-08T15:00:00+00:00"

# file                                              | account | records | loaded | set aside | no data
COUNTS = """
    facebook_content/konten_2023.csv                |   |   6 |   4 | 0 |  2
    facebook_content/konten_2025_views_dua_kali.csv |   |   6 |   5 | 1 |  0
    facebook_content/konten_2026.csv                |   |   5 |   5 | 0 |  0
    facebook_content/konten_bahasa_indonesia.csv    |   |   5 |   5 | 0 |  0
    facebook_page_daily/halaman.csv                 |   |  10 |   9 | 1 |  0
    fanpage_karma/posts.xlsx                        |   |   3 |   3 | 0 |  0
    hootsuite/post_performance.csv                  |   |   5 |   4 | 1 |  0
    instagram_content/content_2024_impressions.csv  |   |   5 |   5 | 0 |  0
    instagram_content/konten_juni_2026.csv          |   |  11 |   8 | 2 |  1
    instagram_stories/cerita.csv                    |   |   5 |   5 | 0 |  0
    instagram_stories/mixed_posts_and_stories.csv   |   |   5 |   5 | 0 |  0
    meta_audience/audience.csv                      | i |  10 |  10 | 0 |  0
    meta_audience/disimpan_excel.csv                | i |   7 |   5 | 2 |  0
    meta_audience/pemirsa.csv                       | i |   5 |   4 | 1 |  0
    meta_daily/follows_dua_tabel.csv                | i |   9 |   9 | 0 |  0
    meta_daily/kunjungan_disimpan_excel.csv         | i |   8 |   7 | 1 |  0
    meta_daily/tayangan.csv                         | i |  10 |  10 | 0 |  0
    metricool_daily/evolution.csv                   | i |  10 |  10 | 0 |  0
    recap/rekap_dua_baris_judul.csv                 |   |   5 |   3 | 0 |  2
    recap/rekap_juni.csv                            |   |  10 |   5 | 3 |  2
    recap/rekap_per_platform.csv                    |   |   3 |   3 | 0 |  0
    recap/rekap_tanpa_petunjuk.csv                  |   |   4 |   2 | 2 |  0
    sprout_posts/post_performance.csv               |   |   5 |   4 | 1 |  0
    sprout_profile/profile_performance.csv          | i |   6 |   6 | 0 |  0
    tiktok_business_audience/audience.csv           | t |   5 |   5 | 0 |  0
    tiktok_business_overview/overview.csv           | t |   6 |   6 | 0 |  0
    tiktok_business_video/video.csv                 |   |   5 |   4 | 1 |  0
    tiktok_content/content.csv                      |   |   6 |   4 | 2 |  0
    tiktok_follower_activity/FollowerActivity.csv   | t |  48 |  48 | 0 |  0
    tiktok_follower_gender/FollowerGender.csv       | t |   3 |   3 | 0 |  0
    tiktok_followers/FollowerHistory.csv            | t |  11 |  11 | 0 |  0
    tiktok_overview/overview_en.csv                 | t |  10 |   9 | 1 |  0
    tiktok_overview/overview_es_terbaru_dulu.csv    | t |   7 |   7 | 0 |  0
    tiktok_overview/overview_id_365_hari.csv        | t | 365 | 365 | 0 |  0
    tiktok_territories/FollowerTopTerritories.csv   | t |   5 |   4 | 1 |  0
    tiktok_viewers/Viewers.csv                      | t |   6 |   6 | 0 |  0
    x_content/account_analytics_content_2024.csv    |   |   2 |   2 | 0 |  0
    x_content/account_analytics_content_2026.csv    |   |   5 |   4 | 1 |  0
    x_legacy/tweet_activity.csv                     |   |   3 |   3 | 0 |  0
    x_legacy/tweet_activity_2015.csv                |   |   1 |   1 | 0 |  0
    x_overview/account_overview_analytics.csv       | x |   8 |   8 | 0 |  0
    youtube_chart/Chart data geografi.csv           | y |   6 |   0 | 0 |  6
    youtube_chart/Chart data.csv                    | y |   6 |   0 | 0 |  6
    youtube_table/Data tabel.csv                    |   |   5 |   4 | 0 |  1
    youtube_table/Table data 2023.csv               |   |   3 |   2 | 0 |  1
    youtube_table/Table data 2026.csv               |   |   4 |   3 | 0 |  1
    youtube_table/Table data.csv                    |   |   7 |   4 | 1 |  2
    youtube_totals/Totals disimpan ulang.csv        | y |   6 |   6 | 0 |  0
    youtube_totals/Totals.csv                       | y |   7 |   7 | 0 |  0
"""
ACCOUNTS = {"i": IG, "t": TIKTOK, "y": YOUTUBE, "x": "x:kominfo_contoh", "": None}
EXPECTED = [[cell.strip() for cell in line.split("|")] for line in COUNTS.strip().splitlines()]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_golden_file_is_recognised_as_its_folder(path):
    assert path.parent.name in {found.source.name for found in _found(path)}


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_no_two_sources_tie_on_a_header(path):
    for found in _found(path):
        if not found.source.titles:
            ranks = sorted(_ranks(found.block.header), reverse=True)
            assert all(first[:2] > second[:2] for first, second in pairwise(ranks)), ranks


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_another_order_and_an_unknown_column_change_nothing(path):
    for found in _found(path):
        if not found.source.titles:
            header = [*reversed(found.block.header), "Kolom Baru"]
            assert recognise([cell.upper() for cell in header], built_in()).source is found.source


@pytest.mark.parametrize(("name", "who", "records", "loaded", "set_aside", "non_post"), EXPECTED)
def test_every_record_of_a_golden_file_is_accounted_for(
    tmp_path, name, who, records, loaded, set_aside, non_post
):
    with staged(tmp_path, GOLDEN / name, ACCOUNTS[who]) as file:
        part = file.part
        counts = [part.records, part.loaded, part.set_aside, part.non_post]
        assert counts == [int(records), int(loaded), int(set_aside), int(non_post)], part.problems


def test_every_golden_file_is_counted_or_refused():
    counted = {name for name, *_ in EXPECTED}
    assert set(NAMES) - counted == {"facebook_video/video.csv", "meta_daily/reach_tanpa_judul.csv"}


def test_sources_name_only_canonical_columns():
    for source in built_in():
        assert source.records != POST or set(source.fields) <= set(POST_FIELDS), source.name
        assert source.records != SERIES or "day" in source.fields, source.name


def test_headers_are_written_as_recognition_compares_them():
    for source in built_in():
        for facts in source.fields.values():
            assert [normal(header) for header in facts.headers] == list(facts.headers), source.name


# ---- Meta


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


# ---- the hand-filled recap


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
        assert file.reasons()[6] == ("Link", "https://s.id/contoh1")
        assert file.reasons()[9] == ("Link", "menyusul")


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
        assert "1,234" in file.reasons()[3][1]


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


def _found(path):
    content = path.read_bytes()
    if path.suffix == ".xlsx":
        return [found for name, rows in sheets(content) for found in read_records(rows, built_in(), name).found]
    return read_bytes(content, built_in()).found


def _ranks(header):
    matches = [recognise(header, [source]) for source in built_in()]
    return [(m.matched, len(m.source.needed), m.source.name) for m in matches if isinstance(m, Match)]


def _context():
    return Context(datetime.fromisoformat(RECEIVED), None, None)
