"""Rows made in Python, as a table of the warehouse; per message only where what they depend on changed."""

from collections.abc import Iterable

import duckdb
import pyarrow as pa

from etl.warehouse import exists

TEXT, WHOLE, NUMBER, FLAG = pa.string(), pa.int64(), pa.float64(), pa.bool_()


def keep(con: duckdb.DuckDBPyConnection, name: str, schema: pa.Schema, rows: Iterable[tuple]) -> None:
    """Make `name` anew from rows in the order of the schema."""
    _write(con, f"create or replace table {name} as", schema, rows)


def add(con: duckdb.DuckDBPyConnection, name: str, schema: pa.Schema, rows: Iterable[tuple]) -> None:
    _write(con, f"insert into {name}", schema, rows)


def forget_stale(con: duckdb.DuckDBPyConnection, name: str, schema: pa.Schema, signatures: str, is_whole: bool) -> None:
    """Leave in the temporary table `stale` the messages to judge anew; their rows are gone from `name`.

    signatures: SQL giving message_id and signature, a number that changes with anything the judgement reads.
    """
    state = f"{name}_state"
    if is_whole or not exists(con, state):
        keep(con, name, schema, [])
        con.execute(f"create or replace table {state} (message_id varchar, signature ubigint)")
    con.execute(f"create or replace temp table signed as {signatures}")
    con.execute(
        f"""
        create or replace temp table stale as
        select message_id from signed as n full join {state} as o using (message_id)
        where n.signature is distinct from o.signature"""
    )
    con.execute(f"delete from {name} where message_id in (select message_id from stale)")
    con.execute(f"create or replace table {state} as select message_id, signature from signed")


def _write(con: duckdb.DuckDBPyConnection, into: str, schema: pa.Schema, rows: Iterable[tuple]) -> None:
    table = pa.Table.from_pylist([dict(zip(schema.names, row, strict=True)) for row in rows], schema)
    con.register("rows_made", table)
    con.execute(f"{into} select * from rows_made")
    con.unregister("rows_made")
