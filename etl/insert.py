"""Typed rows into the raw tables: posts wide, daily series and audiences long."""

import duckdb

from etl.batch import LOADED, Batch, platform_of
from etl.source import POST_FIELDS
from etl.typing import STORED, quoted
from etl.warehouse import POST_COLUMNS

NOT_METRICS = ("day", "platform", "account_native_id", "account_handle", "account_name")


def insert_posts(con: duckdb.DuckDBPyConnection, batch: Batch, typed_rows: str) -> None:
    """`typed_rows` is SQL that gives the columns of `batch.typed`."""
    have = batch.places
    values = {name: name if name in have else f"null::{STORED[POST_FIELDS[name]]}" for name in POST_COLUMNS}
    platform = platform_of(batch, {name: name for name in have})
    con.execute(
        f"""
        insert into raw.post by name
        select
            {_constants(batch)}, record, fate, {platform} as platform, {platform} || ':' || post_key as post_key,
            hash(post_key, {", ".join(have)}) as row_hash, false as is_known,
            {", ".join(f"{sql} as {name}" for name, sql in values.items())}
        from ({typed_rows})"""
    )


def insert_series(con: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    """One row per day and metric; a metric the platform left blank leaves no row."""
    have = batch.places
    metrics = [name for name in have if name not in NOT_METRICS]
    platform = platform_of(batch, {name: name for name in have})
    for metric in metrics:
        con.execute(
            f"""
            insert into raw.series by name
            select
                {_constants(batch)}, record, {platform} as platform, day,
                {_optional(have, "account_native_id")}, {_optional(have, "account_handle")},
                {quoted(batch.source.day_clock)} as day_clock, {quoted(metric)} as metric,
                {metric}::double as value, {_hash(batch)} as row_hash, false as is_known
            from batch_typed
            where fate = {LOADED} and {metric} is not null"""
        )
    _insert_silent_days(con, batch, metrics, platform)


def _insert_silent_days(con: duckdb.DuckDBPyConnection, batch: Batch, metrics: list[str], platform: str) -> None:
    """A day on which every metric is blank keeps one row without a metric, so that it still counts as loaded."""
    silent = " and ".join(f"{metric} is null" for metric in metrics) or "true"
    con.execute(
        f"""
        insert into raw.series by name
        select {_constants(batch)}, record, {platform} as platform, day,
            {_hash(batch)} as row_hash, false as is_known
        from batch_typed
        where fate = {LOADED} and {silent}"""
    )


def insert_audience(con: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    have = batch.places
    platform = platform_of(batch, {name: name for name in have})
    con.execute(
        f"""
        insert into raw.audience by name
        select
            {_constants(batch)}, record, {platform} as platform, {_optional(have, "dimension")},
            {_optional(have, "member")}, {_optional(have, "segment")}, share,
            {_hash(batch)} as row_hash, false as is_known
        from batch_typed
        where fate = {LOADED}"""
    )


def insert_reports(con: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    _insert_kept(con, batch, "raw.report", "reported_at, agency_text, message_text, link, channel, note")


def insert_comments(con: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    columns = """ticket, link, post_named, account_text, agency_text, asked_at, asked_on, needs_answer, answered_at,
        answered_on, is_answered, forwarded_at, forwarded_on, is_forwarded"""
    _insert_kept(con, batch, "raw.comment", columns)


def insert_incidents(con: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    columns = "agency_text, happened_at, happened_on, is_emergency, title, link, post_named"
    _insert_kept(con, batch, "raw.incident", columns)


def insert_hoaxes(con: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    columns = "public_id, listed_on, claim, verdict, verdict_text, source_text, link, body"
    _insert_kept(con, batch, "raw.hoax", columns)


def _insert_kept(con: duckdb.DuckDBPyConnection, batch: Batch, table: str, columns: str) -> None:
    """The rows of a sheet that people keep by hand; its source has all of these columns."""
    con.execute(
        f"""
        insert into {table} by name
        select {_constants(batch)}, record, {columns}, {_hash(batch)} as row_hash, false as is_known
        from batch_typed
        where fate = {LOADED}"""
    )


def _hash(batch: Batch) -> str:
    """A row without an account of its own is only the same row within the same account."""
    return f"hash({', '.join([quoted(batch.source.name), quoted(batch.account or ''), *batch.places])})"


def _optional(have: dict[str, int], name: str) -> str:
    return name if name in have else f"null::varchar as {name}"


def _constants(batch: Batch) -> str:
    account = quoted(batch.account) if batch.account else "null::varchar"
    return f"""{quoted(batch.file_sha256)} as file_sha256, {quoted(batch.part)} as part,
        {quoted(batch.source.name)} as source, {account} as account_told,
        {quoted(batch.observed_at.isoformat())}::timestamptz as observed_at"""
