"""The judge of captions on plain cases: what stands first, both sides of each label, and no text that stops it."""

import re
from datetime import date
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.standard.answer import Answer
from measures.standard.caption import LONGEST, read_caption
from tests.judge_world import CAPTIONS, DAY, FIGURE, HOSTILE, MIXED, NEITHER, SERVICE, checked, composed, judge, told

EMPHASIS = [
    (SERVICE, "service"),
    ("Kebakaran gudang di Kertosono padam pukul 21.40. Tiga mobil, dua belas petugas, tidak ada korban.", "service"),
    (FIGURE, "figure"),
    (
        "Selamat dan sukses kepada Ibu Camat atas wisuda doktornya. Sosok inspiratif, cerdas, dan rendah hati "
        "kebanggaan kami!",
        "figure",
    ),
    (MIXED, "mixed"),
    (NEITHER, "neither"),
    ("Apel pagi pegawai di halaman kantor.", "neither"),
]
KITCHEN = (
    "Kenapa minyak terbakar tidak boleh disiram air? Karena air langsung menjadi uap dan melempar minyak ke mana-mana. "
    "Tutup wajan dengan kain basah, lalu matikan kompor."
)
CATTLE = (
    "Vaksinasi ternak gratis Kamis 11 Juni pukul 08.00 di Balai Desa Ngepung. Daftar lewat WhatsApp 0812-0000-1234."
)
SCAM = (
    "Waspada penipuan! Beredar pesan WhatsApp mengatasnamakan dinas kami meminta transfer. Itu hoaks. Cek dulu ke akun "
    "resmi sebelum membagikan."
)
CURE = (
    "Infonya air rebusan daun ini terbukti ampuh menyembuhkan kanker 100% tanpa efek samping. Sebarkan sebelum dihapus!"
)
BUDGET = (
    "Realisasi anggaran perbaikan jalan triwulan II mencapai Rp2,4 miliar atau 61 persen dari target; 14 kilometer "
    "jalan rampung."
)
STEPS = (
    "Cek antrean puskesmas lewat aplikasi Nganjuk Smart City: buka menu Kesehatan, pilih puskesmas, lalu ambil nomor "
    "antrean."
)
IDENTITY = "Bantuan atas nama Siti, NIK 3518010101010001, silakan diambil di balai desa."
# label: a caption to which it applies, and one to which it does not
LABELS = [
    ("educational", KITCHEN, "Telah dilaksanakan rapat koordinasi di aula kecamatan."),
    ("service_info", SERVICE, "Alhamdulillah rapat kemarin berjalan lancar."),
    ("service_info", CATTLE, FIGURE),
    ("smart_city", STEPS, "Konsep smart city dibahas di kementerian."),
    ("smart_city", "Semua ada di #NganjukSmartCity", "Unduh Mobile JKN."),
    ("brand", "Semangat pagi! #NganjukMelesat", "Dinas Pertanian Kabupaten Nganjuk"),
    ("brand", "Sore di Kota Angin", "Pertandingan di Stadion Anjuk Ladang"),
    ("call_for_vigilance_or_correction", SCAM, "Waspada longsor dan banjir saat hujan deras."),
    (
        "call_for_vigilance_or_correction",
        "HOAKS: video yang beredar bukan kejadian di Nganjuk, melainkan video lama dari daerah lain. Saring sebelum "
        "sharing.",
        SERVICE,
    ),
    ("unsourced_claim_risk", CURE, SERVICE),
    ("accountability", BUDGET, NEITHER),
    ("smart_city_cta", STEPS, SERVICE),
    ("personal_data", IDENTITY, SERVICE),
    ("ai_declared", "Gambar ini dibuat dengan AI.", SERVICE),
    ("stale_slogan", "Bersama Nganjuk Nyawiji kita membangun desa.", "Nganjuk Melesat!"),
    ("unofficial_link", "Daftar di https://bit.ly/abc", "Daftar di https://dinkes.nganjukkab.go.id/daftar"),
]


@pytest.mark.parametrize(("caption", "emphasis"), EMPHASIS)
def test_a_plain_caption_puts_forward_what_it_puts_forward(caption, emphasis):
    assert checked(caption).emphasis == emphasis


@pytest.mark.parametrize(("label", "applies", "not_so"), LABELS)
def test_every_label_has_two_plain_sides(label, applies, not_so):
    assert (checked(applies).labels[label], checked(not_so).labels[label]) == (True, False)


def test_every_label_of_a_caption_is_answered():
    assert set(checked("").labels) == {label for label, *_ in LABELS}


def test_praise_and_service_each_stand_where_they_are_written():
    found = {each.rule_id: told(each, MIXED) for each in (*checked(MIXED).verdicts, *checked(MIXED).found)}
    assert found["no_personal_praise"].startswith("Bapak Bupati, sosok pemimpin merakyat")
    assert found["emphasis"] == found["no_personal_praise"]
    assert found["service_first"].startswith("Pengobatan gratis dibuka Sabtu")


def test_the_reason_names_the_words_that_weighed_most():
    [said] = [each.why for each in checked(FIGURE).verdicts if each.rule_id == "no_personal_praise"]
    assert said.startswith("Bagian ini menonjolkan pribadi pejabat. Kata yang paling menentukan: “")
    named = re.findall("“(.+?)”", said)
    assert named and all(word in FIGURE.lower() for word in named)


def test_fancy_letters_hide_nothing():
    fancy = FIGURE.translate({ord("a") + place: chr(0x1D41A + place) for place in range(26)})
    answer, plain = checked(fancy), checked(FIGURE)
    assert (answer.emphasis, answer.labels) == (plain.emphasis, plain.labels)


def test_an_officials_name_counts_only_in_the_term_of_office():
    caption = "Terima kasih Pak Sri Handoko"
    named = {day: "<nama>" in judge().scores([caption], day).batch.roots for day in (date(2024, 6, 1), DAY)}
    assert named == {date(2024, 6, 1): True, DAY: False}


def test_the_slogan_counts_from_its_first_day():
    days = date(2025, 2, 19), date(2025, 2, 20)
    assert [checked("Nganjuk Melesat!", day).labels["brand"] for day in days] == [False, True]


def test_a_draft_no_platform_allows_is_judged_by_its_beginning():
    long = FIGURE + " " + "a " * LONGEST + SERVICE
    assert checked(long).labels["service_info"] is False


def assert_sound(caption: str) -> None:
    """Every stretch lies inside the caption, and what is said to be there is somewhere."""
    answer, words = checked(caption), read_caption(caption).words
    for each in (*answer.verdicts, *answer.found):
        assert each.why.strip() and "{" not in each.why.partition("“")[0]
        assert (each.start is None) == (each.stop is None)
        assert each.start is None or 0 <= each.start < each.stop <= len(caption)
    for each in answer.found:
        assert each.start is not None or not words, each
    for one in answer.sentences:
        assert 0 <= one.start < one.stop <= len(caption)


@settings(deadline=None)
@given(CAPTIONS)
def test_any_text_is_judged_and_every_stretch_lies_inside_it(caption):
    assert_sound(caption)


@pytest.mark.parametrize("caption", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_captions_are_judged_like_any_other(caption):
    assert_sound(caption)


def test_every_composed_caption_is_judged_with_its_places():
    for caption in composed():
        assert_sound(caption)


def alone(captions: list[str] | tuple[str, ...], day: date = DAY) -> list[Answer]:
    return [next(judge().judge([caption], day)) for caption in captions]


@settings(deadline=None)
@given(st.lists(CAPTIONS, max_size=8))
def test_a_caption_is_judged_alone_as_among_others(captions):
    assert list(judge().judge(captions, DAY)) == alone(captions)


def test_a_sentence_said_twice_is_found_in_one_place_however_it_is_judged():
    captions = [
        "Infonya manjur 100%. Infonya manjur 100%. Halo. Halo.",
        "Sosok idola! Sosok idola! Sosok idola!",
        FIGURE * 9,
    ]
    assert list(judge().judge([*composed(), *captions], DAY))[-3:] == alone(captions)


def test_many_captions_are_judged_in_order_across_batches():
    once = list(judge().judge(composed(), DAY))
    many = list(judge().judge(islice((*composed(),) * 9, 2_100), DAY))
    assert len(many) == 2_100 and many == (once * 9)[:2_100]


def test_a_caption_before_an_empty_one_loses_no_word():
    captions = ["Nganjuk Smart City", "", SERVICE, "", "\u200b"]
    assert list(judge().judge(captions, DAY)) == alone(captions)


def test_no_captions_give_no_answers():
    assert list(judge().judge([], DAY)) == []
