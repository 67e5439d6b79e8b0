"""The words of the chain: the sentence in every number, people as estimates, and a list that fits one message."""

import csv
import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from landing.places import SHIPPED_DATA
from tests import snapshots
from ui import chain_words
from ui.markup import Html

FACTS = snapshots.example()["message"][0] | {"hours_since": 130.0, "kecamatan_carried": 2}


def said(words: Html) -> str:
    return re.sub(r"<[^>]+>", "", words).replace("\u00a0", " ")


def sentence(**changes) -> str:
    return said(chain_words.sentence(FACTS | changes))


def villages(early: int, **changes) -> dict:
    return {"villages": 284, "villages_own_early": early, "villages_own": early} | changes


def test_the_sentence_says_villages_kecamatan_and_people():
    told = sentence(**villages(171), kecamatan=20, kecamatan_silent=3, people_left=214_300)
    assert told.startswith("Sampai di 171 dari 284 desa dalam 72 jam; 3 kecamatan belum meneruskan; ")
    assert told.endswith("; sekitar 214 rb orang belum terjangkau.")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (villages(0), "Belum sampai di satu desa pun dari 284 desa dalam 72 jam"),
        (villages(1), "Sampai di 1 dari 284 desa dalam 72 jam"),
        (villages(284), "Sampai di semua 284 desa dalam 72 jam"),
        (villages(171, villages_own=180), "Sampai di 171 dari 284 desa dalam 72 jam (kini 180)"),
        (villages(12, hours_since=30.0), "Sampai di 12 dari 284 desa sejauh ini"),
        (villages(0, hours_since=3.0), "Belum sampai di satu desa pun dari 284 desa sejauh ini"),
        (villages(0, villages=0), "Tidak ada desa dalam khalayak pesan ini"),
    ],
)
def test_villages_are_counted_at_the_early_mark_or_so_far(changes, expected):
    assert sentence(**changes).split(";")[0].rstrip(".") == expected


@pytest.mark.parametrize(
    ("silent", "expected"),
    [(0, "semua 20 kecamatan sudah meneruskan"), (1, "1 kecamatan belum meneruskan"),
     (20, "belum satu kecamatan pun meneruskan")],
)  # fmt: skip
def test_silent_kecamatan_are_counted_in_words(silent, expected):
    assert expected in sentence(kecamatan=20, kecamatan_silent=silent, kecamatan_carried=20 - silent)


def test_a_kecamatan_without_data_is_not_said_to_have_carried():
    told = sentence(kecamatan=20, kecamatan_silent=0, kecamatan_carried=17)
    assert "17 dari 20 kecamatan sudah meneruskan, sisanya belum ada data" in told


def test_an_audience_without_kecamatan_is_not_told_about_them():
    assert "kecamatan" not in sentence(kecamatan=0, kecamatan_silent=0)
    assert "kecamatan" not in sentence(kecamatan_silent=None)


@pytest.mark.parametrize(
    ("left", "expected"),
    [(None, "jumlah orang yang belum terjangkau tidak tersedia"), (0, "semua warga daring diperkirakan terjangkau"),
     (12_345, "sekitar 12,3 rb orang belum terjangkau")],
)  # fmt: skip
def test_people_left_are_an_estimate_or_said_to_be_missing(left, expected):
    assert sentence(people_left=left).endswith(f"{expected}.")


def test_a_withdrawn_message_blames_nobody():
    told = sentence(is_withdrawn=True, withdrawn_reason="jadwal berubah.", villages_own=4)
    assert told == "Pesan ini ditarik karena jadwal berubah; sebelum itu sempat sampai di 4 dari 12 desa."
    assert "belum sampai di satu desa pun" in sentence(is_withdrawn=True, withdrawn_reason=None, villages_own=0)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, "tidak tersedia"), (0, "0"), (2140, "2.140"), (9999.6, "10,0 rb"), (12_345, "12,3 rb"),
     (214_300, "214 rb"), (1_240_000, "1,2 jt")],
)  # fmt: skip
def test_people_are_as_exact_as_an_estimate_deserves(value, expected):
    assert chain_words.people(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, "tidak tersedia"), (0.3, "kurang dari 1 jam"), (30.2, "30 jam"), (72, "72 jam"), (120, "5 hari")],
)
def test_hours_turn_to_days_when_there_are_many(value, expected):
    assert chain_words.hours(value) == expected


def test_the_latest_message_is_shown_unless_it_was_withdrawn():
    rows = pd.DataFrame(
        [
            {
                "message_id": "b",
                "title": "Baru",
                "published_at": snapshots.AS_OF,
                "state": "withdrawn",
                "is_latest": False,
            },
            {"message_id": "a", "title": "Lama", "published_at": snapshots.AS_OF, "state": "open", "is_latest": False},
        ]
    )
    options, latest = chain_words.choices(rows)
    assert latest == "a"
    assert options == {"b": "Baru · 22 Nov 2026 · ditarik", "a": "Lama · 22 Nov 2026 · berjalan"}
    assert chain_words.choices(rows.assign(is_latest=[True, False]))[1] == "b"


def village(**changes) -> dict:
    return snapshots.example()["message_village"][1] | changes


def test_the_hover_names_village_kecamatan_state_time_and_people():
    told = chain_words.village_hover(village())
    assert told.startswith("<b>Sawahan</b>, Kec. Sawahan<br>Sampai<br>17 Nov 2026, 19.00 WIB (11 jam)<br>")
    assert told.endswith("sekitar 1.923 orang (889 – 2.024)<br>dari 4.236 warga daring")


def test_the_hover_says_when_people_are_not_known():
    nothing = dict.fromkeys(("people_low", "people_point", "people_high"))
    assert chain_words.village_hover(village(**nothing)).endswith("orang terjangkau tidak tersedia")


def test_a_village_without_signal_is_told_so_and_a_name_cannot_hold_a_tag():
    told = chain_words.village_hover(
        village(state="blank", is_blankspot=True, blank_note="menara <b>", village_name="<i>")
    )
    assert "Tanpa sinyal: menara ‹b›" in told
    assert "‹i›" in told


def missed(*rows: tuple[str, str, bool]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["kecamatan_name", "village_name", "is_blankspot"])


def whatsapp(frame: pd.DataFrame, title: str = "Perekaman KTP") -> str:
    return chain_words.whatsapp(frame, title, snapshots.AS_OF, 284, is_withdrawn=False)


def test_the_list_for_whatsapp_is_grouped_and_blames_no_village_without_signal():
    told = whatsapp(missed(("Ngetos", "Suru", False), ("Ngetos", "Klodan", False), ("Sawahan", "Bendolo", True)))
    assert "*Kec. Ngetos* (2): Klodan, Suru" in told
    assert "Belum terjangkau: 2 dari 284 desa" in told
    assert "Tanpa sinyal, disampaikan langsung: Bendolo (Kec. Sawahan)" in told
    assert "*Kec. Sawahan*" not in told


def test_when_nothing_is_missing_the_list_says_so():
    told = whatsapp(missed())
    assert "Semua desa sudah terjangkau." in told
    assert "Mohon" not in told


def test_nobody_is_asked_to_spread_what_was_withdrawn():
    told = chain_words.whatsapp(missed(("Ngetos", "Suru", False)), "Pasar", snapshots.AS_OF, 284, is_withdrawn=True)
    assert told == "*Pesan ditarik: Pasar*\nMohon tidak meneruskan pesan ini lagi."


def test_signs_of_formatting_do_not_leave_their_place():
    told = whatsapp(missed(("A*b_c", "x~y`z", False)), "Judul *tebal*\nbaris")
    assert "*Pesan prioritas: Judul tebal baris*" in told
    assert "*Kec. A b c* (1): x y z" in told


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1, max_size=40)


@given(
    st.lists(st.tuples(st.sampled_from("ABCDEFGHIJKLMNOPQRST"), NAMES, st.booleans()), max_size=300),
    st.text(max_size=400),
)
def test_the_list_always_fits_one_message_and_counts_everyone(rows, title):
    told = whatsapp(missed(*rows), title)
    assert len(told) <= chain_words.WHATSAPP_LIMIT
    shown = sum(int(count) for count in re.findall(r"^\*Kec\. .*?\* \((\d+)\): ", told, re.MULTILINE))
    left_out = re.search(r"^dan ([\d.]+) desa lain", told, re.MULTILINE)
    rest = int(left_out[1].replace(".", "")) if left_out else 0
    assert shown + rest == sum(not blank for _, _, blank in rows)


def test_all_284_villages_fit_without_leaving_one_out():
    with (SHIPPED_DATA / "reference" / "regions.csv").open(encoding="utf-8") as file:
        regions = {row["code"]: row for row in csv.DictReader(file)}
    rows = [
        (regions[row["parent_code"]]["name"], row["name"], False) for row in regions.values() if len(row["code"]) > 8
    ]
    assert len(rows) == 284
    assert "desa lain" not in whatsapp(missed(*rows))
