"""Facts of a text: days, hours, sums, counts, parts and names in the spellings admins use."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.cascade.facts import Facts, read_facts
from measures.cascade.texts import read_text

MONDAY = date(2026, 3, 2)


def facts(caption: str, on: date = MONDAY) -> Facts:
    return read_facts(read_text(caption), on)


def days(caption: str) -> list[str]:
    return [f"{day}/{month}" for month, day in sorted(facts(caption).days)]


def clocks(caption: str) -> list[str]:
    return [f"{minutes // 60}.{minutes % 60:02}" for minutes in sorted(facts(caption).clocks)]


@pytest.mark.parametrize(
    "spelling",
    [
        "3 Maret", "3 Maret 2026", "3 mar 2026", "3-Maret-2026", "03/03/2026", "03-03-2026", "3/3", "Selasa (3/3)",
        "tgl 3",
        "tgl. 3", "tanggal 3", "Tanggale 3", "besok", "sesuk", "Selasa besok", "Slasa sesuk", "𝟯 𝗠𝗮𝗿𝗲𝘁",
    ],
)  # fmt: skip
def test_the_third_of_march_in_every_spelling(spelling):
    assert days(f"Pasar murah {spelling} di balai desa") == ["3/3"]


@pytest.mark.parametrize(
    "spelling, wanted",
    [
        ("3–5 Maret", "3/3 4/3 5/3"),
        ("3 s/d 5 Maret", "3/3 4/3 5/3"),
        ("3 sampai 5 Maret 2026", "3/3 4/3 5/3"),
        ("tgl 3-5", "3/3 4/3 5/3"),
        ("3 dan 5 Maret", "3/3 5/3"),
        ("3, 5 dan 9 Maret", "3/3 5/3 9/3"),
        ("tanggal 3 lan 5", "3/3 5/3"),
        ("28 Februari - 3 Maret", "28/2 3/3"),
    ],
)
def test_spans_and_lists_of_days(spelling, wanted):
    assert days(f"Pendaftaran {spelling}") == wanted.split()


@pytest.mark.parametrize(
    "spelling, wanted",
    [
        ("hari ini", "2/3"), ("dina iki", "2/3"), ("besok lusa", "4/3"), ("lusa", "4/3"), ("kemarin", "1/3"), ("wingi",
        "1/3"),
        ("Selasa kemarin", "24/2"), ("Selasa lalu", "24/2"), ("Senin besok", "9/3"),
    ],
)  # fmt: skip
def test_days_said_from_the_day_of_publishing(spelling, wanted):
    assert days(f"Imunisasi {spelling}") == [wanted]


def test_a_day_without_its_month_is_the_next_such_day():
    assert facts("tgl 1", date(2026, 12, 28)).days == {(1, 1)}


def test_a_weekday_is_kept_as_a_weekday():
    assert facts("Setiap Selasa dan Jumat").weekdays == {1, 4}


@pytest.mark.parametrize(
    "caption", ["usia 5-12 tahun", "siaga 24/7", "pukul 08.00-11.00", "kelas 4-6", "nomor 3/5/7/9"]
)
def test_not_every_pair_of_figures_is_a_day(caption):
    assert days(caption) == []


@pytest.mark.parametrize(
    "spelling",
    [
        "pkl 08.00", "pukul 08:00 WIB", "pkl. 8.00", "jam 8 pagi", "jam 8", "jam wolu esuk", "jam delapan", "08.00 WIB",
        "tabuh wolu enjing",
    ],
)  # fmt: skip
def test_eight_in_the_morning_in_every_spelling(spelling):
    assert clocks(f"Mulai {spelling} di pendopo") == ["8.00"]


@pytest.mark.parametrize(
    "spelling, wanted",
    [
        ("08.00–11.00", "8.00 11.00"),
        ("pukul 08.00 - 11.00 WIB", "8.00 11.00"),
        ("pukul 08.00-11.00", "8.00 11.00"),
        ("jam 8-11", "8.00 11.00"),
        ("jam 8 sampai jam 11", "8.00 11.00"),
        ("pukul 08.00 s/d 11.00", "8.00 11.00"),
        ("08.00 WIB s.d. selesai", "8.00"),
        ("jam sanga nganti jam rolas awan", "9.00 12.00"),
        ("jam setengah enam", "5.30"),
        ("jam setengah 6 pagi", "5.30"),
        ("jam 7 malam", "19.00"),
        ("pukul 20.00 WIB", "20.00"),
        ("jam 21", "21.00"),
        ("jam 3 sore", "15.00"),
        ("jam 1 siang", "13.00"),
    ],
)
def test_hours_and_spans_of_hours(spelling, wanted):
    assert clocks(f"Acara {spelling}") == wanted.split()


@pytest.mark.parametrize(
    "spelling, wanted",
    [
        ("Rp1,2 miliar", 1.2e9), ("Rp 50.000,-", 50_000), ("Rp.50.000", 50_000), ("rp1.250.000", 1_250_000),
        ("Rp50 ribu", 50_000),
        ("Rp8,9 M", 8.9e9), ("Rp2,5jt", 2.5e6),
    ],
)  # fmt: skip
def test_sums_of_money(spelling, wanted):
    assert facts(f"Bantuan {spelling} cair").money == {wanted}


@pytest.mark.parametrize(
    "spelling, wanted",
    [
        ("500 paket", 500), ("2.500 paket", 2500), ("12,5 hektare", 12.5), ("50 ribu bibit", 50_000), ("1.2 M", 1.2e9),
        ("dua puluh lima kilogram", 25), ("selawe kilo", 25), ("seratus dua puluh orang", 120), ("rong yuta", 2e6),
        ("telung puluh dina", 30), ("tiga ratus lima puluh ribu", 350_000), ("kuota 115 orang", 115),
        ("lebar 36 m", 36),
        ("8,3 miliar", 8.3e9), ("20 persen", 20), ("20%", 20),
    ],
)  # fmt: skip
def test_counts_in_figures_and_in_words(spelling, wanted):
    assert facts(f"Ada {spelling}").amounts == {wanted}


def test_a_count_keeps_the_thing_counted():
    assert facts("250 ekor sapi").counts == facts("250 ekor kambing").counts == {(250, "ekor")}
    assert facts("250 orang petani").counts == {(250, "tani")}
    assert facts("20 persen").counts == {(20, "%")}


@pytest.mark.parametrize(
    "caption",
    [
        "Tahun 2026", "sejak 1998", "0812-3456-7890", "+62 812 3456 7890", "(0358) 321 456", "Call Center 112",
        "NIK 3518131203900001",
        "satu pintu",
    ],
)  # fmt: skip
def test_years_phone_numbers_and_numbers_of_cards_are_no_counts(caption):
    assert facts(f"Warga {caption}").amounts == frozenset()


@pytest.mark.parametrize("spelling", ["tahap 2", "tahap II", "tahap ke-2", "Tahap kedua", "tahap loro"])
def test_the_second_part_in_every_spelling(spelling):
    assert facts(f"Bantuan {spelling} cair").parts == {("tahap", 2)}


def test_a_part_is_no_count():
    assert facts("Gelombang 3 dibuka").amounts == frozenset()


def test_names_are_capitals_inside_a_sentence():
    assert facts("Posyandu di Dusun Kedungrejo, Desa Ngepung buka Selasa").names == {"dusun", "kedungrejo", "ngepung"}


def test_a_text_all_in_capitals_names_nothing():
    assert facts("POSYANDU DI DUSUN KEDUNGREJO BUKA SELASA").names == frozenset()


FIGURES = st.text(st.sampled_from("0123456789.,-/:–% rpRPkmjtMs"), max_size=120)
WORDS = st.sampled_from(
    "tgl tanggal jam pukul setengah wolu tahap ke- ii Maret mei s/d sampai dan besok Selasa juta ribu puluh rp".split()
)


@settings(deadline=None)
@given(st.lists(st.one_of(FIGURES, WORDS), max_size=30).map(" ".join), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_any_figures_can_be_read(caption, on):
    found = facts(caption, on)
    assert all(1 <= month <= 12 and 1 <= day <= 31 for month, day in found.days)
    assert all(0 <= minutes <= 24 * 60 + 59 for minutes in found.clocks)
    assert all(0 <= value < 10**19 for value in found.amounts)


HOSTILE = (
    "1", "1 ", "0 ", "1-", "1,", "1&", "1 dan ", "1s/d", "1 sampai ", "08.00-", "08.00 ", "ab.", "a-", "jam ",
    "jam setengah ", "tgl ", "tahap ke-", "tgl 1 - ", "+62 ", "(0", "rp. ", "1.111", "9.999,", "dua puluh ", "ratus ",
    "https://", "www.", "#", "@a", "\"a ", "K. ", "\n", ". ", "\u0301", "ﷺ", "²",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_hostile_caption_is_read(piece):
    facts(f"maret jam tgl tahap .id {piece * (20_000 // len(piece))} maret")
