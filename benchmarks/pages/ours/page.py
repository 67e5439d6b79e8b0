"""The page as our pages are written: a cached answer from a small table, drawn from a dict."""

import os
from pathlib import Path

import duckdb
import plotly.graph_objects as go
import streamlit as st

PLATFORMS = ["semua", "instagram", "facebook", "tiktok", "youtube", "x", "threads"]
PLAIN = {"template": "none", "height": 450, "margin": {"l": 50, "r": 20, "t": 60, "b": 60}}


@st.cache_resource
def connection():
    return duckdb.connect(Path(os.environ["BENCHMARK_DATA"]) / "marts.duckdb", read_only=True)


def ask(select, platform):
    return connection().cursor().execute(select, {"platform": platform}).fetchall()


def figure(trace, title):
    return go.Figure({"data": [trace], "layout": {**PLAIN, "title": {"text": title}}})


def columns(rows):
    return [list(column) for column in zip(*rows, strict=True)]


@st.cache_resource
def charts(platform):
    week, posts = columns(ask("select week::varchar, posts from week where platform = $platform order by 1", platform))
    unit, interactions = columns(
        ask(
            "select unit, interactions from unit where platform = $platform order by 2 desc, 1 limit 20",
            platform,
        )
    )
    kind, of_kind = columns(ask("select post_type, posts from type where platform = $platform order by 1", platform))
    rows = ask(
        """select list(posts order by hour) from hour where platform = $platform
        group by weekday order by weekday""",
        platform,
    )
    return [
        figure({"type": "scatter", "mode": "lines", "x": week, "y": posts}, f"Unggahan per pekan: {platform}"),
        figure({"type": "bar", "x": unit, "y": interactions}, f"Median interaksi per unit: {platform}"),
        figure({"type": "bar", "x": kind, "y": of_kind}, f"Jenis unggahan: {platform}"),
        figure({"type": "heatmap", "z": [row[0] for row in rows], "y0": 1, "dy": 1}, f"Waktu unggah: {platform}"),
    ]


st.set_page_config(layout="wide")
st.title("Unggahan")
platform = st.radio("Platform", PLATFORMS, horizontal=True)
left, right = st.columns(2)
for position, chart in enumerate(charts(platform)):
    (right if position % 2 else left).plotly_chart(chart, theme=None)
