"""Norms in their own units, and captions shown without what tells whose they are or what must stay closed."""

import re

import pytest

from tests.standard_world import EXPOSED
from ui import standard_hidden, standard_words

CELL = {
    "agency_code": "DINKES", "name": "Dinas Kesehatan", "rule_id": "service_share", "title": "Porsi pelayanan",
    "value": 0.5, "low": 0.4, "high": 0.6, "numerator": 20, "denominator": 40, "threshold": 0.6,
    "comparison": "at_least", "verdict": "abstain", "is_few": False,
}  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "number", "words"),
    [("service_share", 0.5, "50 %"), ("weekly_posts", 2.25, "2,2 per pekan"), ("longest_gap", 9.0, "9 hari"),
     ("event_hours", 6.5, "6,5 jam"), ("uniqueness", 0.456, "0,46"), ("service_share", None, "tidak tersedia"),
     ("longest_gap", float("nan"), "tidak tersedia")],
)  # fmt: skip
def test_each_norm_is_told_in_its_own_unit(rule, number, words):
    assert standard_words.value(rule, number) == words


def test_an_interval_in_hours_is_told_in_hours():
    row = CELL | {"rule_id": "event_hours", "value": 6.0, "low": 4.0, "high": 30.5, "numerator": 7, "denominator": 9}
    assert (
        standard_words.reached(row).replace("\u00a0", " ") == "6,0 jam, rentang 90 %: 4,0–30,5 jam; 7 dari 9 kegiatan"
    )


def test_missing_data_is_said_and_never_zero():
    assert standard_words.reached(CELL | {"value": None}) == "belum ada datanya"


CAPTIONS = [
    "Buka disdik_contoh atau @disdik_contoh", "lihat HTTPS://disdik.nganjukkab.go.id/x?y=1", "surel admin@contoh.id",
    "Dinas Pendidikan mengundang", "#DinasPendidikan #disdik_contoh", "hubungi 0812 0000 1234", "NIK 3518000000000001",
]  # fmt: skip


@pytest.mark.parametrize("caption", CAPTIONS)
def test_what_tells_whose_post_it_is_is_blotted_out_in_place(caption):
    row = {"caption": caption, "agency_name": "Dinas Pendidikan", "account_handle": "disdik_contoh",
           "agency_code": "DISDIK"}  # fmt: skip
    shown = standard_hidden.anonymous(row)
    assert len(shown) == len(caption)
    assert not re.search(r"disdik|pendidikan|https|contoh|\d{3}", shown, re.IGNORECASE)


def test_an_ordinary_caption_stays_as_it_is():
    row = {"caption": "Senin pukul 08.00, 25 November 2026 di balai desa. #NganjukMelesat Rp 50.000",
           "agency_name": None, "account_handle": None, "agency_code": "DISDIK"}  # fmt: skip
    assert standard_hidden.anonymous(row) == row["caption"]


def test_digits_of_personal_data_are_closed_and_every_other_letter_stays():
    row = {"caption": EXPOSED, "evidence": [{"rule_id": "personal_data_hidden", "verdict": "fail", "start": 21,
                                             "stop": 37, "why": ""}]}  # fmt: skip
    shown = standard_hidden.closed(row)
    assert len(shown) == len(EXPOSED) and shown.startswith("Penerima bantuan: NIK ")
    assert not re.search(r"\d", shown)
    assert standard_hidden.closed(row | {"evidence": None}) == EXPOSED
