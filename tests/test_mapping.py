"""Saved mappings: for any other table a person names the columns once, and the waiting file is read."""

import pytest

from tests.instance import Instance, written

BUFFER = (
    'Post URL,Akun,Tanggal terbit,Suka\nhttps://www.instagram.com/p/10000000001/,@Dinkes_Contoh,"05/06/2026 09:00",12\n'
)
SET = (
    "--set", "permalink=Post URL", "--set", "account_handle=Akun", "--set", "published_at=Tanggal terbit",
    "--set", "likes=Suka", "--date-format", "%d/%m/%Y %H:%M",
)  # fmt: skip


def test_a_mapping_makes_the_waiting_file_readable_at_the_next_build(tmp_path):
    here = Instance(tmp_path)
    assert here.load(written(tmp_path / "buffer.csv", BUFFER))["status"] == "reject"
    assert here.etl("mapping", "laporan_buffer", *SET, "--platform", "instagram").code == 0
    here.up_to_date()
    moment = "strftime(timezone('Asia/Jakarta', published_at), '%Y-%m-%d %H:%M')"
    assert here.ask(f"select post_id, account_id, {moment}, likes from marts.posts") == [
        ("instagram:10000000001", "instagram:dinkes_contoh", "2026-06-05 09:00", 12)
    ]
    assert here.ask("select source, source_title, status from marts.file") == [
        ("laporan_buffer", "Pemetaan laporan_buffer", "load")
    ]


def test_a_file_with_a_mapping_obeys_the_same_rules_as_any_other(tmp_path):
    here = Instance(tmp_path)
    here.etl("mapping", "buffer", *SET, "--platform", "instagram")
    report = here.load(written(tmp_path / "buffer.csv", BUFFER + "https://bit.ly/x,a,05/06/2026 09:00,dua\n"))
    assert (report["status"], report["loaded"], report["set_aside"]) == ("load_some", 1, 1)
    assert {found["column"] for found in report["problems"]} == {"Suka"}


def test_the_platform_may_stand_in_a_column_in_any_case(tmp_path):
    here = Instance(tmp_path)
    here.etl("mapping", "buffer", *SET, "--set", "platform=Kanal")
    header, row = BUFFER.splitlines()
    here.load(written(tmp_path / "buffer.csv", f"{header},Kanal\n{row},Instagram\n"))
    assert here.up_to_date().ask("select post_id, platform from marts.posts") == [
        ("instagram:10000000001", "instagram")
    ]


def test_a_mapping_with_quotes_in_its_columns_is_kept_as_said(tmp_path):
    here = Instance(tmp_path)
    assert here.etl("mapping", "aneh", "--set", 'permalink=Tautan "asli" \\ ini', "--platform", "x").code == 0
    report = here.load(written(tmp_path / "a.csv", '"Tautan ""asli"" \\ ini"\nhttps://x.com/a/status/123456\n'))
    assert (report["source"], report["loaded"]) == ("aneh", 1)


@pytest.mark.parametrize(
    "arguments, words",
    [
        (("Nama Salah", *SET, "--platform", "x"), "Nama pemetaan"),
        (("a", "--set", "permalnk=Post URL", "--platform", "x"), "permalnk"),
        (("a", "--set", "likes=Suka", "--platform", "x"), "native_id atau permalink"),
        (("a", "--set", "permalink=Post URL"), "--platform"),
        (("a", "--set", "permalink=", "--platform", "x"), "permalink"),
        (("a", "--set", "permalink", "--platform", "x"), "permalink"),
        (("a", *SET, "--platform", "x", "--clock", "Nganjuk"), "Nganjuk"),
        (("a", *SET, "--platform", "x", "--date-format", "%Q"), "%Q"),
    ],
)
def test_a_mapping_that_cannot_work_is_refused_and_not_saved(tmp_path, arguments, words):
    here = Instance(tmp_path)
    done = here.etl("mapping", *arguments)
    assert done.code == 1 and words in done.err and "Traceback" not in done.err
    assert not list(here.where.mappings.glob("*"))


@pytest.mark.parametrize("text", ["rusak", "[columns]\nsuka_sekali = 'Suka'\n", "title = 'kosong'\n"])
def test_a_mapping_broken_by_hand_is_named(tmp_path, text):
    here = Instance(tmp_path)
    written(here.where.mappings / "buffer.toml", text)
    done = here.etl("build")
    assert done.code == 1 and done.err.splitlines()[-1].startswith("Gagal: buffer.toml")
