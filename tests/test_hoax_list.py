"""Lists of checked claims: sheets and feeds as fact checkers publish them, and what of them is no claim."""

import json
from datetime import date
from pathlib import Path

import pytest

from etl.catalogue import built_in
from etl.feeds import feed_records
from etl.recognise import recognise
from tests.instance import Instance, written
from tests.staged import GOLDEN, staged

SHEET = GOLDEN / "hoax_list" / "daftar_hoaks.csv"
HEADER = "ID,Tanggal,Klaim,Putusan,Sumber,Tautan klarifikasi,Isi\n"
ISSUES = "select issue_id, title, source_verdict, state, verdict from marts.issue order by issue_id"


def feed(path: Path, body: object) -> Path:
    return written(path, json.dumps(body))


def one(**changes: object) -> dict[str, object]:
    return {"id": "CONTOH-1", "judul": "Sembako lewat tautan", "kategori": "Hoaks", "tanggal": "2026-06-23"} | changes


def verdicts(tmp_path: Path, *told: str) -> list[tuple]:
    items = [one(id=f"CONTOH-{place}", kategori=each) for place, each in enumerate(told)]
    with staged(tmp_path, feed(tmp_path / "a.json", items)) as file:
        return file.rows("verdict, verdict_text", "hoax")


def test_a_sheet_is_read_with_its_verdicts_in_our_words_and_in_its_own(tmp_path):
    with staged(tmp_path, SHEET) as file:
        rows = file.rows("public_id, listed_on, verdict, verdict_text, source_text", "hoax")
    assert rows[0] == ("CONTOH-001", date(2026, 6, 23), "hoaks", "Hoaks", "Pesan berantai")
    assert rows[1][1:4] == (date(2026, 6, 24), "konteks_keliru", "Konteks Keliru")
    assert rows[2][1:3] == (date(2026, 6, 25), "fakta")
    assert rows[3][1:4] == (None, None, "Satire"), "a verdict that is not known stays the list's word only"


def test_a_verdict_in_brackets_is_taken_off_the_claim(tmp_path):
    with staged(tmp_path, SHEET) as file:
        assert file.rows("claim", "hoax", "public_id = 'CONTOH-002'") == [("Foto banjir di alun-alun kemarin",)]
    told = one(judul="[KLARIFIKASI] Jadwal vaksin", kategori="Hoaks")
    with staged(tmp_path / "b", feed(tmp_path / "b.json", [told])) as file:
        assert file.rows("claim", "hoax") == [("[KLARIFIKASI] Jadwal vaksin",)]


def test_a_day_that_does_not_exist_is_set_aside_and_totals_are_no_claims(tmp_path):
    with staged(tmp_path, SHEET) as file:
        assert file.reasons() == {4: [("Tanggal", "31/02/2026")]}
        assert file.part.non_post == 2


def test_a_feed_keeps_its_words_without_their_markup_and_its_days_in_wib(tmp_path):
    with staged(tmp_path, GOLDEN / "hoax_list" / "umpan.json") as file:
        rows = file.rows("listed_on, claim, verdict, verdict_text, body", "hoax")
        assert file.part.set_aside == 1
    assert rows[0] == (
        date(2026, 6, 24), "Video Bupati membagikan motor murah – rekaan", "hoaks", "SALAH", "Suara & gambar diubah .",
    )  # fmt: skip
    assert [row[2] for row in rows[1:]] == ["disinformasi", "belum_terbukti"]


@pytest.mark.parametrize(
    "around",
    [
        lambda items: items,
        lambda items: {"version": "1.1", "items": items},
        lambda items: {"rss": {"channel": {"title": "Contoh", "item": items}}},
        lambda items: {"rss": {"channel": {"item": items[0]}}},
        lambda items: {"status": "ok", "data": {"results": items}},
    ],
)
def test_a_feed_is_known_however_its_list_is_wrapped(tmp_path, around):
    with staged(tmp_path, feed(tmp_path / "a.json", around([one()]))) as file:
        assert file.rows("public_id, claim, verdict", "hoax") == [("CONTOH-1", "Sembako lewat tautan", "hoaks")]


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"[1, 2]", b"[rusak", b"\xff\xfe[", b"[" * 5000, b'{"items": 3}', b"judul,isi\n"]
)
def test_what_is_no_feed_is_left_to_the_other_readers(content):
    assert feed_records(content) is None


def test_a_feed_of_something_else_is_not_taken_for_a_list_of_claims(tmp_path):
    with staged(tmp_path, feed(tmp_path / "a.json", [{"nama": "x", "umur": 3}])) as file:
        assert file.part.status == "reject"


def test_words_that_contradict_each_other_are_no_verdict(tmp_path):
    assert verdicts(tmp_path, "Hoaks", "hoaks, fakta", "Kesehatan, HOAX!", "Ujaran kebencian") == [
        ("hoaks", "Hoaks"), (None, "hoaks, fakta"), ("hoaks", "Kesehatan, HOAX!"), (None, "Ujaran kebencian"),
    ]  # fmt: skip


def test_a_sheet_without_any_known_verdict_is_refused_with_what_to_do(tmp_path):
    path = written(tmp_path / "a.csv", HEADER + "A-1,23/06/2026,Sesuatu,Berita,,,\n")
    with staged(tmp_path, path) as file:
        assert file.part.status == "reject"
        assert "Periksa kolom kategori" in file.part.problems[0]["reason"]


@pytest.mark.parametrize("more", ["OPD", "Suka", "Platform", "Akun"])
def test_a_recap_of_posts_with_title_and_category_stays_a_recap(more):
    found = recognise(["Tanggal", "Judul", "Kategori", "Link", more], built_in())
    assert found is not None and found.source.name == "recap"


def test_the_same_claim_in_a_newer_list_is_one_issue_with_the_newer_words(tmp_path):
    here = Instance(tmp_path)
    old = written(tmp_path / "a.csv", HEADER + "CONTOH-1,23/06/2026,Sembako lewat tautan,Belum terbukti,,,\n")
    new = written(tmp_path / "b.csv", HEADER + "contoh-1,23/06/2026,Sembako lewat tautan palsu,Hoaks,,,\n")
    for path, day in ((new, "2026-07-02T08:00"), (old, "2026-07-01T08:00")):
        here.up_to_date(path, "--exported-at", day)
    assert here.ask(ISSUES) == [("daftar:contoh-1", "Sembako lewat tautan palsu", "hoaks", "masuk", None)]
    assert here.ask("select received_at = '2026-07-01 08:00+07' from marts.issue") == [(True,)]


def test_running_numbers_of_two_lists_do_not_make_one_issue(tmp_path):
    here = Instance(tmp_path)
    lists = ("1,,Sembako lewat tautan,Hoaks,,,\n", "1,,Motor murah,Hoaks,,,\n",
             "4321,,Honorer tanpa tes,Hoaks,,https://a.example.invalid/1,\n",
             "4321,,Listrik padam,Hoaks,,https://b.example.invalid/1,\n")  # fmt: skip
    for place, rows in enumerate(lists):
        here.etl("load", written(tmp_path / f"{place}.csv", HEADER + rows))
    here.up_to_date()
    found = [issue_id for issue_id, *_ in here.ask(ISSUES)]
    assert len(found) == 4
    assert {"daftar:a.example.invalid:4321", "daftar:b.example.invalid:4321"} <= set(found)


def test_the_verdict_of_a_list_is_never_ours(tmp_path):
    here = Instance(tmp_path).up_to_date(SHEET, "--exported-at", "2026-07-01T08:00")
    assert {(state, verdict) for *_, state, verdict in here.ask(ISSUES)} == {("masuk", None)}
    assert here.ask("select count(*) from marts.issue_month") == [(0,)]
