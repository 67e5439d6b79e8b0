"""Which posts are originals of the same message: hand-worked cases and what must hold for any posts."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.cascade.designate import (
    Candidate,
    Programme,
    Wording,
    grouped,
    plain_words,
    programme_of,
    same_text,
    title_of,
)

START = datetime(2026, 6, 10, 2, tzinfo=UTC)
WINDOW = timedelta(days=14)
FLOOD = Programme("BANJIR", "Siaga banjir", ("#siagabanjir",), ("siaga banjir",), date(2026, 6, 1), date(2026, 7, 1))
MARKET = Programme("PASAR", "Pasar murah", ("#pasarmurah",), (), date(1900, 1, 1), date(9999, 12, 31))
TEXT = (
    "Pasar murah keliling singgah di dua puluh kecamatan mulai pekan depan. Beras lima kilogram Rp58.000, minyak "
    "goreng Rp14.500, telur Rp24.000 per kilogram. Satu keluarga satu paket dengan menunjukkan KTP."
)


def wording(text: str) -> Wording:
    return Wording(plain_words(text))


def candidate(name: str, hours: float, text: str, platform: str = "instagram", **facts: object) -> Candidate:
    return Candidate(name, f"{platform}:pemkab", platform, START + timedelta(hours=hours), text, **facts)


def groups(*posts: Candidate) -> list[list[str]]:
    return [[post.post_id for post in group] for group in grouped(posts, WINDOW)]


@pytest.mark.parametrize(
    ("caption", "day", "code"),
    [
        ("Ayo #SiagaBanjir", date(2026, 6, 5), "BANJIR"), ("Ayo #SiagaBanjirBandang", date(2026, 6, 5), None),
        ("Mari SIAGA  banjir bersama", date(2026, 6, 5), "BANJIR"), ("bersiaga banjir", date(2026, 6, 5), None),
        ("Ayo #SiagaBanjir", date(2026, 7, 1), None), ("Ayo #SiagaBanjir", date(2026, 5, 31), None),
        ("#PasarMurah dan #SiagaBanjir", date(2026, 6, 5), "PASAR"), ("𝗦𝗶𝗮𝗴𝗮 𝗯𝗮𝗻𝗷𝗶𝗿", date(2026, 6, 5), "BANJIR"),
        ("#NganjukMelesat", date(2026, 6, 5), None),
    ],
)  # fmt: skip
def test_a_programme_is_known_by_hashtag_or_phrase_while_it_is_valid(caption, day, code):
    assert programme_of(caption, day, [FLOOD, MARKET]) == code


@pytest.mark.parametrize(
    ("other", "may_be_cut", "same"),
    [
        (TEXT + " #PasarMurah @pemkab https://s.id/x", False, True),
        (TEXT.replace("menunjukkan", "menunjukan"), False, True),
        (TEXT[:150], True, True), (TEXT[:150], False, False), (TEXT.replace("58.000", "59.000"), True, False),
        (TEXT.replace("dua puluh", "tiga puluh"), False, False), (TEXT.split(". ")[0], True, True),
        ("Pasar murah keliling", True, False), ("Semua warga diundang ke pendopo untuk syukuran hari ini", True, False),
        ("", True, False),
    ],
)  # fmt: skip
def test_small_edits_and_cuts_leave_a_text_the_same_but_another_fact_does_not(other, may_be_cut, same):
    assert same_text(wording(TEXT), wording(other), may_be_cut) is same
    assert same_text(wording(other), wording(TEXT), may_be_cut) is same


def test_platforms_of_one_message_are_together_and_a_later_repeat_too():
    posts = [
        candidate("a", 0, TEXT), candidate("b", 1, TEXT[:140], "x"), candidate("c", 30, TEXT, "facebook"),
        candidate("d", 24 * 10, TEXT), candidate("e", 24 * 10, TEXT[:140], "x"), candidate("f", 24 * 15, TEXT),
    ]  # fmt: skip
    assert groups(*posts) == [["a", "b", "c", "d", "e"], ["f"]]


def test_a_cut_text_after_two_days_is_another():
    assert groups(candidate("a", 0, TEXT), candidate("b", 49, TEXT[:140], "x")) == [["a"], ["b"]]


def test_posts_of_two_programmes_are_two_messages():
    one, other = candidate("a", 0, TEXT, programme="PASAR"), candidate("b", 1, TEXT, "x", programme="BANJIR")
    silent = candidate("c", 2, TEXT, "facebook")
    assert groups(one, other, silent)[0][0] == "a" and len(groups(one, other, silent)) == 2


def test_a_post_of_another_account_stands_alone():
    assert groups(candidate("a", 0, TEXT), candidate("b", 1, TEXT, "x", is_main=False)) == [["a"], ["b"]]


words = st.sampled_from("pasar murah warga desa jalan air 12 14 juni senin gratis bawa ktp loket buka".split())
captions = st.lists(words, max_size=14).map(" ".join)
candidates = st.lists(
    st.tuples(st.integers(0, 24 * 40), captions, st.sampled_from(["instagram", "facebook", "x"]), st.booleans()),
    max_size=14,
)


@given(candidates)
def test_every_post_is_in_one_group_whatever_the_order_and_no_group_outlives_the_window(facts):
    posts = [
        candidate(f"p{place:02}", hours, text, platform, programme="PASAR" if tagged else None)
        for place, (hours, text, platform, tagged) in enumerate(facts)
    ]
    found = grouped(posts, WINDOW)
    assert sorted(post.post_id for group in found for post in group) == [post.post_id for post in posts]
    assert found == grouped(posts[::-1], WINDOW)
    for group in found:
        moments = [post.published_at for post in group]
        assert moments == sorted(moments) and moments[-1] - moments[0] <= WINDOW


@given(captions, captions)
def test_being_the_same_text_goes_both_ways_and_every_text_is_its_own(one, other):
    for may_be_cut in (False, True):
        assert same_text(wording(one), wording(other), may_be_cut) == same_text(
            wording(other), wording(one), may_be_cut
        )
        assert same_text(wording(one), wording(one), may_be_cut) == bool(one)


@pytest.mark.parametrize(
    ("caption", "title"),
    [
        ("🔥 Stok tinggal dua hari. Donor digelar di pendopo. Ayo!", "Stok tinggal dua hari. Donor digelar di pendopo"),
        ("UPDATE!\nJalan Gondang ditutup malam ini", "UPDATE! Jalan Gondang ditutup malam ini"),
        ("#Tagar 🙏", None), ("", None), ("a " * 90, "a " * 44 + "a…"),
    ],
)  # fmt: skip
def test_a_title_is_what_a_caption_says_first(caption, title):
    assert title_of(caption) == title
