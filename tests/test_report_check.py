"""Pasted links are judged before they are sent: nothing is lost, nothing goes twice, and no mess breaks the check."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.cascade.report_check import Circumstances, KnownPost, check, left_over, post_ids, sendable
from measures.links import ALPHABET, post_clock

MESSAGE_AT = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)


def shortcode(moment: datetime, tail: int = 7) -> str:
    """An Instagram shortcode made at this moment."""
    number = (int(moment.timestamp() * 1000) - 1314220021721 << 23) + tail
    letters = ""
    while number:
        number, digit = divmod(number, 64)
        letters = ALPHABET[digit] + letters
    return letters


def instagram(days: float, tail: int = 7) -> str:
    return f"https://www.instagram.com/p/{shortcode(MESSAGE_AT + timedelta(days=days), tail)}/"


def tiktok(days: float, handle: str = "desa.kramat_contoh") -> str:
    number = int((MESSAGE_AT + timedelta(days=days)).timestamp()) << 32
    return f"https://www.tiktok.com/@{handle}/video/{number}"


AGAINST = Circumstances(
    agency_code="KEL-KRAMAT",
    published_at=MESSAGE_AT,
    now=NOW,
    originals=frozenset({f"instagram:{shortcode(MESSAGE_AT)}"}),
    reported=frozenset({f"instagram:{shortcode(MESSAGE_AT + timedelta(days=1), 3)}"}),
    owners={("tiktok", "desa.kramat_contoh"): "KEL-KRAMAT", ("tiktok", "dinkes_contoh"): "DINKES"},
    posts={
        "facebook:1234567": KnownPost(frozenset({"DINKES"}), MESSAGE_AT + timedelta(hours=3)),
        "facebook:1234568": KnownPost(frozenset({"DINKES", "KEL-KRAMAT"}), MESSAGE_AT + timedelta(hours=3)),
        "facebook:1234569": KnownPost(frozenset({"KEL-KRAMAT"}), MESSAGE_AT - timedelta(minutes=1)),
    },
)


def verdicts(text: str, against: Circumstances = AGAINST) -> list[str]:
    return [one.verdict for one in check(text, against)]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (tiktok(1), "good"),
        (tiktok(1, "akun.baru"), "unregistered"),
        (tiktok(1, "dinkes_contoh"), "foreign"),
        (tiktok(-1), "older"),
        (tiktok(3), "future"),
        (instagram(1), "unseen"),
        (instagram(0), "original"),
        (instagram(1, 3), "known"),
        ("https://www.facebook.com/dinkes/posts/1234567", "foreign"),
        ("https://www.facebook.com/dinkes/posts/1234568", "good"),
        ("https://www.facebook.com/kramat/posts/1234569", "older"),
        ("https://www.facebook.com/permalink.php?story_fbid=pfbid02abc&id=100", "unseen"),
        ("https://www.facebook.com/kramat/posts/pfbid02abcDEF", "unregistered"),
        ("https://vt.tiktok.com/ZSabc123/", "short"),
        ("s.id/kramat", "short"),
        ("https://www.facebook.com/share/p/19abc/", "short"),
        ("https://www.instagram.com/kramat_contoh/", "profile"),
        ("https://www.facebook.com/hashtag/nganjuk", "no_post"),
        ("https://nganjukkab.go.id/berita/1", "other_site"),
        ("sudah kami sebarkan ya bu", "not_a_link"),
        ("https://[rusak", "other_site"),
    ],
)
def test_each_kind_of_link_gets_its_verdict(text, verdict):
    assert verdicts(text) == [verdict]


def test_several_links_in_any_mess_are_told_apart():
    mess = (
        f"IG:{instagram(1)};tiktok.com/@desa.kramat_contoh/video/{int(NOW.timestamp()) << 32},s.id/abc\n\nTerima kasih"
    )
    assert verdicts(mess) == ["unseen", "good", "short", "not_a_link"]


def test_words_beside_a_link_are_not_held_against_it():
    assert verdicts(f"Izin melaporkan, ini tautannya: {tiktok(1)}") == ["good"]


def test_decorations_do_not_make_a_link_new():
    assert verdicts(f"{tiktok(1)}?_t=8abc&_r=1 {tiktok(1)}#x") == ["good", "repeated"]


def test_the_same_post_under_its_reel_and_its_post_address_is_one():
    code = shortcode(MESSAGE_AT + timedelta(days=1))
    assert verdicts(f"https://instagram.com/reel/{code} https://www.instagram.com/kramat/p/{code}/?igsh=x") == [
        "unseen",
        "repeated",
    ]


def test_an_upload_a_little_before_the_message_is_not_older():
    assert verdicts(tiktok(-10 / 1440)) == ["good"]
    assert verdicts(tiktok(-20 / 1440)) == ["older"]


def test_what_was_not_sent_stays_in_the_box_and_what_was_sent_does_not():
    found = check(f"{tiktok(1)}\nhttps://vt.tiktok.com/ZSabc/\nbukan tautan\n{instagram(1, 3)}", AGAINST)
    assert sendable(found) == [tiktok(1)]
    assert left_over(found) == "https://vt.tiktok.com/ZSabc/\nbukan tautan"


def test_nothing_pasted_is_nothing_to_judge():
    assert check(" \n\t ", AGAINST) == []


def test_the_posts_to_look_up_are_named_once():
    assert post_ids(f"{instagram(1)} {instagram(1)} https://nganjukkab.go.id") == [
        f"instagram:{shortcode(MESSAGE_AT + timedelta(days=1))}"
    ]


def test_the_invented_shortcodes_carry_their_clock():
    assert post_clock("instagram", shortcode(NOW)) == NOW


LINKS = st.sampled_from([
    tiktok(1), tiktok(-2), tiktok(1, "dinkes_contoh"), tiktok(1, "lain"), instagram(1), instagram(0), instagram(1, 3),
    "https://vt.tiktok.com/ZSx/", "instagram.com/kramat_contoh", "https://www.facebook.com/a/posts/1234567",
    "https://nganjukkab.go.id", "bukan tautan", "https://[x", "fb.watch/abc", "https://www.facebook.com/b/posts/pfbid0a",
])  # fmt: skip
SEPARATORS = st.sampled_from([" ", "\n", "\n\n", " , ", ";\n", " | ", "\t"])


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_the_check(text):
    for one in check(text, AGAINST):
        assert one.raw in text


@given(st.text(alphabet="htps:/.instagrmfcebokwx[]@#?&=%0123456789 \n,;", max_size=200))
@settings(max_examples=300, deadline=None)
def test_nothing_that_looks_like_a_link_breaks_the_check(text):
    check(text, AGAINST)


@given(st.lists(st.tuples(LINKS, SEPARATORS), max_size=12))
@settings(max_examples=300, deadline=None)
def test_no_link_is_lost_and_none_is_sent_twice(parts):
    found = check("".join(link + gap for link, gap in parts), AGAINST)
    sent = [one for one in found if one.is_sendable]
    assert len({one.post_id or one.link.canonical_url for one in sent}) == len(sent)
    settled = {one.raw for one in found if one.verdict in ("known", "repeated")}
    kept = left_over(found)
    assert all(one.raw in kept or one.is_sendable or one.raw in settled for one in found)


@given(st.lists(st.tuples(LINKS, SEPARATORS), max_size=12))
@settings(max_examples=200, deadline=None)
def test_what_stays_in_the_box_holds_nothing_that_could_be_sent(parts):
    found = check("".join(link + gap for link, gap in parts), AGAINST)
    assert sendable(check(left_over(found), AGAINST)) == []


@given(st.lists(LINKS, max_size=10))
@settings(max_examples=200, deadline=None)
def test_sending_again_sends_nothing(links):
    text = "\n".join(links)
    sent = [one for one in check(text, AGAINST) if one.is_sendable]
    names = frozenset(one.post_id or one.link.canonical_url for one in sent)
    assert sendable(check(text, replace(AGAINST, reported=AGAINST.reported | names))) == []


@given(st.floats(min_value=-30, max_value=30, allow_nan=False))
@settings(max_examples=300, deadline=None)
def test_a_post_counts_exactly_between_the_message_and_now(days):
    [one] = check(tiktok(days), AGAINST)
    made = post_clock("tiktok", one.post_id.split(":")[1])
    slack = timedelta(minutes=15)
    expected = "older" if made < MESSAGE_AT - slack else "future" if made > NOW + slack else "good"
    assert one.verdict == expected
