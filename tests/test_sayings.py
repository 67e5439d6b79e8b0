"""What people say reaches raw.event once, however the cards lie, and the watcher notices it in both instances."""

import json
import time

from etl import inbox
from etl.sayings import fresh_events
from landing.events import record
from landing.places import places
from tests.instance import Instance, instagram, post
from tests.messages import FLOOD, office, published, said, said_raw, shown


def heard(here: Instance) -> list[tuple]:
    return here.ask("select event, said_by, said_at::varchar, body from raw.event order by said_at, sha256")


def test_an_event_is_heard_once_with_who_said_it_and_when(tmp_path):
    here = Instance(tmp_path)
    said(here, "link-reported", "2026-06-10 15:00", "admin", post_id="x:1", note="“kutip” 🙏")
    here.up_to_date().up_to_date()
    [(event, by, at, body)] = heard(here)
    assert (event, by, at) == ("link-reported", "admin", "2026-06-10 08:00:00+00")
    assert json.loads(body)["note"] == "“kutip” 🙏"


def test_what_is_no_event_in_form_is_kept_as_unreadable(tmp_path):
    here = Instance(tmp_path)
    said_raw(here, b"{rusak")
    said_raw(here, b'["a"]')
    said_raw(here, b'{"event": "apa saja", "at": "9999-99-99", "by": 7, "x": 1e400, "y": "\\u0000a\\ud83d"}')
    here.up_to_date()
    found = [(event, by, json.loads(body)) for event, by, _, body in heard(here)]
    assert sorted(found, key=str) == [
        ("apa saja", None, {"event": "apa saja", "at": "9999-99-99", "by": 7, "x": None, "y": "a?"}),
        ("unreadable", "kepala", {}), ("unreadable", "kepala", {}),
    ]  # fmt: skip


def test_only_events_that_are_not_built_yet_are_fresh(tmp_path):
    here = office(tmp_path)
    assert here.etl("load", instagram(tmp_path / "a.csv", published(1, "2026-06-10 09:00", FLOOD))).code == 0
    said(here, "duty-excused", "2026-06-10 15:00")
    assert fresh_events(here.where, set()) == frozenset(), "nothing is published yet"
    here.etl("run")
    settled: set[str] = set()
    assert fresh_events(here.where, settled) == frozenset() and len(settled) == 2
    sha256 = said(here, "duty-excused", "2026-06-10 16:00")
    assert fresh_events(here.where, settled) == {sha256} == fresh_events(here.where, settled)
    here.up_to_date()
    assert fresh_events(here.where, settled) == frozenset() and sha256 in settled


def watched(here: Instance, told: Instance, seconds: float = 60) -> None:
    """Run the real watcher of `here` until the event that waits in `told` has been published."""
    with here.start("watch", "--every", "0.1") as process:
        until = time.monotonic() + seconds
        while told.published("select count(*) from marts.audit") == [(0,)]:
            assert time.monotonic() < until and process.poll() is None, "the watcher did not publish what was said"
            time.sleep(0.1)
        process.terminate()
        process.communicate(timeout=10)


def test_the_watcher_publishes_what_people_say(tmp_path):
    here = Instance(tmp_path)
    instagram(here.where.inbox / "a.csv", post(1))
    assert here.etl("run").code == 0
    record(here.where, "duty-excused", "petugas", post_id=shown(1), agency_code="DINKES", reason="sakit")
    watched(here, here)
    assert here.published("select said_by, action from marts.audit") == [("petugas", "duty-excused")]


def test_what_is_said_while_the_demo_is_shown_stays_in_the_demo(tmp_path):
    here = Instance(tmp_path)
    demo = Instance(tmp_path)
    demo.where = places(here.where.demo.root)
    demo.refer("roster.csv", "agency_code,valid_from,valid_to,note\n")
    instagram(demo.where.inbox / "a.csv", post(1))
    assert demo.etl("run").code == 0
    record(demo.where, "duty-excused", "contoh", post_id=shown(1), agency_code="DINKES", reason="rekaan")
    watched(here, demo)
    assert not here.where.warehouse.exists() and not here.where.published.exists() and not here.where.landing.exists()


def test_a_run_that_fails_on_what_was_said_is_not_repeated_until_something_changes(tmp_path):
    here = Instance(tmp_path)
    instagram(here.where.inbox / "a.csv", post(1))
    here.etl("run")
    here.refer("roster.csv", "rusak\n")
    said(here, "duty-excused", "2026-06-10 15:00")
    runs: list[int] = []
    said_aloud: list[str] = []

    def run() -> int:
        runs.append(1)
        return here.etl("build").code

    desk = inbox.Desk(here.where, run)
    for _ in range(3):
        desk.look(said_aloud.append)
    assert len(runs) == 1
    said(here, "duty-excused", "2026-06-10 16:00")
    desk.look(said_aloud.append)
    assert len(runs) == 2
