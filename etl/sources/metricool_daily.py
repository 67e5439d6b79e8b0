"""Metricool evolution export, one row per day: `;` between columns, `1.200` for thousands, dd/mm/yyyy."""

import re

from etl.source import SERIES, Block, Context, Field, Prepared, Source
from etl.sources._rows import changed

COUNTS = {
    "followers": ("followers", "seguidores", "pengikut"),
    "new_followers": ("gained followers",),
    "lost_followers": ("lost followers",),
    "posts": ("posts",),
    "impressions": ("impressions",),
    "reach": ("reach",),
    "interactions": ("interactions",),
    "views": ("views",),
}
NEEDED = ("followers", "posts", "interactions")


def _prepare(block: Block, context: Context) -> Prepared:
    for names in COUNTS.values():
        block = changed(block, names, _without_thousands)
    return Prepared(block)


def _without_thousands(text: str) -> str:
    return text.replace(".", "") if re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+", text) else text


SOURCE = Source(
    name="metricool_daily",
    title="Metricool: ringkasan harian",
    platform=None,
    records=SERIES,
    fields={
        "day": Field(("date", "fecha", "tanggal"), "day", True, ("%d/%m/%Y", "%Y-%m-%d")),
        **{name: Field(titles, "delta", name in NEEDED) for name, titles in COUNTS.items()},
    },
    absent=frozenset({"post id", "network", "link", "url"}),
    needs_account=True,
    prepare=_prepare,
)
