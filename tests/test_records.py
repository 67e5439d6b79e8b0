"""Bytes to records: encodings, delimiters, what Excel does to a file, and what is no table at all."""

import csv
import io
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import from_excel

from etl.containers import is_zip
from etl.errors import RefusedFile
from etl.records import BROKEN_LETTERS, EXCEL_DELIMITER, EXCEL_ENCODING, EXCEL_ONE_CELL, decode, records, table
from etl.workbook import text as cell_text
from tests.instance import Instance, instagram, post, written

DAY = datetime.fromisoformat("2026-06-01")
CAPTION = "Posko “banjir” dibuka 💉, ayo!\nHubungi Bu Bidan"


def cells(text: str, delimiter: str = ",") -> list[list[str]]:
    return [record.cells for record in records(io.StringIO(text, newline=""), delimiter)]


@given(st.lists(st.lists(st.text(st.characters(exclude_characters="\r\0", codec="utf-8")), min_size=1), max_size=6))
def test_what_a_csv_writer_wrote_is_read_back_and_the_raw_text_is_complete(rows):
    written_text = io.StringIO(newline="")
    csv.writer(written_text, lineterminator="\n").writerows(rows)
    found = list(records(io.StringIO(written_text.getvalue(), newline=""), ","))
    assert [record.cells for record in found] == [row if row != [""] else [""] for row in rows]
    assert [record.line for record in found] == list(range(1, len(rows) + 1))
    assert "".join(record.raw + "\n" for record in found).count("\n") == written_text.getvalue().count("\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_a_platform_uses_is_read(encoding):
    marked = encoding.startswith("utf-16-")
    text = "\ufeff" * marked + CAPTION
    assert decode(text.encode(encoding)).content.removeprefix("\ufeff") == CAPTION
    assert decode(text.encode(encoding)).notices == ()


def test_the_encoding_excel_writes_on_windows_is_read_and_told():
    text = decode("Jangkauan – “naik” é".encode("cp1252"))
    assert text.content == "Jangkauan – “naik” é" and text.notices == (EXCEL_ENCODING,)


def test_one_broken_letter_does_not_make_a_marked_file_unreadable():
    text = decode(b"\xef\xbb\xbfPost ID,caf\xe9 \xf0\x9f\x92\x89")
    assert text.content == "Post ID,caf� 💉" and text.notices == (BROKEN_LETTERS,)


@pytest.mark.parametrize(
    "content, words",
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n", "gambar"),
        (b"\xff\xd8\xff\xe0", "gambar"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", ".xls"),
        (b"\x1f\x8b\x08", ".gz"),
        (b"Rar!\x1a", ".rar"),
        (b"abc\0\0\0def", "Bukan berkas teks"),
        (b"<!DOCTYPE html><html>", "halaman web"),
        (b"\n <HTML lang='id'>", "halaman web"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(tmp_path, content, words):
    path = tmp_path / "ekspor.csv"
    path.write_bytes(content)
    report = Instance(tmp_path).load(path)
    assert (report["status"], report["code"]) == ("reject", 4)
    assert words in report["problems"][0]["reason"]


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n , ,\n"])
def test_an_empty_file_is_refused(tmp_path, content):
    path = tmp_path / "kosong.csv"
    path.write_bytes(content)
    assert "kosong" in Instance(tmp_path).load(path)["problems"][0]["reason"]


@pytest.mark.parametrize("delimiter, notices", [(",", ()), (";", (EXCEL_DELIMITER,)), ("\t", ())])
def test_the_delimiter_is_the_one_that_makes_a_header(delimiter, notices):
    content = f"Tanggal{delimiter}Suka\n1{delimiter}2\n"
    found, told = table(decode(content.encode()), lambda cells: cells == ["Tanggal", "Suka"])
    assert [record.cells for record in found] == [["Tanggal", "Suka"], ["1", "2"]] and told == notices


def test_a_declared_delimiter_is_obeyed_and_its_line_still_counts():
    found, told = table(decode(b'"sep=;"\nA;B\n1,5;2\n'), lambda cells: cells == ["A", "B"])
    assert [(record.line, record.cells) for record in found] == [(2, ["A", "B"]), (3, ["1,5", "2"])] and told == ()


def test_records_that_excel_put_into_one_cell_are_taken_out_again():
    content = '"A,B"\n"1,""dua, tiga"""\n'
    found, told = table(decode(content.encode()), lambda cells: cells == ["A", "B"])
    assert found[1].cells == ["1", "dua, tiga"] and told == (EXCEL_ONE_CELL,)


def test_a_quote_that_is_never_closed_costs_its_own_record_only():
    found = list(records(io.StringIO('a,b\n1,"dua\n3,empat\n5,"enam"\n', newline=""), ","))
    assert [record.cells for record in found if not record.broken] == [["a", "b"], ["3", "empat"], ["5", "enam"]]
    [broken] = [record for record in found if record.broken]
    assert (broken.line, broken.raw) == (2, '1,"dua')


def test_many_open_quotes_are_no_trap():
    lines = [f'{number},"x' for number in range(3_001)]
    found = list(records(io.StringIO("\n".join(lines), newline=""), ","))
    assert [record.raw for record in found] == lines and all(record.broken for record in found)


def test_text_behind_a_closing_quote_is_no_cell(tmp_path):
    found = list(records(io.StringIO('1,"kata "enam" ya",2\n3,baik,4\n', newline=""), ","))
    assert [bool(record.broken) for record in found] == [True, False]


def test_a_file_with_an_open_quote_is_read_but_for_that_row(tmp_path):
    path = instagram(tmp_path / "a.csv", post(1), post(2, Description="x"), post(3))
    text = path.read_text("utf-8-sig").replace(",x,", ',"x,')
    report = Instance(tmp_path).load(written(path, text))
    assert (report["status"], report["records"], report["loaded"], report["set_aside"]) == ("load_some", 3, 2, 1)
    assert report["problems"][0]["reason"].startswith("tanda kutip")


@pytest.mark.parametrize("encoding, delimiter", [("utf-16", "\t"), ("cp1252", ";"), ("utf-8", ";")])
def test_a_file_saved_again_by_excel_gives_the_same_posts(tmp_path, encoding, delimiter):
    posts = [post(1, Description="Posko “banjir”; dibuka"), post(2, Description="baris\nkedua")]
    plain, saved = Instance(tmp_path / "a"), Instance(tmp_path / "b")
    plain.load(instagram(tmp_path / "asli.csv", *posts))
    assert saved.load(instagram(tmp_path / "b.csv", *posts, encoding=encoding, delimiter=delimiter))["loaded"] == 2
    values = "select * exclude (file_sha256, observed_at) from raw.post order by record"
    assert saved.ask(values) == plain.ask(values)


@pytest.mark.parametrize(
    "value, text",
    [
        (None, ""), (True, "1"), (5, "5"), (5.0, "5"), (2.5, "2.5"), (1.79e16, "1.79E+16"), ("  a ", "  a "),
        (DAY, "2026-06-01"), (DAY.replace(hour=9, minute=5), "2026-06-01 09:05:00"), (DAY.date(), "2026-06-01"),
        (timedelta(minutes=2), "120"), (time(1, 2), "01:02:00"),
    ],
)  # fmt: skip
def test_a_cell_of_a_workbook_reads_as_its_csv_would(value, text):
    assert cell_text(value) == text


@given(st.integers(1, 20_000))
def test_a_count_that_excel_shows_as_a_date_is_a_count_again(count):
    if count != 60:
        assert cell_text(from_excel(count)) == str(count)


def test_a_plain_file_is_no_archive(tmp_path):
    assert not is_zip(written(tmp_path / "a.csv", "PK,\n"))


def test_decoding_reads_or_refuses_any_bytes():
    for content in (bytes([byte]) * 3 for byte in range(256)):
        try:
            assert isinstance(decode(content).content, str)
        except RefusedFile as error:
            assert str(error)
