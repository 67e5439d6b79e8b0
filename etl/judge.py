"""Judgements in Python between the SQL models: what usually happens, how sure a median is, which checks fail."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa

from etl.account_nodes import ACCOUNT_NODES
from etl.agreement import agreement_shares
from etl.breaks import broken
from etl.caption_judgements import caption_judgements
from etl.cascades import cascade_sizes, cascades
from etl.chain import parents
from etl.claim_matches import READS as CLAIM_READS
from etl.claim_matches import claim_matches
from etl.designation import designations, made_together
from etl.graph import Node, header_of, tables_read
from etl.issues import READS as ISSUE_READS
from etl.issues import issue_steps
from etl.medians import agency_medians
from etl.next_node import READS as NEXT_READS
from etl.next_node import next_nodes
from etl.people import ACCOUNT_READS, VILLAGE_READS, message_accounts, village_people
from etl.reach_estimate import READS as ESTIMATE_READS
from etl.reach_estimate import reach_estimates
from etl.reports import link_reports
from etl.repost_match import match_pairs
from etl.shares import duty_shares
from etl.standard_world import READS as STANDARD_READS
from measures.overperformance import expected_interactions, overperforming_score

CHECKS = Path(__file__).with_name("checks")
Judge = Callable[[duckdb.DuckDBPyConnection, dict, bool], None]
SCORE = "post_id varchar, expected double, overperformance double, reason varchar"
CHECK = "name varchar, severity varchar, message varchar, rows bigint, examples varchar"
TOO_FEW = "pembanding pada umur yang sama terlalu sedikit"
EXAMPLES = 3
THREADS = min(4, os.cpu_count() or 1)
ORDER = "order by account_id nulls first, post_type, age_class, published_at, post_id"
EVERY_POST = f"""
    select post_id, account_id, post_type, age_class, interactions::double as interactions, is_latest as is_asked
    from warehouse.post_age {ORDER}"""
# A changed post moves what is expected of itself and of later posts; the posts before it are needed, not judged anew.
SINCE_TOUCHED = f"""
    with
        since as (select account_id, min(since) as since from touched_account group by account_id),
        later as (
            select p.*, p.is_latest as is_asked
            from warehouse.post_age as p join since as s using (account_id) where p.published_at >= s.since
        ),
        before as (
            select p.*, false as is_asked
            from warehouse.post_age as p join since as s using (account_id) where p.published_at < s.since
            qualify row_number() over (
                partition by p.account_id, p.post_type, p.age_class order by p.published_at desc, p.post_id desc
            ) <= {{window}}
        )
    select post_id, account_id, post_type, age_class, interactions::double as interactions, published_at, is_asked
    from (select * from later union all by name select * from before) {ORDER}"""


def post_scores(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    """warehouse.post_score: each post against the posts before it, same account, type and age class."""
    con.execute(f"create table if not exists warehouse.post_score ({SCORE})")
    table = con.sql(
        EVERY_POST if is_whole else SINCE_TOUCHED.format(window=int(limits["overperformance"]["window_posts"]))
    )
    con.register("scores", _scored(table.to_arrow_table(), limits["overperformance"]))
    con.execute("create or replace temp table rescored_post as select post_id from scores")
    stale = "where post_id in (select post_id from touched_post union all select post_id from rescored_post)"
    con.execute(f"delete from warehouse.post_score {'' if is_whole else stale}")
    con.execute("insert into warehouse.post_score select * from scores")
    con.unregister("scores")


def _scored(table: pa.Table, limits: dict) -> pa.Table:
    """Scores of the posts that are asked for; the others of `table` only stand before them."""
    interactions = table["interactions"].to_numpy()
    asked = table["is_asked"].to_numpy(zero_copy_only=False).astype(bool)
    window, minimum = int(limits["window_posts"]), int(limits["minimum_posts"])
    expected = np.full(len(interactions), np.nan)

    def judge(group: tuple[int, int]) -> None:
        start, end = group
        first = int(np.argmax(asked[start:end])) if asked[start:end].any() else end - start
        expected[start:end] = expected_interactions(interactions[start:end], window, minimum, first)

    with ThreadPoolExecutor(THREADS) as pool:  # sorting, which is nearly all of it, runs without the interpreter lock
        list(pool.map(judge, _groups(table)))
    score = overperforming_score(interactions, expected, limits["minimum_interactions"])
    unknown = np.isnan(expected[asked])
    return pa.table(
        {
            "post_id": table["post_id"].filter(pa.array(asked)),
            "expected": pa.array(expected[asked].round(6), mask=unknown),
            "overperformance": pa.array(score[asked].round(6), mask=unknown),
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
    "warehouse.message": designations,
    "warehouse.message_post": made_together,
    "warehouse.message_notice": made_together,
    "warehouse.link_report": link_reports,
    "warehouse.match_pair": match_pairs,
    "warehouse.carrier_parent": parents,
    "warehouse.caption_judgement": caption_judgements,
    "warehouse.judged_span": made_together,
    "warehouse.cascade": cascades,
    "warehouse.cascade_size": cascade_sizes,
    "warehouse.duty_share": duty_shares,
    "warehouse.agreement_share": agreement_shares,
    "warehouse.break_point": broken,
    "warehouse.reach_estimate": reach_estimates,
    "warehouse.message_account": message_accounts,
    "warehouse.village_people": village_people,
    "warehouse.next_node": next_nodes,
    "warehouse.issue_step": issue_steps,
    "warehouse.issue_notice": made_together,
    "warehouse.issue_match": claim_matches,
    **{name: judge for name, (judge, _) in ACCOUNT_NODES.items()},
}
MESSAGE_READS = (
    "staging.message_designation", "staging.message_withdrawal", "staging.link_word", "staging.excuse_word",
    "warehouse.post", "warehouse.account_unit", "warehouse.agency", "warehouse.clock",
)  # fmt: skip
REPORT_READS = (
    "staging.report_event", "staging.report_record", "warehouse.message", "warehouse.message_post", "warehouse.post",
    "warehouse.post_account", "warehouse.post_measure", "warehouse.account_unit", "warehouse.agency",
    "warehouse.clock",
)  # fmt: skip
PARENT_READS = ("warehouse.first_carry", "warehouse.message", "warehouse.message_post", "warehouse.post")

MATCH_READS = ("warehouse.message", "warehouse.message_post", "warehouse.post", "warehouse.account_unit")


def judgements() -> tuple[Node, ...]:
    """The judgements as nodes of the graph, so that their order needs no list."""
    check_reads = frozenset[str]().union(*(tables_read(path.read_text(encoding="utf-8")) for path in _checks()))
    median_reads = ("warehouse.post_measure", "warehouse.post_score", "warehouse.period", "warehouse.agency")
    return (
        Node("warehouse.post_score", frozenset({"warehouse.post_age"})),
        Node("warehouse.agency_median", frozenset(median_reads)),
        Node("warehouse.check_result", check_reads),
        Node("warehouse.message", frozenset(MESSAGE_READS)),
        Node("warehouse.message_post", frozenset({"warehouse.message"})),
        Node("warehouse.message_notice", frozenset({"warehouse.message"})),
        Node("warehouse.link_report", frozenset(REPORT_READS)),
        Node("warehouse.match_pair", frozenset(MATCH_READS)),
        Node("warehouse.carrier_parent", frozenset(PARENT_READS)),
        Node("warehouse.cascade", frozenset({"warehouse.carrier", "warehouse.duty_unit", "warehouse.message"})),
        Node("warehouse.cascade_size", frozenset({"warehouse.carrier", "warehouse.message"})),
        Node("warehouse.duty_share", frozenset({"warehouse.duty_count"})),
        Node("warehouse.agreement_share", frozenset({"warehouse.agreement_count"})),
        Node("warehouse.break_point", frozenset({"warehouse.expected_node"})),
        Node("warehouse.reach_estimate", ESTIMATE_READS),
        Node("warehouse.message_account", ACCOUNT_READS),
        Node("warehouse.village_people", VILLAGE_READS),
        Node("warehouse.next_node", NEXT_READS),
        Node("warehouse.caption_judgement", STANDARD_READS),
        Node("warehouse.judged_span", frozenset({"warehouse.caption_judgement"})),
        Node("warehouse.issue_step", frozenset(ISSUE_READS)),
        Node("warehouse.issue_notice", frozenset({"warehouse.issue_step"})),
        Node("warehouse.issue_match", frozenset(CLAIM_READS)),
        *(Node(name, reads) for name, (_, reads) in ACCOUNT_NODES.items()),
    )
