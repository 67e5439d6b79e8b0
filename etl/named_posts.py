"""Posts that people name by id or link, found in the data under whatever id the export gave them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from measures.links import NATIVE_ID_PATTERNS

FOUND = """
    select n.named, p.post_id, p.platform, p.account_id, p.published_at, p.published_on, p.agency_text, p.caption
    from named as n join warehouse.post as p on """
SAME_ID = "p.post_id = n.named"


@dataclass(frozen=True)
class NamedPost:
    """A post in the data; `published_at` is None where only its day is known."""

    post_id: str
    platform: str
    account_id: str | None
    published_at: datetime | None
    published_on: date | None
    agency_text: str | None
    caption: str


def find_posts(con: duckdb.DuckDBPyConnection, named: Collection[str]) -> dict[str, NamedPost]:
    """By the id as it was named; a name that no post has is left out.

    The number in a link may differ from the number in the export (a Facebook reel has both): then the post's own
    link tells.
    """
    found = _found(con, named, SAME_ID)
    for platform in sorted({name.split(":")[0] for name in named if name not in found} - {"instagram"}):
        left = [name for name in named if name not in found and name.startswith(f"{platform}:")]
        if platform in NATIVE_ID_PATTERNS:
            pattern = NATIVE_ID_PATTERNS[platform].replace("'", "''")
            linked = f"""p.platform = '{platform}'
                and n.named = '{platform}:' || regexp_extract(p.permalink, '{pattern}', 1)"""
            found |= _found(con, left, linked)
    return found


def _found(con: duckdb.DuckDBPyConnection, named: Collection[str], condition: str) -> dict[str, NamedPost]:
    if not named:
        return {}
    con.execute("create or replace temp table named as select unnest($names::varchar[]) as named", {"names": [*named]})
    rows = con.execute(f"{FOUND} {condition} order by n.named, p.post_id desc").fetchall()
    con.execute("drop table named")
    return {row[0]: as_post(row[1:]) for row in rows}


def as_post(row: tuple) -> NamedPost:
    """A row of the columns above; a missing caption says nothing."""
    post_id, platform, account_id, published_at, published_on, agency_text, caption = row
    return NamedPost(post_id, platform, account_id, published_at, published_on, agency_text, caption or "")
