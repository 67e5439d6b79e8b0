"""The building blocks of a page: tiles, tables, lists of posts and the designed states, as safe HTML."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from ui import formats, texts
from ui.charts import CONFIG
from ui.markup import Html, joined, link, tag


@dataclass(frozen=True)
class Tile:
    """One figure a reader should remember, with what to compare it to."""

    label: str
    value: str
    note: str = ""
    tone: str = "plain"


@dataclass(frozen=True)
class Column:
    """One column of a table: its heading, which value, and whether it is a figure."""

    title: str
    value: Any
    is_figure: bool = False
    hint: str | None = None
    is_lead: bool = False


def show(*parts: Html | None) -> None:
    st.html(joined(*parts))


def sentence(*words: Any) -> Html:
    return tag("p", *words, cls="jk-sentence")


def strong(value: Any) -> Html:
    return tag("strong", value)


def section(title: str, explained: str | None = None) -> Html:
    return tag("div", tag("h2", title), explained and tag("p", explained), cls="jk-section")


def note(*words: Any) -> Html:
    return tag("p", *words, cls="jk-note")


def badge(words: str, tone: str = "plain", hint: str | None = None) -> Html:
    return tag("span", words, cls=f"jk-badge jk-{tone}", title=hint)


def tiles(*shown: Tile) -> Html:
    return tag("div", *(_tile(one) for one in shown), cls="jk-tiles")


def _tile(one: Tile) -> Html:
    return tag(
        "div",
        tag("span", one.label, cls="jk-tile-label"),
        tag("span", one.value, cls="jk-tile-value"),
        tag("span", one.note, cls="jk-tile-note"),
        cls=f"jk-tile jk-{one.tone}",
    )


def table(rows: pd.DataFrame, columns: Sequence[Column], caption: str | None = None) -> Html:
    """A table that becomes a list of cards on a phone: every cell carries its own heading."""
    head = tag("tr", *(tag("th", c.title, cls=_kind(c), title=c.hint, scope="col") for c in columns))
    body = (tag("tr", *(_cell(c, row) for c in columns)) for row in rows.to_dict("records"))
    inside = (tag("thead", head), tag("tbody", *body))
    return tag("div", tag("table", caption and tag("caption", caption), *inside, cls="jk-table"), cls="jk-scroll")


def _kind(column: Column) -> str | None:
    return "jk-figure" if column.is_figure else "jk-lead" if column.is_lead else None


def _cell(column: Column, row: dict[str, Any]) -> Html:
    value = column.value(row) if callable(column.value) else formats.text(row[column.value])
    quiet = "jk-missing" if value == formats.MISSING else None
    return tag("td", tag("div", value, cls=quiet), cls=_kind(column), data_title=column.title)


FIGURES: dict[str, Callable[[dict[str, Any]], str]] = {
    "harapan": lambda row: formats.factor(row["overperformance"]),
    "interaksi": lambda row: f"{formats.number(row['interactions'])} interaksi",
}


def posts(rows: pd.DataFrame, by: str, length: int = 170) -> Html:
    """Posts as short cards: who, when, the first words, one figure, and the way to the post itself."""
    return tag("ol", *(_post(row, FIGURES[by](row), length) for row in rows.to_dict("records")), cls="jk-posts")


def _post(row: dict[str, Any], figure: Any, length: int) -> Html:
    words = formats.shortened(row["caption"], length) or "(tanpa teks)"
    foot = (tag("span", figure, cls="jk-post-figure"), tag("span", origin(row)))
    return tag("li", tag("b", publisher(row)), tag("p", words), tag("div", *foot, cls="jk-post-foot"))


def publisher(row: dict[str, Any]) -> str:
    """The unit, or the account where nobody has said whose it is."""
    account = formats.text(row["account_handle"], "")
    return formats.text(
        row["agency_name"], f"@{account}" if account else formats.text(row["account_id"], "akun belum diketahui")
    )


def origin(row: dict[str, Any]) -> Html:
    """What kind of post, when, and the way to it."""
    when = formats.posted(row["published_at"], row["published_on"])
    return joined(texts.kind(row["post_type"], row["platform"]), when, open_post(row["link"]), by=" · ")


def open_post(address: Any) -> Html:
    if formats.is_missing(address):
        return tag("span", "tautan tidak tersedia", cls="jk-missing")
    return link(address, "buka unggahan")


def empty(
    title: str = texts.NOTHING_FOR_CHOICE, *advice: Any, commands: Iterable[str] = (), tone: str = "plain"
) -> Html:
    """A designed state: what is the matter, and what the reader can do about it."""
    advice = advice or (texts.CHOOSE_OTHERWISE,)
    words = [tag("p", one) for one in advice]
    for place, command in enumerate(commands, start=1):
        words.insert(place * 2 - 1, tag("code", command))
    return tag("div", tag("h3", title), *words, cls=f"jk-empty jk-{tone}", role="status")


def chart(drawn: Any | None, describes: str, otherwise: str = texts.NOTHING_FOR_CHOICE) -> None:
    """A figure with words for those who cannot see it; a quiet line where there is nothing to draw."""
    if drawn is None:
        show(note(otherwise))
        return
    st.plotly_chart(drawn, width="stretch", config=CONFIG, alt=describes)


def legend(dot: str, span: str, tick: str) -> Html:
    """The key of the interval chart, below it, where it can never cover a mark."""
    keys = (("jk-key-dot", dot), ("jk-key-span", span), ("jk-key-tick", tick))
    return tag("p", *(tag("span", tag("i", cls=cls), words) for cls, words in keys), cls="jk-legend")
