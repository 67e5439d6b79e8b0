"""A reviewer says what a caption is: open ones first, every word lands with its reason, and the next comes up."""

import pytest
from streamlit.testing.v1 import AppTest

from landing.events import events
from landing.places import Places
from tests import snapshots_judged
from tests.screens import ROOT, opened, seen
from tests.snapshots_standard import judged_post
from ui import label_form, label_queue, label_words, spoken, verdict_words


@pytest.fixture
def demo(tmp_path, monkeypatch) -> Places:
    return snapshots_judged.as_demo(tmp_path, monkeypatch)


def queue(**address: str) -> AppTest:
    return opened("tinjauan", bagian="periksa", **address)


def labelled(where: Places) -> list[dict]:
    return events(where, "judgement-decided")


def chosen(app: AppTest, label: str) -> str | None:
    return app.segmented_control(key=f"periksa_{label}").value


def test_what_the_machine_left_open_comes_first_with_its_deciding_words(demo):
    app = queue()
    words = seen(app)
    assert "Pak Camat membagikan <mark" in words and ">jadwal posyandu</mark>" in words
    assert "Titik berat: belum pasti" in words and "Tokoh dan layanan sama kuat." in words
    assert "<strong>1 unggahan</strong> belum bisa dipastikan mesin" in words
    assert "Petugas sudah memeriksa 1 dari 4 unggahan." in words


def test_the_form_starts_with_the_answers_of_the_machine(demo):
    app = queue()
    assert (chosen(app, "emphasis"), chosen(app, "educational"), chosen(app, "brand")) == (None, None, "tidak")


def test_an_answer_lands_with_its_reason_and_the_next_post_comes_up_at_once(demo):
    app = queue()
    app.segmented_control(key="periksa_emphasis").set_value("service")
    app.segmented_control(key="periksa_educational").set_value("tidak")
    app.text_input(key="periksa_alasan").input("jadwalnya yang penting")
    app.button(key="periksa_simpan").click().run()
    [one] = labelled(demo)
    assert (one["post_id"], one["by"], one["reason"]) == ("instagram:nilai3", "contoh", "jadwalnya yang penting")
    assert one["labels"] == dict.fromkeys(label_words.FLAGS, False) | {"emphasis": "service"}
    assert "jadwal posyandu" not in seen(app)
    assert app.text_input(key="periksa_alasan").value == ""
    assert "sama dengan mesin pada semua yang dijawab mesin" in seen(app)


def test_without_an_emphasis_or_a_reason_nothing_lands(demo):
    app = queue()
    app.button(key="periksa_simpan").click().run()
    assert label_form.PICK_EMPHASIS in seen(app)
    app.segmented_control(key="periksa_emphasis").set_value("figure")
    app.button(key="periksa_simpan").click().run()
    assert label_form.WRITE_REASON in seen(app)
    assert chosen(app, "emphasis") == "figure"
    assert labelled(demo) == []


def test_the_machine_is_confirmed_with_one_press_only_where_it_left_nothing_open(demo):
    app = queue()
    assert "periksa_sama" not in [button.key for button in app.button]
    app.button(key="periksa_nanti_saja").click().run()
    app.button(key="periksa_sama").click().run()
    [one] = labelled(demo)
    assert one["post_id"] in ("instagram:nilai1", "instagram:nilai2") and one["reason"] == label_form.SAME
    assert set(one["labels"]) == set(label_words.LABELS)


def test_the_answer_of_the_machine_can_be_hidden_until_the_reviewer_has_answered(demo):
    app = queue(cari="ulang tahun")
    assert "Memuji pribadi pejabat." in seen(app) and "<mark" in seen(app)
    app.toggle(key="periksa_buta").set_value(True).run()
    assert label_queue.HIDDEN in seen(app)
    assert "Memuji pribadi pejabat." not in seen(app) and "<mark" not in seen(app)
    assert {chosen(app, label) for label in label_words.LABELS} == {None}
    assert "periksa_sama" not in [button.key for button in app.button]
    app.segmented_control(key="periksa_emphasis").set_value("service")
    app.text_input(key="periksa_alasan").input("ada layanannya")
    app.button(key="periksa_simpan").click().run()
    assert [one["labels"] for one in labelled(demo)] == [{"emphasis": "service"}]
    assert "berbeda dari mesin pada Titik berat (mesin: figur)." in seen(app)


def test_the_last_answer_can_be_taken_back(demo):
    app = queue()
    app.button(key="periksa_nanti_saja").click().run()
    app.button(key="periksa_sama").click().run()
    first = labelled(demo)[0]["post_id"]
    app.button(key="periksa_urung").click().run()
    assert [(one["post_id"], bool(one["labels"])) for one in labelled(demo)] == [(first, True), (first, False)]
    assert label_queue._answered() == set()


def test_posts_answered_since_the_last_build_leave_the_list_for_everyone(demo):
    app = queue()
    for _ in range(2):
        app.button(key="periksa_nanti_saja").click().run()
    app.button(key="periksa_sama").click().run()
    [one] = labelled(demo)
    assert one["post_id"] not in [row["post_id"] for row in label_queue.waiting()]


def test_a_decided_post_can_be_found_and_overruled(demo):
    app = queue(cari="tebal")
    assert "Jawaban petugas yang berlaku" in seen(app)
    app.segmented_control(key="periksa_emphasis").set_value("service")
    app.text_input(key="periksa_alasan").input("dibaca lagi")
    app.button(key="periksa_simpan").click().run()
    assert (labelled(demo)[0]["post_id"], labelled(demo)[0]["labels"]["emphasis"]) == ("instagram:nilai4", "service")


def test_hostile_captions_links_and_notices_are_only_text(demo):
    words = seen(queue(cari="tebal"))
    assert "<script>" not in words and "&lt;script&gt;" in words
    assert 'href="javascript' not in words
    assert "memuat label yang tidak dikenal (“&lt;b&gt;lucu&lt;/b&gt;”)." in words


def test_a_search_without_a_hit_and_an_empty_list_say_so(demo, tmp_path, monkeypatch):
    assert label_queue.NOTHING_FOUND in seen(queue(cari="tidak ada di mana pun"))
    snapshots_judged.to(tmp_path / "kosong", monkeypatch, "petugas", judged_post=[])
    assert label_queue.NOTHING_LEFT in seen(queue())


def test_a_post_without_a_unit_or_a_caption_can_be_reviewed(tmp_path, monkeypatch):
    bare = judged_post(7, None, agency_name=None, agency_code=None, account_handle=None, platform="x",
                       published_at=None, published_on=None, link=None, emphasis=None, evidence=None)  # fmt: skip
    snapshots_judged.as_demo(tmp_path, monkeypatch, judged_post=[bare])
    assert verdict_words.NO_TEXT in seen(queue())


def test_a_full_disk_is_told_calmly_and_keeps_what_was_chosen(demo, monkeypatch):
    def full(*args: object, **details: object) -> None:
        raise OSError("no space left")

    app = queue()
    app.segmented_control(key="periksa_emphasis").set_value("figure")
    app.text_input(key="periksa_alasan").input("potret")
    monkeypatch.setattr("ui.acts.record", full)
    app.button(key="periksa_simpan").click().run()
    assert spoken.NOT_NOW in seen(app)
    assert (chosen(app, "emphasis"), app.text_input(key="periksa_alasan").value) == ("figure", "potret")


def test_who_is_not_staff_finds_a_calm_page(tmp_path, monkeypatch):
    snapshots_judged.to(tmp_path, monkeypatch, "admin", "DINKES")
    app = AppTest.from_file(str(ROOT / "pages" / "tinjauan.py"), default_timeout=60).run()
    assert "Halaman ini untuk petugas" in seen(app) and not app.button


def test_every_label_has_a_name_and_a_line_on_what_it_means():
    assert set(label_words.LABELS) <= set(verdict_words.LABELS)
    assert all(len(text) < 100 for text in label_words.DEFINITIONS.values())


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        (
            "emphasis=service, brand=true; jelas; sekali",
            "Titik berat: pelayanan, Membawa nama Nganjuk: ya; jelas; sekali",
        ),
        ("brand=false", "Membawa nama Nganjuk: tidak"),
        ("bukan label; alasan", "bukan label; alasan"),
        (None, ""),
    ],
)
def test_the_list_of_words_tells_decided_labels_in_words(stored, shown):
    assert label_words.detail(stored) == shown
