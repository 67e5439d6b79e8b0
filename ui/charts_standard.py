"""Charts of the posting standard: shares of posts with their interval, unit beside unit and month after month."""

from typing import Any

import pandas as pd

from measures.intervals import wilson
from ui import charts_rank, formats
from ui.charts import ACCENT, ATTENTION, FAINT, QUIET, Figure, axis, layout, scatter, value_axis
from ui.charts_duty import WHOLE
from ui.standard_words import COMPARED, counted, span

SIDE = {"side": "top", **WHOLE}
MOST_TICKS = 6


def intervals(shares: pd.DataFrame, start: int, size: int) -> Figure | None:
    """One dot a unit with its 90 % interval; a mark for the median of its peers, a dotted line for the target."""
    ranked = shares[shares["is_ranked"]] if len(shares) else shares
    shown = ranked.iloc[start : start + size]
    if shown.empty:
        return None
    drawn = charts_rank.intervals(shown.rename(columns={"value": "median", "denominator": "posts_measured"}), "rate")
    if drawn is None:
        return None
    drawn["data"][-1]["hovertext"] = [_unit_words(row) for row in shown.to_dict("records")]
    drawn["layout"]["xaxis"] = value_axis(**SIDE)
    drawn["layout"]["shapes"] = [_target(float(shown["threshold"].iloc[0]), upright=True)]
    return drawn


def _target(at: float, upright: bool) -> dict[str, Any]:
    along, across = ("y", "x") if upright else ("x", "y")
    return {"type": "line", f"{across}0": at, f"{across}1": at, f"{along}ref": "paper", f"{along}0": 0, f"{along}1": 1,
            "line": {"color": QUIET, "width": 1.5, "dash": "dot"}}  # fmt: skip


def _unit_words(row: dict[str, Any]) -> str:
    peers = formats.percent(row["peer_median"], 0)
    goal = f"{COMPARED.get(row['comparison'], '')} {formats.percent(row['threshold'], 0)}".strip()
    return (
        f"<b>{_plain(row['name'])}</b><br>{formats.percent(row['value'], 0)}: {counted(row)}"
        f"<br>rentang 90 %: {span(row)}<br>unit sebanding: {peers}<br>target {goal}"
    )


def trend(rows: pd.DataFrame, is_one_unit: bool) -> Figure | None:
    """Months from left to right: the unit with its interval and, paler, the others of its group.

    For a whole group (`is_one_unit` false) the line is the share of all its units together.
    """
    if rows.empty:
        return None
    own = _points(rows.groupby("month", as_index=False)[["numerator", "denominator"]].sum(), "numerator", "denominator")
    if not own:
        return None
    others = _points(rows, "others_numerator", "others_denominator") if is_one_unit else []
    days = [day for day, *_ in own]
    upper = scatter(days, [high for _, _, _, high, _ in own], mode="lines", line={"width": 0}, hoverinfo="skip")
    lower = scatter(days, [low for _, _, low, *_ in own], mode="lines", line={"width": 0}, hoverinfo="skip",
                    fill="tonexty", fillcolor=FAINT)  # fmt: skip
    peers = scatter([day for day, *_ in others], [share for _, share, *_ in others], mode="lines+markers",
                    line={"color": ATTENTION, "width": 2, "dash": "dash"}, marker={"size": 6, "color": ATTENTION},
                    hovertext=[f"unit lain dalam kelompok<br>{words}" for *_, words in others])  # fmt: skip
    line = scatter(days, [share for _, share, *_ in own], mode="lines+markers", line={"color": ACCENT, "width": 2},
                   marker={"size": 8, "color": ACCENT}, hovertext=[words for *_, words in own])  # fmt: skip
    ticks = sorted({*days, *(day for day, *_ in others)})
    across = axis(
        tickvals=ticks[:: max(1, len(ticks) // 8)], ticktext=[_tick(day) for day in ticks][:: max(1, len(ticks) // 8)]
    )
    look = layout(260, xaxis=across, yaxis=value_axis(**WHOLE),
                  shapes=[_target(float(rows["threshold"].iloc[-1]), upright=False)])  # fmt: skip
    return {"data": [upper, lower, peers, line], "layout": look}


def _tick(day: str) -> str:
    return f"{formats.month(pd.Timestamp(day))[:3]} {day[:4]}"


Point = tuple[str, float, float, float, str]


def _points(rows: pd.DataFrame, part: str, whole: str) -> list[Point]:
    """Months in which something was judged; the others stay a gap."""
    return [one for one in (_point(row, part, whole) for row in rows.to_dict("records")) if one is not None]


def _point(row: dict[str, Any], part: str, whole: str) -> Point | None:
    if formats.is_missing(row[part]) or formats.is_missing(row[whole]):
        return None
    edges = wilson(int(row[part]), int(row[whole]))
    if edges is None:
        return None
    month = pd.Timestamp(row["month"])
    words = (
        f"{formats.month(month)}<br>{formats.share(row[part], row[whole])} dinilai"
        f"<br>rentang 90 %: {formats.number(edges[0] * 100, 0)}–{formats.percent(edges[1], 0)}"
    )
    return month.date().isoformat(), float(row[part] / row[whole]), *edges, words


def _plain(words: Any) -> str:
    return formats.text(words).replace("<", "‹").replace(">", "›")
