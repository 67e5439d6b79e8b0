"""The page as one would write it in plain Dash."""

import os
import sys
from pathlib import Path

import duckdb
import plotly.express as px
from dash import Dash, Input, Output, callback, dcc, html

PLATFORMS = ["semua", "instagram", "facebook", "tiktok", "youtube", "x", "threads"]
HALF = {"width": "50%", "display": "inline-block"}

con = duckdb.connect(Path(os.environ["BENCHMARK_DATA"]) / "posts.duckdb", read_only=True)
app = Dash(__name__)
app.layout = html.Div(
    [
        html.H1("Unggahan"),
        html.Label("Platform"),
        dcc.RadioItems(PLATFORMS, "semua", id="platform", inline=True),
        *(dcc.Graph(id=name, style=HALF) for name in ("weeks", "units", "types", "hours")),
    ]
)


def ask(columns, platform, rest):
    where = "" if platform == "semua" else f"where platform = '{platform}'"
    return con.cursor().execute(f"select {columns} from posts {where} {rest}").df()


@callback(
    Output("weeks", "figure"),
    Output("units", "figure"),
    Output("types", "figure"),
    Output("hours", "figure"),
    Input("platform", "value"),
)
def charts(platform):
    weeks = ask("date_trunc('week', published_at) as week, count(*) as posts", platform, "group by all order by 1")
    units = ask("unit, median(interactions) as interactions", platform, "group by all order by 2 desc, 1 limit 20")
    types = ask("post_type, count(*) as posts", platform, "group by all order by 1")
    hours = ask(
        "isodow(published_at) as weekday, hour(published_at) as hour, count(*) as posts",
        platform,
        "group by all",
    )
    grid = hours.pivot(index="weekday", columns="hour", values="posts")
    return (
        px.line(weeks, x="week", y="posts", title=f"Unggahan per pekan: {platform}"),
        px.bar(units, x="unit", y="interactions", title=f"Median interaksi per unit: {platform}"),
        px.bar(types, x="post_type", y="posts", title=f"Jenis unggahan: {platform}"),
        px.imshow(grid, title=f"Waktu unggah: {platform}", aspect="auto"),
    )


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
