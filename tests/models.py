"""Running one SQL model on small text tables: an analyst can read the test."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from etl.build import build
from etl.catalogue import built_in
from etl.graph import models
from etl.warehouse import MACROS, SCHEMAS, connect
from landing.places import places

Shape = dict[str, str]  # column -> type


def run_model(name: str, given: dict[str, str], expect: str) -> None:
    """Run the model on the given tables (others it reads are empty) and compare the columns named in `expect`.

    A table is lines of cells between `|`, the first line its columns; a blank cell is NULL, times are WIB.
    """
    [model] = [node for node in models() if node.name == name]
    assert set(given) <= model.reads, f"{name} does not read {set(given) - model.reads}"
    with duckdb.connect() as con:
        con.execute("set TimeZone = 'Asia/Jakarta'")
        con.execute("".join(f"create schema {schema};" for schema in SCHEMAS) + MACROS)
        for table in model.reads:
            create(con, table, shapes()[table], given.get(table, ""))
        con.execute(f"create table result as {model.sql}")
        shape = {column: shapes()[name][column] for column in _cells(expect)[0]}
        create(con, "expected", shape, expect)
        columns = ", ".join(f"round({c}, 4)" if kind == "DOUBLE" else f"{c}::varchar" for c, kind in shape.items())
        asked = f"select {columns} from {{}} order by all"
        assert con.execute(asked.format("result")).fetchall() == con.execute(asked.format("expected")).fetchall()


@cache
def shapes() -> dict[str, Shape]:
    """The columns of every table, as an empty warehouse has them."""
    with TemporaryDirectory() as folder:
        con = connect(Path(folder) / "empty.duckdb")
        build(con, places(folder), built_in(), lambda said: None)
        found: dict[str, Shape] = {}
        for schema, table, column, kind in con.execute(
            "select schema_name, table_name, column_name, data_type from duckdb_columns() order by column_index"
        ).fetchall():
            found.setdefault(f"{schema}.{table}", {})[column] = kind
        con.close()
        return found


def create(con: duckdb.DuckDBPyConnection, table: str, shape: Shape, text: str) -> None:
    con.execute(f"create table {table} ({', '.join(f'{column} {kind}' for column, kind in shape.items())})")
    names, *rows = _cells(text)
    for row in rows:
        assert len(row) == len(names), f"{table}: {row} under {names}"
        values = ", ".join(f"$v{place}::{shape[column]}" for place, column in enumerate(names))
        said = {f"v{place}": value or None for place, value in enumerate(row)}
        con.execute(f"insert into {table} ({', '.join(names)}) values ({values})", said)


def _cells(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.strip()]
    return [[cell.strip() for cell in line.split("|")] for line in lines] or [[]]
