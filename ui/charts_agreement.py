"""The chart of agreement: on which share of the labels machine and staff said the same, month by month."""

import pandas as pd

from ui import formats
from ui.charts import ACCENT, FAINT, Figure, axis, layout, scatter, value_axis

WHOLE = {"range": [-0.03, 1.03], "tickformat": ".0~%", "tickvals": [0, 0.25, 0.5, 0.75, 1]}


def months(rows: pd.DataFrame, name: str) -> Figure | None:
    """The share with its interval; a month in which nothing could be compared stays a gap."""
    known = rows.dropna(subset=["share", "low", "high"]) if len(rows) else rows
    if known.empty:
        return None
    days = [pd.Timestamp(month).date().isoformat() for month in known["month"]]
    upper = scatter(days, known["high"], mode="lines", line={"width": 0}, hoverinfo="skip")
    lower = scatter(days, known["low"], mode="lines", line={"width": 0}, hoverinfo="skip", fill="tonexty",
                    fillcolor=FAINT)  # fmt: skip
    line = scatter(days, known["share"], mode="lines+markers", line={"color": ACCENT, "width": 2},
                   marker={"size": 8, "color": ACCENT}, hovertext=_words(known, name))  # fmt: skip
    look = layout(230, xaxis=axis(tickvals=days, ticktext=_short(known)), yaxis=value_axis(**WHOLE))
    return {"data": [upper, lower, line], "layout": look}


def _words(known: pd.DataFrame, name: str) -> list[str]:
    return [
        f"{formats.month(row['month'])}: {name} sama pada {formats.share(row['agreed'], row['decided'])} "
        f"({formats.percent(row['share'], 0)}, rentang {formats.interval(row['low'], row['high'], 'rate')})"
        for row in known.to_dict("records")
    ]


def _short(known: pd.DataFrame) -> list[str]:
    return [formats.month(month).replace(" ", "<br>") for month in known["month"]]
