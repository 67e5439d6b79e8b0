"""How long judging many distinct captions takes, and how much memory: `python -m benchmarks.standard.speed 1000000`."""

import resource
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from benchmarks.standard.labelled import developed_on
from etl.caption_judgements import caption_judgements
from etl.reference_standard import load_set
from etl.standard_adoption import standard_texts
from etl.warehouse import connect
from landing.places import Places

DAY = date(2026, 11, 1)
AT_ONCE = 50_000


def texts(count: int, start: int) -> list[str]:
    """Distinct captions: the labelled ones, each with another number in the end."""
    every = [each.caption for each in developed_on()]
    return [f"{every[place % len(every)]} No. {place}" for place in range(start, start + count)]


def fill(con: duckdb.DuckDBPyConnection, count: int) -> None:
    con.execute("create table warehouse.post (caption varchar, published_on date)")
    for start in range(0, count, AT_ONCE):
        table = pa.table({"caption": texts(min(AT_ONCE, count - start), start)})
        con.register("told", table)
        con.execute("insert into warehouse.post select caption, $day from told", {"day": DAY})
        con.unregister("told")
    con.execute("create table warehouse.clock as select cast($day as date) as today", {"day": DAY})
    load_set(con, standard_texts(Places(Path(tempfile.gettempdir()) / "none")), [], _make)
    for name in ("standard_rule", "vocabulary", "official"):
        con.execute(f"create view warehouse.{name} as select * from reference.{name}")


def _make(con: duckdb.DuckDBPyConnection, name: str, columns: str, rows: list[tuple]) -> None:
    con.execute(f"create or replace table reference.{name} ({columns})")
    if rows:
        con.executemany(f"insert into reference.{name} values ({', '.join('?' * len(rows[0]))})", rows)


def timed(con: duckdb.DuckDBPyConnection) -> float:
    begun = time.perf_counter()
    caption_judgements(con, {}, True)
    return time.perf_counter() - begun


def peak() -> float:
    """Megabytes of this process and of its largest child."""
    own, child = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"this process {own:.0f} MB, its largest child {child:.0f} MB")
    return own + 2 * child


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        con = connect(Path(folder) / "speed.duckdb")
        fill(con, count)
        print(f"{count} captions, first time: {timed(con):.1f} s; peak of all processes at most {peak():.0f} MB")
        con.execute("insert into warehouse.post select caption || ' x', published_on from warehouse.post limit 1000")
        print(f"1000 more: {timed(con):.1f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]))
