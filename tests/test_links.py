"""Links: one spelling per post, the id inside a permalink, the clock inside an id."""

import re
from datetime import UTC, datetime

import duckdb
import pytest

from measures.links import (
    NATIVE_ID_PATTERNS,
    canonical,
    excel_damaged,
    links_in,
    native_id,
    pages_in,
    post_clock,
    posts_in,
)

PERMALINKS = """
    instagram | https://www.instagram.com/p/DZ2u1rOxOkV/                                | DZ2u1rOxOkV
    instagram | https://www.instagram.com/reel/DYz2HS0M2ks/?igsh=MTc4                   | DYz2HS0M2ks
    instagram | https://instagram.com/reels/DYz2HS0M2ks                                 | DYz2HS0M2ks
    instagram | https://www.instagram.com/dinkes_contoh/p/DZ2u1rOxOkV/                  | DZ2u1rOxOkV
    instagram | https://www.instagram.com/tv/DZ2u1rOxOkV                                | DZ2u1rOxOkV
    instagram | https://www.instagram.com/stories/dinkes_contoh/3912345678901234567      |
    instagram | https://www.instagram.com/dinkes_contoh/                                |
    tiktok    | https://www.tiktok.com/@puskesmas_contoh/video/7527623000473079054?_t=8x | 7527623000473079054
    tiktok    | https://www.tiktok.com/@puskesmas.contoh/photo/7527623000473079054      | 7527623000473079054
    tiktok    | https://m.tiktok.com/v/7527623000473079054.html                         | 7527623000473079054
    youtube   | https://www.youtube.com/watch?app=desktop&v=-Iwk4wabcde                 | -Iwk4wabcde
    youtube   | https://youtu.be/_hVP92r3z3I?si=abc                                     | _hVP92r3z3I
    youtube   | https://m.youtube.com/shorts/bCDnDtsTHAk?feature=share                  | bCDnDtsTHAk
    youtube   | https://www.youtube.com/live/bCDnDtsTHAk                                | bCDnDtsTHAk
    youtube   | https://www.youtube.com/@kanal_contoh                                   |
    x         | https://twitter.com/kominfo_contoh/status/1825000000000000000?s=20      | 1825000000000000000
    x         | https://x.com/i/web/status/1825000000000000000                          | 1825000000000000000
    facebook  | https://www.facebook.com/dinkescontoh/posts/939005954986064             | 939005954986064
    facebook  | https://www.facebook.com/contoh/posts/hari-jadi-2026/939005954986064    | 939005954986064
    facebook  | https://m.facebook.com/story.php?story_fbid=939005954986064&id=100066   | 939005954986064
    facebook  | https://www.facebook.com/permalink.php?story_fbid=939005954986064&id=1  | 939005954986064
    facebook  | https://www.facebook.com/dinkescontoh/videos/939005954986064/           | 939005954986064
    facebook  | https://www.facebook.com/watch/?v=939005954986064                       | 939005954986064
    facebook  | https://www.facebook.com/reel/939005954986064                           | 939005954986064
    facebook  | https://www.facebook.com/contoh/photos/a.123456789/939005954986064/     | 939005954986064
    facebook  | https://www.facebook.com/photo/?fbid=939005954986064&set=a.123456789    | 939005954986064
    facebook  | https://www.facebook.com/dinkescontoh/posts/pfbid02Contoh9              |
    facebook  | https://www.facebook.com/permalink.php?story_fbid=pfbid0&id=100066300057039 |
    threads   | https://www.threads.com/@dinkes_contoh/post/DYz2HS0M2ks                 | DYz2HS0M2ks
"""
CASES = [tuple(cell.strip() for cell in line.split("|")) for line in PERMALINKS.strip().splitlines()]


@pytest.mark.parametrize(("platform", "url", "expected"), CASES)
def test_the_post_id_is_read_out_of_a_permalink(platform, url, expected):
    assert (native_id(platform, url) or "") == expected


@pytest.mark.parametrize(("platform", "url", "expected"), CASES)
def test_python_and_duckdb_read_the_same_id(platform, url, expected):
    sql = "select coalesce(regexp_extract($url, $pattern, 1), '')"
    values = {"url": url, "pattern": NATIVE_ID_PATTERNS[platform]}
    assert duckdb.execute(sql, values).fetchone() == (expected,)


@pytest.mark.parametrize(("platform", "url", "expected"), CASES)
def test_a_canonical_link_is_its_own_canonical_link(platform, url, expected):
    link = canonical(url)
    again = canonical(link.canonical_url)
    assert (link.platform, link.native_id or "") == (platform, expected)
    assert (again.canonical_url, again.native_id) == (link.canonical_url, link.native_id)


def test_every_pattern_has_exactly_one_group():
    assert {re.compile(pattern).groups for pattern in NATIVE_ID_PATTERNS.values()} == {1}


def test_two_spellings_of_one_post_become_one_link():
    spellings = ["instagram.com/reel/DYz2HS0M2ks?utm_source=x", "https://www.instagram.com/p/DYz2HS0M2ks/?igsh=1"]
    assert len({canonical(spelling).canonical_url for spelling in spellings}) == 1


def test_a_rotating_facebook_id_stays_opaque_and_keeps_its_address():
    link = canonical("https://www.facebook.com/dinsos.contoh/posts/pfbid02Contoh?__cft__[0]=x&mibextid=z")
    assert (link.platform, link.native_id) == ("facebook", None)
    assert link.canonical_url == "https://www.facebook.com/dinsos.contoh/posts/pfbid02Contoh"


@pytest.mark.parametrize(
    ("url", "platform"),
    [
        ("https://s.id/contoh", None),
        ("bit.ly/3contoh", None),
        ("https://vt.tiktok.com/ZSContoh/", "tiktok"),
        ("https://fb.watch/abc123/", "facebook"),
        ("https://www.facebook.com/share/p/1AbCdEf/", "facebook"),
        ("https://www.instagram.com/share/reel/BAEcontoh1x", "instagram"),
    ],
)
def test_a_short_link_is_known_as_one_that_names_no_post(url, platform):
    link = canonical(url)
    assert (link.is_short, link.platform, link.native_id) == (True, platform, None)


@pytest.mark.parametrize("text", ["", "-", "belum ada", "https://www.detik.com/x", "https://netflix.com/a/status/1"])
def test_what_is_no_social_link_is_none(text):
    assert canonical(text) is None
    assert links_in(text) == []


def test_several_links_in_one_cell_come_apart_in_order():
    text = (
        "IG: https://www.instagram.com/p/DZ2u1rOxOkV/https://youtu.be/UWQNrpakgcA, "
        "facebook.com/dinkescontoh/posts/939005954986064\n(https://x.com/kominfo_contoh/status/1825000000000000000)"
    )
    assert [link.platform for link in links_in(text)] == ["instagram", "youtube", "facebook", "x"]


def test_the_same_link_twice_in_a_cell_counts_once():
    assert len(links_in("https://youtu.be/UWQNrpakgcA\nhttps://www.youtube.com/watch?v=UWQNrpakgcA")) == 1


def test_the_handle_is_read_from_the_link_where_it_stands_there():
    urls = [
        "https://www.tiktok.com/@Puskesmas_Contoh/video/7527623000473079054",
        "https://x.com/i/status/1825000000000000000",
    ]
    assert [canonical(url).handle for url in urls] == ["puskesmas_contoh", None]


@pytest.mark.parametrize(
    ("platform", "post", "moment"),
    [
        ("instagram", "DYz2HS0M2ks", datetime(2026, 5, 26, 17, 22, 17, 25_000, UTC)),
        ("tiktok", "7527623000473079054", datetime(2025, 7, 16, 10, 21, 48, tzinfo=UTC)),
        ("x", "1825000000000000000", datetime(2024, 8, 18, 2, 41, 21, 517_000, UTC)),
    ],
)
def test_an_id_tells_when_the_post_was_made(platform, post, moment):
    assert post_clock(platform, post) == moment


@pytest.mark.parametrize(
    ("platform", "post"),
    [
        ("instagram", "17974697564884257"),  # Meta's own media number is no shortcode
        ("instagram", ""),
        ("x", "29700859246"),  # before snowflakes, ids were counters
        ("tiktok", "bukan"),
        ("facebook", "939005954986064"),
        ("youtube", "UWQNrpakgcA"),
        (None, None),
    ],
)
def test_an_id_without_a_clock_tells_no_time(platform, post):
    assert post_clock(platform, post) is None


@pytest.mark.parametrize("text", ["1.78E+17", "1,78E+17", "1.22158E+17", "9E+14", " 1.8e17 "])
def test_an_id_that_excel_damaged_is_known_as_damaged(text):
    assert excel_damaged(text)


@pytest.mark.parametrize("text", ["17974697564884257", "", "DYz2HS0M2ks", "12.5"])
def test_a_sound_id_is_not_called_damaged(text):
    assert not excel_damaged(text)


@pytest.mark.parametrize("text", ["https://[x", "lihat https://[::1 ya", "http://]/p/abc", "https://"])
def test_an_address_that_is_none_is_no_link_and_no_page(text):
    assert links_in(text) == [] and posts_in(text) == [] and pages_in(text) == []


def test_half_an_emoji_in_a_link_breaks_nothing():
    [link] = links_in("https://www.facebook.com/watch/?v=\ud83d")
    assert (link.platform, link.native_id) == ("facebook", None)
