"""warehouse.caption_judgement, judged_span: every distinct caption judged once per span of days with one standard."""

from collections.abc import Iterator

import duckdb
import pyarrow as pa

from etl.caption_rows import SCHEMA, Stretch, judged
from etl.judged import keep
from etl.standard_world import read_judge, spans
from etl.warehouse import exists

TABLE = "warehouse.caption_judgement"
SPAN = pa.schema({"span": pa.date32(), "until": pa.date32(), "signature": pa.uint64()})
AT_ONCE = 2_000  # captions handed over together
INSERTED_AT_ONCE = 20  # such stretches
# A post without a known day is judged as on the day of the newest data.
WANTED = """
    create or replace temp table caption_wanted as
    select distinct hash(p.caption) as caption_key, s.span, s.signature
    from warehouse.post as p
    left join warehouse.clock as c on true
    join warehouse.judged_span as s
        on coalesce(p.published_on, c.today) >= s.span and coalesce(p.published_on, c.today) < s.until
    where p.caption is not null"""
STALE = f"""
    delete from {TABLE} as j
    where not exists (
        select 1 from caption_wanted as w
        where w.caption_key = j.caption_key and w.span = j.span and w.signature = j.signature
    )"""
MISSING = f"""
    create or replace temp table caption_missing as
    with
        missing as (
            select w.* from caption_wanted as w
            anti join {TABLE} as j on w.caption_key = j.caption_key and w.span = j.span
        ),
        texts as (
            select hash(caption) as caption_key, min(caption) as caption
            from warehouse.post
            where hash(caption) in (select caption_key from missing)
            group by hash(caption)
        )
    select row_number() over (order by m.span, m.caption_key) as place, m.*, t.caption
    from missing as m
    join texts as t using (caption_key)
    order by place"""
STRETCH = """
    select caption_key, span, signature, caption
    from caption_missing
    where place > $after and place <= $until
    order by place"""


def caption_judgements(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    """Judge what is new. A whole build keeps what is there too: the signature knows when it no longer holds."""
    judge = read_judge(con)
    keep(con, "warehouse.judged_span", SPAN, spans(judge))
    if not exists(con, TABLE):
        con.register("no_rows", SCHEMA.empty_table())
        con.execute(f"create table {TABLE} as select * from no_rows")
        con.unregister("no_rows")
    for sql in (WANTED, STALE, MISSING):
        con.execute(sql)
    total = con.execute("select count(*) from caption_missing").fetchall()[0][0]
    waiting: list[pa.RecordBatch] = []
    for batch in judged(judge, _stretches(con, total), total):
        waiting.append(batch)
        if len(waiting) >= INSERTED_AT_ONCE:
            _insert(con, waiting)
            waiting = []
    _insert(con, waiting)
    con.execute("drop table caption_wanted; drop table caption_missing")


def _stretches(con: duckdb.DuckDBPyConnection, total: int) -> Iterator[Stretch]:
    """Captions of one span at a time, in order."""
    for after in range(0, total, AT_ONCE):
        found = con.execute(STRETCH, {"after": after, "until": after + AT_ONCE}).fetchall()
        for span, signature in sorted({(row[1], row[2]) for row in found}):
            own = [row for row in found if row[1] == span]
            yield span, signature, [row[0] for row in own], [row[3] for row in own]


def _insert(con: duckdb.DuckDBPyConnection, batches: list[pa.RecordBatch]) -> None:
    if batches:
        con.register("rows_judged", pa.Table.from_batches(batches, SCHEMA))
        con.execute(f"insert into {TABLE} by name select * from rows_judged")
        con.unregister("rows_judged")
