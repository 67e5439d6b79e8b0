"""warehouse.break_point: the nodes of the expected tree at which a message stopped, once its deadline has passed."""

from collections import Counter

import duckdb
import numpy as np
import pyarrow as pa

from etl.judged import FLAG, NUMBER, TEXT, WHOLE, keep
from measures.cascade.breaks import break_points

# In this order the regency comes first in its message and a kecamatan before its villages.
TREE = """
    with numbered as (
        select
            *, row_number() over (
                order by message_id, kecamatan_code nulls first, tier <> 'regency', tier <> 'kecamatan', node_code
            ) - 1 as place
        from warehouse.expected_node
    )
    select
        *,
        case tier
            when 'regency' then -1
            when 'village' then coalesce(
                min(place) filter (where tier = 'kecamatan') over (partition by message_id, kecamatan_code),
                min(place) over (partition by message_id)
            )
            else min(place) over (partition by message_id)
        end as parent
    from numbered
    order by place"""
BREAK = pa.schema(
    dict.fromkeys(("message_id", "node_code", "agency_code", "tier", "kind"), TEXT)
    | {"own_carried": FLAG, "expected": WHOLE, "carried": WHOLE, "share": NUMBER, "people_left": WHOLE}
    | {"place": pa.int32()}
)


def broken(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    tree = con.sql(TREE).to_arrow_table()
    arrays = [np.asarray(tree[name].to_numpy(zero_copy_only=False)) for name in ("parent", "carried", "is_expected")]
    left = tree["people_left"].cast(pa.float64()).to_numpy()
    parent, carried, expected = arrays[0].astype(np.int64), arrays[1].astype(np.int8), arrays[2].astype(bool)
    places: Counter[str] = Counter()
    rows = []
    for found in break_points(parent, carried, expected, left, float(limits["message"]["break_share"])):
        message, code, agency, tier = (tree[name][found.node].as_py() for name in BREAK.names[:4])
        places[message] += 1
        rows.append((message, code, agency, tier, found.kind, found.own_carried, found.expected, found.carried,
                     round(found.share, 6), round(found.people_left), places[message]))  # fmt: skip
    keep(con, "warehouse.break_point", BREAK, rows)
