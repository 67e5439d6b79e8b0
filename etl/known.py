"""Rows already known: the same post (or day) with the same values was there before, in any file."""

from collections.abc import Iterable

import duckdb

from etl.source import AUDIENCE, POST, SERIES

TABLES = {POST: "raw.post", SERIES: "raw.series", AUDIENCE: "raw.audience"}


def flag_known(con: duckdb.DuckDBPyConnection, sha256: str, part: str, kinds: Iterable[str]) -> int:
    """Flag this part's known rows and count their records. The earliest arrival is never the known one."""
    return sum(_flag(con, TABLES[kind], sha256, part) for kind in sorted(set(kinds)))


def _flag(con: duckdb.DuckDBPyConnection, table: str, sha256: str, part: str) -> int:
    values = {"sha": sha256, "part": part}
    con.execute(
        f"""
        create or replace temp table repeated as
        with
            mine as (select row_hash, record from {table} where file_sha256 = $sha and part = $part),
            mine_counted as (select row_hash, count(distinct record) as records from mine group by row_hash),
            elsewhere as (
                select distinct t.row_hash
                from {table} as t
                semi join mine using (row_hash)
                where not (t.file_sha256 = $sha and t.part = $part)
                    and (t.file_sha256 <> $sha or t.part < $part)
            )
        select mine.record, min(mine.record) over (partition by mine.row_hash) as first_record,
            elsewhere.row_hash is not null as is_elsewhere
        from mine
        left join elsewhere using (row_hash)
        join mine_counted using (row_hash)
        where mine_counted.records > 1 or elsewhere.row_hash is not null""",
        values,
    )
    if not con.execute("select 1 from repeated limit 1").fetchall():
        return 0
    con.execute(
        f"""
        update {table} set is_known = true
        where file_sha256 = $sha and part = $part
            and record in (select record from repeated where is_elsewhere or record > first_record)""",
        values,
    )
    found = f"select count(distinct record) from {table} where file_sha256 = $sha and part = $part and is_known"
    return con.execute(found, values).fetchall()[0][0]


def stored_records(con: duckdb.DuckDBPyConnection, sha256: str, part: str, kinds: Iterable[str]) -> int:
    """Records of this part that stand in the raw tables."""
    where = "where file_sha256 = $sha and part = $part"
    counts = [f"select count(distinct record) as n from {TABLES[kind]} {where}" for kind in sorted(set(kinds))]
    sql = f"select cast(sum(n) as bigint) from ({' union all '.join(counts)})"
    return con.execute(sql, {"sha": sha256, "part": part}).fetchall()[0][0]
