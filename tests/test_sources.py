"""Every known export format: recognised among all others, and read as its facts say."""

from itertools import pairwise

import pytest

from etl.catalogue import built_in
from etl.reading import read_bytes
from etl.recognise import Match, normal, recognise
from etl.source import POST, POST_FIELDS, SERIES
from etl.stage import read_part
from tests.staged import GOLDEN, staged

FILES = sorted(path for path in GOLDEN.rglob("*") if path.is_file())
NAMES = [f"{path.parent.name}/{path.name}" for path in FILES]
IG, TIKTOK, YOUTUBE = "instagram:dinkes_contoh", "tiktok:puskesmas_contoh", "youtube:kominfo_contoh"
EXPORTED = "2026-07-08T15:00:00+00:00"

# file                                              | account | records | loaded | set aside | no data
COUNTS = """
    comment_log/formulir_aduan.csv                  |   |   2 |   2 | 0 |  0
    comment_log/log_komentar.csv                    |   |   9 |   5 | 2 |  2
    event_log/jam_terpisah.csv                      |   |   3 |   3 | 0 |  0
    event_log/log_kegiatan.csv                      |   |   7 |   4 | 1 |  2
    facebook_content/konten_2023.csv                |   |   6 |   4 | 0 |  2
    facebook_content/konten_2025_views_dua_kali.csv |   |   6 |   5 | 1 |  0
    facebook_content/konten_2026.csv                |   |   5 |   5 | 0 |  0
    facebook_content/konten_bahasa_indonesia.csv    |   |   5 |   5 | 0 |  0
    facebook_page_daily/halaman.csv                 |   |  10 |   9 | 1 |  0
    fanpage_karma/posts.xlsx                        |   |   3 |   3 | 0 |  0
    hoax_list/cek_fakta.xlsx                        |   |   2 |   2 | 0 |  0
    hoax_list/daftar_hoaks.csv                      |   |   7 |   4 | 1 |  2
    hoax_list/umpan.json                            |   |   4 |   3 | 1 |  0
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
    spread_report/formulir_inggris.csv              |   |   2 |   2 | 0 |  0
    spread_report/laporan_sebar.csv                 |   |   8 |   5 | 1 |  2
    sprout_posts/post_performance.csv               |   |   5 |   4 | 1 |  0
    sprout_profile/profile_performance.csv          | i |   6 |   6 | 0 |  0
    tiktok_business_audience/audience.csv           | t |   5 |   5 | 0 |  0
    tiktok_business_overview/overview.csv           | t |   6 |   6 | 0 |  0
    tiktok_business_video/video.csv                 |   |   5 |   4 | 1 |  0
    tiktok_content/content.csv                      |   |   6 |   4 | 2 |  0
    tiktok_follower_activity/FollowerActivity.csv   | t |  48 |  43 | 0 |  0
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
        if not (found.source.titles or found.source.is_exact):
            header = [*reversed(found.block.header), "Kolom Baru"]
            assert recognise([cell.upper() for cell in header], built_in()).source is found.source


@pytest.mark.parametrize(("name", "who", "records", "loaded", "set_aside", "non_post"), EXPECTED)
def test_every_record_of_a_golden_file_is_accounted_for(tmp_path, name, who, records, loaded, set_aside, non_post):
    with staged(tmp_path, GOLDEN / name, ACCOUNTS[who]) as file:
        part = file.part
        counts = [part.records, part.loaded, part.set_aside, part.non_post]
        assert part.known == part.records - sum(counts[1:])
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


def test_every_source_has_a_golden_file():
    with_files = {path.parent.name for path in GOLDEN.rglob("*") if path.is_file()}
    assert with_files == {source.name for source in built_in()}


def test_an_unknown_header_is_no_source():
    assert read_bytes(b"Nama,Alamat,Umur\nA,B,3\n", built_in()).found == []


def _found(path):
    return read_part(path.read_bytes(), built_in()).found


def _ranks(header):
    matches = [recognise(header, [source]) for source in built_in()]
    return [(m.matched, len(m.source.needed), m.source.name) for m in matches if isinstance(m, Match)]


def test_a_table_of_two_common_words_and_more_is_not_taken_for_youtube_totals():
    assert recognise(["Post URL", "Tanggal", "Likes"], built_in()) is None
    assert recognise(["Tanggal", "Penayangan"], built_in()).source.name == "youtube_totals"
