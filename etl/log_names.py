"""warehouse.log_name: posts, accounts and units as logs write them, and which of ours they are."""

from collections import defaultdict
from collections.abc import Iterator

import duckdb
import pyarrow as pa

from etl.judged import TEXT, keep
from etl.named_posts import find_posts
from etl.report_units import UnitNames
from etl.report_world import links_named

READS = frozenset({
    "staging.comment_record", "staging.incident_record", "warehouse.post", "warehouse.agency", "warehouse.account",
})  # fmt: skip
NAME = pa.schema({"kind": TEXT, "said": TEXT, "found": TEXT})
POSTS = """
    select unnest(string_split(posts_named, ' ')) from staging.incident_record
    union select nullif(post_named, '') from staging.comment_record"""
UNITS = "select agency_text from staging.incident_record union select agency_text from staging.comment_record"
ACCOUNTS = "select account_text from staging.incident_record union select account_text from staging.comment_record"
Row = tuple[str, str, str]


def log_names(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    keep(con, "warehouse.log_name", NAME, sorted({*_posts(con), *_units(con), *_accounts(con)}))


def _said(con: duckdb.DuckDBPyConnection, sql: str) -> list[str]:
    return sorted(text for (text,) in con.execute(sql).fetchall() if text)


def _posts(con: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    yield from (("post", named, post.post_id) for named, post in find_posts(con, _said(con, POSTS)).items())


def _units(con: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    agencies = con.execute("select agency_code, name, region_code from warehouse.agency order by 1").fetchall()
    names = UnitNames(agencies)
    yield from (("unit", said, code) for said in _said(con, UNITS) if (code := names.find(said)[0]))


def _accounts(con: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    """Every registered account that a text may mean: `instagram:nama`, a link to it, or its bare name."""
    known: dict[str, set[str]] = defaultdict(set)
    sql = "select account_id, handle from warehouse.account where is_registered"
    for account, handle in con.execute(sql).fetchall():
        known[account.lower()].add(account)
        known[handle.lower()].add(account)
    for said in _said(con, ACCOUNTS):
        yield from (("account", said, account) for name in _handles(said) for account in known.get(name, ()))


def _handles(said: str) -> Iterator[str]:
    """The names in one cell; several are parted by spaces or commas."""
    for word in said.replace(",", " ").split():
        links = links_named(word)
        yield from (f"{link.platform}:{link.handle}" for link in links if link.handle)
        if not links:
            yield word.lower().lstrip("@")
