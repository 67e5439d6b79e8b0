"""warehouse.unit_uniqueness: how much each unit speaks of its own matters, month by month; only changed months anew."""

from collections.abc import Iterator

import duckdb
import numpy as np
import pyarrow as pa

from etl.judged import NUMBER, TEXT, WHOLE, add, keep
from measures.standard.uniqueness import uniqueness, words_said

READS = frozenset({"warehouse.own_text", "warehouse.post"})
UNIQUENESS = pa.schema({"month": pa.date32(), "agency_code": TEXT, "uniqueness": NUMBER, "texts": WHOLE})
STATE = pa.schema({"month": pa.date32(), "signature": pa.uint64()})
# One text counts once for its unit: the same words on three platforms are one thing said.
SIGNED = """
    select month, bit_xor(hash(agency_code, caption_key))
    from (select distinct month, agency_code, caption_key from warehouse.own_text where is_original)
    group by month
    order by month"""
TEXTS = """
    select t.agency_code, min(p.caption) as caption
    from warehouse.own_text as t
    join warehouse.post as p using (post_id)
    where t.is_original and t.month = $month
    group by t.agency_code, t.caption_key
    order by t.agency_code, caption"""


def uniquenesses(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    if is_whole:
        con.execute("drop table if exists warehouse.unit_uniqueness_state")
    con.execute("create table if not exists warehouse.unit_uniqueness_state (month date, signature ubigint)")
    known = dict(con.execute("select month, signature from warehouse.unit_uniqueness_state").fetchall())
    if is_whole or not known:
        keep(con, "warehouse.unit_uniqueness", UNIQUENESS, [])
    signed = dict(con.execute(SIGNED).fetchall())
    for month in sorted({*signed, *known}):
        if signed.get(month) != known.get(month):
            con.execute("delete from warehouse.unit_uniqueness where month = $month", {"month": month})
            add(con, "warehouse.unit_uniqueness", UNIQUENESS, _of_month(con, month))
    keep(con, "warehouse.unit_uniqueness_state", STATE, signed.items())


def _of_month(con: duckdb.DuckDBPyConnection, month: object) -> Iterator[tuple]:
    rows = con.execute(TEXTS, {"month": month}).fetchall()
    if not rows:
        return
    codes, units = np.unique([code for code, _ in rows], return_inverse=True)
    values, texts = uniqueness(units.astype(np.int64), *words_said([caption for _, caption in rows]))
    for code, value, said in zip(codes.tolist(), values.tolist(), texts.tolist(), strict=True):
        yield month, code, None if np.isnan(value) else round(value, 6), said
