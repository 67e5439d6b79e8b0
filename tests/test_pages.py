"""Every page in every state: full, empty, stale, failing, for a stranger, and before anything is published."""

import ast
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from measures.definitions import definitions
from tests import snapshots
from tests.screens import ROOT, fresh, opened, seen
from ui import texts
from ui.catalogue import CATALOGUE

ENTRIES = [entry for entries in CATALOGUE.values() for entry in entries]
PAGES = [entry.file for entry in ENTRIES]


@pytest.fixture
def demo(tmp_path, monkeypatch) -> Path:
    """The invented instance, published; everyone may look."""
    fresh(tmp_path, monkeypatch)
    snapshots.publish_example(tmp_path / "demo" / "published")
    return tmp_path


@pytest.fixture
def nothing(tmp_path, monkeypatch) -> Path:
    fresh(tmp_path, monkeypatch)
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_a_full_page_shows_its_question_its_banner_and_what_the_data_is_worth(demo, page):
    words = seen(opened(page))
    assert "jk-question" in words
    assert texts.DEMO_BANNER in words
    assert "Data per <b>22 Nov 2026, 21.10 WIB</b>" in words
    assert "4 dari 5" in words
    assert texts.FAILED not in words


@pytest.mark.parametrize("page", PAGES)
def test_a_page_without_any_rows_stays_calm(nothing, page):
    snapshots.build_snapshot(nothing / "demo" / "published", snapshot=snapshots.facts(posts=0))
    words = seen(opened(page))
    assert texts.FAILED not in words
    assert "jk-heading" in words


@pytest.mark.parametrize("page", PAGES)
def test_old_data_is_marked_on_every_page(nothing, page):
    aged = snapshots.facts(data_as_of=snapshots.AS_OF.replace(year=2025))
    snapshots.build_snapshot(nothing / "demo" / "published", **snapshots.example(snapshot=aged))
    assert texts.OLD_DATA in seen(opened(page))


def test_a_broken_pointer_is_marked_as_old_data(demo):
    assert texts.OLD_DATA not in seen(opened("metodologi")) or _is_past_the_example()
    (demo / "demo" / "published" / "CURRENT").write_text("hilang.duckdb\n", encoding="utf-8")
    assert texts.OLD_DATA in seen(opened("metodologi"))


def _is_past_the_example() -> bool:
    return pd.Timestamp.now(tz="UTC") - snapshots.AS_OF > pd.Timedelta(days=8)


@pytest.mark.parametrize("page", PAGES)
def test_before_anything_is_published_the_page_says_how_to_load(nothing, page):
    app = AppTest.from_file(str(ROOT / "pages" / f"{page}.py"), default_timeout=60).run()
    words = seen(app)
    assert texts.NOTHING_PUBLISHED in words
    assert str(nothing / "inbox") in words
    assert "etl load" in words


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_sees_no_data_and_what_to_do(nothing, page):
    snapshots.publish_example(nothing / "published")
    app = AppTest.from_file(str(ROOT / "pages" / f"{page}.py"), default_timeout=60).run()
    words = seen(app)
    assert texts.NO_ACCESS in words
    assert "Dinas Kesehatan" not in words
    assert "22 Nov" not in words


def test_a_stranger_is_not_even_offered_the_other_pages(nothing):
    snapshots.publish_example(nothing / "published")
    with pytest.raises(ValueError, match="not"):
        opened("unggahan")


@pytest.mark.parametrize("page", PAGES)
def test_a_failing_question_gives_a_calm_page_and_a_log_entry(demo, page, monkeypatch, caplog):
    app = opened(page)
    monkeypatch.setattr("ui.page.store.query", lambda *args, **kwargs: 1 // 0)
    words = seen(app.run())
    assert texts.FAILED in words
    assert "ZeroDivisionError" not in words
    assert "ZeroDivisionError" in caplog.text


def test_the_summary_opens_with_the_sentence_that_matters(demo):
    assert "Pekan ini <strong>4\u00a0dari\u00a05</strong> unit wajib menerbitkan" in seen(opened("ringkasan"))
    assert "<strong>1\u00a0unit</strong> diam lebih dari 14 hari." in seen(opened("ringkasan"))


def test_the_ranking_says_where_its_order_is_uncertain(demo):
    words = seen(opened("peringkat"))
    assert "Urutan belum pasti pada 1 dari 1 pasang unit" in words
    assert "2 unit belum cukup data" in words
    assert texts.NOT_ENOUGH in words


def test_the_ranking_compares_with_and_without_oneself(demo):
    without, including = seen(opened("peringkat")), seen(opened("peringkat", pembanding="termasuk"))
    assert ">85<" in without
    assert ">90<" in including


def test_an_assumed_unit_name_is_marked(demo):
    assert texts.ASSUMED_NAME in seen(opened("peringkat"))


def test_a_unit_can_be_chosen_in_the_address(demo):
    assert "<strong>Dinas Pendidikan</strong> menerbitkan" in seen(opened("opd", unit="DISDIK"))


def test_a_gap_of_more_than_a_week_is_listed(demo):
    assert ">13 hari<" in seen(opened("opd", unit="DINKES"))


def test_a_series_break_cuts_the_line_and_is_explained(demo):
    app = opened("opd", unit="DINKES", platform="instagram", tren="views")
    assert "Instagram mengganti tayangan lama." in seen(app)


def test_views_of_different_platforms_are_not_mixed(demo):
    assert "tidak boleh dicampur" in seen(opened("opd", unit="DINKES", tren="views"))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("junk", ["' or 1=1 --", "../../etc", "-1", "9" * 40, "<script>"])
def test_an_address_from_a_stranger_changes_nothing(demo, page, junk):
    names = (
        "periode",
        "platform",
        "kelompok",
        "ukuran",
        "pembanding",
        "unit",
        "jenis",
        "urut",
        "hal",
        "hal_unit",
        "bulan",
        "norma",
        "aturan",
        "hasil",
        "bagian",
        "tren",
        "pesan",
        "desa",
        "cara",
        "tindakan",
        "keadaan",
    )
    words = seen(opened(page, **dict.fromkeys(names, junk)))
    assert texts.FAILED not in words
    assert junk not in words or junk == "-1"


def test_a_filter_is_remembered_in_the_address(demo):
    app = opened("peringkat")
    app.selectbox(key="saringan_kelompok").select("badan").run()
    assert app.query_params["kelompok"] == "badan"
    app.selectbox(key="saringan_kelompok").select("dinas").run()
    assert "kelompok" not in app.query_params


def test_missing_reach_is_said_and_not_shown_as_zero(demo):
    assert texts_missing() in seen(opened("unggahan"))


def texts_missing() -> str:
    return '<div class="jk-missing">tidak tersedia</div>'


def test_every_definition_is_on_the_methodology_page(demo):
    words = seen(opened("metodologi"))
    assert [code for code in definitions() if f'id="{code}"' not in words] == []


@pytest.mark.parametrize(
    ("part", "expected"),
    [("akun", "@asing"), ("berkas", "Dimuat sebagian"), ("baris", "Angka tidak boleh negatif."),
     ("periksa", "Jangkauan melebihi tayangan."), ("ringkas", "Seri terputus")],
)  # fmt: skip
def test_every_part_of_data_quality_shows_its_rows(demo, part, expected):
    assert expected in seen(opened("mutu_data", bagian=part))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_selects_and_draws_and_nothing_else(page):
    source = (ROOT / "pages" / f"{page}.py").read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert len(source.splitlines()) < 120
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Try)]
    assert not [word for word in ("groupby", "duckdb", "select ", "unsafe_allow") if word in source]


def test_every_page_file_is_in_the_menu():
    assert sorted(path.stem for path in (ROOT / "pages").glob("*.py")) == sorted(PAGES)
