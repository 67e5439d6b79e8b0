"""Who may say what, and that a refusal happens below the pages; what is said lands in the instance on show."""

import os
from pathlib import Path
from typing import get_args

import pytest

from landing.events import events
from landing.places import places
from tests import snapshots
from tests.screens import fresh
from ui import acts, said
from ui.access import Viewer
from ui.acts import Act, ActRefused, IncompleteAct, NowhereToLand

ROLES = ("contoh", "kepala", "petugas", "pimpinan", "admin", "layar", "tamu", None)
ACTS = get_args(Act)
MAY = {
    "contoh": set(ACTS),
    "kepala": set(ACTS),
    "petugas": {"decide", "excuse", "report", "label", "appeal", "report_issue", "move_issue", "mark_ai"},
    "admin": {"report", "appeal", "report_issue"},
}
SAYING = {
    "designate": lambda: acts.designate(["instagram:a"], "Judul", 48, ("all", [])),
    "withdraw": lambda: acts.withdraw("instagram:a", "jadwal berubah"),
    "decide": lambda: acts.decide("instagram:a", "instagram:b", True),
    "excuse": lambda: acts.excuse("instagram:a", "DISDIK", "akun dipulihkan"),
    "report": lambda: acts.report("instagram:a", "DISDIK", ["https://x.com/i/status/1"]),
    "label": lambda: acts.label("instagram:a", {"emphasis": "service", "brand": False}, "layanannya jelas"),
    "appeal": lambda: acts.appeal("instagram:a", "no_personal_praise", "kutipan warga", "DISDIK"),
    "answer": lambda: acts.answer("a" * 64, True, "benar kutipan"),
    "report_issue": lambda: acts.report_issue("hoax", "Sembako lewat tautan", "DISDIK"),
    "move_issue": lambda: acts.move_issue("daftar:contoh-1", "diperiksa"),
    "mark_ai": lambda: acts.mark_ai("instagram:a", False, "suara tiruan"),
}
EVENTS = {
    "designate": "message-designated",
    "withdraw": "message-withdrawn",
    "decide": "link-decided",
    "excuse": "duty-excused",
    "report": "link-reported",
    "label": "judgement-decided",
    "appeal": "judgement-appealed",
    "answer": "appeal-answered",
    "report_issue": "issue-reported",
    "move_issue": "issue-moved",
    "mark_ai": "ai-media-marked",
}


@pytest.fixture
def real(tmp_path, monkeypatch) -> Path:
    """A real instance on show, so that the viewer's role counts."""
    fresh(tmp_path, monkeypatch)
    snapshots.publish_example(tmp_path / "published")
    return tmp_path


def speaking(monkeypatch: pytest.MonkeyPatch, role: str | None, *units: str) -> None:
    monkeypatch.setattr(acts, "current_viewer", lambda: Viewer(role, units))


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("role", ROLES)
def test_every_role_may_do_exactly_what_the_table_says(real, monkeypatch, role, act):
    speaking(monkeypatch, role, "DISDIK")
    if act in MAY.get(role, set()):
        SAYING[act]()
        assert [one["by"] for one in events(places(real), EVENTS[act])] == [role]
    else:
        with pytest.raises(ActRefused):
            SAYING[act]()
        assert not list((real / "landing").glob("??/*"))


def test_an_admin_reports_for_the_own_unit_and_no_other(real, monkeypatch):
    speaking(monkeypatch, "admin", "DINKES", "DLH")
    acts.report("instagram:a", "DLH", ["https://x.com/i/status/1"])
    with pytest.raises(ActRefused):
        SAYING["report"]()
    assert [one["agency_code"] for one in events(places(real), "link-reported")] == ["DLH"]


def test_an_admin_without_units_reports_nothing():
    assert not acts.allowed(Viewer("admin"), "report", "DISDIK")
    assert not acts.allowed(Viewer("admin"), "report")


def test_staff_report_an_issue_without_a_unit_and_an_admin_only_for_the_own(real, monkeypatch):
    speaking(monkeypatch, "petugas")
    acts.report_issue("impostor", " Akun palsu ", None, "https://x.example.invalid/akun")
    speaking(monkeypatch, "admin", "DLH")
    for unit in (None, "DISDIK"):
        with pytest.raises(ActRefused):
            acts.report_issue("hoax", "Sembako", unit)
    [one] = events(places(real), "issue-reported")
    assert (one["title"], one["agency_code"], one["by"]) == ("Akun palsu", None, "petugas")


def test_an_act_nobody_knows_is_refused_to_everybody():
    assert not [role for role in ROLES if acts.allowed(Viewer(role, ("DISDIK",)), "delete", "DISDIK")]


def test_the_table_names_only_known_roles_and_acts():
    assert {act for _, act in acts.RIGHTS} == set(ACTS)
    assert {role for role, _ in acts.RIGHTS} <= set(ROLES)


def test_what_is_said_of_invented_data_stays_with_it(tmp_path, monkeypatch):
    fresh(tmp_path, monkeypatch)
    snapshots.publish_example(tmp_path / "demo" / "published")
    SAYING["report"]()
    assert [one["by"] for one in events(places(tmp_path).demo, "link-reported")] == ["contoh"]
    assert not (tmp_path / "landing").exists()


def test_before_anything_is_published_nothing_can_be_said(tmp_path, monkeypatch):
    fresh(tmp_path, monkeypatch)
    speaking(monkeypatch, "kepala")
    with pytest.raises(NowhereToLand):
        SAYING["withdraw"]()


@pytest.mark.parametrize(
    "incomplete",
    [
        lambda: acts.designate([], "Judul", 48, ("all", [])),
        lambda: acts.designate(["instagram:a"], "Judul", 0, ("all", [])),
        lambda: acts.designate(["instagram:a"], "Judul", 48, ("kecamatan", [])),
        lambda: acts.withdraw("instagram:a", "  "),
        lambda: acts.correct("instagram:a", "instagram:b", False, " "),
        lambda: acts.excuse("instagram:a", "", "sakit"),
        lambda: acts.report("instagram:a", "DISDIK", []),
        lambda: acts.report("instagram:a", "", ["https://x.com/i/status/1"]),
        lambda: acts.report_issue("hoax", "  ", "DISDIK"),
        lambda: acts.report_issue("", "Sembako", "DISDIK"),
        lambda: acts.move_issue("", "diperiksa"),
        lambda: acts.mark_ai("", True),
        lambda: acts.label("instagram:a", {}, "alasan"),
        lambda: acts.label("instagram:a", {"emphasis": "service"}, " "),
        lambda: acts.appeal("instagram:a", "no_personal_praise", " ", "DISDIK"),
        lambda: acts.appeal("instagram:a", "no_personal_praise", "alasan", ""),
        lambda: acts.answer("a" * 64, True, ""),
    ],
)
def test_what_is_not_said_in_full_does_not_land(real, monkeypatch, incomplete):
    speaking(monkeypatch, "kepala")
    with pytest.raises(IncompleteAct):
        incomplete()
    assert not (real / "landing").exists()


def test_an_event_holds_what_was_said_word_by_word(real, monkeypatch):
    speaking(monkeypatch, "kepala")
    acts.designate(["instagram:a", "facebook:1"], " Vaksinasi ", 24, ("kecamatan", ["35.18.01"]))
    [one] = events(places(real), "message-designated")
    assert {
        name: one[name] for name in ("post_ids", "title", "deadline_hours", "audience_kind", "audience_values")
    } == {
        "post_ids": ["instagram:a", "facebook:1"],
        "title": "Vaksinasi",
        "deadline_hours": 24,
        "audience_kind": "kecamatan",
        "audience_values": ["35.18.01"],
    }


def test_a_word_can_be_taken_back(real, monkeypatch):
    speaking(monkeypatch, "petugas")
    acts.decide("instagram:a", "instagram:b", True)
    acts.decide("instagram:a", "instagram:b", None)
    acts.excuse("instagram:a", "DISDIK", "")
    assert [one["carries"] for one in events(places(real), "link-decided")] == [True, None]
    assert events(places(real), "duty-excused")[0]["reason"] == ""


def test_an_admin_appeals_for_the_own_unit_and_answers_nothing(real, monkeypatch):
    speaking(monkeypatch, "admin", "DISDIK")
    SAYING["appeal"]()
    with pytest.raises(ActRefused):
        acts.appeal("instagram:a", "no_personal_praise", "kutipan", "DINKES")
    with pytest.raises(ActRefused):
        SAYING["answer"]()
    [one] = events(places(real), "judgement-appealed")
    assert (one["post_id"], one["rule_id"], one["reason"]) == ("instagram:a", "no_personal_praise", "kutipan warga")


def test_decided_labels_land_as_they_were_chosen_and_can_be_taken_back(real, monkeypatch):
    speaking(monkeypatch, "petugas")
    SAYING["label"]()
    acts.unlabel("instagram:a")
    first, second = events(places(real), "judgement-decided")
    assert (first["labels"], first["reason"]) == ({"emphasis": "service", "brand": False}, "layanannya jelas")
    assert (second["labels"], second["reason"]) == ({}, "")


def test_what_was_said_is_known_before_the_next_build(real, monkeypatch):
    speaking(monkeypatch, "kepala")
    first = acts.decide("instagram:a", "instagram:b", True)
    second = acts.decide("instagram:a", "instagram:c", False, "kegiatan lain")
    told = said.since_build("link-decided")
    assert [one["sha256"] for one in told] == [first, second]
    assert said.moment(told[0]) < said.moment(told[1])
    assert said.since_build("link-reported") == []


def test_half_a_card_is_not_heard_and_breaks_nothing(real, monkeypatch):
    speaking(monkeypatch, "kepala")
    SAYING["decide"]()
    (real / "landing" / "aa").mkdir(exist_ok=True)
    (real / "landing" / "aa" / ("a" * 64 + ".card.json")).write_text('{"sha256": "aa', encoding="utf-8")
    assert len(said.since_build("link-decided")) == 1


def test_what_landed_long_before_the_numbers_is_not_read_again(real, monkeypatch):
    speaking(monkeypatch, "kepala")
    SAYING["decide"]()
    long_ago = 1_600_000_000
    for path in sorted((real / "landing").rglob("*"), reverse=True):
        os.utime(path, (long_ago, long_ago))
    monkeypatch.setattr(said, "read_card", lambda path: pytest.fail("an old card was opened"))
    assert said.since_build("link-decided") == []
