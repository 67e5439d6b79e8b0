"""The map and the curve of one message: honest shapes, shared borders drawn once, steps that stop at today."""

import json

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from tests import snapshots
from ui import charts_chain, charts_map

VILLAGES = [row for row in snapshots.example()["message_village"] if row["message_id"] == "instagram:pesan1"]
SHAPES = {row["village_code"]: row for row in snapshots.example()["village_shape"]}
MAP = pd.DataFrame([row | SHAPES[row["village_code"]] for row in VILLAGES])
EDGE = {"early_hours": 72.0, "deadline_hours": 48.0, "hours_since": 130.0}


def steps(*rows: tuple[str, int, float | None, int | None], **changes) -> pd.DataFrame:
    named = pd.DataFrame(rows, columns=["tier", "units", "hours", "carried"])
    return named.assign(**(EDGE | changes))


CURVE = steps(("village", 12, 11.0, 1), ("village", 12, 30.0, 3), ("kecamatan", 3, 6.0, 1), ("agency", 5, None, None))
DRAWN = {"villages": charts_map.villages(MAP), "arrival": charts_chain.arrival(CURVE)}


def square(x: float, y: float, code: str, kecamatan: str, **changes) -> dict:
    corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)]
    return {**VILLAGES[0], "village_code": code, "kecamatan_code": kecamatan, "kecamatan_name": f"Kec {kecamatan}",
            "xs": [a for a, _ in corners], "ys": [b for _, b in corners], **changes}  # fmt: skip


def trace(figure: dict, mode: str, last: bool = False) -> dict:
    return [one for one in figure["data"] if one["mode"] == mode][-1 if last else 0]


def length(line: dict) -> float:
    return float(np.nansum(np.hypot(np.diff(line["x"]), np.diff(line["y"]))))


@pytest.mark.parametrize("name", DRAWN)
def test_every_figure_is_a_plain_dict_that_plotly_accepts(name):
    drawn = json.loads(go.Figure(DRAWN[name]).to_json())
    assert drawn["layout"]["separators"] == ",."
    assert "http" not in json.dumps(drawn)
    assert "title" not in drawn["layout"]


def test_the_map_has_one_filled_trace_for_each_state_present():
    filled = [one["name"] for one in DRAWN["villages"]["data"] if one.get("fill") == "toself"]
    assert filled == ["Sampai", "Terjangkau tidak langsung", "Belum terjangkau"]


def test_a_village_without_signal_is_hatched_and_ringed():
    blank = MAP.assign(state=MAP["state"].where(~MAP["is_blankspot"], "blank"))
    figure = charts_map.villages(blank)
    hatched = [one for one in figure["data"] if "fillpattern" in one]
    assert [one["name"] for one in hatched] == ["Tanpa sinyal"]
    rings = [one for one in figure["data"] if one.get("marker", {}).get("symbol") == "circle-open"]
    assert len(rings[0]["x"]) == 1


def test_every_village_can_be_pointed_at_once():
    words = next(one["hovertext"] for one in DRAWN["villages"]["data"] if "hovertext" in one)
    assert len(words) == len(VILLAGES)
    assert words[0].startswith("<b>Bendolo</b>, Kec. Sawahan<br>")


def test_the_scales_are_equal_and_there_are_no_axes():
    look = DRAWN["villages"]["layout"]
    assert look["yaxis"]["scaleanchor"] == "x"
    assert not look["xaxis"]["visible"] and not look["yaxis"]["visible"]


def test_only_the_borders_of_kecamatan_are_drawn_and_each_once():
    two_in_one = charts_map.villages(pd.DataFrame([square(0, 0, "a", "1"), square(1, 0, "b", "1")]))
    assert length(trace(two_in_one, "lines", last=True)) == pytest.approx(6)
    in_two = charts_map.villages(pd.DataFrame([square(0, 0, "a", "1"), square(1, 0, "b", "2")]))
    assert length(trace(in_two, "lines", last=True)) == pytest.approx(7)


def test_a_shape_of_several_rings_keeps_its_gap():
    island = square(0, 0, "a", "1", state="own")
    island["xs"], island["ys"] = [*island["xs"], None, 5, 6, 6, 5], [*island["ys"], None, 5, 5, 6, 5]
    filled = charts_map.villages(pd.DataFrame([island]))["data"][0]
    assert np.isnan(filled["x"]).sum() == 1
    assert np.nanmax(filled["x"]) == 6


def test_each_kecamatan_is_named_once_in_the_middle():
    figure = charts_map.villages(pd.DataFrame([square(0, 0, "a", "1"), square(1, 0, "b", "1"), square(5, 0, "c", "2")]))
    names = trace(figure, "text")
    assert (names["text"], names["x"]) == (["Kec 1", "Kec 2"], [1.0, 5.5])


def test_no_shapes_is_no_map():
    assert charts_map.villages(MAP.head(0)) is None


def test_the_curve_steps_and_holds_its_last_value_until_the_edge():
    line = DRAWN["arrival"]["data"][0]
    assert line["x"].tolist() == pytest.approx([0, 11, 30, 79.2])
    assert line["y"].tolist() == pytest.approx([0, 1 / 12, 3 / 12, 3 / 12])
    assert line["line"]["shape"] == "hv"


def test_the_curve_of_an_open_message_stops_at_todays_data():
    line = charts_chain.arrival(steps(("village", 12, 11.0, 1), hours_since=20.0))["data"][0]
    assert max(line["x"]) == 20


def test_the_deadline_and_the_early_mark_stand_upright():
    shapes = DRAWN["arrival"]["layout"]["shapes"]
    assert [line["x0"] for line in shapes] == [48.0, 72.0]
    words = [one["text"] for one in DRAWN["arrival"]["layout"]["annotations"]]
    assert words[:2] == ["batas waktu", "72 jam"]


def test_when_both_marks_are_one_there_is_one_line():
    drawn = charts_chain.arrival(steps(("village", 12, 11.0, 1), deadline_hours=72.0))
    assert [one["x0"] for one in drawn["layout"]["shapes"]] == [72.0]
    assert drawn["layout"]["annotations"][0]["text"] == "batas waktu, 72 jam"


def test_a_message_without_deadline_has_only_the_early_mark():
    drawn = charts_chain.arrival(steps(("village", 12, 11.0, 1), deadline_hours=None))
    assert [one["x0"] for one in drawn["layout"]["shapes"]] == [72.0]


def test_lines_are_named_at_their_ends_without_covering_each_other():
    same = steps(("village", 10, 5.0, 5), ("kecamatan", 10, 5.0, 5), ("agency", 10, 5.0, 5))
    heights = sorted(
        one["y"] for one in charts_chain.arrival(same)["layout"]["annotations"] if one.get("xref") == "paper"
    )
    assert min(np.diff(heights)) >= charts_chain.LABEL_GAP - 1e-9


def test_what_comes_after_the_right_edge_is_counted():
    late = steps(("village", 12, 11.0, 1), ("village", 12, 400.0, 4))
    assert charts_chain.later(late) == 3
    assert charts_chain.later(CURVE) == 0
    assert charts_chain.later(CURVE.head(0)) == 0


def test_no_carrier_is_no_curve():
    assert charts_chain.arrival(steps(("village", 12, None, None), ("agency", 5, None, None))) is None
    assert charts_chain.arrival(CURVE.head(0)) is None
