"""Golden files loaded for a test: the real engine on a warehouse of its own."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from etl.__main__ import main
from etl.catalogue import built_in
from etl.containers import Limits
from etl.report import PartReport
from etl.stage import Staging, stage
from etl.warehouse import connect
from landing.card import Card
from landing.places import places

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

    def reasons(self) -> dict[int, list[tuple[str | None, str | None]]]:
        """Record -> the columns and values that set it aside."""
        reasons: dict[int, list[tuple[str | None, str | None]]] = {}
        for found in self.part.problems:
            if found["record"]:
                reasons.setdefault(found["record"], []).append((found["column"], found["value"]))
        return reasons


@contextmanager
def staged(folder: Path, path: Path, account: str | None = None, exported_at: str | None = None) -> Iterator[Staged]:
    """Stage one file into a fresh warehouse below `folder`."""
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    card = Card(sha256, path.name, path.stat().st_size, RECEIVED, account=account, exported_at=exported_at)
    con = connect(folder / "warehouse.duckdb")
    try:
        yield Staged(stage(Staging(con, built_in(), LIMITS, bulk_bytes=10**9), card, path)[0], con)
    finally:
        con.close()


def command(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """The real command line on an instance below `folder`."""
    monkeypatch.setenv("JANGKAU_DATA", str(folder / "data"))

    def run(*arguments: str) -> None:
        assert main(list(arguments)) in (0, 3)

    return run


def query(folder: Path, sql: str) -> list[tuple]:
    """Ask the warehouse of that instance."""
    with duckdb.connect(str(places(folder / "data").warehouse), read_only=True) as con:
        return con.execute(sql).fetchall()
