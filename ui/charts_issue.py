"""Charts of vigilance: shares month by month with their 90 % interval; a month without any stays a gap."""

from typing import Any

import pandas as pd

from measures.intervals import wilson
from ui import formats
from ui.charts import ACCENT, Figure, axis, layout, scatter, value_axis

WHOLE = {"range": [-0.03, 1.03], "tickformat": ".0~%", "tickvals": [0, 0.25, 0.5, 0.75, 1]}
Point = tuple[str, float, float, float, str]


def ai_share(months: pd.DataFrame) -> Figure | None:
    """The share of AI-made media that says so."""
    rows = months.to_dict("records")
    return _shares([_point(row, row["declared"], row["declared"] + row["undeclared"], "berlabel") for row in rows])


def in_time(months: pd.DataFrame) -> Figure | None:
    """The share of issues clarified within the hours aimed at, by the month they came in."""
    rows = months.to_dict("records")
    return _shares([_point(row, row["within_24h"], row["due"], "diklarifikasi tepat waktu") for row in rows])


def _shares(points: list[Point | None]) -> Figure | None:
    known = [one for one in points if one is not None]
    if not known:
        return None
    days = [one[0] for one in known]
    ends = [edge for day, _, low, high, _ in known for edge in ((day, low), (day, high), (None, None))]
    spans = scatter([x for x, _ in ends], [y for _, y in ends], mode="lines", hoverinfo="skip", opacity=0.4,
                    line={"color": ACCENT, "width": 5})  # fmt: skip
    line = scatter(days, [one[1] for one in known], mode="lines+markers", line={"color": ACCENT, "width": 2},
                   marker={"size": 9, "color": ACCENT}, hovertext=[one[4] for one in known])  # fmt: skip
    across = axis(tickvals=days, ticktext=[f"{formats.month(pd.Timestamp(day))[:3]} {day[:4]}" for day in days])
    return {"data": [spans, line], "layout": layout(230, xaxis=across, yaxis=value_axis(**WHOLE))}


def _point(row: dict[str, Any], some: Any, whole: Any, words: str) -> Point | None:
    span = wilson(int(some), int(whole))
    if span is None:
        return None
    day = pd.Timestamp(row["month"])
    low, high = (formats.percent(edge, 0) for edge in span)
    told = f"{formats.month(day)}<br>{formats.share(some, whole)} {words}<br>rentang 90 %: {low} – {high}"
    return day.date().isoformat(), some / whole, *span, told
