"""Judged posts on a page: the deciding words, the reasons, and a way to object."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from ui import acts, appeal_form, download, filters, formats, parts, texts, verdict_words
from ui.markup import Html, joined, tag
from ui.parts import badge, open_post
from ui.standard_hidden import closed
from ui.standard_words import DECIDED_BY, Row
from ui.store import count, page, query

POSTS = 10


def origin(row: Row) -> Html:
    platform = texts.PLATFORMS.get(row["platform"], formats.text(row["platform"]))
    when = formats.posted(row["published_at"], row["published_on"])
    return joined(platform, when, open_post(row["link"]), by=" · ")


def show(asked: dict[str, str], titles: Mapping[str, str]) -> None:
    """The posts asked for, a page at a time, and all of them to take away."""
    total = count("standard_posts", **asked)
    if not total:
        parts.show(parts.note("Tidak ada unggahan yang cocok; pilih aturan, hasil atau bulan lain."))
        return
    rows = page("standard_posts", POSTS, (filters.current_page(total, POSTS) - 1) * POSTS, **asked)
    cases = parts.strong(f"{formats.number(total)} unggahan")
    parts.show(parts.note(cases, " cocok; unduhan memuat semuanya."), verdict_words.legend())
    _show_all(rows, titles)
    filters.paginate(total, POSTS)
    download.buttons("hasil-periksa", lambda: for_file(query("standard_posts", **asked), titles), POSTS_FILE)


def _show_all(rows: pd.DataFrame, titles: Mapping[str, str]) -> None:
    for row in rows.to_dict("records"):
        with st.container(key=f"hasil_{row['post_id']}"):
            parts.show(_judged(row, titles))
            _objections(row, titles)


def _objections(row: Row, titles: Mapping[str, str]) -> None:
    """One box for each failed verdict, for whoever may speak for the unit."""
    failed = [one for one in verdict_words.entries(row["evidence"]) if one.get("verdict") == "fail"]
    code = formats.text(row["agency_code"], "")
    if not code or not acts.may("appeal", code):
        return
    for one in failed:
        if len(failed) > 1:
            parts.show(parts.note(verdict_words.title(one, titles)))
        appeal_form.show(row["post_id"], one["rule_id"], code)


def _judged(row: Row, titles: Mapping[str, str]) -> Html:
    account = formats.text(row["account_handle"], "")
    decided = badge(DECIDED_BY.get(row["decided_by"], formats.text(row["decided_by"])))
    head = tag("div", tag("b", formats.text(row["agency_name"])), f" @{account} " if account else " ", decided,
               tag("div", tag("small", origin(row))))  # fmt: skip
    words = tag("p", verdict_words.marked(closed(row), row["evidence"]), cls="jk-caption")
    return tag("div", head, tag("div", tag("div", words), _reasons(row, titles), cls="jk-judged-pair"), cls="jk-judged")


def _reasons(row: Row, titles: Mapping[str, str]) -> Html:
    """What has to change is open; what is fine opens on demand."""
    every = verdict_words.entries(row["evidence"])
    fine = [one for one in every if one.get("verdict") in ("pass", "found") or one.get("rule_id") == "emphasis"]
    open_ones = [one for one in every if one not in fine]
    emphasis = tag("p", "Titik berat: ", tag("b", verdict_words.emphasis_word(row["emphasis"])), cls="jk-note")
    quiet = tag("details", tag("summary", f"{formats.number(len(fine))} hal lain"), verdict_words.told(fine, titles),
                cls="jk-opens") if fine else None  # fmt: skip
    told = verdict_words.told(open_ones, titles) if open_ones else tag("p", "Tidak ada yang perlu diubah.")
    return tag("div", emphasis, told, quiet)


POSTS_FILE = {
    "post_id": "ID", "platform": "Platform", "account_handle": "Akun", "agency_code": "Kode unit",
    "agency_name": "Unit", "published_at": "Terbit", "caption": "Teks", "link": "Tautan", "emphasis": "Titik berat",
    "failed": "Aturan wajib dilanggar", "reasons": "Alasan", "decided_by": "Diputuskan oleh",
}  # fmt: skip


def for_file(rows: pd.DataFrame, titles: Mapping[str, str]) -> pd.DataFrame:
    """The same posts in the words of the page."""
    records = rows.to_dict("records")
    return rows.assign(
        caption=[closed(row) for row in records],
        emphasis=[verdict_words.emphasis_word(row["emphasis"]) for row in records],
        decided_by=[DECIDED_BY.get(row["decided_by"], row["decided_by"]) for row in records],
        reasons=[" | ".join(_reason(one, titles) for one in verdict_words.entries(row["evidence"])) for row in records],
    )


def _reason(one: Row, titles: Mapping[str, str]) -> str:
    why = formats.text(one.get("why"), "")
    return f"{verdict_words.title(one, titles)}: {verdict_words.verdict_word(one)}{f' ({why})' if why else ''}"
