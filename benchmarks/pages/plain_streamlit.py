"""The page as one would write it in plain Streamlit."""

import os
from pathlib import Path

import duckdb
import plotly.express as px
import streamlit as st

PLATFORMS = ["semua", "instagram", "facebook", "tiktok", "youtube", "x", "threads"]


@st.cache_resource
def connection():
    return duckdb.connect(Path(os.environ["BENCHMARK_DATA"]) / "posts.duckdb", read_only=True)


def ask(columns, platform, rest):
    where = "" if platform == "semua" else f"where platform = '{platform}'"
    return connection().cursor().execute(f"select {columns} from posts {where} {rest}").df()


st.set_page_config(layout="wide")
st.title("Unggahan")
platform = st.radio("Platform", PLATFORMS, horizontal=True)

weeks = ask("date_trunc('week', published_at) as week, count(*) as posts", platform, "group by all order by 1")
units = ask("unit, median(interactions) as interactions", platform, "group by all order by 2 desc, 1 limit 20")
types = ask("post_type, count(*) as posts", platform, "group by all order by 1")
hours = ask("isodow(published_at) as weekday, hour(published_at) as hour, count(*) as posts", platform, "group by all")

left, right = st.columns(2)
left.plotly_chart(px.line(weeks, x="week", y="posts", title=f"Unggahan per pekan: {platform}"))
right.plotly_chart(px.bar(units, x="unit", y="interactions", title=f"Median interaksi per unit: {platform}"))
left.plotly_chart(px.bar(types, x="post_type", y="posts", title=f"Jenis unggahan: {platform}"))
grid = hours.pivot(index="weekday", columns="hour", values="posts")
right.plotly_chart(px.imshow(grid, title=f"Waktu unggah: {platform}", aspect="auto"))
