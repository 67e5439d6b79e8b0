"""What the demo's people say: invented and labelled, few files, and every kind of word once."""

import csv
import json
from pathlib import Path

import pytest

from etl.demo import write
from etl.demo.messages import MESSAGES
from landing.card import EVENT, cards
from tests.small_demo import SCALE, small_demo

KINDS = {
    "message-designated", "message-withdrawn", "duty-excused", "link-decided", "link-reported", "judgement-decided",
    "judgement-appealed", "appeal-answered", "issue-reported", "issue-moved", "ai-media-marked",
}  # fmt: skip


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("said")
    write(folder, scale=SCALE)
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def said(target: Path) -> list[dict]:
    return [json.loads(path.read_text("utf-8")) for path in sorted((target / "events").glob("*.json"))]


def test_every_word_of_the_demo_says_that_it_is_invented(target):
    events = said(target)
    assert {event["event"] for event in events} == KINDS and len(events) < 250
    assert all("(contoh)" in event["by"] for event in events)
    spoken = [event.get("reason") or (event.get("offline") or {}).get("note") for event in events]
    assert [text for text in spoken if text and "rekaan" not in text] == []
    invented = [card.invented for card in cards(small_demo().where) if card.kind == EVENT]
    assert invented and all(invented)


def test_every_reference_file_of_the_demo_says_that_it_is_invented(target):
    reference = target / "reference"
    assert {row["hashtags"] for row in rows(reference / "programmes.csv")} == {each["tag"] for each in MESSAGES}
    assert all("rekaan" in row["source"] and "(contoh)" in row["name"] for row in rows(reference / "programmes.csv"))
    assert all("rekaan" in row["reason"] for row in rows(reference / "exemptions.csv"))
    assert all("rekaan" in row["note"] for row in rows(reference / "blankspots.csv"))


def test_every_message_of_the_demo_is_found_with_the_posts_of_three_platforms():
    found = small_demo().ask("select programme_code, originals from warehouse.message")
    assert sorted(found) == sorted((each["key"].upper(), 3) for each in MESSAGES)


def test_the_demo_shows_a_message_named_twice_and_one_withdrawn():
    here = small_demo()
    assert here.ask("select audience_label, times_designated from warehouse.message where designated_by = 'hand'") == [
        ("Kecamatan Rejoso, Gondang", 2)
    ]
    assert here.ask("select withdrawn_reason from warehouse.message where is_withdrawn") == [
        ("Jadwal pembagian bibit diundur (rekaan).",)
    ]
    assert len(here.ask("select * from marts.message_notice")) == 2
    assert len(here.ask("select * from warehouse.duty_excuse")) == 2


def test_the_demo_has_reports_of_every_fate():
    [found] = small_demo().ask(
        """select count(*) filter (kind = 'offline' and status = 'accepted'), count(*) filter (status = 'refused'),
            count(*) filter (status = 'waiting'), count(*) filter (kind = 'link' and status = 'accepted'),
            count(distinct origin) from marts.link_report"""
    )
    assert min(found) >= 2


def test_the_truth_names_posts_as_they_are_known_once_loaded(target):
    known = {post for (post,) in small_demo().ask("select post_id from warehouse.message_post")}
    assert known == {row["post_id"] for row in rows(target / "truth" / "messages.csv")}
