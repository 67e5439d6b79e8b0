"""What is taken away is exactly what was shown, and no stranger's caption runs in a spreadsheet."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from tests import snapshots
from tests.screens import fresh, opened, seen
from ui import download


@pytest.fixture
def demo(tmp_path, monkeypatch) -> Path:
    """The invented instance, published; everyone may look."""
    fresh(tmp_path, monkeypatch)
    snapshots.publish_example(tmp_path / "demo" / "published")
    return tmp_path


def test_rows_on_screen_are_the_rows_in_the_file(demo, monkeypatch):
    files = _downloads(monkeypatch)
    words = seen(opened("unggahan", cari="posyandu"))
    assert "<strong>29 unggahan</strong>" in words
    rows = pd.read_csv(io.BytesIO(files["jangkau-unggahan.csv"]()))
    assert len(rows) == 29
    sheet = openpyxl.load_workbook(io.BytesIO(files["jangkau-unggahan.xlsx"]())).active
    assert sheet.max_row == 30
    assert words.count("<tr>") - 1 == 20


def test_a_hostile_caption_is_shown_as_it_was_written(demo):
    words = seen(opened("unggahan"))
    assert "<script>" not in words
    assert "&lt;script&gt;" in words
    assert 'javascript:alert(1)"' not in words


def test_a_hostile_caption_never_becomes_a_formula(demo, monkeypatch):
    files = _downloads(monkeypatch)
    opened("unggahan", cari="tebal")
    assert "'=HYPERLINK" in files["jangkau-unggahan.csv"]().decode("utf-8-sig")
    sheet = openpyxl.load_workbook(io.BytesIO(files["jangkau-unggahan.xlsx"]())).active
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b"}
    assert not any(cell.hyperlink for cell in cells)


@pytest.mark.parametrize("start", ["=1+1", "+1", "-x", "@a", "\tx", "\rx"])
def test_no_csv_cell_starts_a_formula(start):
    saved = download.csv_bytes(pd.DataFrame({"Teks": [start]})).decode("utf-8-sig")
    assert "'" + start[0] in saved


def test_a_negative_number_stays_a_number_in_the_csv():
    assert "-1.5" in download.csv_bytes(pd.DataFrame({"Nilai": [-1.5]})).decode("utf-8-sig").splitlines()


def _downloads(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What each download button would give, by file name."""
    files: dict[str, Any] = {}
    monkeypatch.setattr(
        "ui.download.st.download_button", lambda label, data, file_name, *rest, **more: files.update({file_name: data})
    )
    return files
