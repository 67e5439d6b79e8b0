"""Words of the standard: phrases of several words, several kinds at once, and each only in its term."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.standard.caption import read_caption
from measures.standard.rules import FOREVER
from measures.standard.vocabulary import Hit, Term, Vocabulary, terms_of
from tests.judge_world import CAPTIONS, judge

ALWAYS = date(1, 1, 1), FOREVER
START, END = date(2026, 1, 20), date(2026, 7, 1)
TERMS = terms_of(
    [
        ("praise", "sosok", *ALWAYS),
        ("praise", "dekat di hati", *ALWAYS),
        ("praise", "dekat di hati kami", *ALWAYS),
        ("app", "Nganjuk Smart City", *ALWAYS),
        ("brand", "nganjuk", *ALWAYS),
        ("brand", "#NganjukMelesat", *ALWAYS),
        ("service", "gratis", *ALWAYS),
        ("require", "gratis", *ALWAYS),
        ("name", "Rekaan", START, END),
    ]
)
KINDS = {term.kind for term in TERMS}


def said(text: str, *kinds: str, day: date = START) -> list[tuple[str, str]]:
    """Kind and words of every hit."""
    caption = read_caption(text)
    hits = Vocabulary(TERMS).on(day).hits(caption, kinds or KINDS)
    return [(hit.kind, " ".join(caption.words[hit.first : hit.last + 1])) for hit in hits]


def test_a_phrase_of_several_words_is_found_as_a_whole():
    assert said("Sosok yang DEKAT di hati kami", "praise") == [
        ("praise", "sosok"), ("praise", "dekat di hati kami"), ("praise", "dekat di hati"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["dekat di", "dekat hati di", "dekat. di hati", "dekat di #hati", "hati di dekat"])
def test_half_a_phrase_or_one_across_a_sentence_is_none(text):
    assert said(text) == []


def test_a_word_of_two_kinds_is_found_as_both():
    assert said("Gratis!") == [("require", "gratis"), ("service", "gratis")]


def test_a_word_inside_a_phrase_is_found_beside_it():
    assert said("Unduh Nganjuk Smart City") == [("app", "nganjuk smart city"), ("brand", "nganjuk")]


@pytest.mark.parametrize("text", ["𝗡𝗴𝗮𝗻𝗷𝘂𝗸 𝗦𝗺𝗮𝗿𝘁 𝗖𝗶𝘁𝘆", "nganjuk\u200b smart   city", "ＮＧＡＮＪＵＫ smart cityyyy"])
def test_a_phrase_is_found_in_fancy_letters(text):
    assert ("app", "nganjuk smart city") in said(text)


def test_a_hashtag_is_a_word_of_its_own():
    assert said("#NGANJUKMELESAT nganjukmelesat", "brand") == [("brand", "#nganjukmelesat")]


@pytest.mark.parametrize(
    ("day", "is_known"),
    [(START - timedelta(1), False), (START, True), (END - timedelta(1), True), (END, False)],
)
def test_a_word_counts_from_its_first_day_until_the_day_before_its_end(day, is_known):
    assert (said("Mas Rekaan", "name", day=day) == [("name", "rekaan")]) is is_known


def test_the_days_of_change_are_the_ends_of_every_term():
    assert Vocabulary(TERMS).changes() == [date(1, 1, 1), START, END, FOREVER]


def test_a_phrase_without_a_word_is_never_found():
    vocabulary = Vocabulary((Term("praise", "***", *ALWAYS), Term("praise", "", *ALWAYS)))
    assert vocabulary.hits(read_caption("*** sosok"), {"praise"}) == []


@settings(deadline=None)
@given(CAPTIONS, st.sampled_from([["praise"], ["app", "brand"], ["name", "title", "rumour"]]))
def test_hits_stand_in_order_inside_the_caption_and_are_of_the_kinds_asked_for(text, kinds):
    caption, vocabulary = read_caption(text), judge().vocabulary
    hits = vocabulary.hits(caption, kinds)
    assert hits == sorted(hits, key=lambda hit: (hit.first, -hit.last, hit.kind))
    for hit in hits:
        assert hit.kind in kinds and 0 <= hit.first <= hit.last < len(caption.words)


def test_every_shipped_word_finds_itself():
    vocabulary = judge().vocabulary
    assert len(vocabulary.terms) > 1_000
    for term in vocabulary.terms:
        caption = read_caption(term.phrase)
        assert Hit(term.kind, 0, len(caption.words) - 1) in vocabulary.hits(caption, {term.kind}), term
