"""Golden files loaded for a test: the real engine on a warehouse of its own."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from etl.catalogue import built_in
from etl.containers import Limits
from etl.report import PartReport
from etl.stage import Staging, stage
from etl.warehouse import connect
from landing.card import Card

GOLDEN = Path(__file__).parent / "golden"
RECEIVED = "2026-07-10T02:00:00+00:00"
LIMITS = Limits(member=10**8, archive=10**9, members=100)


@dataclass(frozen=True)
class Staged:
    """One file after staging: what was reported, and its rows."""

    part: PartReport
    con: duckdb.DuckDBPyConnection

    def rows(self, columns: str, table: str = "post", where: str = "true") -> list[tuple]:
        sql = f"select {columns} from raw.{table} where {where} order by record"
        return self.con.execute(sql).fetchall()

    def reasons(self) -> dict[int, tuple[str | None, str | None]]:
        """Record -> the column and the value that set it aside."""
        problems = (found for found in self.part.problems if found["record"])
        return {found["record"]: (found["column"], found["value"]) for found in problems}


@contextmanager
def staged(
    folder: Path, path: Path, account: str | None = None, exported_at: str | None = None
) -> Iterator[Staged]:
    """Stage one file into a fresh warehouse below `folder`."""
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    card = Card(sha256, path.name, path.stat().st_size, RECEIVED, account=account, exported_at=exported_at)
    con = connect(folder / "warehouse.duckdb")
    try:
        yield Staged(stage(Staging(con, built_in(), LIMITS, bulk_bytes=10**9), card, path)[0], con)
    finally:
        con.close()
