"""The log of issues on its page: what is open and how fast, who may move what, and nothing called a hoax by itself."""

import io
from typing import Any

import pandas as pd
import pytest

from landing.events import events
from landing.places import Places
from measures.standard import issue_flow
from tests import snapshots, snapshots_issue
from tests.screens import fresh, opened, seen
from tests.snapshots_duty import shown_as_demo, shown_to
from tests.snapshots_issue import CLARIFICATION, CLARIFIED, LISTED, NEW, REPORTED, issue
from ui import charts_issue, issue_log, issue_move, issue_report, issue_words, spoken

PAGE = "kewaspadaan"


@pytest.fixture
def demo(tmp_path, monkeypatch) -> Places:
    return Places(shown_as_demo(tmp_path, monkeypatch))


def cards(words: str) -> list[str]:
    return words.split('<article class="jk-issue">')[1:]


def test_the_page_says_first_what_is_open_and_how_fast_corrections_go(demo):
    words = seen(opened(PAGE))
    assert "<strong>3 isu</strong> sedang ditangani; <strong>2</strong> lewat waktu tanpa klarifikasi." in words
    assert "Klarifikasi terbit <strong>5 jam</strong> setelah isu masuk (nilai tengah)." in words
    assert "1 dari 3" in words and "33 %, rentang 90 %" in words
    assert "7 dari 8" in words, "AI-made media that says so"


def test_an_issue_shows_its_way_with_times_and_roles(demo):
    [card] = [each for each in cards(seen(opened(PAGE))) if "mengisi data pribadi" in each]
    assert "Putusan <strong>Hoaks</strong> oleh Kepala" in card
    assert f'href="{CLARIFICATION}"' in card
    assert card.count('class="jk-done"') == 4 and 'class="jk-next"' in card
    assert "<b>Terverifikasi</b><small>21 Nov, 06.10 WIB · Kepala</small>" in card


def test_the_verdict_of_a_list_is_the_word_of_its_source(demo):
    words = seen(opened(PAGE, keadaan="semua"))
    [card] = [each for each in cards(words) if "Rekrutmen honorer" in each]
    assert "Kata sumber: <strong>Hoaks</strong> · sumber di daftar: Klinik contoh" in card and "Putusan" not in card


def test_a_step_that_was_left_out_is_told(demo):
    [card] = [each for each in cards(seen(opened(PAGE, keadaan="semua"))) if "Akun tiruan" in each]
    assert card.count("dilewati") == 3


def test_claims_of_a_list_wait_until_somebody_takes_them_up(demo):
    assert "Listrik padam" not in seen(opened(PAGE))
    words = seen(opened(PAGE, keadaan="daftar"))
    assert "Listrik padam" in words and "Dari daftar, belum ditangani" in words


def test_issues_are_found_by_words_and_by_number(demo):
    assert len(cards(seen(opened(PAGE, keadaan="semua", cari="contoh-001")))) == 1
    assert "Tidak ada isu dalam pilihan ini" in seen(opened(PAGE, cari="tidakada"))


def test_hostile_words_and_links_are_only_text(demo):
    for part in ("catatan", "mirip", "ai"):
        words = seen(opened(PAGE, bagian=part, keadaan="semua", isu=CLARIFIED))
        assert "<img" not in words and "<b>Dinsos" not in words
        assert 'href="javascript' not in words


def test_staff_bring_an_issue_on(demo):
    app = opened(PAGE)
    app.button(key=f"tangani_{LISTED}").click().run()
    assert app.query_params["isu"] == LISTED
    app.segmented_control(key="tangani_ke").set_value("terverifikasi").run()
    app.button(key="tangani_simpan").click().run()
    assert issue_move.NO_VERDICT in seen(app)
    app.selectbox(key="tangani_putusan").set_value("konteks_keliru")
    app.text_area(key="tangani_catatan").input("foto lama")
    app.button(key="tangani_simpan").click().run()
    assert spoken.RECORDED in seen(app) and "Menunggu pembaruan data" in seen(app)
    [one] = events(demo, "issue-moved")
    assert (one["issue_id"], one["state"], one["verdict"]) == (LISTED, "terverifikasi", "konteks_keliru")
    assert (one["note"], one["by"]) == ("foto lama", "contoh")


def test_what_was_said_since_the_build_counts_for_the_next_step(demo):
    app = opened(PAGE, isu=REPORTED)
    assert app.segmented_control(key="tangani_ke").options == ["Mulai diperiksa"]
    app.segmented_control(key="tangani_ke").set_value("diperiksa").run()
    app.button(key="tangani_simpan").click().run()
    offered = opened(PAGE, isu=REPORTED).segmented_control(key="tangani_ke").options
    assert offered == ["Sudah terverifikasi", "Selesai", "Keadaan tetap, betulkan isinya"]


@pytest.mark.parametrize(
    ("state", "told", "why"),
    [("klarifikasi", {}, issue_move.NO_LINK), ("klarifikasi", {"tautan": "javascript:alert(1)"}, issue_move.NO_LINK),
     ("selesai", {}, issue_move.NO_NOTE), ("terverifikasi", {}, issue_move.NOTHING)],
)  # fmt: skip
def test_what_is_missing_is_asked_for_before_anything_is_said(tmp_path, monkeypatch, state, told, why):
    fresh(tmp_path, monkeypatch)
    verified = issue(CLARIFIED, 41, state="terverifikasi", verdict="hoaks", verdict_by="kepala")
    snapshots.build_snapshot(tmp_path / "demo" / "published", **snapshots.example(issue=[verified]))
    app = opened(PAGE, isu=CLARIFIED)
    app.segmented_control(key="tangani_ke").set_value(state).run()
    for name, value in told.items():
        app.text_input(key=f"tangani_{name}").input(value)
    app.button(key="tangani_simpan").click().run()
    assert why in seen(app)
    assert events(Places(tmp_path / "demo"), "issue-moved") == []


def test_a_report_lands_from_a_few_words(demo):
    app = opened(PAGE, bagian="lapor")
    app.button(key="lapor_isu_kirim").click().run()
    assert issue_report.NO_KIND in seen(app)
    app.selectbox(key="lapor_isu_jenis").set_value("impostor")
    app.text_area(key="lapor_isu_judul").input("Akun mengatasnamakan puskesmas")
    app.text_input(key="lapor_isu_tautan").input("bukan tautan")
    app.button(key="lapor_isu_kirim").click().run()
    assert issue_report.BAD_LINK in seen(app)
    app.text_input(key="lapor_isu_tautan").input("https://x.contoh.invalid/akun")
    app.button(key="lapor_isu_kirim").click().run()
    assert issue_report.SENT in seen(app)
    [one] = events(demo, "issue-reported")
    assert (one["kind"], one["title"], one["agency_code"]) == ("impostor", "Akun mengatasnamakan puskesmas", None)
    assert app.text_area(key="lapor_isu_judul").value == ""


def test_an_admin_reports_for_the_own_unit(tmp_path, monkeypatch):
    folder = shown_to(tmp_path, monkeypatch, "admin", "DISDIK")
    app = opened(PAGE, bagian="lapor")
    app.selectbox(key="lapor_isu_jenis").set_value("hoax")
    app.text_area(key="lapor_isu_judul").input("Kabar libur sekolah")
    app.button(key="lapor_isu_kirim").click().run()
    [one] = events(Places(folder), "issue-reported")
    assert (one["agency_code"], one["by"]) == ("DISDIK", "admin")
    assert "Kabar libur sekolah" in seen(opened(PAGE))


def test_an_admin_sees_own_issues_and_those_with_a_clarification_and_moves_none(tmp_path, monkeypatch):
    shown_to(tmp_path, monkeypatch, "admin", "DISDIK")
    app = opened(PAGE, isu=LISTED, keadaan="semua")
    words = seen(app)
    assert len(cards(words)) == 2
    assert "mengisi data pribadi" in words and "&lt;img src=x" in words
    assert "wa.contoh.invalid" not in words and "Dinas Kesehatan" not in words
    assert [each.key for each in app.button if each.key and each.key.startswith("tangani")] == []
    assert "Mirip unggahan" not in app.segmented_control(key="saringan_bagian").options
    assert "Yang tidak dipakai" not in words
    assert 'class="jk-pair' not in seen(opened(PAGE, bagian="mirip"))


def test_who_only_looks_is_told_so_calmly(tmp_path, monkeypatch):
    shown_to(tmp_path, monkeypatch, "pimpinan")
    app = opened(PAGE, bagian="lapor")
    assert issue_report.MAY_NOT in seen(app)
    assert "lapor_isu_kirim" not in {each.key for each in app.button}


def test_near_matches_show_both_texts_and_call_nothing_a_hoax(demo):
    words = seen(opened(PAGE, bagian="mirip"))
    assert words.count('class="jk-pair jk-alike"') == 1 and "Perlu dilihat orang" in words
    assert '<mark class="jk-agrees">sembako</mark>' in words
    warned = seen(opened(PAGE, bagian="mirip", sikap="meluruskan"))
    assert "Ikut meluruskan" in warned and "TIDAK BENAR" in warned


def test_a_claim_stands_once_beside_all_captions_that_are_like_it(tmp_path, monkeypatch):
    fresh(tmp_path, monkeypatch)
    many = [snapshots_issue.match(f"instagram:{place}", False) for place in range(20)]
    snapshots.build_snapshot(tmp_path / "demo" / "published", **snapshots.example(issue_match=many))
    words = seen(opened(PAGE, bagian="mirip"))
    assert words.count('class="jk-pair jk-alike"') == 1 and "20 unggahan dari 1 unit" in words
    assert "18 unggahan lain" in words and "Dan 8 lagi; unduhan memuat semuanya." in words


def test_a_near_match_leads_to_the_claim(demo):
    app = opened(PAGE, bagian="mirip")
    app.button(key=f"mirip_{NEW}").click().run()
    assert "Tangani isu" in seen(app) and "Listrik padam" in seen(app)


def test_a_post_is_marked_as_ai_media(demo):
    app = opened(PAGE, bagian="ai", cari="posyandu")
    app.button(key="tandai_ai_simpan").click().run()
    assert "Pilih unggahannya" in seen(app)
    app.selectbox(key="tandai_ai_unggahan").set_value("instagram:28")
    app.segmented_control(key="tandai_ai_isi").set_value("tidak")
    app.text_input(key="tandai_ai_catatan").input("gambar latar")
    app.button(key="tandai_ai_simpan").click().run()
    [one] = events(demo, "ai-media-marked")
    assert (one["declared"], one["note"]) == (False, "gambar latar")
    assert one["post_id"] == "instagram:28"
    assert "suara tiruan" in seen(app)


def test_the_file_holds_the_chosen_rows_and_no_cell_starts_a_formula(demo, monkeypatch):
    files: dict[str, Any] = {}
    monkeypatch.setattr(
        "ui.download.st.download_button", lambda label, data, name, *rest, **more: files.update({name: data})
    )
    seen(opened(PAGE, keadaan="semua"))
    rows = pd.read_csv(io.BytesIO(files["jangkau-kewaspadaan.csv"]()))
    assert len(rows) == 5 and rows["Judul"].str.startswith("'=cmd").sum() == 1
    assert set(rows["Keadaan"]) == {"Masuk", "Diperiksa", "Klarifikasi terbit", "Selesai"}
    assert files["jangkau-kewaspadaan.xlsx"]()


def test_without_any_issue_the_page_says_how_they_arise(tmp_path, monkeypatch):
    fresh(tmp_path, monkeypatch)
    snapshots.build_snapshot(tmp_path / "demo" / "published", snapshot=snapshots.facts())
    words = seen(opened(PAGE))
    assert "Tidak ada isu yang sedang ditangani." in words and "Belum ada isu yang tercatat" in words
    assert "tidak tersedia" in words
    assert "Tidak ada unggahan yang perlu dilihat" in seen(opened(PAGE, bagian="mirip"))


def test_a_month_without_anything_known_is_a_gap_and_not_zero():
    months = pd.DataFrame([snapshots_issue.month(9, 1, 0, 0, 0), snapshots_issue.month(10, 4, 3, 2, 4)])
    drawn = charts_issue.in_time(months)
    assert drawn is not None and drawn["data"][1]["x"] == ["2026-10-01"] and drawn["data"][1]["y"] == [0.5]
    assert charts_issue.in_time(months.head(1)) is None


def test_every_kind_state_and_verdict_has_its_word():
    assert tuple(issue_words.KINDS) == issue_flow.KINDS and tuple(issue_words.STATES) == issue_flow.STATES
    assert tuple(issue_words.VERDICTS) == issue_flow.VERDICTS and set(issue_words.TIMES) == set(issue_flow.STATES)
    assert issue_log.interval(0, 0) == "belum ada yang bisa dihitung"
