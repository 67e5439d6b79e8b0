"""Fanpage Karma post export (XLSX, four rows of facts above the header). Its full header is not known."""

import re
from dataclasses import replace
from datetime import date, timedelta

from etl.recognise import normal
from etl.source import POST, Block, Context, Field, Prepared, Source
from etl.sources._networks import platform_of
from etl.sources._rows import cell, changed

NETWORK = ("network", "netzwerk")
COUNTS = {
    "likes": ("reactions", "likes", "number of likes", "number of reactions"),
    "comments": ("comments", "number of comments"),
    "shares": ("shares", "number of shares"),
    "reach": ("reach", "post reach", "reach per post"),
    "impressions": ("impressions", "post impressions"),
    "views": ("views", "video views", "number of video views"),
    "saves": ("saves", "number of saves"),
    "interactions_reported": ("interactions", "post interactions", "number of interactions"),
}
MOMENTS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d", "%m/%d/%Y %H:%M", "%d.%m.%Y %H:%M")
SERIAL_DATE = re.compile(r"(1899|19[0-4]\d)-(\d\d)-(\d\d)(?:[T ]00:00:00)?")
SERIAL_ZERO = date(1899, 12, 30)
FIRST_SURE = date(1900, 3, 1)  # before it Excel counts a 29 February 1900 that never was


def _prepare(block: Block, context: Context) -> Prepared:
    """Twin columns become one, counts that a date format hides become counts again."""
    block = changed(_without_twins(block), NETWORK, platform_of)
    for names in COUNTS.values():
        block = changed(block, names, count_behind_date)
    return Prepared(block)


def _without_twins(block: Block) -> Block:
    """Columns that differ only in case (`network`, `Network`): the first filled cell counts."""
    names = [normal(title) for title in block.header]
    twins = {names.index(name): [at for at, own in enumerate(names) if own == name] for name in names}
    rows = []
    for row in block.rows:
        cells = [
            next((text for at in twins.get(place, [place]) if (text := cell(row, at))), "")
            for place in range(len(names))
        ]
        rows.append(replace(row, cells=[*cells, *row.cells[len(names) :]]))
    return replace(block, rows=rows)


def count_behind_date(text: str) -> str:
    """`1900-01-12` is the number 12 in a cell formatted as a date."""
    match = SERIAL_DATE.fullmatch(text)
    if not match:
        return text
    shown = date(int(match.group(1)), int(match.group(2)), int(match.group(3)))
    serial = (shown - SERIAL_ZERO) // timedelta(days=1)
    return str(serial if shown >= FIRST_SURE else serial - 1)


SOURCE = Source(
    name="fanpage_karma",
    title="Fanpage Karma: unggahan",
    platform=None,
    records=POST,
    fields={
        "platform": Field(NETWORK, needed=True),
        "permalink": Field(("link", "post link", "permalink", "url"), needed=True),
        "native_id": Field(("post-id", "post id", "message-id", "id"), "id"),
        "account_native_id": Field(("profile-id", "profile id"), "id"),
        "account_name": Field(("profile", "profile name", "fanpage", "name")),
        "published_at": Field(
            ("date", "datum", "published", "date published"), "moment", True, MOMENTS, "Asia/Jakarta"
        ),
        "description": Field(("message", "post", "text", "content")),
        "post_type": Field(("type", "post type", "post-type")),
        **{name: Field(titles, "integer") for name, titles in COUNTS.items()},
    },
    absent=frozenset({"sent by", "social network"}),
    prepare=_prepare,
)
