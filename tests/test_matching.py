"""One post beside one message: what carries it on, what only looks like it, and how sure that is."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.cascade.matching import Reading, compare, handle_of, longest_run, read
from measures.cascade.weights import ACCEPT, REVIEW, WEIGHTS

WIB = ZoneInfo("Asia/Jakarta")
SAID = datetime(2026, 3, 4, 8, tzinfo=WIB)
TEXT = (
    "Pemkab Nganjuk membuka vaksinasi ternak gratis, Kamis 12 Maret 2026 pukul 08.00 WIB di Balai Desa Ngepung, "
    "Kecamatan Patianrowo. Kuota 250 ekor sapi dan kambing. Peternak cukup membawa fotokopi KTP dan mendaftar lewat "
    "mantri hewan paling lambat 10 Maret.\nHubungi Call Center 112\n#NganjukMelesat #TernakSehat"
)
MESSAGE = read(TEXT, SAID, "instagram:pemkab_contoh")
CARRYING = {
    "verbatim": f"Info dari Pemkab!\n\n{TEXT}\n#DesaKita",
    "trimmed": "Vaksinasi ternak gratis, Kamis 12 Maret 2026 pukul 08.00 WIB di Balai Desa Ngepung, Kecamatan "
    "Patianrowo. Kuota 250 ekor sapi dan kambing.",
    "reworded": "Sapi dan kambing Bapak/Ibu belum divaksin? Tgl 12/3 mulai jam 8 pagi ada suntik gratis untuk ternak "
    "di Balai Desa Ngepung. Tempatnya terbatas, hanya 250 ekor. Daftar dulu ke mantri hewan sampai 10 Maret, bawa "
    "fotokopi KTP ya.",
    "summarised": "Vaksinasi ternak gratis 12 Maret di Balai Desa Ngepung, kuota 250 ekor. Daftar ke mantri hewan.",
    "quoted": "Dusun kami ikut! Peternak Kedungrejo silakan bareng naik truk desa jam 7. Kata Pemkab: \"Peternak cukup "
    "membawa fotokopi KTP dan mendaftar lewat mantri hewan paling lambat 10 Maret.\"",
    "javanese": "Lur, sapi lan wedhus sampun divaksin dereng? Dinten Kemis 12 Maret jam wolu enjing wonten vaksinasi "
    "ternak gratis wonten Balai Desa Ngepung. Mung kangge 250 ekor. Ndaftar dhateng mantri hewan, mbeta fotokopi KTP.",
}  # fmt: skip
OTHERWISE = {
    "other event": "Vaksinasi ternak gratis kembali digelar, Selasa 17 Maret 2026 pukul 09.00 WIB di Balai Desa "
    "Sonobekel, Kecamatan Tanjunganom. Kuota 180 ekor sapi. Peternak membawa fotokopi KTP.",
    "instalment": "Vaksinasi ternak tahap 2 dimulai 26 Maret 2026 pukul 08.00 WIB di Balai Desa Rowomarto, Kecamatan "
    "Patianrowo. Kuota 300 ekor sapi dan kambing. Daftar lewat mantri hewan.",
    "result": "Alhamdulillah, vaksinasi ternak di Balai Desa Ngepung kemarin sukses. Tercatat 231 ekor sapi dan 64 "
    "kambing terlayani, 12 peternak antre sejak pagi. Terima kasih petugas.",
    "greeting": "Selamat Hari Raya Idul Fitri 1 Syawal 1447 H. Mohon maaf lahir dan batin. Segenap keluarga besar Desa "
    "Ngepung mengucapkan minal aidin wal faizin.",
    "footer": "Jadwal pengambilan KTP di kantor desa Senin sampai Jumat, bawa resi.\nHubungi Call Center 112\n"
    "@pemkab_contoh #NganjukMelesat #TernakSehat",
    "same place": "Kamis 12 Maret pukul 19.00 warga Desa Ngepung diundang rembuk stunting di Balai Desa Ngepung. Kader "
    "posyandu membawa buku KIA.",
    "same topic": "Puskeswan Patianrowo melayani periksa sapi dan kambing tiap Senin pukul 07.30 sampai 11.00. Tarif "
    "Rp15.000 per ekor, bawa kartu ternak.",
}  # fmt: skip


def carried(text: str, days: float = 1, account: str = "instagram:desa_contoh", **more: object) -> float:
    return compare(read(text, SAID + timedelta(days=days), account, **more), MESSAGE).confidence  # type: ignore[arg-type]


def features(text: str, message: Reading = MESSAGE, days: float = 1) -> dict[str, float]:
    return compare(read(text, SAID + timedelta(days=days), "instagram:desa_contoh"), message).features


@pytest.mark.parametrize("kind", CARRYING)
def test_every_way_of_carrying_a_message_on_is_seen(kind):
    assert carried(CARRYING[kind]) >= ACCEPT


@pytest.mark.parametrize("kind", OTHERWISE)
def test_what_only_looks_like_the_message_is_not_taken_for_it(kind):
    assert carried(OTHERWISE[kind], days=9) < ACCEPT


@pytest.mark.parametrize("kind", [kind for kind in OTHERWISE if kind != "instalment"])
def test_only_a_later_part_is_worth_a_question_to_people(kind):
    assert carried(OTHERWISE[kind], days=9) < REVIEW


def test_the_same_words_with_other_facts_are_less_sure_than_other_words_with_the_same_facts():
    moved = CARRYING["trimmed"].replace("12 Maret", "19 Maret").replace("250", "90").replace("Ngepung", "Babadan")
    assert carried(moved) < carried(CARRYING["reworded"])


def test_a_day_in_another_spelling_is_the_same_day():
    assert (
        features("Vaksinasi ternak, tgl 12/3")["day_shared"]
        == features("Vaksinasi ternak, 12 Maret")["day_shared"]
        == 0.5
    )
    assert features("Vaksinasi ternak Kamis besok", days=7)["day_any"] == 1


def test_facts_the_message_does_not_know_speak_against():
    found = features(OTHERWISE["other event"])
    assert found["day_against"] == found["clock_against"] == 1 and found["amount_new"] == 1 and found["names_new"] > 0


def test_another_count_of_the_same_thing_contradicts():
    assert features("Kuota 300 ekor")["amount_against"] > 0 == features("Kuota 250 ekor")["amount_against"]


def test_another_part_is_told_from_the_same_part():
    message = read("Bantuan pangan tahap 1 cair di kantor desa", SAID)
    assert features("Bantuan pangan tahap 2 cair", message)["part_against"] == 1
    assert features("Bantuan pangan tahap pertama cair", message)["part_shared"] == 1


def test_words_of_a_finished_event_count_once_its_day_is_over():
    assert features(OTHERWISE["result"], days=9)["event_over"] == 1 and features(OTHERWISE["result"])["event_over"] == 0
    assert features(OTHERWISE["result"])["after"] > 0 == features(CARRYING["summarised"])["after"]


def test_a_mention_reported_by_the_platform_counts_like_one_in_the_text():
    text = CARRYING["summarised"]
    assert carried(text, mentions=["@Pemkab_Contoh"]) == carried(f"{text} @pemkab_contoh") > carried(text)


def test_the_name_of_the_own_account_is_no_new_name():
    text = "Hayo warga Sukorejo, vaksinasi ternak gratis 12 Maret di Balai Desa Ngepung"
    own, other = (read(text, SAID, account) for account in ("instagram:desa.sukorejo", "instagram:desa.lain"))
    assert compare(own, MESSAGE).features["names_new"] < compare(other, MESSAGE).features["names_new"]
    assert other.of("facebook:desa.sukorejo").handle == own.handle == handle_of("Desa.Sukorejo")


def test_a_quotation_counts_only_where_it_stands_in_the_message():
    assert features(CARRYING["quoted"])["quoted"] == 1
    assert features("Kata Pak Lurah: “rumput gajah jangan lupa disiapkan sejak pagi sekali”")["quoted"] == 0


def test_the_day_of_publishing_is_that_of_the_regency():
    late = datetime(2026, 3, 4, 20, tzinfo=UTC)  # 03.00 of the 5th in WIB
    assert read("Posyandu besok", late).days == {(3, 6)}


def test_the_longest_run_stands_in_both_in_one_piece():
    assert longest_run(tuple("abcdx"), tuple("zabcy")) == 3 and longest_run((), tuple("a")) == 0


def test_texts_that_say_nothing_share_nothing():
    empty = read("", SAID)
    assert compare(empty, empty).confidence < REVIEW and compare(empty, MESSAGE).confidence < REVIEW


def test_weights_speak_of_features_that_exist():
    assert set(WEIGHTS) == set(features("Vaksinasi"))


ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)
MOMENTS = st.integers(-9_000, 25_000).map(lambda days: SAID + timedelta(days=days))
SAYING_ENOUGH = st.lists(
    st.sampled_from([*CARRYING.values(), OTHERWISE["same topic"], OTHERWISE["same place"], OTHERWISE["other event"]]),
    min_size=1, max_size=3, unique=True,
).map("\n".join)  # fmt: skip


@settings(deadline=None)
@given(ANY_TEXT, ANY_TEXT, MOMENTS)
def test_confidence_is_between_nothing_and_certain(text, other, moment):
    post, message = read(text, moment, "x:a"), read(other, moment, "x:b")
    found = compare(post, message)
    assert 0 <= found.confidence <= 1
    assert all(-0.001 <= value <= 5 for value in found.features.values())


@settings(deadline=None)
@given(SAYING_ENOUGH, st.floats(0, 7))
def test_a_text_that_says_enough_carries_itself_when_published_again(text, days):
    message = read(text, SAID, "instagram:pemkab_contoh")
    again = read(text, SAID + timedelta(days=days), "instagram:desa_contoh")
    assert compare(again, message).confidence >= ACCEPT


@settings(deadline=None)
@given(st.permutations(TEXT.split(". ")))
def test_sentences_in_any_order_carry_the_message(sentences):
    assert carried(". ".join(sentences)) >= ACCEPT
