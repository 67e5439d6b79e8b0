"""Charts of time: weeks, series that break, and the calendar of one unit."""

import itertools
from datetime import date, timedelta
from typing import Any

import pandas as pd

from ui import formats
from ui.charts import ACCENT, ATTENTION, FAINT, QUIET, SCALE, Figure, axis, bars, layout, scatter, value_axis

DAYS = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min")


def weekly_posts(weeks: pd.DataFrame) -> Figure | None:
    """Posts a week; a week that is not over yet is drawn paler, because it will still grow."""
    if weeks.empty:
        return None
    colors = [ACCENT if complete else FAINT for complete in weeks["is_complete"]]
    has_units = "units" in weeks.columns
    words = [_week_words(row, has_units) for row in weeks.to_dict("records")]
    marks = bars(_iso(weeks["week_start"]), weeks["posts"], marker={"color": colors}, hovertext=words)
    return {"data": [marks], "layout": layout(230, xaxis=_week_axis(), yaxis=value_axis())}


def weekly_median(weeks: pd.DataFrame, name: str, breaks: tuple[str, ...] = ()) -> Figure | None:
    """The weekly median; the line stops where the platform changed what it counts."""
    known = weeks.dropna(subset=["value"]) if len(weeks) else weeks
    if known.empty:
        return None
    points = list(zip([pd.Timestamp(day).date() for day in known["week_start"]], known["value"], strict=True))
    edges = sorted(date.fromisoformat(on) for on in breaks)
    lines = [
        scatter(
            [day.isoformat() for day, _ in part], [value for _, value in part], mode="lines+markers",
            line={"color": ACCENT, "width": 2}, marker={"size": 6, "color": ACCENT},
            hovertext=[f"Pekan {formats.day(day)}: {formats.number(value)} {name}" for day, value in part],
        )
        for part in _unspliced(points, edges)
    ]  # fmt: skip
    marks = [_break_mark(on, place) for place, on in enumerate(edges, start=1)]
    look = layout(230, xaxis=_week_axis(), yaxis=value_axis())
    look |= {"shapes": [shape for shape, _ in marks], "annotations": [words for _, words in marks]}
    return {"data": lines, "layout": look}


def calendar(days: pd.DataFrame) -> Figure | None:
    """One square a day: rows are weekdays, columns are weeks."""
    if days.empty:
        return None
    cells = {pd.Timestamp(day).date(): int(posts) for day, posts in zip(days["day"], days["posts"], strict=True)}
    monday = min(cells) - timedelta(days=min(cells).weekday())
    weeks = [monday + timedelta(days=7 * place) for place in range((max(cells) - monday).days // 7 + 1)]
    grid = [[cells.get(week + timedelta(days=row)) for week in weeks] for row in range(7)]
    words = [[_day_words(week + timedelta(days=row), cells) for week in weeks] for row in range(7)]
    squares = {
        "type": "heatmap", "x": [week.isoformat() for week in weeks], "y": list(DAYS), "z": grid, "text": words,
        "hoverinfo": "text", "hoverongaps": False, "xgap": 3, "ygap": 3, "showscale": False,
        "zmin": 0, "zmax": max(4, *cells.values()), "colorscale": [list(step) for step in SCALE],
    }  # fmt: skip
    down = axis(autorange="reversed", tickvals=["Sen", "Rab", "Jum", "Min"])
    return {"data": [squares], "layout": layout(220, xaxis=_week_axis(), yaxis=down)}


def coverage_over_time(months: pd.DataFrame) -> Figure | None:
    """Active units against obliged units, month by month."""
    if months.empty:
        return None
    ordered = months.sort_values("month").tail(14)
    x = _iso(ordered["month"])
    words = [
        f"{formats.month(row['month'])}: {formats.share(row['units_active'], row['units_obliged'])} unit aktif"
        for row in ordered.to_dict("records")
    ]
    obliged = bars(x, ordered["units_obliged"], marker={"color": FAINT}, hoverinfo="skip")
    active = bars(x, ordered["units_active"], marker={"color": ACCENT}, hovertext=words)
    look = layout(
        230,
        barmode="overlay",
        xaxis=_week_axis(tickformat="%b<br>%Y", tickvals=x[:: 1 + len(x) // 8]),
        yaxis=value_axis(),
    )
    return {"data": [obliged, active], "layout": look}


def _unspliced(points: list[tuple[date, Any]], breaks: list[date]) -> list[list[tuple[date, Any]]]:
    edges = [date.min, *sorted(breaks), date.max]
    parts = [[p for p in points if lower <= p[0] < upper] for lower, upper in itertools.pairwise(edges)]
    return [part for part in parts if part]


def _break_mark(on: date, place: int) -> tuple[dict[str, Any], dict[str, Any]]:
    line = {"type": "line", "x0": on.isoformat(), "x1": on.isoformat(), "yref": "paper", "y0": 0, "y1": 1,
            "line": {"color": ATTENTION, "width": 1.5, "dash": "dot"}}  # fmt: skip
    words = {"x": on.isoformat(), "y": 1, "yref": "paper", "text": str(place), "showarrow": False,
             "yanchor": "bottom", "font": {"color": ATTENTION, "size": 12}}  # fmt: skip
    return line, words


def _week_words(row: dict[str, Any], has_units: bool) -> str:
    units = f" dari {formats.number(row['units'])} unit" if has_units else ""
    unfinished = "" if row["is_complete"] else "<br>pekan ini belum selesai"
    return f"Pekan {formats.day(row['week_start'])}<br>{formats.number(row['posts'])} unggahan{units}{unfinished}"


def _day_words(day: date, cells: dict[date, int]) -> str:
    posts = cells.get(day)
    told = "tanpa unggahan" if posts == 0 else f"{formats.number(posts)} unggahan"
    return "" if posts is None else f"{formats.WEEKDAYS[day.weekday()]}, {formats.day(day)}<br>{told}"


def _iso(values: Any) -> list[str]:
    return [pd.Timestamp(value).date().isoformat() for value in values]


def _week_axis(**changes: Any) -> dict[str, Any]:
    return axis(type="date", tickformat="%-d %b", nticks=7, tickcolor=QUIET, tickangle=0) | changes
