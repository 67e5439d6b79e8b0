"""Examples that teach: good posts with their unit first, then poor ones without anything that says whose they are."""

from typing import Any

import pandas as pd
import streamlit as st

from ui import formats, parts, verdict_words
from ui.markup import Html, tag
from ui.parts import badge
from ui.standard_hidden import anonymous, closed
from ui.standard_posts import origin
from ui.standard_words import Row
from ui.store import query

MOST_GOOD, MOST_POOR = 3, 4
NOTHING = "Belum ada contoh dalam pilihan ini."


def show(chosen: dict[str, str]) -> None:
    """Both kinds side by side, for one month and group."""
    left, right = st.columns(2, gap="large")
    with left:
        rows = query("standard_good", **chosen)
        parts.show(parts.section("Contoh yang baik", "Lolos semua aturan dan tanggapannya melampaui harapan."),
                   good(rows) if len(rows) else parts.note(NOTHING))  # fmt: skip
    with right:
        rows = query("standard_poor", **chosen)
        parts.show(parts.section("Contoh yang perlu diubah", "Unit, akun dan tautannya disamarkan."),
                   poor(rows) if len(rows) else parts.note(NOTHING))  # fmt: skip


def good(rows: pd.DataFrame) -> Html:
    """Service posts that did better than usual, with unit and link: these may be copied."""
    shown = rows.head(MOST_GOOD).to_dict("records")
    return tag("ol", *map(_good, shown), cls="jk-posts jk-teach")


def _good(row: Row) -> Html:
    foot = (tag("span", formats.factor(row["overperformance"]), cls="jk-post-figure"), tag("span", origin(row)))
    return tag("li", tag("b", formats.text(row["agency_name"])),
               tag("p", verdict_words.marked(closed(row), _supporting(row["evidence"])), cls="jk-caption"),
               tag("div", *foot, cls="jk-post-foot"))  # fmt: skip


def _supporting(evidence: Any) -> list[Row]:
    """The words that make it a service post; every other mark would only distract."""
    return [one for one in verdict_words.entries(evidence) if one.get("rule_id") in ("service_first", "service_info")]


def poor(rows: pd.DataFrame) -> Html:
    """One post for each rule that is broken, without anything that says whose it is."""
    shown = rows.drop_duplicates("rule_id").head(MOST_POOR)
    return tag("ol", *map(_poor, shown.to_dict("records")), cls="jk-posts jk-teach")


def _poor(row: Row) -> Html:
    why = tag("p", badge(formats.text(row["title"]), "alert"), " ", formats.text(row["why"], ""))
    advice = tag("p", tag("b", "Sebaiknya: "), formats.text(row["advice"], ""), cls="jk-mend")
    return tag("li", why, tag("p", verdict_words.marked(anonymous(row), [row]), cls="jk-caption"), advice)
