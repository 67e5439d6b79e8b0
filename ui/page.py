"""What every page starts with: its question, what the data is worth today, and the states without data."""

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import streamlit as st

from ui import formats, parts, store, texts
from ui.access import current_viewer
from ui.instance import inbox
from ui.markup import Html, joined, tag

LOG = logging.getLogger("jangkau.page")
STYLE = Path(__file__).with_name("style.css")
OLD_AFTER = timedelta(days=8)


def heading(title: str, question: str, estimated: str | None = None) -> None:
    """Draw the top of a page; stop here when there is nothing to show or nobody to show it to."""
    st.html(STYLE)
    top = tag("div", tag("h1", title), tag("p", question, cls="jk-question"), cls="jk-heading")
    try:
        held = store.snapshot()
    except store.NothingPublished:
        _stop_with(top, nothing_published())
    if not current_viewer().is_known:
        _stop_with(top, no_access())
    facts = store.query("snapshot")
    if facts.empty:
        _stop_with(top, nothing_published())
    row = facts.iloc[0].to_dict()
    parts.show(_banner(row), top, _trust(row, held.is_old, estimated))


def failed() -> None:
    """The calm page shown instead of an error; the details are in the log only."""
    LOG.exception("A page failed")
    st.html(STYLE)
    parts.show(parts.empty(texts.FAILED, texts.WHAT_TO_DO_WHEN_FAILED, tone="alert"))


def nothing_published() -> Html:
    commands = (str(inbox()), texts.LOAD_COMMAND, texts.RUN_COMMAND)
    return parts.empty(texts.NOTHING_PUBLISHED, *texts.HOW_TO_LOAD, commands=commands)


def no_access() -> Html:
    first, second = texts.HOW_TO_GET_ACCESS
    return joined(
        parts.empty(texts.NO_ACCESS, tag("span", first), tag("span", second), tag("code", texts.ACCESS_COMMAND))
    )


def is_old(data_as_of: Any, now: datetime) -> bool:
    return not formats.is_missing(data_as_of) and now - data_as_of > OLD_AFTER


def _stop_with(*shown: Html) -> None:
    parts.show(*shown)
    st.stop()


def _banner(row: dict[str, Any]) -> Html | None:
    return tag("div", texts.DEMO_BANNER, cls="jk-banner", role="note") if row["has_invented"] else None


def _trust(row: dict[str, Any], pointer_is_broken: bool, estimated: str | None) -> Html:
    aged = pointer_is_broken or is_old(row["data_as_of"], datetime.now(UTC))
    covered = formats.share(row["accounts_covered"], row["accounts_registered"])
    shown = [
        joined("Data per ", tag("b", formats.moment(row["data_as_of"]))),
        joined(tag("b", covered), " akun terdaftar terpantau 35 hari terakhir"),
        joined("Perkiraan: ", estimated or "tidak ada di halaman ini"),
    ]
    hint = "Berkas data terbaru belum masuk atau tidak terbaca; yang tampil adalah data terakhir yang baik."
    mark = parts.badge(texts.OLD_DATA, "alert", hint) if aged else None
    return tag("div", mark, *(tag("span", one) for one in shown), cls="jk-trust")
