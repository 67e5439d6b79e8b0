"""`python -m etl judge`: captions as JSON lines in, one answer per line out, by the code of the pipeline."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.judging import lines_of
from measures.standard.answer import ALL_LABELS
from tests.instance import ROOT, Instance
from tests.judge_world import CAPTIONS, DAY, FIGURE, HOSTILE, MIXED, NEITHER, SERVICE, checked, composed, judge
from tests.standard_files import ended, next_version

KEYS = {"id", "emphasis", *ALL_LABELS, "unsure", "evidence"}
ENTRY = {"rule", "verdict", "start", "end", "text", "why", "rule_version"}
TAGS = "Ayo datang " + " ".join(f"#tagar{place}" for place in range(8))


def line(caption: str | None = SERVICE, name: object = "a", on: str | None = "2026-06-01", **more: object) -> dict:
    return {"id": name, "platform": "instagram", "account_kind": "opd", "caption": caption, "published_on": on, **more}


def written(*lines: dict | str | bytes) -> bytes:
    said = (each if isinstance(each, str | bytes) else json.dumps(each) for each in lines)
    return b"\n".join(each if isinstance(each, bytes) else each.encode() for each in said)


def asked(here: Path | Instance, *lines: dict | str | bytes) -> tuple[int, list[dict], list[str]]:
    """Exit code, answers and complaints."""
    here = Instance(here) if isinstance(here, Path) else here
    path = here.folder / "captions.jsonl"
    path.write_bytes(written(*lines))
    done = here.etl("judge", path)
    return done.code, done.reports, done.err.splitlines()


def verdicts(answer: dict) -> dict[str, str]:
    return {each["rule"]: each["verdict"] for each in answer["evidence"]}


def test_every_caption_gets_one_answer_in_the_order_given(tmp_path):
    texts = [MIXED, NEITHER, FIGURE, SERVICE, ""]
    days = ["2026-06-02", None, "2026-02-01", "2026-06-01", "2026-06-02"]
    lines = [line(text, place, day) for place, (text, day) in enumerate(zip(texts, days, strict=True))]
    code, found, said = asked(tmp_path, *lines)
    assert (code, said) == (0, []) and [each["id"] for each in found] == [0, 1, 2, 3, 4]
    assert [each["emphasis"] for each in found] == ["mixed", "neither", "figure", "service", "neither"]
    assert all(set(each) == KEYS for each in found)
    assert all(set(entry) == ENTRY for each in found for entry in each["evidence"])


def test_the_words_that_decided_are_cut_from_the_caption_as_it_was_written(tmp_path):
    fancy = "\u202e" + FIGURE.replace("sosok", "𝘀𝗼𝘀𝗼𝗸\u200b").replace("Bupati", "ＢＵＰＡＴＩ 😍")
    _, [found], _ = asked(tmp_path, line(fancy))
    placed = [each for each in found["evidence"] if each["start"] is not None]
    assert placed and all(fancy[each["start"] : each["end"]] == each["text"] != "" for each in placed)
    assert any("𝘀𝗼𝘀𝗼𝗸" in each["text"] for each in placed)


def test_the_command_says_what_the_judge_says(tmp_path):
    _, found, _ = asked(tmp_path, *(line(caption, place) for place, caption in enumerate(composed())))
    for caption, answer in zip(composed(), found, strict=True):
        own = checked(caption)
        assert (answer["emphasis"], answer["unsure"]) == (own.emphasis, sorted(own.unsure))
        assert {label: answer[label] for label in ALL_LABELS} == own.labels
        told = [each for each in (*own.verdicts, *own.found) if each.verdict != "not_applicable"]
        said = [(each["rule"], each["verdict"], each["start"], each["end"], each["why"]) for each in answer["evidence"]]
        assert said == [(each.rule_id, each.verdict, each.start, each.stop, each.why) for each in told]


def test_captions_come_in_by_standard_input_too(tmp_path):
    given_lines = b"\xef\xbb\xbf" + written(line(FIGURE), "{", line(SERVICE, "b")).replace(b"\n", b"\r\n")
    environment = {**os.environ, "JANGKAU_DATA": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "etl", "judge"], input=given_lines, cwd=ROOT, env=environment, capture_output=True
    )
    assert [json.loads(each)["emphasis"] for each in done.stdout.splitlines()] == ["figure", "service"]
    assert (done.returncode, done.stderr.decode().strip()) == (3, "Baris 2: bukan JSON. Baris ini dilewati.")


def test_nothing_in_is_nothing_out(tmp_path):
    assert asked(tmp_path) == asked(tmp_path, "", "   ") == (0, [], [])


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("{", "bukan JSON"),
        ("[" * 100_000, "bukan JSON"),
        (b"\xff\xfe\x00", "bukan JSON"),
        ('"' + SERVICE + '"', "bukan objek dengan caption berupa teks"),
        ('{"caption": 7}', "bukan objek dengan caption berupa teks"),
        ('{"caption": 0}', "bukan objek dengan caption berupa teks"),
        ('{"caption": ["a"]}', "bukan objek dengan caption berupa teks"),
    ],
    ids=range(7),
)
def test_a_bad_line_is_named_and_the_rest_is_answered(tmp_path, bad, why):
    code, found, said = asked(tmp_path, line(), "", bad, line(FIGURE, "b"))
    assert (code, [each["id"] for each in found]) == (3, ["a", "b"])
    assert said == [f"Baris 3: {why}. Baris ini dilewati."]


@pytest.mark.parametrize(
    "more",
    [{"caption": None}, {"id": None}, {"id": [1, {"x": None}]}, {"published_on": "kemarin"}, {"published_on": 20260601},
     {"published_on": "0001-01-01"}, {"published_on": "9999-12-31"}, {"published_at": "0001-01-01T00:00:00+14:00"},
     {"has_ai_media": "ya"}, {"alt_text": 7}, {"platform": 3, "lain": {}}],
)  # fmt: skip
def test_odd_values_beside_the_caption_stop_nothing(tmp_path, more):
    code, [found], said = asked(tmp_path, {**line(on=None), **more})
    assert (code, said, found["id"]) == (0, [], more.get("id", "a"))


def test_a_file_that_is_not_there_is_named(tmp_path):
    done = Instance(tmp_path).etl("judge", tmp_path / "tidak-ada.jsonl")
    assert done.code not in (0, 3) and "tidak dapat dibuka" in done.err and "Traceback" not in done.err


def test_hostile_captions_are_answered_in_the_right_place(tmp_path):
    code, found, said = asked(tmp_path, *(line(caption, place) for place, caption in enumerate(HOSTILE)))
    assert (code, said) == (0, []) and [each["id"] for each in found] == list(range(len(HOSTILE)))


@settings(deadline=None)
@given(st.lists(CAPTIONS, max_size=5))
def test_any_captions_give_as_many_lines_of_plain_letters(captions):
    stretch = tuple((place, json.dumps(line(text, place)).encode(), DAY) for place, text in enumerate(captions, 1))
    out, said = lines_of(judge(), stretch)
    assert said == "" and out.isascii()
    assert [json.loads(each)["id"] for each in out.split("\n")[:-1]] == list(range(1, len(captions) + 1))


@settings(deadline=None)
@given(st.lists(st.binary(max_size=60) | st.just(b'{"caption": "a"}'), max_size=5))
def test_any_bytes_are_answered_or_named(lines):
    out, said = lines_of(judge(), tuple((place, each, DAY) for place, each in enumerate(lines, 1)))
    assert out.count("\n") + said.count("\n") == sum(bool(each.strip()) for each in lines)


def test_the_day_of_publishing_decides_which_rules_hold(tmp_path):
    here = Instance(tmp_path).refer(
        "standard.toml", next_version("readable_hashtags", date(2026, 7, 1), "threshold", 3)
    )
    days = ["2026-02-12", "2026-02-13", "2026-06-30", "2026-07-01"]
    _, found, _ = asked(here, *(line(TAGS, on=day) for day in days))
    assert [verdicts(each).get("readable_hashtags") for each in found] == [None, "pass", "pass", "fail"]
    versions = [
        entry["rule_version"] for each in found for entry in each["evidence"] if entry["rule"] == "readable_hashtags"
    ]
    assert versions == [1, 1, 2]


def test_a_moment_of_publishing_is_read_in_wib(tmp_path):
    moments = ["2026-02-12T16:59:59Z", "2026-02-12T17:00:00Z", "2026-02-12T23:59:59", "2026-02-13T00:00:00+07:00"]
    _, found, _ = asked(tmp_path, *(line(TAGS, on=None, published_at=each) for each in moments))
    assert ["readable_hashtags" in verdicts(each) for each in found] == [False, True, False, True]


def test_what_is_known_of_the_media_is_judged_too(tmp_path):
    _, [bare, known], _ = asked(tmp_path, line(), line(has_ai_media=True, alt_text=""))
    assert {"ai_media_declared", "alt_text"}.isdisjoint(verdicts(bare))
    assert verdicts(known) == verdicts(bare) | {"ai_media_declared": "fail", "alt_text": "fail"}


def test_where_the_files_of_the_instance_are_refused_the_shipped_standard_judges(tmp_path):
    here = Instance(tmp_path).refer("standard.toml", ended("alt_text", date(2020, 1, 1)))
    code, [found], _ = asked(here, line(TAGS))
    assert (code, verdicts(found)["readable_hashtags"]) == (0, "pass")


def test_many_lines_are_answered_in_order_by_several_processes(tmp_path):
    texts = [SERVICE, FIGURE, TAGS, "{", NEITHER]
    lines = [text if text == "{" else line(text, place) for place, text in enumerate(texts * 840)]
    code, found, said = asked(tmp_path, *lines)
    _, few, _ = asked(tmp_path, *lines[:5])
    assert code == 3 and len(lines) > 4_000 and len(said) == 840
    assert [each["id"] for each in found] == [place for place, text in enumerate(texts * 840) if text != "{"]
    assert [{**each, "id": 0} for each in found[-4:]] == [{**each, "id": 0} for each in few]
    assert said[0].startswith("Baris 4: ") and said[-1].startswith("Baris 4199: ")
