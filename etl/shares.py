"""warehouse.duty_share: the Wilson interval of every share of duties that any unit has, in a month or in all."""

import duckdb
import pyarrow as pa

from etl.judged import NUMBER, WHOLE, keep
from measures.intervals import wilson

COUNTS = """
    select distinct on_time, due from warehouse.duty_count where due > 0
    union
    select cast(sum(on_time) as bigint), cast(sum(due) as bigint)
    from warehouse.duty_count
    group by agency_code
    having sum(due) > 0
    order by all"""
SHARE = pa.schema({"on_time": WHOLE, "due": WHOLE, "share": NUMBER, "low": NUMBER, "high": NUMBER})


def duty_shares(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    rows = []
    for on_time, due in con.execute(COUNTS).fetchall():
        low, high = wilson(on_time, due) or (0.0, 1.0)
        rows.append((on_time, due, round(on_time / due, 6), round(low, 6), round(high, 6)))
    keep(con, "warehouse.duty_share", SHARE, rows)
