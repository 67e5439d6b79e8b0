"""warehouse.cascade and cascade_size: how big, deep and fast a message spread, whole and at equal size."""

from collections.abc import Iterator
from itertools import groupby

import duckdb
import pyarrow as pa

from etl.judged import NUMBER, TEXT, WHOLE, add, forget_stale
from measures.cascade.shape import hours_to_share, shape
from measures.cascade.tree import FACTS, Node

SHARES = (0.25, 0.50, 0.75)
SIZES = tuple(FACTS["compare"]["sizes"])
CASCADE = pa.schema(
    {"message_id": TEXT, "size": WHOLE, "depth": WHOLE, "virality": NUMBER}
    | {f"hours_{round(100 * share)}": NUMBER for share in SHARES}
)
CASCADE_SIZE = pa.schema(
    {"message_id": TEXT, "size": pa.int32(), "hours": NUMBER, "depth": pa.int32(), "virality": NUMBER}
)
NODES = """
    select
        m.message_id, c.account_id, c.tier, c.hours, c.parent_account_id, c.parent_method, c.parent_confidence, c.depth
    from warehouse.message as m
    join stale using (message_id)
    left join warehouse.carrier as c using (message_id)
    order by m.message_id, c.hours, c.account_id"""
ARRIVALS = """
    select
        message_id, coalesce(list(hours order by hours) filter (where hours is not null), []) as hours,
        count(*) as expected
    from warehouse.duty_unit
    where status in ('on_time', 'late', 'missing', 'open')
    group by message_id"""
TREES = """
    select message_id, bit_xor(hash(c.account_id, c.tier, c.hours, c.parent_account_id, c.depth)) as signature
    from warehouse.message
    left join warehouse.carrier as c using (message_id)
    group by message_id"""
TREES_AND_ARRIVALS = f"""
    select t.message_id, hash(t.signature, a.hours, a.expected) as signature
    from ({TREES}) as t
    left join ({ARRIVALS}) as a using (message_id)"""


def cascades(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    forget_stale(con, "warehouse.cascade", CASCADE, TREES_AND_ARRIVALS, is_whole)
    arrivals = {message: (hours, expected) for message, hours, expected in con.execute(ARRIVALS).fetchall()}
    rows = []
    for message, nodes in _trees(con):
        whole, (hours, expected) = shape(nodes), arrivals.get(message, ([], 0))
        reached = [_rounded(hours_to_share(hours, expected, share)) for share in SHARES]
        rows.append((message, whole.size, whole.depth, _rounded(whole.virality), *reached))
    add(con, "warehouse.cascade", CASCADE, rows)


def cascade_sizes(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    forget_stale(con, "warehouse.cascade_size", CASCADE_SIZE, TREES, is_whole)
    rows = []
    for message, nodes in _trees(con):
        for size in (size for size in SIZES if size <= len(nodes)):
            part = shape(nodes, size)
            rows.append((message, size, _rounded(part.hours), part.depth, _rounded(part.virality)))
    add(con, "warehouse.cascade_size", CASCADE_SIZE, rows)


def _trees(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, list[Node]]]:
    """Every stale message with its carriers in order of time; none for a message nobody carried."""
    rows = con.execute(NODES).fetchall()
    for message, group in groupby(rows, key=lambda row: row[0]):
        yield message, [Node(*row[1:]) for row in group if row[1] is not None]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
