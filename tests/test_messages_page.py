"""Staff name, withdraw and excuse messages on their page: each word lands once, with its reason."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from landing.events import events, record
from landing.places import Places, places
from tests.screens import opened, seen
from tests.snapshots_duty import MESSAGE, shown_as_demo, shown_to, tiktok
from ui import spoken


@pytest.fixture
def demo(tmp_path, monkeypatch) -> Places:
    return Places(shown_as_demo(tmp_path, monkeypatch))


@pytest.fixture
def staff(tmp_path, monkeypatch) -> Path:
    """Real data, looked at by a member of staff who is not the head."""
    return shown_to(tmp_path, monkeypatch, "petugas")


def designating() -> AppTest:
    return opened("pesan_prioritas", bagian="tetapkan")


def test_the_list_of_messages_says_how_each_came_about(demo):
    words = seen(opened("pesan_prioritas"))
    assert "Otomatis: unggahan akun induk dengan program Jemput Bola." in words
    assert "Ditetapkan oleh Kepala." in words
    assert "Ditarik setelah disebarkan satu unit." in words


def test_the_list_can_be_narrowed_in_the_address(demo):
    words = seen(opened("pesan_prioritas", keadaan="withdrawn"))
    assert "Jadwal pasar murah" in words
    assert "Vaksinasi ternak" not in words


def test_a_message_is_designated_by_its_links(demo):
    app = designating()
    app.text_area(key="tetapkan_tautan").input(f"{tiktok(5)}?_t=x dan https://x.com/pemkab/status/1990000000000000000")
    app.text_input(key="tetapkan_judul").input("Siaga banjir")
    app.number_input(key="tetapkan_jam").set_value(24)
    app.button(key="tetapkan_simpan").click().run()
    assert spoken.RECORDED in seen(app)
    [one] = events(demo, "message-designated")
    number = tiktok(5).rpartition("/")[2]
    assert one["post_ids"] == [f"tiktok:{number}", "x:1990000000000000000"]
    assert (one["title"], one["deadline_hours"], one["audience_kind"]) == ("Siaga banjir", 24.0, "all")
    assert app.text_area(key="tetapkan_tautan").value == ""


def test_a_message_is_designated_by_searching_for_its_post(demo):
    app = opened("pesan_prioritas", bagian="tetapkan", cari="posyandu sesudah")
    app.multiselect(key="tetapkan_temuan").select("instagram:sesudah")
    app.button(key="tetapkan_simpan").click().run()
    assert [one["post_ids"] for one in events(demo, "message-designated")] == [["instagram:sesudah"]]


@pytest.mark.parametrize(
    ("kind", "code"), [("peer_group", "desa"), ("kecamatan", "35.18.01"), ("villages", "35.18.01.2002")]
)
def test_a_message_can_be_meant_for_some(demo, kind, code):
    app = designating()
    app.text_area(key="tetapkan_tautan").input(tiktok(5))
    app.segmented_control(key="tetapkan_sasaran").set_value(kind).run()
    app.button(key="tetapkan_simpan").click().run()
    assert "Pilih dulu untuk siapa" in seen(app)
    app.multiselect(key=f"tetapkan_isi_{kind}").select(code)
    app.button(key="tetapkan_simpan").click().run()
    [one] = events(demo, "message-designated")
    assert (one["audience_kind"], one["audience_values"]) == (kind, [code])


@pytest.mark.parametrize(
    ("text", "words"),
    [("https://vt.tiktok.com/ZSabc/", "salin alamat panjang"), ("https://www.instagram.com/pemkab/", "alamat profil"),
     ("https://www.facebook.com/pemkab/posts/pfbid02abc", "menyembunyikan nomor"), ("", "Tempel tautan unggahannya")],
)  # fmt: skip
def test_what_names_no_post_designates_nothing(demo, text, words):
    app = designating()
    app.text_area(key="tetapkan_tautan").input(text)
    app.button(key="tetapkan_simpan").click().run()
    assert words in seen(app)
    assert events(demo, "message-designated") == []


def test_what_was_said_waits_in_sight_until_the_next_build(demo):
    record(demo, "message-designated", "kepala", post_ids=["x:1"], title="Siaga banjir")
    words = seen(opened("pesan_prioritas"))
    assert "Menunggu pembaruan data" in words
    assert "Menetapkan pesan: Siaga banjir" in words


def test_a_message_is_withdrawn_with_a_reason_and_not_without(demo):
    app = opened("pesan_prioritas", bagian="tarik", pesan=MESSAGE.id)
    app.button(key="tarik_simpan").click().run()
    assert spoken.INCOMPLETE in seen(app)
    app.text_input(key="tarik_alasan").input("jadwal berubah")
    app.button(key="tarik_simpan").click().run()
    assert [(one["post_id"], one["reason"]) for one in events(demo, "message-withdrawn")] == [
        (MESSAGE.id, "jadwal berubah")
    ]


def test_staff_may_neither_designate_nor_withdraw(staff):
    for part in ("tetapkan", "tarik"):
        app = opened("pesan_prioritas", bagian=part)
        assert "Hanya Kepala Dinas" in seen(app)
        assert not app.button


def test_a_unit_is_excused_with_a_reason(staff):
    app = opened("pesan_prioritas", bagian="kecualikan", pesan=MESSAGE.id, unit="DISPERTA")
    app.button(key="kecualikan_simpan").click().run()
    assert "Tulis alasannya" in seen(app)
    app.text_input(key="kecualikan_alasan").input("akun diretas")
    app.button(key="kecualikan_simpan").click().run()
    [one] = events(places(staff), "duty-excused")
    assert (one["post_id"], one["agency_code"], one["reason"], one["by"]) == (
        MESSAGE.id,
        "DISPERTA",
        "akun diretas",
        "petugas",
    )


def test_an_excuse_can_be_taken_back(staff):
    app = opened("pesan_prioritas", bagian="kecualikan", pesan=MESSAGE.id, unit="DLH")
    assert "Sedang dikecualikan: akun sedang dipulihkan." in seen(app)
    app.button(key="cabut").click().run()
    assert [one["reason"] for one in events(places(staff), "duty-excused")] == [""]
