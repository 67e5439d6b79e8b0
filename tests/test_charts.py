"""Charts are plain dicts that Plotly accepts, honest about gaps, breaks and uncertainty."""

import json
from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest

from ui import charts, charts_rank, charts_time

WEEKS = pd.DataFrame(
    {
        "week_start": [date(2026, 10, 5), date(2026, 10, 12), date(2026, 10, 19)],
        "posts": [3, 0, 5],
        "value": [10.0, None, 30.0],
        "is_complete": [True, True, False],
    }
)
RANKING = pd.DataFrame(
    {
        "agency_code": ["A", "B", "C"],
        "name": ["Dinas Kesehatan", "Dinas <b>Pendidikan</b>", "Dinas Pertanian"],
        "median": [30.0, 20.0, 99.0],
        "low": [25.0, 15.0, None],
        "high": [40.0, 27.0, None],
        "peer_median": [22.0, 22.0, None],
        "posts_measured": [12, 9, 3],
        "is_ranked": [True, True, False],
    }
)
ACTIVITY = pd.DataFrame(
    {
        "agency_code": ["A", "B"],
        "name": ["Dinas Kesehatan", "Dinas Pendidikan"],
        "posts": [8, 0],
        "posts_per_week": [2.0, 0.0],
        "longest_gap_days": [3, 28],
    }
)
GROUPS = pd.DataFrame({"peer_group": ["dinas"], "units_active": [3], "units_obliged": [4]})
CALENDAR = pd.DataFrame({"day": pd.to_datetime(["2026-11-21", "2026-11-22"]), "posts": [0, 4]})
MONTHS = pd.DataFrame({"month": [date(2026, 10, 1)], "units_active": [3], "units_obliged": [4]})

DRAWN = {
    "weekly_posts": charts_time.weekly_posts(WEEKS),
    "weekly_median": charts_time.weekly_median(WEEKS, "interaksi", ("2026-10-14",)),
    "calendar": charts_time.calendar(CALENDAR),
    "coverage_over_time": charts_time.coverage_over_time(MONTHS),
    "intervals": charts_rank.intervals(RANKING, "count"),
    "activity": charts_rank.activity(ACTIVITY),
    "coverage": charts_rank.coverage(GROUPS),
}


@pytest.mark.parametrize("name", DRAWN)
def test_every_figure_is_a_plain_dict_that_plotly_accepts(name):
    assert json.dumps(go.Figure(DRAWN[name]).to_plotly_json(), default=list)
    assert DRAWN[name]["layout"]["separators"] == ",."
    assert "title" not in DRAWN[name]["layout"]


@pytest.mark.parametrize("name", DRAWN)
def test_no_figure_asks_the_internet_for_anything(name):
    assert "http" not in json.dumps(DRAWN[name], default=str)


def test_a_unit_without_an_interval_is_not_ranked_in_the_chart():
    dots = DRAWN["intervals"]["data"][-1]
    assert dots["y"] == ["Kesehatan", "‹b›Pendidikan‹/b›"]


def test_a_line_is_never_spliced_over_a_break():
    lines = DRAWN["weekly_median"]["data"]
    assert [line["x"] for line in lines] == [["2026-10-05"], ["2026-10-19"]]
    assert len(DRAWN["weekly_median"]["layout"]["shapes"]) == 1


def test_a_week_that_is_not_over_is_drawn_paler():
    assert DRAWN["weekly_posts"]["data"][0]["marker"]["color"] == [charts.ACCENT, charts.ACCENT, charts.FAINT]


def test_a_day_outside_the_data_is_a_gap_and_a_silent_day_is_zero():
    cells = [cell for row in DRAWN["calendar"]["data"][0]["z"] for cell in row]
    assert cells.count(None) == 5
    assert cells.count(0) == 1


def test_nothing_to_draw_is_none():
    assert charts_time.weekly_posts(WEEKS.head(0)) is None
    assert charts_rank.intervals(RANKING.tail(1), "count") is None
    assert charts_rank.coverage(GROUPS.head(0)) is None


def test_two_units_with_the_same_short_name_keep_their_own_row():
    twins = ACTIVITY.assign(name="Dinas Kesehatan")
    assert charts_rank.activity(twins)["data"][0]["y"] == ["Kesehatan", "Kesehatan (B)"]


@pytest.mark.parametrize("paper", ["#FDFCFA", "#101716"])
@pytest.mark.parametrize("color", [charts.ACCENT, charts.ATTENTION])
def test_marks_stand_out_on_paper_and_on_the_dark_screen(color, paper):
    lighter, darker = sorted((_luminance(color), _luminance(paper)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 3


def _luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
