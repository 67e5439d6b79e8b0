"""Corrections: one cell each, with a reason and evidence, applied on the next build and never guessed."""

import pytest

from tests.instance import Instance, instagram, post, written

HEADER = "sha256,record,column,raw_value,fixed_value,reason,evidence,added_by,added_on\n"
DAMAGED = (post(1), post(2, Likes="3.Apr"), post(3))


def line(sha256: str, **changes: str) -> str:
    said = {
        "sha256": sha256, "record": "2", "column": "Likes", "raw_value": "3.Apr", "fixed_value": "304",
        "reason": "Excel mengubah angka menjadi tanggal", "evidence": "tangkapan layar", "added_by": "Ani",
        "added_on": "2026-07-02",
    }  # fmt: skip
    return ",".join((said | changes).values()) + "\n"


def likes(here: Instance) -> list[int]:
    return [found for (found,) in here.ask("select likes from marts.posts order by post_id")]


@pytest.mark.parametrize("limits", [{}, {"bulk_megabytes": 0}])
def test_a_correction_mends_its_row_on_the_next_build(tmp_path, limits):
    here = Instance(tmp_path).limit(**limits)
    sha256 = here.load(instagram(tmp_path / "a.csv", *DAMAGED))["sha256"]
    assert likes(here.up_to_date()) == [10, 10]
    here.refer("corrections.csv", HEADER + line(sha256)).up_to_date()
    assert likes(here) == [10, 304, 10]
    assert here.ask("select loaded, set_aside, status from marts.file") == [(3, 0, "load")]
    assert here.ask("select * from marts.set_aside") == []


def test_a_correction_of_a_readable_value_counts_too_and_can_be_taken_back(tmp_path):
    here = Instance(tmp_path)
    sha256 = here.load(instagram(tmp_path / "a.csv", *DAMAGED))["sha256"]
    here.refer("corrections.csv", HEADER + line(sha256, record="1", raw_value="10", fixed_value="12"))
    assert likes(here.up_to_date()) == [12, 10]
    here.refer("corrections.csv", HEADER)
    assert likes(here.up_to_date()) == [10, 10]


def test_a_correction_is_not_applied_where_another_value_stands(tmp_path):
    here = Instance(tmp_path)
    sha256 = here.load(instagram(tmp_path / "a.csv", *DAMAGED))["sha256"]
    here.refer("corrections.csv", HEADER + line(sha256, raw_value="4.Mei"))
    assert likes(here.up_to_date()) == [10, 10]


def test_a_correction_names_its_column_as_the_file_does_in_any_case(tmp_path):
    here = Instance(tmp_path)
    sha256 = here.load(instagram(tmp_path / "a.csv", *DAMAGED))["sha256"]
    here.refer("corrections.csv", HEADER + line(sha256, column=" LIKES "))
    assert likes(here.up_to_date()) == [10, 304, 10]


def test_a_correction_of_one_file_leaves_another_alone(tmp_path):
    here = Instance(tmp_path)
    here.load(instagram(tmp_path / "a.csv", *DAMAGED))
    other = here.load(instagram(tmp_path / "b.csv", post(7), post(8, Likes="3.Apr")))["sha256"]
    here.refer("corrections.csv", HEADER + line(other)).up_to_date()
    assert here.ask("select original_name, set_aside from marts.file order by 1") == [("a.csv", 1), ("b.csv", 0)]


@pytest.mark.parametrize("column", ["reason", "evidence", "added_by", "added_on", "column", "fixed_value"])
def test_a_correction_without_all_its_facts_is_refused_with_its_line(tmp_path, column):
    here = Instance(tmp_path).refer("corrections.csv", HEADER + line("a" * 64) + line("b" * 64, **{column: " "}))
    done = here.etl("build")
    assert done.code == 1
    assert done.err.splitlines()[-1].startswith(f"Gagal: corrections.csv baris 3: kolom {column} ")


@pytest.mark.parametrize("record", ["dua", "-1", "1.5"])
def test_a_correction_whose_record_is_no_number_is_refused(tmp_path, record):
    done = Instance(tmp_path).refer("corrections.csv", HEADER + line("a" * 64, record=record)).etl("build")
    assert done.code == 1 and "corrections.csv baris 2: kolom record" in done.err


def test_a_table_of_corrections_without_the_column_of_raw_values_is_refused(tmp_path):
    done = Instance(tmp_path).refer("corrections.csv", HEADER.replace("raw_value,", "")).etl("build")
    assert done.code == 1 and "corrections.csv: kolom raw_value tidak ada" in done.err


def test_a_correction_mends_a_day_of_a_series(tmp_path):
    daily = 'sep=,\n"Instagram follows"\n"Date","Primary"\n"2026-06-01T00:00:00","empat"\n'
    here = Instance(tmp_path)
    sha256 = here.load(written(tmp_path / "a.csv", daily, "utf-16"), "--account", "instagram:a")["sha256"]
    fix = {"record": "1", "column": "Primary", "raw_value": "empat", "fixed_value": "4"}
    here.refer("corrections.csv", HEADER + line(sha256, **fix)).up_to_date()
    assert here.ask("select value from marts.account_series") == [(4.0,)]
