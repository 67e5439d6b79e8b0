"""The villages as the measures of reach ask for them, and whole columns in and out of the warehouse."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from measures.cascade.reach import TIERS, Ground, Placement, Senders, placed

TIER_NAMES = np.array([*TIERS, ""])  # the last one, at -1, for no tier
VILLAGES = "select village_code, kecamatan_code, online from warehouse.village order by village_code"


@dataclass(frozen=True)
class Region:
    """The villages in order of their codes, their kecamatan, and the shares that settings.toml names."""

    villages: pa.Array
    kecamatan: pa.Array
    ground: Ground
    settings: dict[str, float]

    def senders(self, table: pa.Table, local: NDArray[np.float64]) -> Senders:
        """The rows of a table with tier, kecamatan_code and village_code."""
        tier = np.array([each or "" for each in table["tier"].to_pylist()], str)
        return Senders(local, tier, number_in(table["kecamatan_code"], self.kecamatan), self.villagenumber_in(table))

    def villagenumber_in(self, table: pa.Table) -> NDArray[np.int64]:
        return number_in(table["village_code"], self.villages)

    def placed(self, senders: Senders) -> Placement:
        return placed(senders, self.ground, self.settings["kecamatan_own"], self.settings["village_own"])


def region(con: duckdb.DuckDBPyConnection) -> Region:
    table = con.sql(VILLAGES).to_arrow_table()
    [settings] = con.sql("select * from reference.reach_setting").to_arrow_table().to_pylist()
    codes = table["village_code"].combine_chunks()
    kecamatan = pc.unique(table["kecamatan_code"]).drop_null()
    ground = Ground(floats(table, "online"), number_in(table["kecamatan_code"], kecamatan))
    return Region(codes, kecamatan, ground, settings)


def tier_number(table: pa.Table) -> NDArray[np.int64]:
    return number_in(table["tier"], pa.array(TIERS))


def number_in(codes: pa.ChunkedArray, among: pa.Array) -> NDArray[np.int64]:
    """The place of each code among the given ones, -1 where it is none of them."""
    return pc.index_in(codes, among).fill_null(-1).to_numpy().astype(np.int64)


def floats(table: pa.Table, name: str) -> NDArray[np.float64]:
    """A column of numbers with NaN where there is none."""
    return table[name].cast(pa.float64()).to_numpy(zero_copy_only=False)


def known(values: NDArray[np.float64]) -> pa.Array:
    """Numbers with NULL where they are NaN."""
    return pa.array(values, pa.float64(), mask=np.isnan(values))


def runs(table: pa.Table) -> Iterator[slice]:
    """The rows of each message, from a table in order of messages."""
    codes = table["message_id"].combine_chunks().dictionary_encode().indices.to_numpy()
    edges = [0, *(np.flatnonzero(codes[1:] != codes[:-1]) + 1).tolist(), len(codes)]
    yield from (slice(start, end) for start, end in pairwise(edges) if end > start)


def filled(con: duckdb.DuckDBPyConnection, name: str, columns: str, rows: pa.Table) -> None:
    """A table of the warehouse anew, with these rows."""
    con.execute(f"create or replace table warehouse.{name} ({columns})")
    con.register("rows_made", rows)
    con.execute(f"insert into warehouse.{name} by name select * from rows_made")
    con.unregister("rows_made")
