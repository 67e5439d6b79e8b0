"""Shares of posts are drawn with their interval; units with too few posts have no dot, months without posts a gap."""

import json
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from measures.intervals import wilson
from ui import charts_standard


def unit(code: str, kept: int, judged: int, **changes: Any) -> dict[str, Any]:
    low, high = wilson(kept, judged)
    row = {"agency_code": code, "name": f"Dinas <b>{code}</b>", "rule_id": "service_share", "value": kept / judged,
           "low": low, "high": high, "numerator": kept, "denominator": judged, "threshold": 0.6,
           "comparison": "at_least", "peer_median": None, "is_ranked": judged >= 5}  # fmt: skip
    return row | changes


def month(number: int, kept: int | None, judged: int | None, others: tuple[int, int] | None = None) -> dict[str, Any]:
    rest = others or (None, None)
    return {"month": date(2026, number, 1), "agency_code": "A", "threshold": 0.6, "numerator": kept,
            "denominator": judged, "others_numerator": rest[0], "others_denominator": rest[1]}  # fmt: skip


SHARES = pd.DataFrame([unit("A", 18, 20), unit("B", 8, 20), unit("C", 2, 2)])
MONTHS = pd.DataFrame([month(9, 6, 10, (30, 60)), month(10, None, None, (20, 60)), month(11, 9, 10)])


def test_a_unit_with_too_few_posts_has_no_dot():
    dots = charts_standard.intervals(SHARES, 0, 20)["data"][-1]
    assert dots["y"] == ["‹b›A‹/b›", "‹b›B‹/b›"]
    assert dots["x"] == [0.9, 0.4]


def test_a_page_of_units_shows_those_units():
    assert charts_standard.intervals(SHARES, 1, 1)["data"][-1]["y"] == ["‹b›B‹/b›"]
    assert charts_standard.intervals(SHARES, 20, 20) is None


def test_the_target_is_a_dotted_line():
    [line] = charts_standard.intervals(SHARES, 0, 20)["layout"]["shapes"]
    assert (line["x0"], line["x1"], line["line"]["dash"]) == (0.6, 0.6, "dot")


def test_value_interval_and_target_are_told_under_the_pointer():
    words = charts_standard.intervals(SHARES, 0, 20)["data"][-1]["hovertext"][0]
    assert "18 dari 20 unggahan" in words
    assert "rentang 90 %: 74–97" in words
    assert "target paling sedikit 60" in words
    assert "unit sebanding: tidak tersedia" in words


def test_nothing_is_drawn_where_nothing_was_judged():
    assert charts_standard.intervals(SHARES.iloc[:0], 0, 20) is None
    assert charts_standard.trend(MONTHS.iloc[:0], True) is None
    assert charts_standard.trend(MONTHS.iloc[1:2], True) is None


def test_a_month_without_judged_posts_is_a_gap():
    drawn = charts_standard.trend(MONTHS, True)
    assert drawn["data"][3]["x"] == ["2026-09-01", "2026-11-01"]
    assert drawn["data"][2]["x"] == ["2026-09-01", "2026-10-01"]
    assert drawn["data"][3]["y"] == [0.6, 0.9]


def test_a_whole_group_is_its_units_together_and_has_no_others():
    rows = pd.DataFrame([month(9, 6, 10), month(9, 0, 10) | {"agency_code": "B"}])
    drawn = charts_standard.trend(rows, False)
    assert drawn["data"][3]["y"] == [0.3]
    assert drawn["data"][2]["x"] == []


def test_the_band_is_the_wilson_interval():
    drawn = charts_standard.trend(MONTHS, True)
    assert (drawn["data"][1]["y"][0], drawn["data"][0]["y"][0]) == wilson(6, 10)


def test_every_figure_is_a_plain_dict_that_plotly_accepts():
    for drawn in (charts_standard.intervals(SHARES, 0, 20), charts_standard.trend(MONTHS, True)):
        told = json.dumps(go.Figure(drawn).to_plotly_json(), default=list)
        assert "http" not in told
        assert "NaN" not in told
