"""A caption as the judges read it: plain words and sentences, each with its place in the text as it was written."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.standard.caption import INVISIBLE, LONGEST, Caption, read_caption
from tests.judge_world import CAPTIONS, HOSTILE

QUOTES = str.maketrans("’‘`‐‑", "'''--")


def folded(text: str) -> str:
    """Small plain letters, one for one, without what nobody sees."""
    small = ((letter, unicodedata.normalize("NFKC", letter).lower()) for letter in text if letter not in INVISIBLE)
    return "".join(one if len(one) == 1 else letter for letter, one in small).translate(QUOTES)


def parts(caption: Caption) -> list[str]:
    """The sentences, as their words."""
    return [" ".join(caption.words[first:last]) for first, last in caption.sentences()]


def kinds(text: str) -> list[tuple[str, str]]:
    caption = read_caption(text)
    return list(zip(caption.words, caption.kinds, strict=True))


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("𝗟𝗮𝘆𝗮𝗻𝗮𝗻 𝓖𝓻𝓪𝓽𝓲𝓼", "layanan gratis"),
        ("ＫＴＰ　ｇｒａｔｉｓ", "ktp gratis"),
        ("la\u200bya\u00adnan", "layanan"),
        ("\u202elayanan\u202c \u2066kami\u2069", "layanan kami"),
        ("LAYANAN Kami", "layanan kami"),
        ("siaaaap mantuuul", "siap mantul"),
        ("utk warga", "untuk warga"),
        ("biayanya datanglah", "biaya datang"),
        ("Jum’at Jum'at", "jum'at jum'at"),
        ("puskesmas-puskesmas", "puskesmas-puskesmas"),
    ],
)
def test_fancy_hidden_and_stretched_letters_read_like_plain_ones(written, words):
    assert " ".join(read_caption(written).words) == words


@pytest.mark.parametrize(
    ("written", "token", "kind"),
    [
        ("lihat https://dinkes.nganjukkab.go.id/a?b=1 ya", "https://dinkes.nganjukkab.go.id/a?b=1", "link"),
        ("lihat dinkes.nganjukkab.go.id.", "dinkes.nganjukkab.go.id", "link"),
        ("lihat WWW.NGANJUKKAB.GO.ID ya", "www.nganjukkab.go.id", "link"),
        ("lihat bit.ly/abc ya", "bit.ly/abc", "link"),
        ("lihat linktr.ee/abc ya", "linktr.ee/abc", "link"),
        ("lihat 4shared.com/123 ya", "4shared.com/123", "link"),
        ("ayo #NganjukMelesat!", "#nganjukmelesat", "tag"),
        ("tanya @dinkes.nganjuk.", "@dinkes.nganjuk", "mention"),
        ("pukul 08.00-14.00", "08.00", "number"),
        ("Rp50.000,- saja", "50.000", "number"),
        ("tanggal 12/6/2026", "12/6/2026", "number"),
        ("ikut 😍", "😍", "sign"),
    ],
)
def test_links_tags_mentions_numbers_and_signs_are_one_token_each(written, token, kind):
    assert (token, kind) in kinds(written)


def test_a_word_with_a_dot_and_no_domain_is_no_link():
    assert {kind for _, kind in kinds("Selesai.Terima kasih S.Sos dan 10.30")} == {"word", "end", "number", "sign"}


@pytest.mark.parametrize(
    "text",
    [
        "Posyandu di Kec. Baron, Kab. Nganjuk, Jl. Ahmad Yani No. 5",
        "Dibuka Drs. Budi Santoso, S.E., M.M. di balai desa",
        "Hadir H. Karim dan Dr. Sri bersama warga",
    ],
)
def test_an_abbreviation_ends_no_sentence(text):
    assert len(read_caption(text).sentences()) == 1


def test_a_dot_a_line_and_a_question_end_a_sentence():
    caption = read_caption("Layanan dibuka. Bawa KTP?! Gratis\nTerima kasih kepada Kec.")
    assert parts(caption) == ["layanan dibuka", "bawa ktp", "gratis", "terima kasih kepada kecamatan"]


def test_an_empty_caption_has_no_word_and_no_sentence():
    caption = read_caption("")
    assert (caption.words, caption.sentences(), caption.letters, caption.capitals) == ((), [], 0, 0)


def test_capitals_are_counted_among_the_letters():
    caption = read_caption("AYO datang, 12 orang 😍")
    assert (caption.capitals, caption.letters) == (3, 14)


def test_places_stay_right_behind_letters_that_nobody_sees():
    written = "\u202eAyo\u200b \u200b𝗱𝗮𝘁𝗮𝗻𝗴\u00ad ke MPP"
    caption = read_caption(written)
    start, stop = caption.span(1, 1)
    assert written[start:stop] == "𝗱𝗮𝘁𝗮𝗻𝗴"
    assert written[slice(*caption.span(0, 0))] == "Ayo"
    assert written[slice(*caption.span(0, 3))] == "Ayo\u200b \u200b𝗱𝗮𝘁𝗮𝗻𝗴\u00ad ke MPP"


@settings(deadline=None)
@given(CAPTIONS)
def test_every_token_stands_where_it_was_written(written):
    caption, before = read_caption(written), 0
    assert len(caption.words) == len(caption.kinds) == len(caption.roots)
    for place in range(len(caption.words)):
        start, stop = caption.span(place, place)
        assert before <= start < stop <= len(written)
        first, last = caption.edges[2 * place : 2 * place + 2]
        assert folded(written[start:stop]) == caption.text[first:last]
        before = stop


@settings(deadline=None)
@given(CAPTIONS, st.data())
def test_any_stretch_of_the_folded_text_is_found_in_the_written_one(written, data):
    caption = read_caption(written)
    start = data.draw(st.integers(0, len(caption.text)))
    stop = data.draw(st.integers(start, len(caption.text)))
    first, last = caption.letters_span(start, stop)
    assert 0 <= first <= last <= len(written)
    assert folded(written[first:last]) == caption.text[start:stop]


@settings(deadline=None)
@given(CAPTIONS)
def test_sentences_hold_every_word_once_and_in_order(written):
    caption = read_caption(written)
    places = [place for first, last in caption.sentences() for place in range(first, last)]
    assert places == [place for place, kind in enumerate(caption.kinds) if kind != "end"]


@pytest.mark.parametrize("written", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_captions_are_read_up_to_the_longest_a_platform_allows(written):
    caption = read_caption(written)
    assert len(caption.text) <= LONGEST
    assert all(stop <= LONGEST for stop in caption.edges)


def test_what_is_past_the_longest_caption_is_not_read():
    written = "layanan " * 1_300_000
    assert read_caption(written) == read_caption(written[:LONGEST])
