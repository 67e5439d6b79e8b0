"""warehouse.agreement_share: how often machine and staff agree, with the Wilson interval of every such share."""

import duckdb
import pyarrow as pa

from etl.judged import NUMBER, WHOLE, keep
from measures.intervals import wilson

COUNTS = """
    select distinct agreed, decided from warehouse.agreement_count where decided > 0
    union
    select cast(sum(agreed) as bigint), cast(sum(decided) as bigint)
    from warehouse.agreement_count
    group by label
    having sum(decided) > 0
    order by all"""
SHARE = pa.schema({"agreed": WHOLE, "decided": WHOLE, "share": NUMBER, "low": NUMBER, "high": NUMBER})


def agreement_shares(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    rows = []
    for agreed, decided in con.execute(COUNTS).fetchall():
        low, high = wilson(agreed, decided) or (0.0, 1.0)
        rows.append((agreed, decided, round(agreed / decided, 6), round(low, 6), round(high, 6)))
    keep(con, "warehouse.agreement_share", SHARE, rows)
