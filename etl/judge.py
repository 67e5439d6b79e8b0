"""Judgements in Python between the SQL models: what usually happens, how sure a median is, which checks fail."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa

from etl.graph import Node, header_of, tables_read
from etl.medians import agency_medians
from measures.overperformance import expected_interactions, overperforming_score

CHECKS = Path(__file__).with_name("checks")
Judge = Callable[[duckdb.DuckDBPyConnection, dict, bool], None]
SCORE = "post_id varchar, expected double, overperformance double, reason varchar"
CHECK = "name varchar, severity varchar, message varchar, rows bigint, examples varchar"
TOO_FEW = "pembanding pada umur yang sama terlalu sedikit"
EXAMPLES = 3


def post_scores(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    """warehouse.post_score: each post against the posts before it, same account, type and age class."""
    con.execute(f"create table if not exists warehouse.post_score ({SCORE})")
    scope = "" if is_whole else "where account_id in (select account_id from touched_account)"
    old = (
        f"where post_id in (select post_id from touched_post union all select post_id from warehouse.post_age {scope})"
    )
    con.execute(f"delete from warehouse.post_score {'' if is_whole else old}")
    table = con.sql(
        f"""
        select post_id, account_id, post_type, age_class, interactions::double as interactions,
            age_class = max(age_class) over (partition by post_id) as is_current
        from warehouse.post_age {scope}
        order by account_id nulls first, post_type, age_class, published_at, post_id"""
    ).to_arrow_table()
    if table.num_rows:
        con.register("scores", _scored(table, limits["overperformance"]))
        con.execute("insert into warehouse.post_score select * from scores")
        con.unregister("scores")


def _scored(table: pa.Table, limits: dict) -> pa.Table:
    interactions = table["interactions"].to_numpy()
    expected = np.full(len(interactions), np.nan)
    for start, end in _groups(table):
        expected[start:end] = expected_interactions(
            interactions[start:end], int(limits["window_posts"]), int(limits["minimum_posts"])
        )
    score = overperforming_score(interactions, expected, limits["minimum_interactions"])
    current = table["is_current"].to_numpy(zero_copy_only=False)
    unknown = np.isnan(expected[current])
    return pa.table(
        {
            "post_id": table["post_id"].filter(pa.array(current)),
            "expected": pa.array(expected[current].round(6), mask=unknown),
            "overperformance": pa.array(score[current].round(6), mask=unknown),
            "reason": pa.array([TOO_FEW if each else None for each in unknown], pa.string()),
        }
    )


def _groups(table: pa.Table) -> Iterator[tuple[int, int]]:
    """Start and end of each run of the same account, type and age class."""
    codes = [table[name].combine_chunks().dictionary_encode() for name in ("account_id", "post_type")]
    parts = [code.indices.fill_null(-1).to_numpy() for code in codes] + [table["age_class"].to_numpy()]
    changed = np.zeros(table.num_rows, bool)
    for part in parts:
        changed[1:] |= part[1:] != part[:-1]
    edges = [0, *np.flatnonzero(changed).tolist(), table.num_rows]
    yield from pairwise(edges)


def check_results(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    """warehouse.check_result: one row per check that returns rows, with a few examples."""
    con.execute(f"create or replace table warehouse.check_result ({CHECK})")
    for path in _checks():
        sql = path.read_text(encoding="utf-8")
        header = header_of(sql)
        rows = con.execute(sql).fetchall()
        if rows:
            examples = "; ".join(" · ".join(str(value) for value in row) for row in sorted(rows)[:EXAMPLES])
            values = [path.stem, header["severity"], header["message"], len(rows), examples]
            con.execute("insert into warehouse.check_result values (?, ?, ?, ?, ?)", values)


def _checks() -> list[Path]:
    return sorted(CHECKS.glob("*.sql"))


JUDGES: dict[str, Judge] = {
    "warehouse.post_score": post_scores,
    "warehouse.agency_median": agency_medians,
    "warehouse.check_result": check_results,
}


def judgements() -> tuple[Node, ...]:
    """The judgements as nodes of the graph, so that their order needs no list."""
    check_reads = frozenset[str]().union(*(tables_read(path.read_text(encoding="utf-8")) for path in _checks()))
    median_reads = ("warehouse.post_measure", "warehouse.post_score", "warehouse.period", "warehouse.agency")
    return (
        Node("warehouse.post_score", frozenset({"warehouse.post_age"})),
        Node("warehouse.agency_median", frozenset(median_reads)),
        Node("warehouse.check_result", check_reads),
    )
