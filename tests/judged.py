"""Running one judgement on small text tables."""

import duckdb

from etl.judge import JUDGES, judgements
from etl.warehouse import MACROS, SCHEMAS
from tests.models import create, shapes

LIMITS = {"message": {"break_share": 0.3}}


def judged(name: str, expect: str, **given: str) -> None:
    """Run one judgement on the given tables of the warehouse and compare the columns named in `expect`."""
    with duckdb.connect() as con:
        prepared(con, name, **given)
        JUDGES[name](con, LIMITS, True)
        names = [column.strip() for column in expect.strip().splitlines()[0].split("|")]
        shape = {column: shapes()[name][column] for column in names}
        create(con, "expected", shape, expect)
        columns = ", ".join(f"round({column}, 4)" if kind == "DOUBLE" else column for column, kind in shape.items())
        asked = f"select {columns} from {{}} order by all"
        assert con.execute(asked.format(name)).fetchall() == con.execute(asked.format("expected")).fetchall()


def prepared(con: duckdb.DuckDBPyConnection, name: str, **given: str) -> None:
    """Everything the judgement reads; what is not given is empty."""
    [node] = [node for node in judgements() if node.name == name]
    tables = {f"warehouse.{table}": text for table, text in given.items()}
    assert set(tables) <= node.reads, f"{name} does not read {set(tables) - node.reads}"
    con.execute("set TimeZone = 'Asia/Jakarta'")
    con.execute("".join(f"create schema {schema};" for schema in SCHEMAS) + MACROS)
    for table in node.reads:
        create(con, table, shapes()[table], tables.get(table, ""))
