"""What is kept about every file: its card, its counts, and each row set aside with its raw text."""

from collections.abc import Sequence
from datetime import datetime

import duckdb

from etl.batch import Batch, Problem
from etl.report import PartReport, problem
from etl.source import Row
from landing.card import Card

FILE_TABLES = (
    "raw.post", "raw.series", "raw.audience", "raw.report", "raw.comment", "raw.incident", "raw.hoax",
    "raw.set_aside", "raw.file",
)  # fmt: skip
Line = tuple[str, str, int, int, str | None, str | None, str, str]


def forget(con: duckdb.DuckDBPyConnection, sha256: str) -> None:
    """Remove an earlier reading of a file, remembering which posts it had touched."""
    seen = con.execute("select 1 from raw.file where file_sha256 = $sha limit 1", {"sha": sha256}).fetchall()
    if not seen:
        return
    touch(con, sha256)
    for table in FILE_TABLES:
        con.execute(f"delete from {table} where file_sha256 = $sha", {"sha": sha256})


def touch(con: duckdb.DuckDBPyConnection, sha256: str) -> None:
    """Note what a file speaks of as changed: its posts, and the accounts of its daily series."""
    values = {"sha": sha256}
    con.execute("insert into raw.touched_post select distinct post_key from raw.post where file_sha256 = $sha", values)
    views = "select 1 from duckdb_views() where schema_name = 'staging' and view_name = 'series_record'"
    if con.execute(views).fetchall():  # before the first build everything is new anyway
        con.execute(
            """
            insert into raw.touched_account
            select distinct account_id from staging.series_record where file_sha256 = $sha""",
            values,
        )


def remember_file(
    con: duckdb.DuckDBPyConnection,
    card: Card,
    reports: Sequence[PartReport],
    platforms: dict,
    fingerprint: str,
    formats: str,
) -> None:
    for report in reports:
        reasons = "; ".join(found["reason"] for found in report.problems) if report.status == "reject" else None
        con.execute(
            f"insert into raw.file values ({', '.join('?' * 20)})",
            [
                card.sha256, report.name, card.original_name, report.source, platforms.get(report.source),
                card.account, datetime.fromisoformat(card.received_at), card.received_by,
                datetime.fromisoformat(card.exported_at) if card.exported_at else None, card.invented,
                report.status, report.records, report.loaded, report.set_aside, report.non_post, report.known,
                reasons, "; ".join(report.notices) or None, fingerprint, formats,
            ],
        )  # fmt: skip


def remember_problems(con: duckdb.DuckDBPyConnection, batch: Batch, problems: Sequence[Problem]) -> None:
    lines = [_line(batch.file_sha256, batch.part, p.row, p.column, p.value, p.reason) for p in problems]
    _insert(con, lines)


def remember_strays(
    con: duckdb.DuckDBPyConnection, sha256: str, report: PartReport, strays: Sequence[tuple[Row, str]]
) -> None:
    _insert(con, [_line(sha256, report.name, row, None, None, reason) for row, reason in strays])
    report.set_aside += len(strays)
    report.problems += [problem(row.record, None, None, reason) for row, reason in strays]


def _line(sha256: str, part: str, row: Row, column: str | None, value: str | None, reason: str) -> Line:
    clean = row.raw.encode("utf-8", "replace").decode().replace("\0", "")
    value = value.encode("utf-8", "replace").decode().replace("\0", "") if value else value
    return (sha256, part, row.record, row.line, column, value, reason, clean)


def _insert(con: duckdb.DuckDBPyConnection, lines: Sequence[Line]) -> None:
    if lines:
        con.executemany(f"insert into raw.set_aside values ({', '.join('?' * 8)})", lines)
