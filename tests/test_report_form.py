"""The report form: one press lands what is good, keeps what is not, and tells why in plain words."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from landing.card import content_path, find_card
from landing.events import events
from landing.places import Places, places
from tests import snapshots_duty
from tests.screens import opened, seen
from tests.snapshots_duty import JPEG, MESSAGE, shown_to, tiktok
from ui import photos, report_facts, report_words, store

demo, real = snapshots_duty.demo, snapshots_duty.real


def form(agency: str = "DISDIK", **address: str) -> AppTest:
    return opened("lapor_sebar", unit=agency, pesan=MESSAGE.id, **address)


def sent(app: AppTest, text: str) -> AppTest:
    app.text_area(key="lapor_tautan").input(text)
    return app.button(key="lapor_kirim").click().run()


def reports(where: Places) -> list[dict]:
    return events(where, "link-reported")


def test_a_good_link_lands_as_it_was_pasted_and_the_page_says_so(demo):
    pasted = f"{tiktok(5)}?_t=8abc"
    app = sent(form(), f"Izin lapor: {pasted} ")
    assert report_words.SENT in seen(app)
    [one] = reports(demo)
    assert (one["post_id"], one["agency_code"], one["links"], one["offline"]) == (MESSAGE.id, "DISDIK", [pasted], None)
    assert app.text_area(key="lapor_tautan").value == ""


def test_good_links_go_and_bad_text_stays_in_the_box(demo):
    good, bad = [tiktok(5), tiktok(6)], ["https://vt.tiktok.com/ZSabc/", "https://www.instagram.com/disdik_contoh/"]
    app = sent(form(), "\n".join([good[0], bad[0], bad[1], good[1]]))
    assert [one["links"] for one in reports(demo)] == [good]
    assert app.text_area(key="lapor_tautan").value.splitlines() == bad


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sudah disebar ya", "Ini bukan tautan."),
        ("https://www.tiktok.com/@disdik_contoh", "Ini alamat profil."),
        ("https://vt.tiktok.com/ZSabc/", "salin alamat panjang"),
        (tiktok(5, "dinkes_contoh"), "milik akun unit lain"),
        (tiktok(-48), "lebih lama daripada pesannya (dibuat 15 Nov 2026, 08.00 WIB)"),
        (tiktok(24 * 3000), "di masa depan"),
        (tiktok(3), "sudah melaporkan tautan ini"),
        ("https://nganjukkab.go.id/berita", "pilih Tanpa tautan"),
    ],
)
def test_a_link_that_cannot_count_is_told_before_anything_is_sent(demo, text, words):
    app = form()
    app.text_area(key="lapor_tautan").input(text).run()
    assert words in seen(app)
    app.button(key="lapor_kirim").click().run()
    assert words in seen(app)
    assert reports(demo) == []


def test_the_button_says_how_many_links_are_ready(demo):
    app = form()
    app.text_area(key="lapor_tautan").input(f"{tiktok(5)} {tiktok(6)} rusak").run()
    assert app.button(key="lapor_kirim").label == "Kirim 2 tautan"


def test_an_empty_box_sends_nothing(demo):
    app = form()
    app.button(key="lapor_kirim").click().run()
    assert report_words.NOTHING_GIVEN in seen(app)
    assert reports(demo) == []


def test_a_link_that_landed_a_moment_ago_is_already_reported(demo):
    sent(form(), tiktok(5))
    app = sent(form(), f"{tiktok(5)}#lagi")
    assert report_words.NOTHING_NEW in seen(app)
    assert len(reports(demo)) == 1


def test_another_unit_may_report_what_the_first_one_did(demo):
    sent(form(), tiktok(5, "akun.bersama"))
    sent(form("DINKES"), tiktok(5, "akun.bersama"))
    assert [one["agency_code"] for one in reports(demo)] == ["DISDIK", "DINKES"]


def test_pressing_twice_reports_once(demo):
    app = sent(form(), tiktok(5))
    app.button(key="lapor_kirim").click().run()
    assert len(reports(demo)) == 1


def test_what_was_just_sent_stands_on_top_of_the_own_reports(demo):
    words = seen(sent(form(), tiktok(5)))
    own = words[words.index("Laporan unit ini") :]
    assert own.index("Baru dikirim") < own.index("Diterima")
    assert own.count(MESSAGE.title) == 2


def test_a_report_the_data_know_is_not_shown_twice(demo):
    sent(form(), tiktok(5))
    store._memory.clear()
    [one] = report_facts._landed("DISDIK")
    latest = report_facts.said.moment(one)
    assert not report_facts._is_after(one, latest)
    assert report_facts._is_after(one, latest - timedelta(microseconds=1))


def test_an_admin_of_one_unit_need_not_choose_it(real):
    app = opened("lapor_sebar", pesan=MESSAGE.id)
    assert [box.key for box in app.selectbox if "unit" in box.key] == []
    sent(app, tiktok(5))
    assert [(one["agency_code"], one["by"]) for one in reports(places(real))] == [("DISDIK", "admin")]


def test_an_admin_cannot_choose_another_unit_by_its_address(real):
    app = opened("lapor_sebar", unit="DINKES", pesan=MESSAGE.id)
    sent(app, tiktok(5))
    assert {one["agency_code"] for one in reports(places(real))} == {"DISDIK"}


def test_who_may_only_look_is_told_so_and_sees_the_reports(tmp_path, monkeypatch):
    shown_to(tmp_path, monkeypatch, "pimpinan")
    app = form()
    assert report_words.MAY_NOT in seen(app)
    assert not app.text_area
    assert "Diterima" in seen(app)


def test_staff_choose_the_unit_first(tmp_path, monkeypatch):
    shown_to(tmp_path, monkeypatch, "petugas")
    app = opened("lapor_sebar")
    assert "Pilih unit yang melapor" in seen(app)
    assert not app.text_area


def test_open_messages_stand_first_with_their_deadline_and_withdrawn_ones_are_gone(demo):
    app = opened("lapor_sebar", unit="DISDIK")
    labels = app.selectbox(key="saringan_pesan").options
    assert labels[0] == "Vaksinasi ternak gratis · batas 24 Nov 2026, 09.00 WIB"
    assert not [label for label in labels if "pasar murah" in label]


def test_an_offline_channel_lands_with_its_remark(demo):
    app = form(cara="luring")
    app.pills(key="lapor_lewat").set_value("papan")
    app.text_input(key="lapor_ket").input("papan balai desa")
    app.button(key="lapor_kirim_luring").click().run()
    assert report_words.SENT in seen(app)
    [one] = reports(demo)
    assert one["offline"] == {"channel": "papan", "note": "papan balai desa"}
    assert one["links"] == []


@pytest.mark.parametrize(
    ("channel", "note", "words"), [(None, "papan", report_words.NO_CHANNEL), ("papan", " ", report_words.NO_PROOF)]
)
def test_an_offline_report_needs_a_channel_and_a_proof(demo, channel, note, words):
    app = form(cara="luring")
    app.pills(key="lapor_lewat").set_value(channel)
    app.text_input(key="lapor_ket").input(note)
    app.button(key="lapor_kirim_luring").click().run()
    assert words in seen(app)
    assert reports(demo) == []


def test_a_photo_lands_beside_the_report_exactly_as_it_was(demo):
    app = form(cara="luring")
    app.pills(key="lapor_lewat").set_value("papan")
    app.file_uploader[0].upload("papan.jpg", JPEG, "image/jpeg")
    app.button(key="lapor_kirim_luring").click().run()
    [one] = reports(demo)
    sha256 = one["offline"]["photo_sha256"]
    assert content_path(demo, sha256).read_bytes() == JPEG
    assert find_card(demo, sha256).kind == "photo"


def test_a_file_that_is_no_photo_is_refused_whatever_it_is_called(demo):
    app = form(cara="luring")
    app.pills(key="lapor_lewat").set_value("papan")
    app.file_uploader[0].upload("papan.jpg", b"<svg onload=alert(1)>", "image/jpeg").run()
    assert photos.NO_PHOTO in seen(app)
    app.button(key="lapor_kirim_luring").click().run()
    assert photos.NO_PHOTO in seen(app)
    assert reports(demo) == []
    assert not list(demo.landing.glob("??/*"))


def test_without_any_message_the_form_says_so(tmp_path, monkeypatch):
    shown_to(tmp_path, monkeypatch, "admin", "DISDIK")
    empty = snapshots_duty.example() | {"message": [], "message_post": []}
    for file in (tmp_path / "published").glob("*"):
        file.unlink()
    snapshots_duty.snapshots.build_snapshot(tmp_path / "published", **empty)
    assert "Belum ada pesan prioritas" in seen(opened("lapor_sebar"))


@pytest.mark.parametrize(
    ("hours", "words"),
    [(-1, "sudah lewat; unggahan setelah itu tercatat terlambat"), (0.5, "tinggal kurang dari 1 jam"),
     (21.4, "tinggal 21 jam"), (100, "tinggal 4 hari")],
)  # fmt: skip
def test_the_time_left_is_told_as_people_say_it(hours, words):
    assert report_words.time_left(MESSAGE.deadline, MESSAGE.deadline - timedelta(hours=hours)) == words
