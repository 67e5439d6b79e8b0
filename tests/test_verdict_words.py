"""Deciding words are marked where they stand, whatever the caption or the spans, and nothing else changes."""

import re
from html import escape, unescape

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import verdict_words
from ui.verdict_words import marked, told

CAPTION = "Layanan KTP keliling. Bapak Bupati sosok idola kami."
ODD = ["<b>&amp;</b>", "a\u202eb\u0000c", "👩‍👩‍👧 é 𝓷𝓰𝓪𝓷𝓳𝓾𝓴", "\ud800x", "\n \t"]
CAPTIONS = st.text(max_size=60) | st.sampled_from(ODD)
PLACES = st.none() | st.integers(-99, 99) | st.floats(allow_nan=True, allow_infinity=True) | st.just("tiga")
ENTRIES = st.fixed_dictionaries({
    "rule_id": st.sampled_from(["service_first", "emphasis", "personal_data", "baru", None]),
    "verdict": st.sampled_from(["pass", "fail", "abstain", "found", "figure", "service", "lain", None]),
    "start": PLACES, "stop": PLACES, "why": st.none() | st.text(max_size=20),
})  # fmt: skip


def said(words: str, verdict: str, rule: str = "no_personal_praise", why: str = "") -> dict:
    start = CAPTION.index(words)
    return {"rule_id": rule, "verdict": verdict, "start": start, "stop": start + len(words), "why": why}


def without_tags(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


@given(CAPTIONS, st.lists(ENTRIES, max_size=8))
def test_without_its_tags_the_marked_caption_is_the_escaped_caption(caption, evidence):
    shown = verdict_words.plain(caption)
    expected = escape(shown) if shown.strip() else verdict_words.NO_TEXT
    assert without_tags(marked(caption, evidence)) == expected
    assert unescape(expected).encode("utf-8")


@given(CAPTIONS, st.lists(ENTRIES, max_size=8))
def test_only_marks_of_our_own_are_added(caption, evidence):
    tags = set(re.findall(r"</?(\w+)", marked(caption, evidence)))
    assert tags <= {"mark", "span"}


@given(st.lists(ENTRIES | st.none() | st.text(max_size=3), max_size=8))
def test_reasons_are_told_of_any_evidence(evidence):
    assert told(evidence).count("<li>") == sum(isinstance(one, dict) for one in evidence)


@pytest.mark.parametrize("caption", [None, float("nan"), "", "  \n"])
def test_a_missing_caption_is_said(caption):
    assert verdict_words.NO_TEXT in marked(caption, [said("KTP", "pass")])


@pytest.mark.parametrize("evidence", [None, float("nan"), "rusak", [], {}, ["x"], np.array([], dtype=object)])
def test_evidence_that_is_none_leaves_the_caption_as_it_is(evidence):
    assert marked(CAPTION, evidence) == CAPTION
    assert "Belum ada hasil periksa" in told(evidence)


def test_a_failing_span_wins_over_a_passing_one_that_overlaps():
    html = marked(CAPTION, [said("Bapak Bupati sosok", "pass"), said("sosok idola kami", "fail")])
    assert re.findall(r'class="jk-words-(\w+)"[^>]*>([^<]+)', html) == [
        ("met", "Bapak Bupati "), ("broken", "sosok"), ("broken", " idola kami"),
    ]  # fmt: skip


def test_spans_count_code_points_even_beyond_the_first_plane():
    html = marked("🔥🔥 gratis", [{"rule_id": "service_info", "verdict": "found", "start": 3, "stop": 9, "why": ""}])
    assert ">gratis</mark>" in html


def test_numpy_places_are_places_too():
    entry = {"rule_id": "service_first", "verdict": "pass", "start": np.int32(0), "stop": np.int64(7), "why": ""}
    assert ">Layanan</mark>" in marked(CAPTION, np.array([entry], dtype=object))


def test_putting_a_figure_forward_is_marked_as_what_has_to_change():
    assert "jk-words-broken" in marked(CAPTION, [said("Bapak Bupati", "figure", "emphasis")])
    assert "jk-words-met" in marked(CAPTION, [said("Layanan", "service", "emphasis")])
    assert "jk-words-broken" in marked(CAPTION, [said("kami", "found", "personal_data")])


def test_the_reason_is_in_the_mark_and_escaped():
    html = marked(CAPTION, [said("idola", "fail", why='"><script>alert(1)</script>')])
    assert "<script>" not in html
    assert "&quot;&gt;&lt;script&gt;" in html


def test_what_has_to_change_is_told_first():
    words = told([said("KTP", "pass", "service_first"), said("kami", "abstain", "sourced_claims"),
                  said("idola", "fail", why="Pujian pribadi.")])  # fmt: skip
    assert words.index("Perlu diubah") < words.index("Belum pasti") < words.index("Memenuhi")
    assert "Pujian pribadi." in words


def test_the_standard_itself_names_its_rules():
    assert "Bunyi baru" in told([said("idola", "fail")], {"no_personal_praise": "Bunyi baru"})


def test_every_tone_has_a_word_of_its_own():
    words = verdict_words.legend()
    assert [tone for tone in ("met", "broken", "unsure") if f"jk-words-{tone}" not in words] == []
