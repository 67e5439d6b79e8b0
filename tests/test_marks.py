"""What a token is besides its word: an hour, a day, a sum, a phone, an identity number; and words of several kinds."""

from datetime import date

import pytest
from hypothesis import given, settings

from measures.standard.caption import read_caption
from measures.standard.known import KINDS as ALLOWED
from measures.standard.marks import BIT, FACTS, KINDS, NAMES, Marker, has
from measures.standard.vocabulary import Term, Vocabulary
from tests.judge_world import CAPTIONS, DAY, judge

ALWAYS = date(1, 1, 1), date.max
MARKER = Marker(
    Vocabulary(
        (Term("praise", "dekat di hati", *ALWAYS), Term("service", "hati", *ALWAYS), Term("title", "bupati", *ALWAYS))
    )
)
NUMBERS = [
    ("buka 08.00", "08.00", "clock"),
    ("buka 8:30", "8:30", "clock"),
    ("pukul 9", "9", "clock"),
    ("jam 19 malam", "19", "clock"),
    ("harga Rp 15.30", "15.30", "money"),
    ("Rp50.000", "50.000", "money"),
    ("hanya 50 ribu", "50", "money"),
    ("senilai 2,4 miliar", "2,4", "money"),
    ("12 Juni 2026", "12", "date"),
    ("tanggal 12/6/2026", "12/6/2026", "date"),
    ("mulai 1/7", "1/7", "date"),
    ("naik 25%", "25", "percent"),
    ("naik 25 persen", "25", "percent"),
    ("NIK 3518010101010001", "3518010101010001", "identity"),
    ("KK 351801010101000", "351801010101000", "count"),
    ("KK 35180101010100012", "35180101010100012", "count"),
    ("telepon 081200001234", "081200001234", "phone"),
    ("telepon 0812-0000-1234", "0812", "phone"),
    ("telepon 08xx-0000-1131", "08", "phone"),
    ("telepon 6281200001234", "6281200001234", "phone"),
    ("telepon 0358-321", "0358", "phone"),
    ("hubungi 112", "112", "hotline"),
    ("hubungi 119", "119", "hotline"),
    ("ada 120 orang", "120", "count"),
    ("08 orang", "08", "count"),
]  # fmt: skip
OTHERS = [
    ("Senin", "senin", "weekday"),
    ("siapa?", "?", "question"),
    ("ayo!", "!", "exclamation"),
    ("lihat s.id/a", "s.id/a", "link"),
    ("tanya @dinkes", "@dinkes", "mention"),
    ("ayo #Nganjuk", "#nganjuk", "tag"),
    ("📍 Pendopo", "📍", "sign_fact"),
    ("🎉 hore", "🎉", "sign_feeling"),
]


def names(text: str, marker: Marker = MARKER) -> list[set[str]]:
    """Per token the names of its marks."""
    return [{name for name in NAMES if bits & BIT[name]} for bits in marker.marks(read_caption(text))]


@pytest.mark.parametrize(("text", "token", "fact"), NUMBERS)
def test_a_number_is_one_fact_by_what_stands_beside_it(text, token, fact):
    assert names(text)[read_caption(text).words.index(token)] == {fact}


@pytest.mark.parametrize(("text", "token", "fact"), OTHERS)
def test_other_tokens_are_facts_by_their_signs(text, token, fact):
    caption = read_caption(text)
    place = next(
        at for at in range(len(caption.words)) if caption.text[slice(*caption.edges[2 * at : 2 * at + 2])] == token
    )
    assert fact in names(text)[place]


def test_every_word_of_a_phrase_is_marked_also_where_one_has_a_kind_of_its_own():
    assert names("Bupati dekat di hati") == [{"title"}, {"praise"}, {"praise"}, {"praise", "service"}]


def test_a_mark_is_asked_for_by_any_of_its_names():
    marks = MARKER.marks(read_caption("Bupati hadir pukul 9"))
    assert has(marks, "title", "clock") == [0, 3] and has(marks, "praise") == []


def test_the_marks_fit_one_number_and_every_kind_of_the_vocabulary_has_one():
    assert len(set(NAMES)) == len(NAMES) == len(KINDS) + len(FACTS) <= 64
    assert set(KINDS) == {"name", *ALLOWED}


@settings(deadline=None)
@given(CAPTIONS)
def test_there_is_one_mark_per_token_whatever_the_caption(text):
    marker, caption = Marker(judge().vocabulary.on(DAY)), read_caption(text)
    assert len(marker.marks(caption)) == len(caption.words)
