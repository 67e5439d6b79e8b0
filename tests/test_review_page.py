"""Staff say yes, no, and why: every word lands, the next pair comes up, and a refusal is calm."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from landing.events import events
from landing.places import Places
from tests.screens import opened, seen
from tests.snapshots_duty import MESSAGE, shown_as_demo, shown_to
from ui import spoken


@pytest.fixture
def demo(tmp_path, monkeypatch) -> Places:
    return Places(shown_as_demo(tmp_path, monkeypatch))


def decided(where: Places) -> list[dict]:
    return events(where, "link-decided")


def pair(app: AppTest) -> str:
    """Which pair is up, by the unit of its post."""
    words = seen(app)
    start = words.index("Unggahan · Kemiripan")
    return words[words.index("<h3>", start) + 4 : words.index("</h3>", start)]


def test_the_surest_pair_comes_first_with_both_texts(demo):
    words = seen(opened("tinjauan"))
    assert "<strong>3 pasangan</strong> belum dijawab" in words
    assert pair(opened("tinjauan")) == "Dinas Pertanian"
    assert "Besok ada perekaman KTP, ayo datang." in words
    assert "keliling dibuka Selasa" in words


def test_an_answer_lands_and_the_next_pair_comes_up_at_once(demo):
    app = opened("tinjauan")
    app.text_input(key="tinjau_alasan").input("acara lain")
    app.button(key="tinjau_False").click().run()
    [one] = decided(demo)
    assert (one["message_post_id"], one["post_id"], one["carries"]) == (MESSAGE.id, "instagram:ragu1", False)
    assert (one["reason"], one["by"]) == ("acara lain", "contoh")
    assert pair(app) == "Unit ragu2"
    assert app.text_input(key="tinjau_alasan").value == ""


def test_pairs_answered_since_the_last_build_leave_the_list_for_everyone(demo):
    opened("tinjauan").button(key="tinjau_True").click().run()
    assert pair(opened("tinjauan")) == "Unit ragu2"


def test_the_last_answer_can_be_taken_back(demo):
    app = opened("tinjauan")
    app.button(key="tinjau_True").click().run()
    assert "Ya, membawa pesan ini</strong> untuk Dinas Pertanian" in seen(app)
    app.button(key="tinjau_urung").click().run()
    assert [one["carries"] for one in decided(demo)] == [True, None]
    assert pair(app) == "Dinas Pertanian"


def test_a_pair_can_wait_without_being_answered(demo):
    app = opened("tinjauan")
    app.button(key="tinjau_nanti_saja").click().run()
    assert pair(app) == "Unit ragu2"
    assert decided(demo) == []
    app.button(key="tinjau_nanti_saja").click().run()
    app.button(key="tinjau_nanti_saja").click().run()
    assert pair(app) == "Dinas Pertanian"


def test_when_all_are_answered_the_page_says_so(demo):
    app = opened("tinjauan")
    for _ in range(3):
        app.button(key="tinjau_True").click().run()
    assert "Tidak ada pasangan yang perlu ditinjau" in seen(app)
    assert len(decided(demo)) == 3


def test_hostile_captions_and_links_are_only_text(demo):
    app = opened("tinjauan")
    app.button(key="tinjau_True").click().run()
    words = seen(app)
    assert "<script>" not in words and "&lt;script&gt;" in words
    assert 'href="javascript' not in words


def test_what_agrees_and_what_conflicts_is_marked(demo):
    app = opened("tinjauan")
    app.button(key="tinjau_True").click().run()
    words = seen(app)
    assert '<mark class="jk-agrees">Perekaman, KTP elektronik</mark>' in words
    assert '<mark class="jk-conflicts">26 November</mark>' in words
    assert "Kegiatannya sama tetapi harinya berbeda." in words


def test_who_is_not_staff_finds_a_calm_page(tmp_path, monkeypatch):
    shown_to(tmp_path, monkeypatch, "admin", "DISPERTA")
    for page in ("tinjauan", "pesan_prioritas"):
        app = AppTest.from_file(str(Path(__file__).parent.parent / "pages" / f"{page}.py"), default_timeout=60).run()
        assert "Halaman ini untuk petugas" in seen(app)
        assert "Besok ada perekaman" not in seen(app)
        assert not app.button


def correcting(**address: str) -> AppTest:
    return opened("tinjauan", bagian="betulkan", pesan=MESSAGE.id, **address)


def test_a_link_is_corrected_only_with_a_reason(demo):
    app = correcting(cari="posyandu sesudah")
    app.button(key="betulkan_simpan").click().run()
    assert "Pilih dulu" in seen(app)
    app.segmented_control(key="betulkan_isi").set_value("ya")
    app.button(key="betulkan_simpan").click().run()
    assert "Tulis alasannya" in seen(app)
    assert decided(demo) == []


def test_a_correction_lands_with_its_parent(demo):
    app = correcting(cari="posyandu sesudah")
    app.segmented_control(key="betulkan_isi").set_value("ya")
    app.selectbox(key="betulkan_dari").select("instagram:dinkes_contoh")
    app.text_input(key="betulkan_alasan").input("disebut di dalam videonya")
    app.button(key="betulkan_simpan").click().run()
    assert spoken.RECORDED in seen(app)
    [one] = decided(demo)
    assert (one["message_post_id"], one["post_id"], one["carries"]) == (MESSAGE.id, "instagram:sesudah", True)
    assert (one["parent_account_id"], one["reason"]) == ("instagram:dinkes_contoh", "disebut di dalam videonya")


def test_a_post_before_the_message_cannot_be_named(demo):
    assert "Tidak ada unggahan setelah pesan ini" in seen(correcting(cari="bagian 20"))


def test_the_list_of_words_says_what_by_whom_and_when(demo):
    words = seen(opened("tinjauan", bagian="catatan"))
    assert "Memutuskan penyebaran" in words
    assert "tautan salah" in words
    assert ">Petugas<" in words
    assert "22 Nov 2026, 21.10 WIB" in words


def test_words_that_wait_for_a_build_are_counted(demo):
    opened("tinjauan").button(key="tinjau_True").click().run()
    assert "1 catatan baru menunggu pembaruan data." in seen(opened("tinjauan", bagian="catatan"))


def test_a_full_disk_is_told_calmly_and_keeps_what_was_typed(demo, monkeypatch):
    def full(*args: object, **details: object) -> None:
        raise OSError("no space left")

    app = opened("tinjauan")
    app.text_input(key="tinjau_alasan").input("acara lain")
    monkeypatch.setattr("ui.acts.record", full)
    app.button(key="tinjau_True").click().run()
    assert spoken.NOT_NOW in seen(app)
    assert pair(app) == "Dinas Pertanian"
    assert app.text_input(key="tinjau_alasan").value == "acara lain"
