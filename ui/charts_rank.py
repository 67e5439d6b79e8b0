"""Charts that set units side by side, with the interval that says how far to trust the order."""

from typing import Any

import pandas as pd

from measures.peer_groups import PEER_GROUPS
from ui import formats
from ui.charts import ACCENT, ATTENTION, FAINT, Figure, axis, bars, layout, scatter, value_axis, whole

ROW = 30
MOST_ROWS = 40
NAME_LENGTH = 30
# Said once in the filter above the chart; repeating it in every row would only cut the names short.
REPEATED = ("Dinas ", "Kecamatan ", "Kelurahan ", "Desa ")


def intervals(ranking: pd.DataFrame, unit: str) -> Figure | None:
    """One dot a unit with its 90 % interval; a short upright mark is the median of its peers."""
    ranked = ranking[ranking["is_ranked"]].head(MOST_ROWS) if len(ranking) else ranking
    if ranked.empty:
        return None
    names = _names(ranked)
    words = [_interval_words(row, unit) for row in ranked.to_dict("records")]
    spans = scatter(*_spans(ranked, names), mode="lines", line={"color": ACCENT, "width": 5}, opacity=0.5,
                    hoverinfo="skip")  # fmt: skip
    peers = scatter(ranked["peer_median"].map(whole), names, hoverinfo="skip",
                    marker={"symbol": "line-ns", "size": 15, "line": {"width": 2, "color": ATTENTION}})  # fmt: skip
    dots = scatter(ranked["median"], names, hovertext=words, marker={"size": 10, "color": ACCENT})
    across = value_axis(side="top", tickformat=".1~%" if unit == "rate" else ",.2~f", rangemode="normal")
    return {"data": [spans, peers, dots], "layout": _rows_layout(len(ranked), across)}


def activity(ranking: pd.DataFrame) -> Figure | None:
    """Posts a week for each unit; no post at all is an empty row, not a hidden one."""
    shown = ranking.head(MOST_ROWS)
    if shown.empty or not shown["posts"].sum():
        return None
    names = _names(shown)
    words = [_activity_words(row) for row in shown.to_dict("records")]
    marks = bars(shown["posts_per_week"].map(whole), names, orientation="h", marker={"color": ACCENT},
                 hovertext=words, text=[formats.number(v, 1) for v in shown["posts_per_week"]],
                 textposition="outside", cliponaxis=False)  # fmt: skip
    return {
        "data": [marks],
        "layout": _rows_layout(len(shown), value_axis(side="top", range=[0, shown["posts_per_week"].max() * 1.18])),
    }


def coverage(groups: pd.DataFrame) -> Figure | None:
    """Active units out of the obliged ones, group by group."""
    if groups.empty:
        return None
    labels = [PEER_GROUPS.get(code, code) for code in groups["peer_group"]]
    words = [formats.share(r["units_active"], r["units_obliged"]) for r in groups.to_dict("records")]
    shares = groups["units_active"] / groups["units_obliged"]
    whole_bar = bars([1.0] * len(groups), labels, orientation="h", marker={"color": FAINT}, hoverinfo="skip")
    part = bars(shares, labels, orientation="h", marker={"color": ACCENT}, hoverinfo="skip")
    told = scatter([1.02] * len(groups), labels, mode="text", text=words, textposition="middle right",
                   hoverinfo="skip", cliponaxis=False)  # fmt: skip
    across = axis(showticklabels=False, range=[0, 1.42])
    look = _rows_layout(len(groups), across) | {"barmode": "overlay", "bargap": 0.45}
    return {"data": [whole_bar, part, told], "layout": look}


def _rows_layout(count: int, across: dict[str, Any]) -> dict[str, Any]:
    down = axis(autorange="reversed", type="category", ticklabelstandoff=6)
    return layout(count * ROW + 48, xaxis=across, yaxis=down, hovermode="closest")


def _names(rows: pd.DataFrame) -> list[str]:
    """Short enough for a phone, and still different from each other."""
    seen: dict[str, int] = {}
    names = []
    for row in rows.to_dict("records"):
        name = _plain(formats.shortened(_short(row["name"]), NAME_LENGTH))
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({row['agency_code']})")
    return names


def _short(name: Any) -> str:
    words = formats.text(name)
    return next((words.removeprefix(start) for start in REPEATED if words.startswith(start)), words)


def _spans(rows: pd.DataFrame, names: list[str]) -> tuple[list[Any], list[Any]]:
    xs: list[Any] = []
    ys: list[Any] = []
    for name, low, high in zip(names, rows["low"], rows["high"], strict=True):
        xs += [low, high, None]
        ys += [name, name, None]
    return xs, ys


def _interval_words(row: dict[str, Any], unit: str) -> str:
    return (
        f"<b>{_plain(row['name'])}</b><br>nilai tengah {formats.measured(row['median'], unit)}"
        f"<br>rentang 90 %: {formats.interval(row['low'], row['high'], unit)}"
        f"<br>unit sebanding: {formats.measured(row['peer_median'], unit)}"
        f"<br>{formats.number(row['posts_measured'])} unggahan terukur"
    )


def _activity_words(row: dict[str, Any]) -> str:
    return (
        f"<b>{_plain(row['name'])}</b><br>{formats.number(row['posts'])} unggahan"
        f"<br>{formats.number(row['posts_per_week'], 1)} per pekan"
        f"<br>jeda terpanjang {formats.days(row['longest_gap_days'])}"
    )


def _plain(words: Any) -> str:
    return formats.text(words).replace("<", "‹").replace(">", "›")
