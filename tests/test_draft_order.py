"""The suggested order is made of the caption's own sentences, and says nothing where there is nothing to say."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.standard.caption import read_caption
from measures.standard.order import PARTS, rewritten, suggested_order

ROLES = ("figure", "useful", "educational", "service_info", "call_for_vigilance_or_correction",
         "unsourced_claim_risk", "accountability", "smart_city_cta", "personal_data")  # fmt: skip
PRAISE, USE, WHEN, STEP = {"figure"}, {"useful"}, {"useful", "service_info"}, {"service_info", "smart_city_cta"}


@dataclass(frozen=True)
class Said:
    """A sentence with its roles, as the judge gives it."""

    start: int
    stop: int
    roles: frozenset[str]


def caption(*sentences: tuple[str, set[str]], by: str = " ") -> tuple[str, list[Said]]:
    text, said = "", []
    for words, roles in sentences:
        text += by if text else ""
        said.append(Said(len(text), len(text) + len(words), frozenset(roles)))
        text += words
    return text, said


def told(text: str, said: list[Said]) -> list[tuple[str, str]]:
    return [(one.part, text[one.start : one.stop]) for one in suggested_order(text, said)]


THANKS = ("Terima kasih Bapak Camat, sosok idola kami semua!", PRAISE)
SERVICE = ("Perekaman KTP keliling hadir di balai desa.", USE)
TIME = ("Buka Selasa pukul 08.00 sampai 12.00.", WHEN)
MENU = ("Daftar lewat aplikasi, menu Kependudukan.", STEP)
QUOTE = ("“Kami jemput bola,” ujar petugas.", set())
TAGS = ("#NganjukMelesat #layanan", set())


def test_service_comes_first_then_time_then_step_then_speaker_then_praise_then_hashtags():
    assert told(*caption(TAGS, THANKS, QUOTE, SERVICE, MENU, TIME)) == [
        ("benefit", SERVICE[0]), ("when", TIME[0]), ("act", MENU[0]), ("speech", QUOTE[0]), ("praise", THANKS[0]),
        ("tags", TAGS[0]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentences",
    [(SERVICE, TIME, MENU, QUOTE, TAGS), (SERVICE, TIME, THANKS), (SERVICE,), (THANKS, TAGS), (), (QUOTE, TAGS)],
)
def test_a_good_order_and_a_caption_without_a_service_are_left_alone(sentences):
    assert told(*caption(*sentences)) == []


def test_praise_is_marked_for_removal_and_never_removed():
    text, said = caption(THANKS, SERVICE)
    [_, last] = suggested_order(text, said)
    assert PARTS[last.part].reason.endswith("pertimbangkan dihapus.")
    assert rewritten(text, suggested_order(text, said)) == f"{SERVICE[0]}\n\n{THANKS[0]}"


def test_a_sentence_that_leans_on_the_one_before_it_moves_with_it():
    later = ("Layanan ini gratis dan langsung jadi.", USE)
    assert [words for _, words in told(*caption(THANKS, SERVICE, later))] == [f"{SERVICE[0]} {later[0]}", THANKS[0]]


def test_a_list_stays_with_its_heading():
    lines = [("Syarat perekaman:", WHEN), ("- fotokopi KK", WHEN), ("- usia 17 tahun", WHEN)]
    text, said = caption(THANKS, *lines, by="\n")
    assert told(text, said)[0] == ("benefit", "Syarat perekaman:\n- fotokopi KK\n- usia 17 tahun")


def test_a_question_stays_with_its_answer_and_a_quotation_in_one_piece():
    asked = [("Tabung bocor?", USE), ("Pakai karung goni basah.", USE)]
    assert told(*caption(THANKS, *asked))[0][1] == "Tabung bocor? Pakai karung goni basah."
    quoted = [("“Jangan panik.", USE), ("Hubungi kami,” kata petugas.", USE)]
    assert told(*caption(THANKS, *quoted))[0][1] == "“Jangan panik. Hubungi kami,” kata petugas."


def test_a_greeting_stays_in_front():
    hello = ("Halo sobat sehat!", set())
    assert [part for part, _ in told(*caption(hello, THANKS, SERVICE))] == ["opening", "benefit", "praise"]


def test_times_told_in_turns_with_their_services_are_not_torn_apart():
    turns = [SERVICE, TIME, ("Pasar murah digelar di alun-alun.", USE), ("Mulai Minggu pukul 06.00.", WHEN)]
    assert told(*caption(*turns)) == []
    assert [words for _, words in told(*caption(THANKS, *turns))] == [*(words for words, _ in turns), THANKS[0]]


def test_a_benefit_told_only_with_a_person_leads_before_the_details():
    both = ("Bupati idola kita membuka bus sekolah gratis.", {"figure", "useful"})
    assert told(*caption(both, TIME)) == []


def test_several_hashtags_at_the_end_of_a_sentence_are_put_last():
    ends = ("Pasar murah di alun-alun #nganjuk #melesat", USE)
    assert told(*caption(ends, TIME))[-1] == ("tags", "#nganjuk #melesat")


WORDS = st.sampled_from(
    "Pasar murah dibuka Senin pukul 08.00 bupati idola #nganjuk @akun ujar “gratis” (umum) - 1. 📍 Syarat: ya? Halo "
    "itu beliau https://a.go.id Drs. … \u200b \u202e \n \n\n . ! ?".split(" ")
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, data=st.data())
def test_the_suggestion_is_a_permutation_of_the_captions_own_sentences(text, data):
    read = read_caption(text)
    spans = [read.span(first, last - 1) for first, last in read.sentences()]
    said = [Said(*span, data.draw(st.frozensets(st.sampled_from(ROLES), max_size=3))) for span in spans]
    placed = suggested_order(text, said, data.draw(st.booleans()))
    if placed:
        parts = sorted((one.start, one.stop) for one in placed)
        assert all(before[1] <= after[0] for before, after in pairwise(parts))
        torn = [start for start, _ in parts if any(one.start < start < one.stop for one in said)]
        assert all(text[start] in "#@" for start in torn)
        between = [
            text[stop:start] for (_, stop), (start, _) in zip([(0, 0), *parts], [*parts, (len(text),) * 2], strict=True)
        ]
        assert "".join(between).strip() == ""
        assert Counter(_visible(rewritten(text, placed))) == Counter(_visible(text))


def _visible(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(max_size=80),
    edges=st.lists(st.tuples(st.integers(-5, 120), st.integers(-5, 120)), max_size=12),
    roles=st.frozensets(st.sampled_from(ROLES), max_size=4),
)
def test_sentences_from_anywhere_never_raise(text, edges, roles):
    for one in suggested_order(text, [Said(start, stop, roles) for start, stop in edges]):
        assert 0 <= one.start < one.stop <= len(text)


def test_where_nobody_is_praised_a_leader_who_opens_comes_after_the_service():
    opens = ("Bapak Bupati didampingi Sekda meninjau balai desa.", PRAISE)
    text, said = caption(opens, SERVICE)
    assert [one.part for one in suggested_order(text, said, has_praise=False)] == ["benefit", "person"]


def test_where_nobody_is_praised_an_introduction_stays_in_front():
    text, said = caption(("Pak tani yang sedang di sawah, perhatikan nggih.", PRAISE), SERVICE)
    assert suggested_order(text, said, has_praise=False) == ()


def test_a_dot_within_a_title_tears_nothing():
    text = "dr. Rina, Sp.PD menjelaskan gula darah. Terima kasih Bapak Camat idola kami. Poli buka Senin."
    ends = [place + 1 for place, letter in enumerate(text) if letter == "." and place > 2]
    said = [Said(start, stop, frozenset(USE if "idola" not in text[start:stop] else PRAISE))
            for start, stop in pairwise([0, *ends])]  # fmt: skip
    assert told(text, said)[0][1] == "dr. Rina, Sp.PD menjelaskan gula darah."


def test_an_article_keeps_the_order_of_its_author():
    assert told(*caption(THANKS, *[SERVICE] * 80)) == []
