"""ZIP and XLSX are opened member by member; whatever is unsafe is refused with a reason, the rest is read."""

import io
import stat
import struct
import warnings
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from etl.containers import Limits, parts
from etl.errors import RefusedFile
from tests.instance import DAILY, IG, Instance, instagram, post

LIMITS = Limits(member=10_000, archive=30_000, members=5)
GOOD = b"Date,Views\n2026-01-01,5\n"


def archive(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as box:
        warnings.simplefilter("ignore")  # a name twice is what some of these tests are about
        for name, content in members:
            box.writestr(name, content)
    return path


def refusals(path: Path, limits: Limits = LIMITS) -> dict[str, str]:
    return {part.name: part.refusal for part in parts(path, limits)}


def workbook(*sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize("name", ["../luar.csv", "/etc/luar.csv", "a/../../luar.csv", "C:\\luar.csv", "..\\luar.csv"])
def test_a_name_that_points_outside_the_archive_is_refused(tmp_path, name):
    bad, good = parts(archive(tmp_path / "a.zip", (name, GOOD), ("baik.csv", GOOD)), LIMITS)
    assert "menunjuk ke luar" in bad.refusal and not bad.content
    assert good.content == GOOD


def test_a_link_in_an_archive_is_refused(tmp_path):
    link = zipfile.ZipInfo("tautan.csv")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    assert "tautan, bukan berkas" in refusals(archive(tmp_path / "a.zip", (link, b"/etc/passwd")))["tautan.csv"]


@pytest.mark.parametrize("name", ["dalam.zip", "dalam.tar.gz", "dalam.csv"])
def test_an_archive_within_an_archive_is_refused_whatever_its_name(tmp_path, name):
    inner = archive(tmp_path / "inner.zip", ("x.csv", GOOD)).read_bytes()
    assert "Arsip di dalam arsip" in refusals(archive(tmp_path / "a.zip", (name, inner)))[name]


def test_an_encrypted_member_is_refused(tmp_path):
    path = archive(tmp_path / "a.zip", ("rahasia.csv", GOOD))
    content = bytearray(path.read_bytes())
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", content, content.index(magic) + offset, 1)
    path.write_bytes(content)
    assert "kata sandi" in refusals(path)["rahasia.csv"]


def test_a_bomb_is_stopped_at_the_limit_and_not_unpacked(tmp_path):
    path = archive(tmp_path / "a.zip", ("bom.csv", bytes(20_000_000)), ("baik.csv", GOOD))
    assert path.stat().st_size < 50_000
    told = refusals(path)
    assert "melebihi batas" in told["bom.csv"] and told["baik.csv"] == ""


def test_a_member_that_lies_about_its_size_is_stopped_as_well(tmp_path):
    path = archive(tmp_path / "a.zip", ("bohong.csv", bytes(50_000)))
    content = bytearray(path.read_bytes())
    for magic, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", content, content.index(magic) + offset, 10)
    path.write_bytes(content)
    assert "rusak" in refusals(path)["bohong.csv"]


def test_all_members_together_have_a_limit_too(tmp_path):
    members = [(f"{number}.csv", b"x" * 9_000) for number in range(5)]
    told = refusals(archive(tmp_path / "a.zip", *members))
    assert [bool(reason) for reason in told.values()] == [False, False, False, True, True]


def test_too_many_members_are_refused(tmp_path):
    with pytest.raises(RefusedFile, match="batasnya 5"):
        refusals(archive(tmp_path / "a.zip", *[(f"{number}.csv", GOOD) for number in range(6)]))


def test_two_members_of_one_name_are_both_read(tmp_path):
    path = archive(tmp_path / "a.zip", ("a.csv", GOOD), ("a.csv", GOOD + b"2026-01-02,6\n"))
    assert {part.name: len(part.content) for part in parts(path, LIMITS)} == {"a.csv": 24, "a.csv (2)": 37}


def test_what_computers_add_on_their_own_is_ignored(tmp_path):
    clutter = [("__MACOSX/._a.csv", b"\0"), (".DS_Store", b"\0"), ("sub/Thumbs.db", b"\0"), ("sub/", b"")]
    assert list(refusals(archive(tmp_path / "a.zip", *clutter, ("sub/a.csv", GOOD)))) == ["sub/a.csv"]


@pytest.mark.parametrize("cut", [30, 100])
def test_a_broken_archive_is_refused(tmp_path, cut):
    path = archive(tmp_path / "a.zip", ("a.csv", GOOD * 50))
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(RefusedFile, match="rusak"):
        refusals(path)


def test_a_member_with_a_wrong_checksum_is_refused(tmp_path):
    path = archive(tmp_path / "a.zip", ("a.csv", GOOD * 50))
    content = bytearray(path.read_bytes())
    content[content.index(b"a.csv") + 12] ^= 0xFF
    path.write_bytes(content)
    assert "rusak" in refusals(path)["a.csv"]


def test_an_empty_archive_is_refused(tmp_path):
    with pytest.raises(RefusedFile, match="kosong"):
        refusals(archive(tmp_path / "a.zip"))


def test_an_archive_is_loaded_member_by_member(tmp_path):
    here = Instance(tmp_path)
    june = instagram(tmp_path / "juni.csv", post(1), post(2, Likes="banyak")).read_bytes()
    path = archive(tmp_path / "a.zip", ("juni.csv", june), ("catatan.csv", b"a,b\n1,2\n"), ("lagi.zip", b"PK"))
    report = here.load(path)
    assert (report["status"], report["code"], report["records"], report["loaded"]) == ("load_some", 4, 2, 1)
    assert {member["name"]: member["status"] for member in report["members"]} == {
        "juni.csv": "load_some", "catatan.csv": "reject", "lagi.zip": "reject",
    }  # fmt: skip
    assert {found["member"] for found in report["problems"]} == {"juni.csv", "catatan.csv", "lagi.zip"}


def test_the_limits_are_those_of_the_instance(tmp_path):
    here = Instance(tmp_path).limit(member_megabytes=0.001)
    path = archive(tmp_path / "a.zip", ("juni.csv", instagram(tmp_path / "j.csv", *map(post, range(20))).read_bytes()))
    assert "melebihi batas" in here.load(path)["problems"][0]["reason"]


def test_the_sheets_of_a_workbook_are_read_as_a_csv_would_be(tmp_path):
    here = Instance(tmp_path)
    row = post(1)
    content = workbook([list(row), list(row.values()), [None], list(post(2).values())], [["catatan"], ["abc"]])
    (tmp_path / "juni.xlsx").write_bytes(content)
    report = here.load(tmp_path / "juni.xlsx")
    assert (report["source"], report["records"], report["loaded"], report["set_aside"]) == (
        "instagram_content", 4, 2, 2,
    )  # fmt: skip


def test_a_workbook_that_unpacks_too_large_or_is_broken_is_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook([["x" * 30_000]]))
    assert "melebihi batas" in refusals(path, Limits(5_000, 5_000, 5))[""]
    with zipfile.ZipFile(path, "w") as box:
        box.writestr("xl/workbook.xml", "<rusak")
    assert "XLSX rusak" in Instance(tmp_path).load(path)["problems"][0]["reason"]


def test_a_daily_file_in_an_archive_belongs_to_the_account_that_was_named(tmp_path):
    path = archive(tmp_path / "a.zip", ("follows.csv", DAILY.encode("utf-16")))
    here = Instance(tmp_path)
    assert here.load(path)["status"] == "reject"
    assert here.load(path, "--account", IG)["loaded"] == 2
