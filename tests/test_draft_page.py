"""A draft is judged before it is posted: what passes, what to change, in which order; and nothing of it is kept."""

import logging
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from measures.standard.caption import LONGEST
from measures.standard.judge import Checked
from measures.standard.verdicts import Verdict
from tests import draft_world, snapshots
from tests.screens import fresh, opened, seen
from ui import draft_facts, draft_judge, draft_words
from ui.draft_facts import examples, lengths, platforms, too_long_for
from ui.draft_judge import Draft, Finding
from ui.verdict_words import LONE_SURROGATE

BOX = "naskah_isi"
FIGURE, SERVICE = (one.text for one in examples())
HOSTILE = '</p><script>alert(1)</script> =HYPERLINK("http://x") **tebal** [klik](javascript:alert(1)) \x00\x07\u202e'


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("naskah")
    draft_world.publish(folder / "demo" / "published")
    return folder


@pytest.fixture
def home(published, monkeypatch) -> Path:
    fresh(published, monkeypatch)
    return published


def typed(text: str, app: AppTest | None = None) -> AppTest:
    app = app or opened("periksa_naskah")
    return app.text_area(key=BOX).input(text).run()


def test_before_anything_is_typed_the_page_says_how_and_offers_two_invented_drafts(home):
    app = opened("periksa_naskah")
    assert "Belum ada naskah" in seen(app) and "Ctrl+Enter" in seen(app)
    assert [one.label for one in app.button if "(rekaan)" in one.label] == [
        f"{one.label} (rekaan)" for one in examples()
    ]
    assert draft_words.KEPT in seen(app)


def test_an_example_about_a_person_is_told_what_to_change_and_is_marked_as_invented(home):
    app = opened("periksa_naskah")
    app.button(key="naskah_tokoh").click().run()
    words = seen(app)
    assert "Ubah <strong>1 hal</strong> dulu." in words
    assert "Contoh rekaan" in words
    assert '<mark class="jk-words-broken"' in words and "sosok pemimpin idola" in words
    assert "Hapus pujian dan sapaan kehormatan" in words
    assert app.text_area(key=BOX).value == FIGURE


def test_an_example_about_a_service_is_ready_and_told_what_it_does_well(home):
    words = seen(typed(SERVICE))
    assert "<strong>Siap terbit.</strong>" in words
    assert "Layanan di depan" in words and "Mengajak memakai Nganjuk Smart City" in words
    assert "Yang perlu diubah" not in words and "Susunan yang disarankan" not in words


def test_a_text_with_nothing_to_change_and_nothing_to_praise_is_simply_ready(home):
    words = seen(typed("Guyub rukun selalu."))
    assert "<strong>Siap terbit.</strong>" in words
    assert "Yang perlu" not in words and "Yang sudah baik" not in words


def test_the_suggested_order_can_be_copied_with_and_without_the_praise(home):
    app = typed(FIGURE)
    whole = app.code[0].value
    assert whole.startswith("Perekaman KTP-el") and whole.endswith("#NganjukMelesat #layanan")
    assert sorted(whole.split()) == sorted(FIGURE.split())
    app.toggle(key="naskah_tanpa_pujian").set_value(True).run()
    assert "idola" not in app.code[0].value and "Daftar lewat Nganjuk Smart City" in app.code[0].value


def test_media_made_with_ai_must_be_declared_in_the_text(home):
    app = typed(SERVICE)
    app.toggle(key="naskah_ai").set_value(True).run()
    assert "tetapi tidak dinyatakan" in seen(app) and "Ubah <strong>1 hal</strong>" in seen(app)
    assert "tetapi tidak dinyatakan" not in seen(typed(SERVICE + "\nGambar dibuat dengan AI.", app))


def test_a_picture_without_alternative_text_is_a_hint_and_not_a_failure(home):
    app = typed(SERVICE)
    app.toggle(key="naskah_gambar").set_value(True).run()
    assert "Siap terbit.</strong> 1 saran" in seen(app)
    app.text_input(key="naskah_alt").input("Petugas merekam sidik jari warga di balai desa").run()
    assert "saran boleh" not in seen(app)


def test_the_platform_sets_the_length(home):
    app = typed(SERVICE + "\n" + "Syaratnya mudah dan bisa diurus sendiri. " * 12)
    assert "terlalu panjang untuk X (280)" in seen(app)
    assert "Terlalu panjang</b>" not in seen(app)
    app.selectbox(key="naskah_platform").select("x").run()
    assert "Terlalu panjang</b>" in seen(app) and "dari 280 karakter" in seen(app)


@pytest.mark.parametrize(
    "text", [HOSTILE, "=1+1", "\u202e\u202d\u200b", "🎉" * 500, "#a " * 3000, "A" * 5000, "\n" * 900]
)
def test_hostile_text_is_only_text(home, text):
    app = typed(text.replace("\x00", ""))
    assert "<script>" not in seen(app) and "javascript:alert" not in seen(app).replace("(javascript:alert", "")
    assert "tidak bisa ditampilkan" not in seen(app)


def test_half_characters_and_control_characters_never_break_the_result(home):
    opened("periksa_naskah")
    draft = draft_judge.check(f"Posyandu Senin \ud800\udfff\udc00 pukul 08.00.\x00\x1b {HOSTILE}", None, False, "")
    for shown in (
        draft_words.shown(draft),
        draft_words.good(draft),
        draft_words.rest(draft),
        draft_words.answer(draft),
    ):
        assert not LONE_SURROGATE.search(shown or "") and "<script>" not in (shown or "")


def test_a_paste_of_ten_megabytes_is_cut_with_a_sentence(home):
    app = typed("Posyandu buka Senin. " * 500_000)
    assert len(app.text_area(key=BOX).value) == LONGEST
    assert "Hanya 70.000 karakter pertama" in seen(app)
    assert "Hanya 70.000" not in seen(typed(SERVICE, app))


def test_nothing_of_a_draft_is_kept(home, caplog):
    secret = "Rahasiabesar posyandu Senin pukul 08.00 di balai desa."
    with caplog.at_level(logging.DEBUG):
        app = typed(secret)
        app.button(key="naskah_periksa").click().run()
    assert "Rahasiabesar" not in caplog.text
    assert "Rahasiabesar" not in str(app.query_params)
    assert not [path for path in home.rglob("*") if path.is_file() and b"Rahasiabesar" in path.read_bytes()]
    assert "Rahasiabesar" not in repr(draft_judge._judges._kept) + repr(draft_judge.store._memory._kept)
    assert "Rahasiabesar" not in seen(opened("periksa_naskah"))


def test_the_judge_is_made_once_and_again_for_a_new_snapshot(home, monkeypatch):
    opened("periksa_naskah")
    first = draft_judge._judge()
    assert draft_judge._judge() is first
    snapshots.build_snapshot(home / "demo" / "published", "marts-20261124T000000Z-0009.duckdb",
                             snapshot=snapshots.facts(), standard_rule=draft_world.rules())  # fmt: skip
    assert draft_judge._judge() is not first
    (home / "demo" / "published" / "CURRENT").write_text("marts-20261122T141000Z-0001.duckdb\n", encoding="utf-8")


def test_without_a_standard_the_page_says_so(tmp_path, monkeypatch):
    fresh(tmp_path, monkeypatch)
    snapshots.build_snapshot(tmp_path / "demo" / "published", snapshot=snapshots.facts())
    assert "Standar unggahan belum tersedia" in seen(typed(SERVICE))


def finding(verdict: str, severity: str = "wajib", rule_id: str = "service_first") -> Finding:
    [rule, *_] = [one for one in draft_world.rules() if one["rule_id"] == rule_id]
    fields = {key: value for key, value in rule.items() if key != "is_in_force"} | {"severity": severity}
    return Finding(Verdict(rule_id, 1, verdict, None, None, "Sebab."), draft_judge.Rule(**fields), "")


def draft(*findings: Finding, text: str = "Teks", platform: str | None = None) -> Draft:
    return Draft(text, platform, Checked("neither", {}, frozenset(), (), (), ()), findings)


@pytest.mark.parametrize(
    ("findings", "told"),
    [
        ([finding("pass")], "<strong>Siap terbit.</strong>"),
        ([finding("abstain")], "<strong>Belum pasti:</strong> mesin belum yakin tentang 1 hal, putuskan sendiri."),
        ([finding("fail"), finding("fail"), finding("abstain")],
         "Ubah <strong>2 hal</strong> dulu. 1 hal lain belum pasti: mesin belum yakin, putuskan sendiri."),
        ([finding("fail", "anjuran")], "<strong>Siap terbit.</strong> 1 saran boleh dipertimbangkan."),
    ],
)  # fmt: skip
def test_the_answer_counts_failures_and_never_counts_doubt_as_one(findings, told):
    assert told in draft_words.answer(draft(*findings))


def test_doubt_is_told_as_doubt():
    told = draft_words.to_change(draft(finding("abstain")))
    assert "Belum pasti</span>" in told and "Putuskan sendiri." in told and "Ubah</span>" not in told


def test_lengths_are_counted_as_the_platform_counts_them():
    assert lengths("https://example.go.id/" + "a" * 200 + " ok", "x")[0].used == 23 + 3
    assert lengths("🎉🎉", "x")[0].used == 4 and lengths("🎉🎉", "threads")[0].used == 2
    title, body = lengths("a" * 101 + "\nisi", "youtube")
    assert title.is_too_long and title.is_title and body.used == 3
    assert [one.platform for one in too_long_for("a" * 501)] == ["x", "threads"]
    assert set(platforms()) == {"instagram", "facebook", "tiktok", "youtube", "x", "threads"}


def test_a_title_that_is_too_long_has_to_change():
    found = draft(finding("pass"), text="a" * 130 + "\nisi", platform="youtube")
    assert "Ubah <strong>1 hal</strong>" in draft_words.answer(found)
    assert "Judul (baris pertama): 130 dari 100 karakter" in draft_words.to_change(found)


def test_examples_name_nobody_and_no_day_that_passes():
    assert all(draft_world.NAME not in one.text for one in draft_facts.examples())
    assert not [one for one in draft_facts.examples() if str(date.today().year) in one.text]  # noqa: DTZ011
