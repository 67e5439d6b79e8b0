"""Programmes, blank spots, exemptions and the thresholds of messages: every mistake is named with its line."""

import csv

import pytest

from landing.places import SHIPPED_DATA
from tests.instance import Instance

PROGRAMMES = "code,name,hashtags,phrases,valid_from,valid_to,source\n"
SPOTS = "region_code,valid_from,valid_to,note\n"
EXEMPT = "agency_code,valid_from,valid_to,reason\n"
SHIPPED = SHIPPED_DATA / "reference"


def fails(here: Instance) -> str:
    done = here.etl("build")
    assert done.code == 1 and "Traceback" not in done.err, done.err
    return done.err.splitlines()[-1]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("programmes.csv", "code,name\n", "programmes.csv: kolom hashtags, phrases"),
        ("programmes.csv", PROGRAMMES + "A,Nama,,,,,sumber\n", "baris 2: kolom hashtags dan phrases kosong"),
        ("programmes.csv", PROGRAMMES + "A,Nama,SatuDua,,,,sumber\n", "baris 2: tagar “SatuDua” bukan satu kata"),
        ("programmes.csv", PROGRAMMES + "A,Nama,#Satu #Dua,,,,sumber\n", "baris 2: tagar “#Satu #Dua” bukan satu kata"),
        ("programmes.csv", PROGRAMMES + "A,Nama,,ab,,,sumber\n", "baris 2: frasa “ab” terlalu pendek"),
        ("programmes.csv", PROGRAMMES + "A,Nama,#A,,,,\n", "baris 2: kolom source kosong"),
        ("programmes.csv", PROGRAMMES + "A,N,#A,,,,s\nA,M,#B,,,,s\n", "baris 3: kode program “A” tertulis dua kali"),
        ("programmes.csv", PROGRAMMES + "A,N,#A,,1 Juni,,s\n", "baris 2: kolom valid_from berisi “1 Juni”"),
        ("blankspots.csv", SPOTS + "35.18.01.9999,,,\n", "blankspots.csv baris 2: kode wilayah “35.18.01.9999”"),
        ("blankspots.csv", SPOTS + "35.18.01.2001,2026-02-01,2026-01-01,\n", "baris 2: valid_to mendahului valid_from"),
        ("blankspots.csv", SPOTS + "35.18.01.2001,,,\n35.18.01.2001,2026-01-01,,\n", "baris 3: masa untuk 35.18.01"),
        ("exemptions.csv", EXEMPT + "DINAS-TIADA,,,sakit\n", "exemptions.csv baris 2: unit “DINAS-TIADA” tidak ada"),
        ("exemptions.csv", EXEMPT + "DINKES,,,\n", "baris 2: kolom reason kosong"),
        ("exemptions.csv", EXEMPT + "DINKES,2026-13-01,,sakit\n", "baris 2: kolom valid_from berisi “2026-13-01”"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_file_and_line(tmp_path, name, text, words):
    assert words in fails(Instance(tmp_path).refer(name, text))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("deadline_hours = 0", "[message] deadline_hours berisi 0, seharusnya angka di atas 0"),
        ("window_days = 1.5", "[message] window_days berisi 1.5, seharusnya bilangan bulat"),
        ('early_hours = "tiga hari"', "[message] early_hours tidak ada atau bukan angka"),
        ("break_share = 30", "[message] break_share berisi 30, seharusnya di atas 0 sampai 1"),
        ("internet_share = nan", "[reach] internet_share tidak ada atau bukan angka"),
        ("village_own = true", "[reach] village_own tidak ada atau bukan angka"),
    ],
)
def test_a_threshold_that_cannot_be_one_is_named(tmp_path, line, words):
    name = line.split(" ")[0]
    lines = (SHIPPED / "settings.toml").read_text("utf-8").splitlines()
    text = "\n".join(line if each.startswith(f"{name} ") else each for each in lines)
    assert words in fails(Instance(tmp_path).refer("settings.toml", text))


def test_settings_of_an_instance_from_before_messages_ask_for_the_new_lines(tmp_path):
    old = (SHIPPED / "settings.toml").read_text("utf-8").split("[message]")[0]
    assert "[message] deadline_hours tidak ada" in fails(Instance(tmp_path).refer("settings.toml", old))


def test_periods_and_lists_are_kept(tmp_path):
    here = Instance(tmp_path).refer(
        "programmes.csv", PROGRAMMES + "A,Nama,#Satu | #DUA,frasa satu|frasa dua,,2026-06-30,s\n"
    )
    here.refer("blankspots.csv", SPOTS + "35.18.01.2001,2026-01-01,2026-03-31,bukit\n35.18.01.2001,2026-04-01,,\n")
    here.refer("exemptions.csv", EXEMPT + "DINKES,2026-01-01,2026-01-31,pindah\n").up_to_date()
    assert here.ask("select hashtags, phrases, valid_until::varchar from reference.programme") == [
        (["#satu", "#dua"], ["frasa satu", "frasa dua"], "2026-07-01")
    ]
    assert here.ask("select valid_until::varchar, note from reference.blank_spot order by valid_from") == [
        ("2026-04-01", "bukit"), ("9999-12-31", None),
    ]  # fmt: skip
    assert here.ask("select agency_code, reason from reference.exemption") == [("DINKES", "pindah")]


def test_every_threshold_of_the_chain_has_its_reason_beside_it(tmp_path):
    here = Instance(tmp_path).up_to_date()
    columns = "select column_name from duckdb_columns() where table_name in ('message_setting', 'reach_setting')"
    lines = (SHIPPED / "settings.toml").read_text("utf-8").splitlines()
    for (name,) in here.ask(columns):
        [line] = [each for each in lines[lines.index("[message]") :] if each.startswith(f"{name} ")]
        assert len(line.partition("#")[2]) > 20, line
    assert here.ask("select deadline_hours, window_days, early_hours, break_share from reference.message_setting") == [
        (48, 14, 72, 0.3)
    ]


def test_shipped_programmes_name_their_source_and_no_slogan():
    rows = list(csv.DictReader((SHIPPED / "programmes.csv").read_text("utf-8").splitlines()))
    assert rows and all(len(row["source"]) > 20 for row in rows)
    assert not any("melesat" in " ".join(row.values()).lower() for row in rows)
    for name in ("blankspots.csv", "exemptions.csv"):
        assert len((SHIPPED / name).read_text("utf-8").splitlines()) == 1, "only what an office knows may stand there"
