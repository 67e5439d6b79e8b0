"""Tables to take away, made so that a spreadsheet never runs what a stranger wrote in a caption."""

import io
from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SAFE_WORKBOOK = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": False}


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """CSV that Excel opens as UTF-8; text that would start a formula gets an apostrophe in front."""
    return frame.map(_harmless).to_csv(index=False).encode("utf-8-sig")


def xlsx_bytes(frame: pd.DataFrame) -> bytes:
    """A workbook in which every text stays text; instants are written as WIB without a zone."""
    target = io.BytesIO()
    options = {"options": SAFE_WORKBOOK}
    with pd.ExcelWriter(target, engine="xlsxwriter", engine_kwargs=options) as writer:
        _without_zones(frame).to_excel(writer, index=False, sheet_name="Jangkau", freeze_panes=(1, 0))
        writer.sheets["Jangkau"].autofit(max_width=420)
    return target.getvalue()


def buttons(name: str, rows: Callable[[], pd.DataFrame], columns: Mapping[str, str]) -> None:
    """CSV and XLSX of exactly these rows; made only when somebody asks."""

    def chosen() -> pd.DataFrame:
        return rows()[list(columns)].rename(columns=dict(columns))

    with st.container(horizontal=True, key=f"unduh_{name}"):
        _button(name, "CSV", "csv", "text/csv", lambda: csv_bytes(chosen()))
        _button(name, "Excel", "xlsx", XLSX, lambda: xlsx_bytes(chosen()))


def _button(name: str, words: str, ending: str, kind: str, make: Callable[[], bytes]) -> None:
    st.download_button(
        f"Unduh {words}", make, f"jangkau-{name}.{ending}", kind,
        key=f"unduh_{name}_{ending}", on_click="ignore", icon=":material/download:",
    )  # fmt: skip


def _harmless(value: object) -> object:
    if isinstance(value, str) and value.startswith(STARTS_A_FORMULA):
        return f"'{value}"
    return value


def _without_zones(frame: pd.DataFrame) -> pd.DataFrame:
    local = frame.copy()
    for name in local.select_dtypes(include=["datetimetz"]).columns:
        local[name] = local[name].dt.tz_convert("Asia/Jakarta").dt.tz_localize(None)
    return local
