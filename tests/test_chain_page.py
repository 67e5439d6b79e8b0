"""Jangkauan Berantai: one message from the sentence to the arithmetic, and every state without data."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest

from tests import snapshots
from tests.screens import fresh, opened, seen
from ui import chain, chain_tables, formats, store, texts
from ui.access import Viewer

PAGE = "jangkauan_berantai"
LATEST, OPEN, WITHDRAWN = (f"instagram:pesan{place}" for place in (1, 2, 3))
KRAMAT = ("35.18.13.1004", LATEST)


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    fresh(tmp_path, monkeypatch)
    return tmp_path / "demo" / "published"


@pytest.fixture
def demo(home) -> Path:
    snapshots.publish_example(home)
    return home


def published(home: Path, **changes) -> str:
    snapshots.build_snapshot(home, **snapshots.example(**changes))
    return plain(seen(opened(PAGE)))


def plain(html: str) -> str:
    """What a reader reads, with each run of tags as one space."""
    return " ".join(re.sub(r"(?:<[^>]+>)+", " ", html).replace("\u00a0", " ").split())


def rows(table: str, **changes) -> list[dict]:
    return [row | changes for row in snapshots.example()[table]]


def test_the_latest_message_is_shown_and_the_address_can_ask_for_another(demo):
    assert "Sampai di 5 dari 12 desa dalam 72 jam" in plain(seen(opened(PAGE)))
    other = opened(PAGE, pesan=OPEN)
    assert other.selectbox(key="saringan_pesan").value == OPEN
    assert "Sampai di 1 dari 12 desa" in plain(seen(other))


def test_the_list_of_messages_says_which_was_withdrawn(demo):
    app = opened(PAGE, pesan=WITHDRAWN)
    assert "Jadwal pasar murah · 12 Nov 2026 · ditarik" in app.selectbox(key="saringan_pesan").options
    words = plain(seen(app))
    assert "Pesan ini ditarik karena jadwal berubah" in words
    assert "Catatan: Ditarik setelah disebarkan satu unit." in words
    assert "tidak ada yang perlu meneruskannya" in words
    assert "Mohon tidak meneruskan pesan ini lagi." in app.code[0].value


def test_while_the_deadline_is_open_nobody_is_late(demo):
    html = seen(opened(PAGE, pesan=OPEN))
    [steps] = re.findall(r'<ol class="jk-flow">.*?</ol>', html, re.DOTALL)
    assert "belum, masih berjalan" in steps
    assert "jk-c-missing" not in steps


def test_a_choice_goes_into_the_address(demo):
    app = opened(PAGE)
    app.selectbox(key="saringan_pesan").select(OPEN).run()
    assert app.query_params["pesan"] == OPEN
    assert "Sampai di 1 dari 12 desa" in plain(seen(app))


def test_people_are_shown_with_their_interval_and_their_arithmetic(demo):
    [facts] = [row for row in rows("message") if row["message_id"] == LATEST]
    words = plain(seen(opened(PAGE)))
    assert f"Perkiraan orang terjangkau {formats.compact(facts['people_point'])} antara" in words
    assert f"rendah {formats.number(facts['people_low'])}" in words
    assert "penduduk × 80 % (asumsi)" in words
    assert (
        "Pemerintah Kabupaten Nganjuk @pemkab_contoh Instagram; jangkauan dilaporkan platform 7.200 60 % asumsi 4.320"
        in words
    )


def test_the_states_of_the_map_count_villages_without_signal_apart(demo):
    words = plain(seen(opened(PAGE)))
    assert "Sampai disebarkan oleh kanal desa sendiri 5" in words
    assert "Tanpa sinyal dicatat terpisah, tidak dinilai lalai 1" in words


def test_the_map_has_words_for_those_who_cannot_see_it(demo):
    [alt] = [one.proto.alt for one in opened(PAGE).get("plotly_chart") if "Peta" in one.proto.alt]
    assert alt.startswith("Peta desa: 5 sampai, 1 terjangkau tidak langsung, 5 belum terjangkau, 1 tanpa sinyal.")


def test_the_chain_opens_from_kecamatan_to_village_to_evidence(demo):
    words = plain(seen(opened(PAGE)))
    assert "Kec. Ngetos" in words and "0 dari 4" in words
    assert "Kramat teks 20 jam" in words
    assert "dari @kec.nganjuk_contoh (disimpulkan)" in words
    assert "Fakta yang sama: 24 November, pukul 08.00" in words
    assert "Mangundikaran tagar 70 jam, terlambat" in words
    assert "Bendolo tanpa sinyal · terjangkau tidak langsung" in words
    assert "Dinas Lingkungan Hidup dikecualikan: akun sedang dipulihkan" in words


def test_the_steps_blame_no_village_that_owes_nothing(home):
    excused = rows("duty_unit", status="exempt", **dict.fromkeys(("carried_at", "hours", "method", "repost_id")))
    snapshots.build_snapshot(home, **snapshots.example(duty_unit=excused))
    [steps] = re.findall(r'<ol class="jk-flow">.*?</ol>', seen(opened(PAGE)), re.DOTALL)
    assert "jk-c-missing" not in steps and "jk-c-quiet" in steps


def test_a_kecamatan_in_trouble_stands_above_the_others(demo):
    tree = plain(chain.tree(answer("message_chain", message=LATEST)))
    assert tree.index("OPD") < tree.index("Kec. Ngetos") < tree.index("Kec. Sawahan") < tree.index("Kec. Nganjuk")


def answer(name: str, viewer: Viewer | None = None, **params) -> pd.DataFrame:
    return store.ask(store.snapshot(), store.question(name), viewer or Viewer("contoh"), params)


def test_a_village_with_neither_duty_nor_account_is_not_blamed(home):
    silent = [row for row in rows("duty_unit") if row["agency_code"] != "DESA-35.18.02.2002"]
    assert "Suru tanpa kewajiban" in published(home, duty_unit=silent)


def test_breaks_next_account_and_equal_sizes_are_told(demo):
    words = plain(seen(opened(PAGE)))
    assert "Kecamatan Ngetos diam, akunnya belum meneruskan; di bawahnya 0 dari 4 meneruskan 13,4 rb" in words
    assert "Bila akun Kecamatan Ngetos ikut menyebarkan, sekitar 2.140 orang lagi terjangkau." in words
    assert "10 akun 1 pesan lain 30 jam lain 38 jam 2 lain 2 1,8 lain 1,9" in words


def test_a_size_nobody_else_reached_has_nothing_beside_it(home):
    only = [row for row in rows("cascade_size") if row["message_id"] == LATEST]
    assert "10 akun belum ada pembanding 30 jam 2 1,8" in published(home, cascade_size=only)


def test_the_villages_left_out_can_be_read_copied_and_downloaded(demo):
    app = opened(PAGE)
    assert "Kec. Ngetos 4 desa · kecamatan belum meneruskan Klodan, Mojoduwur, Ngetos, Suru" in plain(seen(app))
    [text] = [block.value for block in app.code]
    assert "*Kec. Ngetos* (4): Klodan, Mojoduwur, Ngetos, Suru" in text
    assert len(text) < 4000
    assert set(chain_tables.UNREACHED_FILE) <= set(answer("message_unreached", message=LATEST).columns)
    assert set(chain_tables.ACCOUNTS_FILE) <= set(answer("message_accounts", message=LATEST).columns)


def test_one_village_opens_its_arithmetic(demo):
    app = opened(PAGE, desa="35.18.13.1004")
    words = plain(seen(app))
    assert "Kramat , Kec. Nganjuk: sampai, 18 Nov 2026, 04.00 WIB (20 jam)." in words
    assert "6.707 penduduk, 5.366 di antaranya warga daring." in words
    assert "Kelurahan Kramat akun desa ini; jangkauan 900, perkiraan dari akun setingkat" in words


def test_the_shares_of_the_accounts_give_the_villages_own_figures(demo):
    shares = answer("village_arithmetic", message=LATEST, village=KRAMAT[0])["share"]
    [village] = [
        row for row in rows("message_village") if row["village_code"] == "35.18.13.1004" and row["message_id"] == LATEST
    ]
    assert shares.max() == pytest.approx(village["low"])
    assert 1 - (1 - shares).prod() == pytest.approx(village["high"])


def test_before_any_message_the_page_says_how_one_comes_about(home):
    snapshots.build_snapshot(home, snapshot=snapshots.facts())
    words = plain(seen(opened(PAGE)))
    assert "Belum ada pesan prioritas" in words
    assert "programmes.csv" in words


def test_a_message_nobody_carried_yet_stays_calm(home):
    quiet = [row | {"villages_own": 0, "villages_own_early": 0, "kecamatan_silent": 3} for row in rows("message")]
    nothing = dict.fromkeys(("carried_at", "hours", "method"))
    words = published(
        home, message=quiet, repost=[], break_point=[], next_node=[], cascade_size=[],
        duty_unit=rows("duty_unit", status="open", **nothing, **dict.fromkeys(("link", "repost_id", "evidence"))),
        message_village=rows("message_village", state="none", **nothing),
        message_tier=rows("message_tier", carried=0, on_time=0, median_hours=None),
    )  # fmt: skip
    assert "Belum sampai di satu desa pun" in words
    assert "belum satu kecamatan pun meneruskan" in words
    assert chain.NO_CARRIER in words
    assert "Tidak ada titik putus sejauh data ini." in words
    assert texts.FAILED not in words


def test_people_that_are_not_known_are_said_and_never_zero(home):
    nothing = dict.fromkeys(("people_low", "people_point", "people_high"))
    words = published(
        home, message=rows("message", people_left=None, **nothing),
        message_village=rows("message_village", **nothing, **dict.fromkeys(("low", "point", "high"))),
        message_reach=rows("message_reach", reach=None, reach_basis="unknown"),
        next_node=rows("next_node", people_added=None, villages_added=None),
    )  # fmt: skip
    assert "jumlah orang yang belum terjangkau tidak tersedia" in words
    assert "Perkiraan orang terjangkau tidak tersedia Belum ada jangkauan akun yang diketahui." in words
    assert "Tambahan orang tidak tersedia" in words
    assert "jadi orang terjangkau tidak tersedia" in words


def test_without_shapes_the_chain_stands_in_for_the_map(home):
    assert "Bentuk desa belum tersedia" in published(home, village_shape=[])


def test_captions_titles_and_names_of_strangers_stay_text(home):
    hostile = [row | {"caption": snapshots.HOSTILE, "title": snapshots.HOSTILE, "link": "javascript:alert(1)"}
               for row in rows("message")]  # fmt: skip
    bad = rows("duty_unit", link="javascript:alert(1)", evidence=json.dumps({"words": ["<script>x</script>"]}))
    snapshots.build_snapshot(home, **snapshots.example(message=hostile, duty_unit=bad))
    html = seen(opened(PAGE))
    assert "<script>" not in html
    assert 'href="javascript' not in html


def test_broken_evidence_does_not_break_the_page(home):
    assert "Rantai penyebaran" in published(home, duty_unit=rows("duty_unit", evidence="{bukan json"))


@pytest.mark.parametrize("junk", ["' or 1=1 --", "instagram:tidak-ada", "<script>"])
def test_a_message_or_village_that_does_not_exist_falls_back(demo, junk):
    words = plain(seen(opened(PAGE, pesan=junk, desa=junk)))
    assert "Sampai di 5 dari 12 desa" in words
    assert texts.FAILED not in words


def test_an_admin_sees_the_own_unit_in_the_chain_and_no_other(demo):
    seen_rows = answer("message_chain", Viewer("admin", ("KEL-KRAMAT",)), message=LATEST)
    assert set(seen_rows["agency_code"]) == {"KEL-KRAMAT"}
