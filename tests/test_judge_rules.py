"""The rules of the shipped standard on plain captions: links, hashtags, capitals, identity numbers, slogan, app, AI."""

from datetime import date

import pytest

from measures.standard.judge import Judge
from measures.standard.rules import read_standard
from tests.judge_world import DAY, FIGURE, MIXED, NEITHER, SERVICE, checked, judge, ruled, told
from tests.standard_files import next_version

PASS, FAIL, NOTHING = "pass", "fail", "not_applicable"
STEPS = "Cek antrean lewat aplikasi Nganjuk Smart City: buka menu Kesehatan, pilih puskesmas, lalu ambil nomor antrean."
OFFICIAL = [
    "https://nganjukkab.go.id", "https://dinkes.nganjukkab.go.id/daftar?x=1", "http://www.bps.go.id",
    "dinkes.nganjukkab.go.id",
    "https://ngepung.desa.id", "https://sman1.sch.id/a", "https://instagram.com/pemkab", "https://wa.me/6281200001234",
    "https://youtu.be/abc", "https://play.google.com/store/apps/x", "HTTPS://NGANJUKKAB.GO.ID", "(https://nganjukkab.go.id)",
    "https://nganjukkab.go.id!", "*https://nganjukkab.go.id*", "“https://nganjukkab.go.id”", "https://nganjukkab.go.id:8080/a",
    "https://𝗻𝗴𝗮𝗻𝗷𝘂𝗸𝗸𝗮𝗯.go.id", "https://nganjuk\u200bkab.go.id",
]  # fmt: skip
OTHERS = [
    "https://bit.ly/abc", "s.id/abc", "linktr.ee/abc", "https://tinyurl.com/a", "https://forms.gle/abc",
    "www.contoh.com",
    "https://nganjukkab.go.id.contoh.com", "https://nganjukkab-go.id", "https://contoh.com/nganjukkab.go.id",
    "https://contoh.com?x=nganjukkab.go.id", "https://contoh.com#.go.id", "https://nganjukkab.go.id@contoh.com",
    "https://nganjukkab.go.id:80@contoh.com", "https://contoh.com\\.go.id", "https://bukaninstagram.com",
    "4shared.com/123",
]  # fmt: skip
PLACE = [
    "#pesonanganjuk",
    "#Nganjuk",
    "#NganjukMelesat",
    "#nganjukhits",
    "#WisataNganjuk",
    "Kota Angin",
    "Bumi Anjuk Ladang",
]
OFFICE = [
    "#damkarnganjuk",
    "#rsudnganjuk",
    "#DPMPTSPNganjuk",
    "#nganjukdishub",
    "#puskesmasnganjukkota",
    "Nganjuk",
    "#jatim",
]


@pytest.mark.parametrize("link", OFFICIAL)
def test_a_link_to_the_government_or_a_platform_passes(link):
    assert ruled("official_links", f"Daftar di {link} ya").verdict == PASS


@pytest.mark.parametrize("link", OTHERS)
def test_any_other_link_fails_and_is_shown(link):
    caption = f"Lihat https://nganjukkab.go.id atau {link} ya"
    found = ruled("official_links", caption)
    assert (found.verdict, told(found, caption)) == (FAIL, link)


@pytest.mark.parametrize("caption", ["Daftar di loket", "Surel dinkes@nganjukkab.go.id", "Selesai.Terima kasih"])
def test_without_a_link_the_rule_says_nothing(caption):
    assert ruled("official_links", caption).verdict == NOTHING


@pytest.mark.parametrize(("caption", "is_brand"), [(each, True) for each in PLACE] + [(each, False) for each in OFFICE])
def test_a_hashtag_of_the_place_is_its_brand_and_that_of_an_office_is_not(caption, is_brand):
    assert checked(f"Selamat pagi {caption}").labels["brand"] is is_brand


@pytest.mark.parametrize(
    ("caption", "verdict", "words"),
    [
        ("Ayo warga, Nganjuk Melesat!", PASS, "Nganjuk Melesat"),
        ("Nganjuk Nyawiji, Nganjuk Melesat", FAIL, "Nganjuk Nyawiji"),
        ("Ayo #WadulMasNovi", FAIL, "#WadulMasNovi"),
        ("Ayo warga", NOTHING, None),
    ],
)
def test_an_old_slogan_fails_and_the_current_one_passes(caption, verdict, words):
    found = ruled("current_slogan", caption)
    assert (found.verdict, told(found, caption)) == (verdict, words)


def test_the_app_needs_a_step_and_nothing_is_asked_where_it_is_not_named():
    assert ruled("app_with_step", STEPS).verdict == PASS
    bare = "Nganjuk Smart City terus berkembang."
    found = ruled("app_with_step", bare)
    assert found.verdict != PASS and told(found, bare) == "Nganjuk Smart City"
    assert ruled("app_with_step", "Buka menu Kesehatan lalu ambil nomor antrean").verdict == NOTHING


@pytest.mark.parametrize(
    "caption", ["NIK 3518010101010001 silakan diambil", "3518010101010001", "a 𝟯𝟱𝟭𝟴𝟬𝟭𝟬𝟭𝟬𝟭𝟬𝟭𝟬𝟬𝟬𝟭 b"]
)
def test_an_identity_number_of_a_citizen_always_fails(caption):
    found = ruled("personal_data_hidden", caption)
    assert found.verdict == FAIL and len(told(found, caption)) == 16
    assert "personal_data" not in checked(caption).unsure


@pytest.mark.parametrize(
    ("caption", "verdict"),
    [
        ("AYO SEMUA DATANG KE PASAR MURAH HARI MINGGU", FAIL),
        ("Ayo semua datang ke pasar murah", PASS),
        ("AYO DATANG", NOTHING),
    ],
)
def test_capitals_are_a_share_of_the_letters_where_there_are_enough(caption, verdict):
    assert ruled("readable_capitals", caption).verdict == verdict


def test_the_share_of_capitals_is_told():
    shouted = "A" * 40 + "b" * 60
    assert (
        ruled("readable_capitals", shouted).why == "Huruf besar 40 %, melebihi 30 %; tulisan seperti ini sukar dibaca."
    )
    assert ruled("readable_capitals", "A" * 30 + "b" * 70).verdict == PASS


@pytest.mark.parametrize(("count", "verdict"), [(0, PASS), (12, PASS), (13, FAIL), (40, FAIL)])
def test_twelve_hashtags_are_enough(count, verdict):
    found = ruled("readable_hashtags", "Ayo " + " ".join(f"#tagar{place}" for place in range(count)))
    assert (found.verdict, str(count) in found.why) == (verdict, True)


@pytest.mark.parametrize(
    ("caption", "has_ai_media", "verdict"),
    [
        ("Gambar ini dibuat dengan AI.", None, PASS), ("Gambar ini dibuat dengan AI.", True, PASS),
        ("Gambar ini dibuat dengan AI.", False, NOTHING), (SERVICE, None, NOTHING), (SERVICE, False, NOTHING),
        (SERVICE, True, FAIL),
    ],
)  # fmt: skip
def test_made_with_ai_must_be_said_where_it_is_known(caption, has_ai_media, verdict):
    assert ruled("ai_media_declared", caption, has_ai_media=has_ai_media).verdict == verdict


@pytest.mark.parametrize(("alt_text", "verdict"), [(None, NOTHING), ("", FAIL), (" \n", FAIL), ("Peta jalan", PASS)])
def test_an_alternative_text_is_asked_only_where_it_is_known(alt_text, verdict):
    assert ruled("alt_text", SERVICE, alt_text=alt_text).verdict == verdict


@pytest.mark.parametrize(
    ("caption", "praise", "service"),
    [(SERVICE, PASS, PASS), (FIGURE, FAIL, FAIL), (MIXED, FAIL, PASS), (NEITHER, PASS, NOTHING)],
)
def test_what_stands_in_front_decides_praise_and_service(caption, praise, service):
    assert (ruled("no_personal_praise", caption).verdict, ruled("service_first", caption).verdict) == (praise, service)


def test_a_claim_without_a_source_fails_and_without_figures_nothing_is_asked():
    caption = "Infonya daun ini terbukti ampuh menyembuhkan kanker 100% tanpa efek samping. Sebarkan sebelum dihapus!"
    assert ruled("sourced_claims", caption).verdict == FAIL
    assert ruled("sourced_claims", "Ayo datang").verdict == NOTHING


@pytest.mark.parametrize("caption", ["", "😍🎉", "!!!", "...", "\u200b"])
def test_where_nothing_is_written_no_rule_passes_or_fails(caption):
    assert {each.verdict for each in checked(caption).verdicts} == {NOTHING}


def test_before_the_standard_there_are_labels_and_no_verdicts():
    found = checked(FIGURE, date(2026, 2, 12))
    assert (found.emphasis, found.verdicts) == ("figure", ())
    assert {each.rule_id for each in checked(FIGURE, date(2026, 2, 13)).verdicts} == {
        each.rule_id for each in judge().rules
    }


def test_a_new_threshold_counts_from_its_day():
    start = date(2026, 7, 1)
    rules = read_standard(next_version("readable_hashtags", start, "threshold", 3), "standard.toml")
    changed, caption = Judge(judge().vocabulary.terms, rules), "Ayo #a #b #c #d #e"
    found = {
        day: next(each for each in changed.check(caption, day).verdicts if each.rule_id == "readable_hashtags")
        for day in (DAY, date(2026, 6, 30), start, date(2027, 1, 1))
    }
    assert [(each.rule_version, each.verdict) for each in found.values()] == [
        (1, PASS),
        (1, PASS),
        (2, FAIL),
        (2, FAIL),
    ]
    assert "melebihi 3" in found[start].why
    others = [each for each in changed.check(caption, start).verdicts if each.rule_id != "readable_hashtags"]
    assert others == [each for each in checked(caption, start).verdicts if each.rule_id != "readable_hashtags"]
