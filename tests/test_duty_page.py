"""The duty ledger on its page: every state is told, evidence opens, nobody is blamed for missing data."""

import io
from datetime import timedelta
from typing import Any

import pandas as pd
import pytest

from measures.intervals import wilson
from tests import snapshots, snapshots_duty
from tests.chain_world import MESSAGES
from tests.screens import fresh, opened, seen
from tests.snapshots_duty import HOSTILE_TITLE, shown_as_demo, shown_to
from ui import charts_duty, duty_view, duty_words, evidence

DUTY = {
    "agency_code": "DINKES", "title": "Perekaman KTP", "status": "on_time", "has_data": True, "has_offline": False,
    "reason": None, "carried_at": None, "hours": None, "deadline_at": snapshots.AS_OF, "method": None, "link": None,
    "evidence": None, "message_id": "instagram:pesan1",
}  # fmt: skip


def unit(code: str, **counts: int) -> dict[str, Any]:
    return {"agency_code": code, "name": f"Dinas {code}", "on_time": 0, "late": 0, "missing": 0} | counts


@pytest.fixture
def demo(tmp_path, monkeypatch):
    return shown_as_demo(tmp_path, monkeypatch)


@pytest.mark.parametrize(
    ("status", "has_data", "word"),
    [("on_time", True, "Tepat waktu"), ("late", True, "Terlambat"), ("missing", True, "Belum"),
     ("missing", False, "Belum ada data"), ("open", True, "Belum jatuh tempo"), ("open", False, "Belum jatuh tempo"),
     ("excused", True, "Dikecualikan"), ("exempt", True, "Dikecualikan"), ("missing", None, "Belum")],
)  # fmt: skip
def test_every_state_has_its_own_word(status, has_data, word):
    assert duty_words.state_word(DUTY | {"status": status, "has_data": has_data}) == word


def test_a_reason_is_told_with_the_state():
    assert duty_words.state_word(DUTY | {"status": "excused", "reason": "admin cuti"}) == "Dikecualikan: admin cuti"


def test_the_page_opens_with_the_duties_kept(demo):
    words = seen(opened("kewajiban_sebar"))
    assert "<strong>3 dari 7 kewajiban</strong> ditepati tepat waktu; <strong>1</strong> terlambat" in words
    assert 'data-title="Tepat waktu"' in words


def test_every_unit_of_the_group_has_a_square_for_every_message(demo):
    words = seen(opened("kewajiban_sebar", kelompok="35.18.01"))
    assert words.count('<details class="jk-cell">') == 5 * len(MESSAGES)
    assert "Desa Bendolo, Perekaman KTP keliling: Dikecualikan: desa tanpa sinyal" in words
    assert "Dinas Kesehatan" not in words


def test_a_withdrawn_message_is_marked(demo):
    assert "Jadwal pasar murah (ditarik)" in seen(opened("kewajiban_sebar"))


def test_choosing_a_unit_shows_the_evidence_of_each_duty(demo):
    words = seen(opened("kewajiban_sebar", kelompok="badan", unit="BAPPEDA"))
    proofs = words[words.index('class="jk-proofs"') :]
    assert "teks yang sama" in proofs
    assert "bawa fotokopi KK" in proofs
    assert "17 Nov 2026, 13.00 WIB, 5 jam setelah pesan" in proofs
    assert 'href="https://contoh.invalid/' in proofs


def test_choosing_a_message_shows_every_unit_of_the_group(demo):
    words = seen(opened("kewajiban_sebar", kelompok="dinas", pesan="instagram:pesan1"))
    proofs = words[words.index('class="jk-proofs"') :]
    assert [name for name in ("Kesehatan", "Pendidikan", "Pertanian", "Lingkungan Hidup") if name not in proofs] == []
    assert "Vaksinasi ternak" not in proofs


def test_offline_spread_is_told_apart(demo):
    words = seen(opened("kewajiban_sebar", kelompok="desa"))
    offline = words[words.index("Penyebaran luring<") :]
    assert "Papan informasi" in offline
    assert "&lt;b&gt;balai desa&lt;/b&gt;" in offline
    assert 'class="jk-luring"' in words


def test_a_unit_alone_is_chosen_by_itself(tmp_path, monkeypatch):
    shown_to(tmp_path, monkeypatch, "admin", "BAPPEDA")
    words = seen(opened("kewajiban_sebar"))
    assert 'class="jk-proofs"' in words
    assert "Badan Perencanaan" in words


def test_an_admin_sees_and_takes_away_only_the_own_unit(tmp_path, monkeypatch):
    shown_to(tmp_path, monkeypatch, "admin", "DISDIK")
    files: dict[str, Any] = {}
    monkeypatch.setattr(
        "ui.download.st.download_button", lambda label, data, name, *rest, **more: files.update({name: data})
    )
    words = seen(opened("kewajiban_sebar"))
    assert "Dinas Pendidikan" in words
    assert "Dinas Kesehatan" not in words and "Kecamatan Sawahan" not in words
    rows = pd.read_csv(io.BytesIO(files["jangkau-kewajiban-sebar.csv"]()))
    assert set(rows["Kode unit"]) == {"DISDIK"}


def test_the_download_holds_every_duty_in_the_words_of_the_page(demo, monkeypatch):
    files: dict[str, Any] = {}
    monkeypatch.setattr(
        "ui.download.st.download_button", lambda label, data, name, *rest, **more: files.update({name: data})
    )
    seen(opened("kewajiban_sebar", kelompok="semua"))
    rows = pd.read_csv(io.BytesIO(files["jangkau-kewajiban-sebar.csv"]()))
    assert len(rows) == len(MESSAGES) * 20
    assert {"Tepat waktu", "Terlambat", "Belum", "Dikecualikan", "Belum jatuh tempo"} <= set(rows["Keadaan"])
    assert set(rows["Ada penyebaran luring"]) == {"ya", "tidak"}


def test_more_messages_than_fit_are_said_and_still_downloaded(tmp_path, monkeypatch):
    fresh(tmp_path, monkeypatch)
    tables = snapshots_duty.example()
    first = tables["message"][0]
    times = [first["published_at"] - timedelta(hours=place) for place in range(30)]
    many = [first | {"message_id": f"instagram:lain{at:%d%H}", "published_at": at} for at in times]
    snapshots.build_snapshot(tmp_path / "demo" / "published", **tables | {"message": tables["message"] + many})
    words = seen(opened("kewajiban_sebar"))
    assert "Tampil 16 pesan terbaru dari 33; unduhan memuat semuanya." in words
    assert words.count('class="jk-message"') == 16


def test_a_hostile_title_is_shown_as_it_was_written(tmp_path, monkeypatch):
    fresh(tmp_path, monkeypatch)
    tables = snapshots_duty.example()
    tables["message"] = [tables["message"][0] | {"title": HOSTILE_TITLE}, *tables["message"][1:]]
    snapshots.build_snapshot(tmp_path / "demo" / "published", **tables)
    words = seen(opened("kewajiban_sebar", unit="DINKES"))
    assert "<img" not in words
    assert "&lt;img src=x" in words


def test_the_share_of_a_unit_comes_with_its_wilson_interval():
    judged = duty_view.with_shares(pd.DataFrame([unit("A", on_time=6, late=1, missing=1), unit("B", on_time=1)]))
    assert list(judged["agency_code"]) == ["B", "A"]
    row = judged.set_index("agency_code").loc["A"]
    assert (row["share"], (row["low"], row["high"])) == (0.75, wilson(6, 8))


def test_a_unit_without_a_due_duty_has_no_share():
    assert duty_view.with_shares(pd.DataFrame([unit("A")])).empty
    assert charts_duty.shares(pd.DataFrame([unit("A")])) is None


def test_units_of_the_same_name_keep_a_row_each():
    drawn = charts_duty.shares(pd.DataFrame([unit("A", on_time=1) | {"name": "Desa Kuncir"},
                                             unit("B", missing=1) | {"name": "Desa Kuncir"}]))  # fmt: skip
    assert drawn["data"][1]["y"] == [0, 1]
    assert drawn["layout"]["yaxis"]["ticktext"] == ["Kuncir", "Kuncir"]


def test_a_month_without_a_due_duty_is_a_gap_in_the_trend():
    counted = ((9, 1, 1), (10, 0, 0), (11, 2, 0))
    rows = [unit("A", on_time=kept, missing=missed) | {"month": pd.Timestamp(2026, month, 1)}
            for month, kept, missed in counted]  # fmt: skip
    drawn = charts_duty.trend(pd.DataFrame(rows))
    assert drawn["data"][2]["x"] == ["2026-09-01", "2026-11-01"]
    assert drawn["data"][2]["y"] == [0.5, 1.0]


def test_hours_are_told_as_people_say_them():
    assert "kurang dari 1 jam setelah pesan" in duty_view.proof(DUTY | {"carried_at": snapshots.AS_OF, "hours": 0.4})


@pytest.mark.parametrize(
    "broken", [None, "", "bukan json", "[1]", '{"words": "a"}', '{"words": [null, 3]}', float("nan")]
)
def test_broken_evidence_is_left_out_and_breaks_nothing(broken):
    found = evidence.read(broken)
    assert evidence.marked("apa saja", found) in ("apa saja",)


def test_words_are_marked_where_they_stand_whatever_lies_between():
    found = evidence.read('{"words": ["fotokopi KK"], "against": ["26 November"]}')
    assert evidence.marked("Bawa <b>Fotokopi, kk</b> (26 November)", found) == (
        'Bawa &lt;b&gt;<mark class="jk-agrees">Fotokopi, kk</mark>&lt;/b&gt; '
        '(<mark class="jk-conflicts">26 November</mark>)'
    )


def test_marking_never_changes_the_text():
    text = "Perekaman KTP-el 24/11 di Kramat & sekitarnya"
    found = evidence.read('{"words": ["perekaman KTP", "KTP el", "(.*)", "24"], "against": ["Kramat"]}')
    plain = evidence.marked(text, found)
    for tag in ('<mark class="jk-agrees">', '<mark class="jk-conflicts">', "</mark>"):
        plain = plain.replace(tag, "")
    assert plain == text.replace("&", "&amp;")
