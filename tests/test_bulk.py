"""The fast reader of large files gives the same rows as the careful one, whatever is wrong with the file."""

import pytest

from tests.instance import Instance, instagram, post
from tests.staged import GOLDEN

GOOD = [post(number, Description=f"baris {number}\n“dua”, ya") for number in range(1, 8)]
TAIL = ",IG image,,Lifetime,1,2,3,4,5,6,7\n"
HEAD = "17900000000000077,17841400000000101,dinkes_contoh,Dinkes,{},0,06/05/2026 09:00,https://www.instagram.com/p/10000000077/"

WRONG = {
    "nothing": b"",
    "a bad number": (HEAD.format("x") + TAIL.replace("3,4", "tiga,4")).encode(),
    "two bad cells": (HEAD.format("x") + TAIL.replace("3,4", "tiga,empat")).encode(),
    "a short row": (HEAD.format("x") + "\n").encode(),
    "a row too wide": (HEAD.format("x") + TAIL.replace("\n", ",lebih\n")).encode(),
    "a row padded too wide": (HEAD.format("x") + TAIL.replace("\n", ",\n")).encode(),
    "a blank line": b"\n" + (HEAD.format("x") + TAIL).encode(),
    "blank cells only": b",,,,,,,,,,,,,,,,,\n" + (HEAD.format("x") + TAIL).encode(),
    "a row of Meta's": b',,,,,,,,,"An error occurred",,,,,,,,\n',
    "an open quote": (HEAD.format('"x') + TAIL).encode(),
    "text behind a quote": (HEAD.format('"x"y') + TAIL).encode(),
    "a row twice": (HEAD.format("x") + TAIL).encode() * 2,
    "no id": (HEAD.format("x").replace("17900000000000077", "1.79E+16").replace("https", "") + TAIL).encode(),
    "bytes that are no UTF-8": (HEAD.format("caf\xe9") + TAIL).encode("cp1252"),
}


def everything(here: Instance, report: dict) -> list:
    """All that reading a file left behind, and what was said about it."""
    facts = ("status", "code", "source", "records", "loaded", "set_aside", "non_post", "known", "problems")
    tables = [here.ask(f"select * from raw.{table} order by all") for table in ("post", "set_aside")]
    return [*tables, *(report[name] for name in facts)]


def both_ways(folder, path, *arguments) -> tuple[list, list]:
    ways = (Instance(folder / "fast").limit(bulk_megabytes=0), Instance(folder / "careful"))
    told = ("--exported-at", "2026-07-01T08:00", *arguments)
    fast, careful = (everything(here, here.load(path, *told)) for here in ways)
    return fast, careful


@pytest.mark.parametrize("what", list(WRONG))
def test_both_readers_agree_on_a_file_with(tmp_path, what):
    path = instagram(tmp_path / "a.csv", *GOOD)
    first, *rest = path.read_bytes().split(b"\n17900000000000004", 1)
    path.write_bytes(first + b"\n" + WRONG[what] + b"17900000000000004" + rest[0])
    fast, careful = both_ways(tmp_path, path)
    assert fast == careful
    assert len(fast[0]) >= len(GOOD)


@pytest.mark.parametrize("name", ["instagram_content", "facebook_content", "x_content", "x_legacy", "facebook_video"])
def test_both_readers_agree_on_the_golden_files(tmp_path, name):
    for path in sorted((GOLDEN / name).glob("*.csv")):
        fast, careful = both_ways(tmp_path / path.stem, path)
        assert fast == careful, path.name


def test_the_fast_reader_refuses_another_platform_as_the_careful_one_does(tmp_path):
    path = instagram(tmp_path / "a.csv", *GOOD)
    fast, careful = both_ways(tmp_path, path, "--account", "tiktok:dinkes_contoh")
    assert fast == careful and fast[2] == "reject"
