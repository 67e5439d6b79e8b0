"""Figures kept ready, so that the second viewer of a chart costs next to nothing."""

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go

from ui.store import derived

Builder = Callable[..., dict[str, Any] | None]


def figure(build: Builder, name: str, options: dict[str, Any] | None = None, **params: Any) -> go.Figure | None:
    """`build(answer, **options)` for the named question; None when there is nothing to draw.

    Kept as a checked figure: handing Streamlit the dict would have Plotly check it again on every run.
    """
    return derived(_checked, name, {"build": build, "options": tuple((options or {}).items())}, **params)


def _checked(answer: Any, build: Builder, options: tuple[tuple[str, Any], ...]) -> go.Figure | None:
    drawn = build(answer, **dict(options))
    return None if drawn is None else go.Figure(drawn)
