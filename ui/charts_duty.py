"""Charts of duties kept: shares with their interval, unit beside unit and month after month."""

from typing import Any

import pandas as pd

from measures.intervals import wilson
from ui import formats
from ui.charts import ACCENT, ATTENTION, FAINT, Figure, axis, layout, scatter, value_axis
from ui.duty_view import with_shares

ROW, MOST_ROWS, NAME_LENGTH = 30, 40, 30
REPEATED = ("Dinas ", "Kecamatan ", "Kelurahan ", "Desa ")
WHOLE = {"range": [-0.03, 1.03], "tickformat": ".0~%", "tickvals": [0, 0.25, 0.5, 0.75, 1]}


def shares(units: pd.DataFrame) -> Figure | None:
    """One dot a unit with its 90 % interval; the dotted line is the share of all of them together."""
    judged = with_shares(units).head(MOST_ROWS)
    if judged.empty:
        return None
    rows = judged.to_dict("records")
    places = list(range(len(rows)))
    ends = [
        edge
        for place, row in zip(places, rows, strict=True)
        for edge in ((row["low"], place), (row["high"], place), (None, None))
    ]
    spans = scatter([x for x, _ in ends], [y for _, y in ends], mode="lines", hoverinfo="skip", opacity=0.5,
                    line={"color": ACCENT, "width": 5})  # fmt: skip
    dots = scatter([row["share"] for row in rows], places, hovertext=[_share_words(row) for row in rows],
                   marker={"size": 10, "color": ACCENT})  # fmt: skip
    names = axis(
        autorange="reversed", tickvals=places, ticktext=[_short(row["name"]) for row in rows], ticklabelstandoff=6
    )
    together = float(judged["on_time"].sum() / judged["due"].sum())
    line = {"type": "line", "x0": together, "x1": together, "yref": "paper", "y0": 0, "y1": 1,
            "line": {"color": ATTENTION, "width": 1.5, "dash": "dot"}}  # fmt: skip
    look = layout(
        max(len(rows) * ROW + 48, 120),
        xaxis=value_axis(side="top", **WHOLE),
        yaxis=names,
        hovermode="closest",
        shapes=[line],
    )
    return {"data": [spans, dots], "layout": look}


def trend(months: pd.DataFrame) -> Figure | None:
    """The share kept in time month by month, with its interval; a month without a due duty stays a gap."""
    if months.empty:
        return None
    sums = months.groupby("month", as_index=False)[["on_time", "late", "missing"]].sum()
    points = [one for one in map(_month, sums.to_dict("records")) if one is not None]
    if not points:
        return None
    days = [day for day, *_ in points]
    upper = scatter(days, [high for *_, high, _ in points], mode="lines", line={"width": 0}, hoverinfo="skip")
    lower = scatter(days, [low for _, _, low, *_ in points], mode="lines", line={"width": 0}, hoverinfo="skip",
                    fill="tonexty", fillcolor=FAINT)  # fmt: skip
    line = scatter(days, [share for _, share, *_ in points], mode="lines+markers", line={"color": ACCENT, "width": 2},
                   marker={"size": 8, "color": ACCENT}, hovertext=[words for *_, words in points])  # fmt: skip
    across = axis(tickvals=days, ticktext=[formats.month(pd.Timestamp(day))[:3] + f" {day[:4]}" for day in days])
    return {"data": [upper, lower, line], "layout": layout(230, xaxis=across, yaxis=value_axis(**WHOLE))}


def _month(row: dict[str, Any]) -> tuple[str, float, float, float, str] | None:
    kept, due = int(row["on_time"]), int(row["on_time"] + row["late"] + row["missing"])
    span = wilson(kept, due)
    if span is None:
        return None
    day = pd.Timestamp(row["month"])
    words = f"{formats.month(day)}<br>{formats.share(kept, due)} tepat waktu<br>rentang 90 %: {_span(*span)}"
    return day.date().isoformat(), kept / due, *span, words


def _share_words(row: dict[str, Any]) -> str:
    return (
        f"<b>{_plain(row['name'])}</b><br>{formats.share(row['on_time'], row['due'])} tepat waktu "
        f"({formats.percent(row['share'], 0)})<br>rentang 90 %: {_span(row['low'], row['high'])}"
    )


def _span(low: float, high: float) -> str:
    return f"{formats.percent(low, 0)} – {formats.percent(high, 0)}"


def _short(name: Any) -> str:
    words = formats.text(name)
    kept = next((words.removeprefix(start) for start in REPEATED if words.startswith(start)), words)
    return _plain(formats.shortened(kept, NAME_LENGTH))


def _plain(words: Any) -> str:
    return formats.text(words).replace("<", "‹").replace(">", "›")
