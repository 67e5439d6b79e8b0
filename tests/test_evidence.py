"""Why a pair was matched: the phrases and facts of both texts, in words for people."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.cascade.evidence import LONGEST_PHRASE, MOST_FACTS, MOST_PHRASES, Evidence, evidence
from measures.cascade.matching import read

SAID = datetime(2026, 3, 4, 8, tzinfo=ZoneInfo("Asia/Jakarta"))
MESSAGE = (
    "Pasar murah tahap 2 digelar 12 Maret pukul 08.00 di Lapangan Ngepung. Beras dijual Rp58.000, tersedia 500 paket, "
    "diskon 20 persen. Bawa KTP dan tas belanja sendiri."
)


def found(post: str, message: str = MESSAGE) -> Evidence:
    return evidence(read(post, SAID + timedelta(days=1)), read(message, SAID))


def test_facts_of_both_texts_are_shown_as_people_write_them():
    shared = ("12 Maret", "pukul 08.00", "Rp58.000", "20%", "500", "tahap 2", "KTP", "Lapangan")
    assert found(MESSAGE).shared == shared and not found(MESSAGE).only_post


@pytest.mark.parametrize("spelling", ["Tgl 12/3 jam 8 pagi", "12-03-2026 pkl 08:00", "12 Maret, jam wolu esuk"])
def test_facts_in_other_spellings_are_the_same_facts(spelling):
    assert found(f"Pasar murah {spelling}").shared == ("12 Maret", "pukul 08.00")


def test_facts_of_only_one_text_stand_apart():
    told = found("Pasar murah 12 Maret, antrean dibagi pukul 06.30, parkir Rp2.000")
    assert told.only_post == ("pukul 06.30", "Rp2.000") and "500" in told.only_message


def test_other_days_hours_and_parts_speak_against():
    told = found("Pasar murah tahap 3 digelar 20 Maret pukul 09.00")
    assert told.against == ("tanggal (12 Maret dan 20 Maret)", "jam (08.00 dan 09.00)", "tahap 3")
    assert "Yang berbeda: tanggal (12 Maret dan 20 Maret)" in told.why


def test_the_longest_common_phrases_come_first():
    told = found("Bawa KTP dan tas belanja sendiri ya! Pasar murah tahap 2 digelar di sini.")
    assert told.words == ("bawa ktp dan tas belanja sendiri", "pasar murah tahap 2 digelar")
    assert "Kalimat yang sama: “bawa ktp dan tas belanja sendiri”" in told.why


def test_words_that_everyone_uses_are_no_evidence():
    assert found("Program kegiatan di kabupaten Nganjuk", "Info program kegiatan di kabupaten Nganjuk").words == ()


def test_without_facts_and_phrases_the_sentence_says_so():
    told = found("Beras murah, ayo belanja")
    assert (told.words, told.shared, told.against) == ((), (), ())
    assert told.why == "Pokok bahasannya sama, tanpa fakta yang dapat dicocokkan."


def test_the_stored_form_holds_all_lists_and_the_sentence():
    stored = found(MESSAGE).as_json()
    assert set(stored) == {"words", "shared", "only_message", "only_post", "against", "why"}
    assert stored["why"].startswith("Fakta yang sama: 12 Maret, pukul 08.00")


@settings(deadline=None)
@given(
    st.text(st.characters(exclude_categories=()), max_size=300),
    st.sampled_from(["", MESSAGE, "jam " * 50 + "1,2,3,4,5,6,7,8,9 mei"]),
)
def test_any_pair_has_a_short_evidence(post, message):
    told = found(f"{message} {post}", message)
    lists = (told.shared, told.only_message, told.only_post)
    assert len(told.words) <= MOST_PHRASES and all(len(one) <= MOST_FACTS for one in lists) and told.why
    assert all(len(phrase.split()) <= LONGEST_PHRASE for phrase in told.words)
