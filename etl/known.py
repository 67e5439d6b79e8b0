"""Rows already known: the same post (or day) with the same values was there before, in any file."""

from collections.abc import Iterable

import duckdb

from etl.source import AUDIENCE, COMMENT, HOAX, INCIDENT, POST, REPORT, SERIES

TABLES = {
    POST: "raw.post", SERIES: "raw.series", AUDIENCE: "raw.audience", REPORT: "raw.report", COMMENT: "raw.comment",
    INCIDENT: "raw.incident", HOAX: "raw.hoax",
}  # fmt: skip


def flag_known(con: duckdb.DuckDBPyConnection, sha256: str, part: str, kinds: Iterable[str]) -> int:
    """Flag this part's known rows and count their records. The earliest arrival is never the known one."""
    return sum(_flag(con, TABLES[kind], sha256, part) for kind in sorted(set(kinds)))


def _flag(con: duckdb.DuckDBPyConnection, table: str, sha256: str, part: str) -> int:
    values = {"sha": sha256, "part": part}
    mine = f"select row_hash from {table} where file_sha256 = $sha and part = $part"
    con.execute(
        f"""
        create or replace temp table repeated as
        select row_hash from {table} where row_hash in ({mine}) group by row_hash having count(*) > 1""",
        values,
    )
    if not con.execute("select 1 from repeated limit 1").fetchall():
        return 0
    con.execute(
        f"""
        update {table} set is_known = true
        where file_sha256 = $sha and part = $part and record in (
            with
                seen as (
                    select row_hash, record, file_sha256 = $sha and part = $part as is_mine,
                        file_sha256 <> $sha or part < $part as is_earlier
                    from {table} where row_hash in (select row_hash from repeated)
                ),
                first as (
                    select row_hash, bool_or(is_earlier) as is_elsewhere,
                        min(record) filter (where is_mine) as first_record
                    from seen group by row_hash
                )
            select s.record from seen as s join first as f using (row_hash)
            where s.is_mine and (f.is_elsewhere or s.record > f.first_record)
        )""",
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
