"""An admin appeals, the head of the agency answers: both land, and each side sees at once what became of it."""

import pytest
from streamlit.testing.v1 import AppTest

from landing.events import events, record
from landing.places import Places
from tests import snapshots_judged
from tests.screens import ROOT, opened, seen
from ui import appeal_form, appeal_queue

OPEN = "a" * 16
FORM = """
import streamlit as st
from ui import appeal_form
appeal_form.show("{post}", "no_personal_praise", "{unit}")
"""


@pytest.fixture
def demo(tmp_path, monkeypatch) -> Places:
    return snapshots_judged.as_demo(tmp_path, monkeypatch)


def queue() -> AppTest:
    return opened("tinjauan", bagian="banding")


def form(post: str = "instagram:nilai9", unit: str = "DISDIK") -> AppTest:
    return AppTest.from_string(FORM.format(post=post, unit=unit), default_timeout=60).run()


def test_an_open_appeal_shows_caption_rule_and_reason(demo):
    words = seen(queue())
    assert ">sosok pemimpin idola</mark>" in words and "Tanpa puji pribadi" in words
    assert "Ini kutipan &lt;b&gt;warga&lt;/b&gt;." in words


def test_an_answer_lands_and_the_appeal_leaves_the_list_for_everyone(demo):
    app = queue()
    app.text_input(key=f"banding_alasan_{OPEN}").input("memang kutipan")
    app.button(key=f"banding_terima_{OPEN}").click().run()
    [one] = events(demo, "appeal-answered")
    assert (one["appeal_id"], one["accepted"], one["reason"]) == ("a" * 64, True, "memang kutipan")
    assert "Tidak ada banding yang menunggu" in seen(app)
    assert "Tidak ada banding yang menunggu" in seen(queue())


def test_an_answer_without_a_reason_does_not_land(demo):
    app = queue()
    app.button(key=f"banding_tolak_{OPEN}").click().run()
    assert appeal_queue.WRITE_REASON in seen(app)
    assert events(demo, "appeal-answered") == []


def test_answered_appeals_stay_readable_below(demo):
    words = seen(queue())
    assert "Diterima" in words and "Benar, bukan pujian." in words
    assert "Ditolak" in words and "Tetap perlu diubah." in words
    assert "<script>" not in words


def test_staff_read_appeals_and_only_the_head_answers(tmp_path, monkeypatch):
    snapshots_judged.to(tmp_path, monkeypatch, "petugas")
    app = AppTest.from_file(str(ROOT / "pages" / "tinjauan.py"), default_timeout=60)
    app.query_params["bagian"] = "banding"
    assert appeal_queue.ONLY_HEAD in seen(app.run())
    assert "kutipan" in seen(app) and not app.button


def test_appeals_that_wait_for_a_build_are_counted(demo):
    record(demo, "judgement-appealed", "admin", post_id="x", rule_id="y", agency_code="DISDIK", reason="z")
    assert "1 banding baru menunggu pembaruan data." in seen(queue())


def test_an_admin_appeals_for_the_own_unit_and_sees_that_it_waits(tmp_path, monkeypatch):
    where = snapshots_judged.to(tmp_path, monkeypatch, "admin", "DISDIK")
    app, name = form(), appeal_form.key("instagram:nilai9", "no_personal_praise")
    app.button(key=f"{name}_kirim").click().run()
    assert appeal_form.WRITE_REASON in seen(app)
    app.text_area(key=f"{name}_alasan").input("Ini kutipan warga.")
    app.button(key=f"{name}_kirim").click().run()
    [one] = events(where, "judgement-appealed")
    assert (one["post_id"], one["rule_id"], one["agency_code"], one["reason"], one["by"]) == (
        "instagram:nilai9", "no_personal_praise", "DISDIK", "Ini kutipan warga.", "admin",
    )  # fmt: skip
    assert "Menunggu" in seen(app) and "Menunggu" in seen(form())
    assert not form().button, "nobody appeals twice while the first appeal waits"


def test_an_admin_finds_no_form_for_another_unit(tmp_path, monkeypatch):
    snapshots_judged.to(tmp_path, monkeypatch, "admin", "DINKES")
    app = form()
    assert seen(app) == "" and not app.button
    assert seen(form(unit="")) == ""


def test_the_answer_is_shown_and_after_a_refusal_there_is_another_way(tmp_path, monkeypatch):
    snapshots_judged.to(tmp_path, monkeypatch, "admin", "DINKES", "DISDIK")
    accepted = form("instagram:nilai4", "DINKES")
    assert "Benar, bukan pujian." in seen(accepted) and not accepted.button
    waiting = form("instagram:nilai2", "DISDIK")
    assert "Menunggu" in seen(waiting) and not waiting.button


def test_a_refused_appeal_can_be_made_again(tmp_path, monkeypatch):
    snapshots_judged.to(tmp_path, monkeypatch, "admin", "DINKES")
    text = FORM.format(post="instagram:nilai1", unit="DINKES").replace("no_personal_praise", "service_first")
    app = AppTest.from_string(text, default_timeout=60).run()
    assert "Tetap perlu diubah." in seen(app)
    app.text_area(key=f"{appeal_form.key('instagram:nilai1', 'service_first')}_alasan").input("Mohon dibaca lagi.")
    app.button[0].click().run()
    assert "Menunggu" in seen(app)
