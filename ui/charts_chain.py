"""The curve of arrival: which share of villages, kecamatan and agencies carried the message, hour by hour."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ui import formats
from ui.charts import ACCENT, ATTENTION, QUIET, Figure, axis, layout, scatter, value_axis, whole

HEIGHT = 320
WEEK = 168.0
LABEL_GAP = 0.075


@dataclass(frozen=True)
class Line:
    """How one step of the chain is drawn and what it is called."""

    word: str
    color: str
    width: float
    dash: str = "solid"


LINES = {
    "village": Line("Desa", ACCENT, 3.5),
    "kecamatan": Line("Kecamatan", "#8C5FA8", 2, "dash"),
    "agency": Line("OPD", QUIET, 2, "dot"),
}


def arrival(rows: pd.DataFrame) -> Figure | None:
    """Steps of carried over expected; the deadline and the early mark stand upright."""
    if rows.empty or rows["carried"].isna().all():
        return None
    marks = rows.iloc[0].to_dict()
    end = _end(rows, marks)
    drawn = [(code, _steps(rows[rows["tier"] == code], marks, end)) for code in LINES]
    shown = [(code, steps) for code, steps in drawn if steps]
    traces = [_line(code, steps) for code, steps in shown]
    lines, words = _uprights(marks, end)
    look = layout(
        HEIGHT,
        margin={"l": 8, "r": 100, "t": 30, "b": 8, "autoexpand": True},
        xaxis=_hours_axis(end),
        yaxis=value_axis(tickformat=".0%", range=[0, 1.02], nticks=6),
        shapes=lines,
        annotations=[*words, *_labels(shown)],
        hovermode="closest",
    )
    return {"data": traces, "layout": look}


Steps = list[tuple[float, int, int]]


def later(rows: pd.DataFrame) -> int:
    """Villages that carried after the right edge of the curve."""
    if rows.empty:
        return 0
    villages = rows[(rows["tier"] == "village") & rows["hours"].notna()]
    inside = villages[villages["hours"] <= _end(rows, rows.iloc[0].to_dict())]
    most = [int(frame["carried"].max()) if len(frame) else 0 for frame in (villages, inside)]
    return most[0] - most[1]


def _end(rows: pd.DataFrame, marks: dict[str, Any]) -> float:
    """The right edge: past both marks, further while something still arrives, at most a week or the deadline."""
    named = [float(marks[name]) for name in ("early_hours", "deadline_hours") if not formats.is_missing(marks[name])]
    least = max(named, default=WEEK) * 1.1
    last = float(rows["hours"].max())
    return max(least, min(last * 1.05, max(WEEK, least)))


def _steps(rows: pd.DataFrame, marks: dict[str, Any], end: float) -> Steps:
    if rows.empty or formats.is_missing(rows["units"].iloc[0]) or not rows["units"].iloc[0]:
        return []
    units = int(rows["units"].iloc[0])
    known = rows.dropna(subset=["hours"])
    inside = [
        (float(hours), int(carried), units)
        for hours, carried in zip(known["hours"], known["carried"], strict=True)
        if hours <= end
    ]
    now = whole(marks["hours_since"])
    until = end if now is None else min(end, float(now))
    last = inside[-1][1] if inside else 0
    return [(0.0, 0, units), *inside, (max(until, inside[-1][0] if inside else 0.0), last, units)]


def _line(code: str, steps: Steps) -> dict[str, Any]:
    line = LINES[code]
    words = [f"<b>{line.word}</b><br>{formats.share(n, units)} dalam {formats.number(round(hours))} jam"
             for hours, n, units in steps]  # fmt: skip
    look = {"color": line.color, "width": line.width, "dash": line.dash, "shape": "hv"}
    # as arrays, which go to the browser packed and not digit by digit
    points = np.array([(hours, n / units) for hours, n, units in steps], dtype=np.float32)
    drawn = scatter((), (), mode="lines", line=look, hovertext=words, name=line.word)
    return drawn | {"x": points[:, 0].copy(), "y": points[:, 1].copy()}


def _labels(shown: list[tuple[str, Steps]]) -> list[dict[str, Any]]:
    """Each line named at its end, pushed apart where two ends meet."""
    placed: list[dict[str, Any]] = []
    floor = 0.0
    for share, code in sorted((steps[-1][1] / steps[-1][2], code) for code, steps in shown):
        height = max(share, floor)
        floor = height + LABEL_GAP
        words = f"{LINES[code].word} {formats.percent(share, 0)}"
        placed.append(_words(words, LINES[code].color, x=1, xref="paper", xanchor="left", xshift=6, y=height))
    return placed


def _words(text: str, color: str, **place: Any) -> dict[str, Any]:
    return {"text": text, "showarrow": False, "font": {"color": color, "size": 12}} | place


def _uprights(marks: dict[str, Any], end: float) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The deadline and the early mark; their words lean away from each other."""
    early, deadline = marks["early_hours"], marks["deadline_hours"]
    said = {early: (f"{formats.number(early)} jam", QUIET)}
    if not formats.is_missing(deadline):
        both = f"batas waktu, {said[deadline][0]}" if deadline in said else "batas waktu"
        said[deadline] = (both, ATTENTION)
    known = sorted(hours for hours in said if hours <= end)
    lines = [
        {"type": "line", "x0": hours, "x1": hours, "yref": "paper", "y0": 0, "y1": 1,
         "line": {"color": said[hours][1], "width": 1.5, "dash": "dot"}}
        for hours in known
    ]  # fmt: skip
    lean = ("center",) if len(known) == 1 else ("right", "left")
    words = [_words(*said[hours], x=hours, xanchor=side, y=1, yref="paper", yanchor="bottom")
             for hours, side in zip(known, lean, strict=False)]  # fmt: skip
    return lines, words


def _hours_axis(end: float) -> dict[str, Any]:
    step = 12 if end <= 60 else 24 if end <= 100 else 48 if end <= 250 else 96
    ticks = list(range(0, int(end) + 1, step))
    return axis(
        range=[0, end], tickangle=0, tickvals=ticks, ticktext=[f"{hours} jam" if hours else "terbit" for hours in ticks]
    )
