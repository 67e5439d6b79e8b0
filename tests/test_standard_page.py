"""Kepatuhan Standar: the sentence, the units, the norms, examples that name nobody, and the posts with their words."""

import atexit
import io
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests import snapshots, standard_world
from tests.screens import fresh, opened, seen
from tests.standard_world import POST, UNITS
from ui import access, acts, page, store
from ui.access import Viewer

PAGE = "kepatuhan_standar"


@cache
def template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="jangkau-standar-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    snapshots.build_snapshot(folder, **snapshots.example() | standard_world.page_tables(snapshots.posts()))
    return folder


@pytest.fixture
def demo(tmp_path, monkeypatch):
    fresh(tmp_path, monkeypatch)
    shutil.copytree(template(), tmp_path / "demo" / "published")


@pytest.fixture
def admin(tmp_path, monkeypatch):
    """The admin of the education agency, looking at real data."""
    fresh(tmp_path, monkeypatch)
    shutil.copytree(template(), tmp_path / "published")
    for module in (access, acts, page, store):
        monkeypatch.setattr(module, "current_viewer", lambda: Viewer("admin", ("DISDIK",)))


def part(words: str, start: str, end: str) -> str:
    return words[words.index(start) : words.index(end)]


def plain(words: str) -> str:
    return re.sub(r"<[^>]*>", "", words).replace("\u00a0", " ")


def downloads(monkeypatch) -> dict[str, Any]:
    files: dict[str, Any] = {}
    monkeypatch.setattr(
        "ui.download.st.download_button", lambda label, data, name, *rest, **more: files.update({name: data})
    )
    return files


def test_the_page_opens_with_the_share_of_the_whole_regency(demo):
    words = plain(seen(opened(PAGE)))
    rows = [row for row in standard_world.unit_rows()
            if row["rule_id"] == "service_share" and row["month"].month == 11]  # fmt: skip
    share = round(100 * sum(row["numerator"] for row in rows) / sum(row["denominator"] for row in rows))
    assert f"Pada November 2026, {share} % unggahan di seluruh kabupaten mengedepankan pelayanan (rentang" in words
    assert "1 dari 5 unit pasti di atas target 60 %, 1 di bawahnya, dan 3 belum dapat dinilai." in words


def test_a_unit_with_too_few_posts_is_told_and_not_ranked(demo):
    table = part(seen(opened(PAGE)), "Sebanding</th>", "Norma demi norma")
    assert table.index("Dinas Pendidikan") < table.index("Dinas Lingkungan Hidup")
    assert table.count("belum cukup data") == 2
    assert "Badan Perencanaan" not in table


def test_every_cell_says_value_interval_and_target(demo):
    words = seen(opened(PAGE))
    assert (
        "Dinas Pendidikan, Porsi pelayanan: Perlu dibina, 30 %, rentang 90 %: 18–45\u00a0%; 9 dari 30 unggahan" in words
    )
    assert "Dinas Lingkungan Hidup, Porsi pelayanan: Belum pasti: baru 3 yang dinilai" in words
    assert "<dt>Target</dt><dd>paling banyak 7 hari</dd>" in words
    assert words.count('class="jk-unit-card"') == 4


def test_a_norm_nobody_has_data_for_is_said_and_not_shown_as_met(demo):
    words = seen(opened(PAGE))
    assert "Belum ada datanya pada bulan ini: Pertanyaan dijawab." in words
    assert "Pertanyaan dijawab: Memenuhi" not in words


def test_what_would_mend_most_comes_with_its_advice(demo):
    words = part(seen(opened(PAGE)), "Yang paling perlu dibenahi", "Sebanding</th>")
    assert "<strong>Tanpa pujian pribadi</strong> <small>belum dipenuhi 4 dari 4 unggahan</small>" in words
    assert POST["no_personal_praise"][2] in words


def test_a_good_example_is_named_and_linked(demo):
    words = part(seen(opened(PAGE)), "Contoh yang baik", "Contoh yang perlu diubah")
    assert "<b>Dinas Kesehatan</b>" in words
    assert 'href="https://contoh.invalid/p/standar' in words
    assert "kali harapan" in words


def test_a_poor_example_names_neither_unit_nor_account_nor_link(demo):
    words = part(seen(opened(PAGE)), "Contoh yang perlu diubah", "Satu unit dari dekat")
    assert ">sosok idola kami</mark>" in words
    assert POST["no_personal_praise"][2] in words
    assert "Bupati Marhaen" in words
    assert [leak for leak in ("Pendidikan", "disdik", "http", "href", "standar4") if leak in words.lower()] == []


def test_personal_data_is_never_an_example_nor_published_again(demo, monkeypatch):
    files = downloads(monkeypatch)
    words = seen(opened(PAGE, unit="DISDIK", aturan="personal_data_hidden", hasil="fail"))
    assert "Nomor induk kependudukan terbuka." in words
    assert "3518" not in words and "0812" not in words
    saved = files["jangkau-hasil-periksa.csv"]().decode("utf-8-sig")
    assert "Penerima bantuan" in saved and "3518" not in saved


def test_posts_of_one_unit_come_by_rule_and_verdict(demo):
    words = plain(seen(opened(PAGE, unit="DISDIK", aturan="readable_capitals", hasil="fail")))
    assert "4 unggahan cocok" in words
    assert "12 unggahan cocok" in plain(seen(opened(PAGE, unit="DISDIK")))
    assert "42 unggahan cocok" in plain(seen(opened(PAGE)))


def test_a_verdict_says_who_decided_why_and_by_which_version(demo):
    words = seen(opened(PAGE, unit="DISDIK", aturan="no_personal_praise"))
    assert "diputuskan petugas" in words and "diperiksa mesin" in words
    assert "Kata pujian untuk pribadi pejabat." in words
    assert "<small> versi 2</small>" in words


def test_a_failed_verdict_can_be_appealed_where_it_stands(demo):
    app = opened(PAGE, unit="DISDIK", aturan="no_personal_praise", hasil="fail")
    assert len([one for one in app.button if one.label == "Kirim banding"]) == 4
    assert not [one for one in opened(PAGE, unit="DINKES").button if one.label == "Kirim banding"]


def test_long_lists_have_pages_and_the_address_knows_which(demo):
    first, second = seen(opened(PAGE)), seen(opened(PAGE, hal="5"))
    assert first.count('class="jk-judged"') == 10
    assert second.count('class="jk-judged"') == 2


def test_the_rules_in_force_are_listed_and_ended_ones_are_not(demo):
    words = seen(opened(PAGE))
    standard = words[words.index("Standarnya") :]
    assert [title for title, *_ in POST.values() if title not in standard] == []
    assert "Permen PANRB 83/2012" in standard
    assert "Bunyi lama." not in standard


def test_the_chosen_month_is_the_month_told(demo):
    assert "Pada September 2026" in plain(seen(opened(PAGE, bulan="2026-09")))


def test_a_norm_at_most_names_the_least_first(demo):
    table = part(seen(opened(PAGE, norma="figure_share")), "Sebanding</th>", "Norma demi norma")
    assert table.index("Dinas Kesehatan") < table.index("Dinas Pendidikan")


def test_a_unit_is_shown_against_the_others_only_where_they_stay_anonymous(demo):
    alone = store.query("standard_trend", agency="BAPPEDA", peer_group="badan", rule="service_share")
    assert alone["others_denominator"].isna().all()
    among = store.query("standard_trend", agency="DISDIK", peer_group="dinas", rule="service_share")
    assert set(among["others_denominator"]) == {sum(UNITS[code][2] for code in ("DINKES", "DISPERTA", "DLH"))}


def test_an_admin_sees_the_own_unit_and_only_statistics_of_others(admin, monkeypatch):
    files = downloads(monkeypatch)
    words = seen(opened(PAGE))
    assert "Dinas Pendidikan" in words
    assert [name for name, *_ in UNITS.values() if name in words] == ["Dinas Pendidikan"]
    assert "dari 5 unit" in plain(words)
    assert "dinkes_contoh" not in words
    for name in ("kepatuhan-standar", "hasil-periksa"):
        rows = pd.read_csv(io.BytesIO(files[f"jangkau-{name}.csv"]()))
        assert set(rows["Kode unit"]) == {"DISDIK"}


def test_the_download_holds_every_norm_in_the_words_of_the_page(demo, monkeypatch):
    files = downloads(monkeypatch)
    seen(opened(PAGE))
    rows = pd.read_csv(io.BytesIO(files["jangkau-kepatuhan-standar.csv"]()))
    assert len(rows) == 4 * len(standard_world.ACCOUNT)
    assert {"Memenuhi", "Perlu dibina", "Belum pasti", "Tidak berlaku"} <= set(rows["Hasil"])


def test_before_anything_is_judged_the_page_says_so(tmp_path, monkeypatch):
    fresh(tmp_path, monkeypatch)
    none = {"standard_unit": [], "standard_peer": [], "judged_post": []}
    snapshots.build_snapshot(tmp_path / "demo" / "published", **snapshots.example() | none)
    assert "Belum ada unggahan yang dinilai" in seen(opened(PAGE))


def test_the_first_month_shown_is_one_that_has_begun_to_tell(tmp_path, monkeypatch):
    fresh(tmp_path, monkeypatch)
    early = snapshots.facts(data_as_of=snapshots.AS_OF.replace(day=9))
    tables = snapshots.example(snapshot=early) | standard_world.page_tables(snapshots.posts())
    snapshots.build_snapshot(tmp_path / "demo" / "published", **tables)
    assert "Pada Oktober 2026" in plain(seen(opened(PAGE)))
