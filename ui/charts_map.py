"""The map of the villages: one shape each, filled by how the message arrived."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from ui import chain_words, formats
from ui.charts import Figure, axis, layout, scatter, whole

# Filled where the message arrived, warm where it did not, hatched where nobody can be asked.
FILLS = {"own": "#178783", "indirect": "#8FCBC5", "none": "#D9805C", "blank": "#C3C9C6"}
HATCH = {"blank": {"shape": "/", "size": 6, "solidity": 0.25, "fgcolor": "#5F6A66", "bgcolor": FILLS["blank"]}}
SEAM, BORDER, LABEL = "rgba(255,255,255,0.55)", "rgba(16,23,22,0.78)", "#101716"
HEIGHT = 640

Point = tuple[float, float]
Ring = list[Point]


def villages(rows: pd.DataFrame) -> Figure | None:
    """Shapes by state, borders and names of the kecamatan, and words under the pointer."""
    if rows.empty:
        return None
    records = rows.to_dict("records")
    rings = [list(_rings(row["xs"], row["ys"])) for row in records]
    present = [state for state in FILLS if state in set(rows["state"])]
    traces = [_filled(state, records, rings) for state in present]
    traces += [_borders(records, rings), _without_signal(records, rings), _pointed(records, rings)]
    return {"data": [*traces, _names(records, rings)], "layout": _look()}


def _look() -> dict[str, Any]:
    """Equal scales and no axes; anchored above, so that a phone can cut off what stays empty below."""
    hidden = {"visible": False, "showticklabels": False}
    across = axis(**hidden, constrain="domain")
    down = axis(**hidden, scaleanchor="x", constrain="domain", constraintoward="top")
    tight = {"l": 0, "r": 0, "t": 0, "b": 0}
    return layout(HEIGHT, margin=tight, xaxis=across, yaxis=down, hovermode="closest", hoverdistance=30)


def _rings(xs: Any, ys: Any) -> Iterator[Ring]:
    """The closed rings of one shape; a gap in the coordinates parts them."""
    ring: Ring = []
    for x, y in zip(xs, ys, strict=True):
        if whole(x) is None:
            yield ring
            ring = []
        else:
            ring.append((round(float(x), 4), round(float(y), 4)))
    if ring:
        yield ring


def _path(rings: list[Ring]) -> dict[str, Any]:
    """Coordinates parted by gaps; as arrays, which go to the browser packed and not digit by digit."""
    gap = (float("nan"), float("nan"))
    points = np.array([point for ring in rings for point in (*ring, gap)][:-1] or [gap], dtype=np.float32)
    return {"x": points[:, 0].copy(), "y": points[:, 1].copy()}


def _filled(state: str, records: list[dict[str, Any]], rings: list[list[Ring]]) -> dict[str, Any]:
    mine = [ring for row, shape in zip(records, rings, strict=True) if row["state"] == state for ring in shape]
    pattern = {"fillpattern": HATCH[state]} if state in HATCH else {}
    look = {"fill": "toself", "fillcolor": FILLS[state], "line": {"color": SEAM, "width": 1}}
    return (
        scatter((), (), mode="lines", hoverinfo="skip", name=chain_words.STATES[state]) | look | pattern | _path(mine)
    )


def _borders(records: list[dict[str, Any]], rings: list[list[Ring]]) -> dict[str, Any]:
    """Edges that two villages of one kecamatan do not share, drawn once."""
    owners: dict[tuple[Point, ...], list[str]] = {}
    for row, shape in zip(records, rings, strict=True):
        for edge in _edges(shape):
            owners.setdefault(tuple(sorted(edge)), []).append(row["kecamatan_code"])
    seen: set[tuple[Point, ...]] = {edge for edge, codes in owners.items() if len(codes) > 1 and len(set(codes)) == 1}
    lines = [line for shape in rings for line in _runs(shape, seen)]
    look = {"line": {"color": BORDER, "width": 1.6}}
    return scatter((), (), mode="lines", hoverinfo="skip") | look | _path(lines)


def _edges(shape: list[Ring]) -> Iterator[tuple[Point, Point]]:
    for ring in shape:
        yield from pairwise(ring)


def _runs(shape: list[Ring], seen: set[tuple[Point, ...]]) -> Iterator[Ring]:
    """Stretches of a ring's outline that nobody drew yet."""
    for ring in shape:
        line: Ring = []
        for start, end in _edges([ring]):
            edge = tuple(sorted((start, end)))
            if edge in seen:
                if line:
                    yield line
                line = []
            else:
                seen.add(edge)
                line = [*(line or [start]), end]
        if line:
            yield line


def _middle(shape: list[Ring]) -> Point:
    """The middle of the largest ring's frame: inside any hexagon, and near enough in a true shape."""
    ring = max(shape, key=len)
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return round((min(xs) + max(xs)) / 2, 4), round((min(ys) + max(ys)) / 2, 4)


def _pointed(records: list[dict[str, Any]], rings: list[list[Ring]]) -> dict[str, Any]:
    """Unseen dots that carry the words."""
    xs, ys = zip(*(_middle(shape) for shape in rings), strict=True)
    words = [chain_words.village_hover(row) for row in records]
    return scatter(xs, ys, hovertext=words, marker={"size": 16, "color": "rgba(0,0,0,0)"})


def _without_signal(records: list[dict[str, Any]], rings: list[list[Ring]]) -> dict[str, Any]:
    """A small ring on every village without signal, whatever its state."""
    middles = [_middle(shape) for row, shape in zip(records, rings, strict=True) if row["is_blankspot"]]
    look = {"symbol": "circle-open", "size": 9, "color": LABEL}
    return scatter([x for x, _ in middles], [y for _, y in middles], hoverinfo="skip", marker=look)


def _names(records: list[dict[str, Any]], rings: list[list[Ring]]) -> dict[str, Any]:
    """Each kecamatan's name in the middle of its villages."""
    middles: dict[str, list[Point]] = {}
    for row, shape in zip(records, rings, strict=True):
        middles.setdefault(formats.text(row["kecamatan_name"], ""), []).append(_middle(shape))
    return scatter(
        [round(sum(x for x, _ in places) / len(places), 4) for places in middles.values()],
        [round(sum(y for _, y in places) / len(places), 4) for places in middles.values()],
        mode="text",
        text=[chain_words.plain(name) for name in middles],
        textfont={"size": 11, "color": LABEL},
        hoverinfo="skip",
    )
