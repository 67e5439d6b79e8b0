"""`python -m etl match`: posts as JSON lines in, one answer per post out, whatever the lines hold."""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.match import read_posts
from etl.report import EXIT_CODES, FAULT, LOAD_SOME
from tests.instance import ROOT, Instance

TEXT = (
    "Pemkab Nganjuk membuka vaksinasi ternak gratis, Kamis 12 Maret 2026 pukul 08.00 WIB di Balai Desa Ngepung, "
    "Kecamatan Patianrowo. Kuota 250 ekor sapi dan kambing. Peternak membawa fotokopi KTP."
)
OTHER = (
    "Perbaikan Jembatan Kuncir dimulai 20 Maret dan jalan ditutup 30 hari. Kendaraan roda empat lewat Sawahan, dijaga "
    "petugas Dishub pukul 06.00 sampai 18.00."
)
RETOLD = "Sapi kambing Panjenengan divaksin gratis, 12 Maret jam 8 pagi di Balai Desa Ngepung, cuma 250 ekor"


def post(name: str, caption: str = TEXT, at: str | None = "2026-03-05T09:00:00+07:00", **more: object) -> dict:
    return {"post_id": f"instagram:{name}", "account": f"instagram:{name}_contoh", "tier": "village",
            "village_code": None, "published_at": at, "caption": caption, "platform": "instagram", "links": [],
            "mentions": [], "is_message": False, **more}  # fmt: skip


MESSAGE = post("pesan", at="2026-03-04T08:00:00+07:00", account="instagram:pemkab_contoh", is_message=True)


def asked(folder: Path, *lines: dict | str | bytes) -> tuple[int, list[dict], list[str]]:
    """Exit code, answers and what was said of the rest."""
    path = folder / "posts.jsonl"
    path.write_bytes(b"\n".join(_line(line) for line in lines))
    done = Instance(folder).etl("match", path)
    return done.code, done.reports, done.err.splitlines()


def _line(line: dict | str | bytes) -> bytes:
    text = line if isinstance(line, str | bytes) else json.dumps(line, ensure_ascii=False)
    return text if isinstance(text, bytes) else text.encode()


def answers(folder: Path, *lines: dict | str | bytes) -> dict[str, dict]:
    code, found, _ = asked(folder, *lines)
    assert code == 0
    return {each["post_id"].removeprefix("instagram:"): each for each in found}


def carried(folder: Path, each: dict, *others: dict) -> str | None:
    """Which message the post carries beside the one message (and others)."""
    return answers(folder, MESSAGE, each, *others)[each["post_id"].removeprefix("instagram:")]["message_post_id"]


def test_every_post_gets_one_answer_in_the_order_given(tmp_path):
    lines = [post("b"), post("nothing", "Selamat pagi"), MESSAGE, post("a", RETOLD), post("c", OTHER)]
    _, found, said = asked(tmp_path, *lines)
    assert [each["post_id"] for each in found] == [line["post_id"] for line in lines] and said == []
    assert [each["message_post_id"] for each in found] == ["instagram:pesan", None, None, "instagram:pesan", None]
    assert all(set(each) == {"post_id", "message_post_id", "method", "confidence", "evidence"} for each in found)


def test_posts_come_in_by_standard_input_too(tmp_path):
    given = b"\xef\xbb\xbf" + b"\r\n".join(_line(each) for each in (MESSAGE, post("a", RETOLD), "{"))
    environment = {**os.environ, "JANGKAU_DATA": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "etl", "match"], input=given, cwd=ROOT, env=environment, capture_output=True
    )
    assert [json.loads(line)["message_post_id"] for line in done.stdout.splitlines()] == [None, "instagram:pesan"]
    assert (done.returncode, done.stderr.decode().strip()) == (3, "Baris 3: bukan JSON. Baris ini dilewati.")


def test_nothing_in_is_nothing_out(tmp_path):
    assert asked(tmp_path) == asked(tmp_path, "", "   ") == (0, [], [])


@pytest.mark.parametrize(
    "line, why",
    [
        ("{", "bukan JSON"),
        ("[" * 100_000, "bukan JSON"),
        ('{"post_id": 7}', "tidak menyebut post_id"),
        ('{"post_id": "a", "caption": 7}', "caption bukan teks"),
        ('{"post_id": "a", "links": "x"}', "links bukan daftar"),
        ('{"post_id": "a", "published_at": "kemarin"}', "published_at berisi “kemarin”"),
        ('{"post_id": "a", "published_at": 1772600000}', "published_at berisi “1772600000”"),
        ('{"post_id": "a", "published_at": "9999-12-31"}', "published_at berisi tahun 9999"),
    ],
)
def test_an_unreadable_line_is_named_and_the_rest_is_answered(tmp_path, line, why):
    code, found, [said] = asked(tmp_path, MESSAGE, line, post("b"))
    assert code == EXIT_CODES[LOAD_SOME] and len(found) == 2 and found[1]["message_post_id"] == "instagram:pesan"
    assert said.startswith(f"Baris 2: {why}") and said.endswith("Baris ini dilewati.")


def test_a_post_given_twice_is_answered_once_and_named(tmp_path):
    code, found, said = asked(tmp_path, MESSAGE, post("a"), post("a", OTHER))
    assert code == EXIT_CODES[LOAD_SOME] and len(found) == 2 and found[1]["message_post_id"] == "instagram:pesan"
    assert said == ["Baris 3: post_id instagram:a sudah ada. Baris ini dilewati."]


@pytest.mark.parametrize(
    "line",
    [
        b'{"post_id": "instagram:a", "published_at": "2026-03-05", "caption": "' + TEXT.encode() + b' caf\xe9"}',
        json.dumps(post("a", TEXT + " \ud83d")),
        post("a", TEXT.replace(". ", "\u2028").replace(", ", ",\x85 ")),
        post("a", TEXT + "\0"),
        post("a", TEXT + " https://[klik di sini]/x", links=["http://[oops", 5, None]),
        "\ufeff" + json.dumps(post("a")),
    ],
)
def test_a_caption_with_broken_letters_line_ends_or_links_is_still_read(tmp_path, line):
    assert answers(tmp_path, MESSAGE, line)["a"]["message_post_id"] == "instagram:pesan"


def test_a_missing_file_is_one_sentence(tmp_path):
    done = Instance(tmp_path).etl("match", tmp_path / "tiada.jsonl")
    assert (
        done.code == EXIT_CODES[FAULT] and "tiada.jsonl tidak dapat dibuka" in done.err and "Traceback" not in done.err
    )


@pytest.mark.parametrize("text", ["[message]\n", "[message]\nwindow_days = 'dua'\n", "[message]\nwindow_days = 1e9\n"])
def test_settings_without_a_window_are_named(tmp_path, text):
    (tmp_path / "posts.jsonl").write_text("{}")
    done = Instance(tmp_path).refer("settings.toml", text).etl("match", tmp_path / "posts.jsonl")
    assert done.code == EXIT_CODES[FAULT] and "settings.toml: [message] window_days" in done.err


def test_a_message_never_carries_itself(tmp_path):
    alone = answers(tmp_path, MESSAGE)["pesan"]
    assert (alone["message_post_id"], alone["evidence"]["why"]) == (None, "Unggahan ini adalah pesan itu sendiri.")


@pytest.mark.parametrize(
    "at, is_carried",
    [
        ("2026-03-04T07:59:59+07:00", False),
        ("2026-03-04T08:00:00+07:00", True),
        ("2026-03-04T01:30:00Z", True),  # half past eight in WIB
        ("2026-03-04T08:30:00", True),  # without a zone it is WIB
        ("2026-03-04T07:30:00", False),
        ("2026-03-04", True),  # somewhere on the day of the message
        ("20260304", True),
        ("2026-03-18T08:00:00+07:00", True),
        ("2026-03-18T08:00:01+07:00", False),  # after the window
        (None, False),
        ("", False),
    ],
)
def test_a_post_carries_from_the_moment_of_the_message_to_the_end_of_its_window(tmp_path, at, is_carried):
    assert (carried(tmp_path, post("a", at=at)) == "instagram:pesan") == is_carried


def test_a_post_without_a_time_says_why_it_is_not_compared(tmp_path):
    found = answers(tmp_path, MESSAGE, post("a", at=None))["a"]
    assert found["confidence"] is None and "Waktu terbit tidak diketahui" in found["evidence"]["why"]


def test_a_link_to_the_original_carries_whatever_the_words_say(tmp_path):
    message = {**MESSAGE, "post_id": "instagram:DtYr0k5_F9q"}
    link = "https://www.instagram.com/reel/DtYr0k5_F9q/?igsh=abc"
    found = answers(tmp_path, message, post("a", f"Simak nggih {link}"), post("b", "Simak", links=[link]))
    for name in ("a", "b"):
        assert (found[name]["message_post_id"], found[name]["method"]) == ("instagram:DtYr0k5_F9q", "link")
        assert found[name]["evidence"]["why"] == "Unggahan ini menautkan unggahan asal pesan."


@pytest.mark.parametrize(
    "message, link",
    [
        ("youtube:dQw4w9WgXcQ", "youtu.be/dQw4w9WgXcQ"),
        ("youtube:dQw4w9WgXcQ", "HTTPS://WWW.YOUTUBE.COM/watch?v=dQw4w9WgXcQ&feature=share"),
        ("facebook:1000633675540912", "facebook.com/pemkab_contoh/posts/1000633675540912"),
        ("threads:DtYr0k5_F9q", "threads.net/@pemkab_contoh/post/DtYr0k5_F9q"),
    ],
)
def test_a_link_is_seen_on_every_platform_with_or_without_its_beginning(tmp_path, message, link):
    found = answers(tmp_path, {**MESSAGE, "post_id": message}, post("a", f"Simak di {link}"))
    assert found["a"]["message_post_id"] == message


def test_a_link_to_an_original_that_came_later_carries_nothing(tmp_path):
    message = {**MESSAGE, "post_id": "instagram:DtYr0k5_F9q"}
    early = post("a", "https://instagram.com/p/DtYr0k5_F9q", at="2026-03-04T07:00:00+07:00")
    assert answers(tmp_path, message, early)["a"]["message_post_id"] is None


def test_a_page_counts_only_when_one_message_alone_points_to_it(tmp_path):
    page = "https://ternak.nganjukkab.go.id/vaksinasi"
    message, linking = {**MESSAGE, "caption": f"{TEXT} {page}"}, post("a", f"Daftar lewat {page}/?utm_source=ig")
    rival = {**MESSAGE, "post_id": "instagram:pesan2", "caption": f"{OTHER} {page}"}
    assert answers(tmp_path, message, linking)["a"]["method"] == "link"
    assert answers(tmp_path, message, rival, linking)["a"]["message_post_id"] is None


def test_a_mention_of_the_main_account_is_told_apart_from_text_alone(tmp_path):
    named, told = post("a", f"{RETOLD} @pemkab_contoh"), post("b", RETOLD, mentions=["Pemkab_contoh"])
    found = answers(tmp_path, MESSAGE, named, told, post("c", RETOLD))
    assert [found[name]["method"] for name in "abc"] == ["mention", "mention", "text"]


def test_a_mention_alone_carries_nothing(tmp_path):
    assert (
        carried(tmp_path, post("a", "Terima kasih @pemkab_contoh atas kunjungannya ke kantor kami pagi tadi")) is None
    )


def test_a_post_carries_the_message_it_is_most_like(tmp_path):
    def moved(text: str) -> str:
        return text.replace("12 Maret", "19 Maret").replace("Ngepung", "Babadan").replace("250", "90")

    second = {**MESSAGE, "post_id": "instagram:pesan2", "caption": moved(TEXT)}
    found = answers(tmp_path, MESSAGE, second, post("a", RETOLD), post("b", moved(RETOLD)))
    assert [found[name]["message_post_id"] for name in "ab"] == ["instagram:pesan", "instagram:pesan2"]


def test_fancy_letters_do_not_hide_a_copy(tmp_path):
    plain = "abcdefghijklmnopqrstuvwxyz0123456789"
    bold = "".join(chr(0x1D5EE + place) for place in range(26)) + "".join(chr(0x1D7EC + place) for place in range(10))
    assert carried(tmp_path, post("a", TEXT.translate(str.maketrans(plain, bold)))) == "instagram:pesan"


def test_other_keys_and_their_order_do_not_matter(tmp_path):
    line = {"x": {"y": [1]}, **dict(reversed(post("a").items())), "tier": 5, "village_code": ["?"]}
    assert carried(tmp_path, line) == "instagram:pesan"


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_lines_changes_no_answer(tmp_path, seed):
    lines = [post("a"), post("b", RETOLD), post("c", OTHER), post("d", "Selamat pagi"), MESSAGE]
    found = answers(tmp_path, *Random(seed).sample(lines, len(lines)))
    assert {name for name, each in found.items() if each["message_post_id"] == "instagram:pesan"} == {"a", "b"}
    assert all(each["message_post_id"] is None for name, each in found.items() if name not in "ab")


@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=60), max_size=6))
def test_any_lines_at_all_are_read_or_named(lines):
    posts, said = read_posts(lines)
    assert posts == [] and len(said) == sum(bool(line.strip()) for line in lines)
