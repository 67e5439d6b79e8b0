"""The files people keep are checked line by line; a mistake stops the build and changes nothing."""

import pytest

from landing.places import SHIPPED_DATA
from tests.instance import ACCOUNTS, IG, Instance, instagram, post

OWNED = ACCOUNTS + "instagram,@Dinkes_Contoh,17841400000000101,Dinkes (contoh),DINKES,2026-01-01,,\n"
AGENCIES = "code,name,type,name_status,region_code,peer_group,source\n"
REGIONS = "code,name,level,parent_code,population\n"
ROSTER = "agency_code,valid_from,valid_to,note\n"


def fails(here: Instance) -> str:
    done = here.etl("build")
    assert done.code == 1 and "Traceback" not in done.err, done.err
    return done.err.splitlines()[-1]


def test_a_registered_account_is_found_by_its_handle_in_any_spelling(tmp_path):
    here = Instance(tmp_path).refer("accounts.csv", OWNED).up_to_date(instagram(tmp_path / "a.csv", post(1)))
    assert here.ask("select account_id, agency_code, agency_name is not null from marts.posts") == [
        (IG, "DINKES", True)
    ]


def test_an_account_that_changed_its_name_is_found_by_its_number(tmp_path):
    renamed = OWNED.replace("@Dinkes_Contoh", "dinkes_baru").replace("101,", "101 999,")
    here = Instance(tmp_path).refer("accounts.csv", renamed).up_to_date(instagram(tmp_path / "a.csv", post(1)))
    assert here.ask("select account_id, agency_code from marts.posts") == [("instagram:dinkes_baru", "DINKES")]


@pytest.mark.parametrize(
    "line, words",
    [
        ("instagram,a,,A,DINAS-TIADA,,,", "unit “DINAS-TIADA” tidak ada"),
        ("myspace,a,,A,DINKES,,,", "platform “myspace”"),
        ("instagram,,,A,DINKES,,,", "kolom handle kosong"),
        ("instagram,a,,A,DINKES,1 Januari,,", "seharusnya tanggal"),
        ("instagram,a,,A,DINKES,2026-02-01,2026-01-01,", "valid_to mendahului"),
    ],
)
def test_a_wrong_line_of_the_register_is_named_with_its_number(tmp_path, line, words):
    told = fails(Instance(tmp_path).refer("accounts.csv", OWNED + line + "\n"))
    assert told.startswith("Gagal: accounts.csv baris 3: ") and words in told


def test_two_owners_on_one_day_are_refused(tmp_path):
    other = "instagram,dinkes_contoh,,Dinkes,KOMINFO,2026-06-01,,\n"
    assert "bertumpang tindih" in fails(Instance(tmp_path).refer("accounts.csv", OWNED + other))


def test_an_owner_may_follow_on_the_day_after(tmp_path):
    first = OWNED.replace("2026-01-01,,", "2026-01-01,2026-05-31,")
    other = "instagram,dinkes_contoh,,Dinkes,KOMINFO,2026-06-01,,\n"
    Instance(tmp_path).refer("accounts.csv", first + other).up_to_date()


def test_one_number_for_two_accounts_is_refused(tmp_path):
    other = "instagram,lain_contoh,17841400000000101,Lain,DINKES,,,\n"
    assert "17841400000000101" in fails(Instance(tmp_path).refer("accounts.csv", OWNED + other))


def test_a_last_day_far_in_the_future_is_a_date_like_any_other(tmp_path):
    forever = OWNED.replace("2026-01-01,,", "2026-01-01,9999-12-31,")
    here = Instance(tmp_path).refer("accounts.csv", forever).up_to_date(instagram(tmp_path / "a.csv", post(1)))
    assert here.ask("select agency_code from marts.posts") == [("DINKES",)]


@pytest.mark.parametrize(
    "name, text, words",
    [
        ("accounts.csv", "platform;handle\n", "kolom platform"),
        ("agencies.csv", AGENCIES + "A,A,dinas,confirmed,,kantor,\n", "agencies.csv baris 2: kelompok “kantor”"),
        ("agencies.csv", AGENCIES + "A,A,d,c,,dinas,\nA,B,d,c,,dinas,\n", "kode A tertulis dua kali"),
        ("roster.csv", ROSTER + "DINAS-TIADA,2026-01-01,,\n", "roster.csv baris 2: unit “DINAS-TIADA”"),
        ("regions.csv", REGIONS + "1,A,desa,,banyak\n", "regions.csv baris 2: kolom population"),
        ("settings.toml", "[limits\n", "settings.toml"),
    ],
)  # fmt: skip
def test_a_mistake_in_any_reference_file_is_named(tmp_path, name, text, words):
    assert words in fails(Instance(tmp_path).refer(name, text))


def test_a_reference_file_that_excel_saved_in_another_encoding_is_named(tmp_path):
    here = Instance(tmp_path).refer("accounts.csv", "")
    (here.where.reference / "accounts.csv").write_bytes(OWNED.replace("Dinkes (", "Dinkes – (").encode("cp1252"))
    assert "accounts.csv" in fails(here)


def test_a_mistake_leaves_the_marts_as_they_were(tmp_path):
    here = Instance(tmp_path).refer("accounts.csv", OWNED).up_to_date(instagram(tmp_path / "a.csv", post(1)))
    before = here.marts()
    fails(here.refer("accounts.csv", OWNED + "instagram,a,,A,TIADA,,,\n"))
    assert here.marts() == before


def test_a_change_of_the_register_reaches_the_marts_at_the_next_build(tmp_path):
    here = Instance(tmp_path).up_to_date(instagram(tmp_path / "a.csv", post(1)))
    assert here.ask("select agency_code from marts.posts") == [(None,)]
    here.refer("accounts.csv", OWNED).up_to_date()
    assert here.ask("select agency_code from marts.posts") == [("DINKES",)]


def test_the_breaks_of_a_series_stand_in_the_marts(tmp_path):
    here = Instance(tmp_path).up_to_date()
    lines = (SHIPPED_DATA / "reference" / "series_breaks.csv").read_text("utf-8").splitlines()
    [(breaks,)] = here.ask("select count(*) from marts.series_break where what <> '' and source <> ''")
    assert breaks == len(lines) - 1
    assert here.ask(
        "select on_day::varchar from marts.series_break where platform = 'youtube' and metric = 'views'"
    ) == [("2025-03-31",)]


def test_every_unit_name_that_is_assumed_stays_marked(tmp_path):
    here = Instance(tmp_path).up_to_date(instagram(tmp_path / "a.csv", post(1)))
    [(units, assumed)] = here.ask("select count(*), count(*) filter (name_status = 'assumed') from marts.agency")
    assert units > 300 and assumed > 0
