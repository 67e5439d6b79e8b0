"""The look all charts share: plain Plotly dicts, one accent, Indonesian numbers, readable on a phone."""

from typing import Any

from measures.months import MONTHS, SHORT_MONTHS

Figure = dict[str, Any]

# Mid tones on purpose: every mark keeps at least 3:1 contrast on paper and on the dark screen.
ACCENT = "#178783"
ATTENTION = "#C8741A"
QUIET = "#8A948F"
FAINT = "rgba(138,148,143,0.28)"
SCALE = (
    (0.0, "rgba(138,148,143,0.16)"),
    (0.01, "#BFDCD8"),
    (0.4, "#5FB0AA"),
    (0.75, "#178783"),
    (1.0, "#0A5553"),
)
FONT = {"size": 13}

INDONESIAN = {
    "dictionary": {},
    "format": {
        "days": ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"],
        "shortDays": ["Min", "Sen", "Sel", "Rab", "Kam", "Jum", "Sab"],
        "months": list(MONTHS),
        "shortMonths": list(SHORT_MONTHS),
        "date": "%d/%m/%Y",
    },
}  # fmt: skip
CONFIG = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "responsive": True,
    "locale": "id",
    "locales": {"id": INDONESIAN},
}


def layout(height: int, **changes: Any) -> dict[str, Any]:
    """The frame of every figure; fixed ranges, because dragging on a phone should scroll the page."""
    base = {
        "height": height,
        "margin": {"l": 8, "r": 12, "t": 12, "b": 8, "autoexpand": True},
        "separators": ",.",
        "showlegend": False,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": FONT,
        "bargap": 0.28,
        "dragmode": False,
        "hoverlabel": {"font": {"size": 13}, "align": "left"},
        "template": {"layout": {}},
        "xaxis": axis(),
        "yaxis": axis(),
    }
    return base | changes


def axis(**changes: Any) -> dict[str, Any]:
    plain = {
        "fixedrange": True,
        "automargin": True,
        "zeroline": False,
        "showgrid": False,
        "showline": False,
        "ticks": "",
        "tickfont": {"size": 12},
    }
    return plain | changes


def value_axis(**changes: Any) -> dict[str, Any]:
    """An axis that carries figures: faint grid, few ticks."""
    return axis(
        **{"showgrid": True, "gridcolor": FAINT, "nticks": 5, "rangemode": "tozero", "tickformat": ",.2~f"} | changes
    )


def scatter(x: Any, y: Any, **changes: Any) -> dict[str, Any]:
    return {"type": "scatter", "mode": "markers", "x": list(x), "y": list(y), "hoverinfo": "text"} | changes


def bars(x: Any, y: Any, **changes: Any) -> dict[str, Any]:
    return {"type": "bar", "x": list(x), "y": list(y), "hoverinfo": "text"} | changes


def whole(value: Any) -> Any:
    """None instead of NaN, because JSON has no NaN and a gap must stay a gap."""
    return None if value is None or value != value else value
