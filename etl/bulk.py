"""Large, plain CSV exports: tokenised by DuckDB in parallel and held against an independent count.

DuckDB's reader is used with everything stated and nothing sniffed. When it refuses the file or the counts
differ, the caller reads the file with the standard library instead, in pieces.
"""

import io
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from etl.batch import LOADED, Batch, typed
from etl.insert import insert_posts
from etl.recognise import recognise
from etl.records import Record, records
from etl.source import POST, Row, Source
from etl.typing import quoted

HEAD = 1 << 16
PIECE = 20_000


class BulkRefused(Exception):
    """The fast reader is not to be trusted with this file."""


@dataclass(frozen=True)
class Plain:
    """A CSV whose first record is the header of a source that facts alone can read."""

    source: Source
    header: list[str]


def plain(path: Path, sources: Sequence[Source]) -> Plain | None:
    with open(path, "rb") as file:
        head = file.read(HEAD)
    try:
        text = head.decode("utf-8-sig", errors="ignore")
        first = next(records(io.StringIO(text, newline=""), ","))
    except StopIteration:
        return None
    match = recognise(first.cells, sources)
    if not match or match.source.records != POST or match.source.prepare:
        return None
    return Plain(match.source, first.cells)


def start_counting(path: Path) -> subprocess.Popen:
    command = [sys.executable, "-X", "utf8", "-m", "etl.count", str(path)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parent.parent, text=True)


def insert_bulk(con: duckdb.DuckDBPyConnection, batch: Batch, path: Path, leave: set[int]) -> tuple[int, list[int]]:
    """Insert every readable row. Returns the record count and the records left for the careful reader."""
    counting = start_counting(path)
    try:
        insert_posts(con, batch, typed(batch, _tokenise(con, batch, path)))
        con.execute("drop table bulk_tokens")
    except duckdb.Error as error:
        raise BulkRefused(str(error)) from error
    finally:
        counted = int(counting.communicate()[0] or 0) - 1
    inserted = _inserted(con, batch)
    if inserted != counted or _has_blank_rows(con, batch):
        raise BulkRefused(f"{inserted} dari {counted} baris")
    return counted, _take_out(con, batch, leave)


def _tokenise(con: duckdb.DuckDBPyConnection, batch: Batch, path: Path) -> str:
    """The wanted cells in a temporary table; its row ids are the record numbers. Returns SQL that reads it.

    Numbering the rows while reading would keep DuckDB from reading on all cores.
    """
    names = {index: f"c_{name}" for name, index in batch.places.items()}
    described = ", ".join(f"'{names.get(i, f'x{i}')}': 'VARCHAR'" for i in range(len(batch.header)))
    con.execute(
        f"""
        create or replace temp table bulk_tokens as
        select {", ".join(names.values())} from read_csv({quoted(str(path))}, auto_detect=false, header=true,
            delim=',', quote='"', escape='"', columns={{{described}}})"""
    )
    first = con.execute("select min(rowid) from bulk_tokens").fetchall()[0][0] or 0
    return f"(select rowid - {first} + 1 as record, * from bulk_tokens)"


def _inserted(con: duckdb.DuckDBPyConnection, batch: Batch) -> int:
    where = "file_sha256 = $sha and part = $part"
    sql = f"select count(*) from raw.post where {where}"
    return con.execute(sql, {"sha": batch.file_sha256, "part": batch.part}).fetchall()[0][0]


def _has_blank_rows(con: duckdb.DuckDBPyConnection, batch: Batch) -> bool:
    """Rows of nothing but separators are no records; to the fast reader they are."""
    cells = ", ".join(f"{name}::varchar" for name in batch.places)
    sql = f"""select 1 from raw.post where file_sha256 = $sha and part = $part and fate <> {LOADED}
        and coalesce({cells}) is null limit 1"""
    return bool(con.execute(sql, {"sha": batch.file_sha256, "part": batch.part}).fetchall())


def _take_out(con: duckdb.DuckDBPyConnection, batch: Batch, leave: set[int]) -> list[int]:
    """Rows that are no posts, cannot be read or have a correction go to the careful reader."""
    where = f"""file_sha256 = $sha and part = $part
        and (fate <> {LOADED} or record in (select unnest($leave::bigint[])))"""
    values = {"sha": batch.file_sha256, "part": batch.part, "leave": sorted(leave)}
    left = [record for (record,) in con.execute(f"select record from raw.post where {where}", values).fetchall()]
    if left:
        con.execute(f"delete from raw.post where {where}", values)
    return sorted(left)


def pick(path: Path, wanted: set[int]) -> Iterator[Row]:
    """The raw rows of these record numbers."""
    return (row for row in _rows(path) if row.record in wanted)


def pieces(path: Path) -> Iterator[list[Row]]:
    """The whole file in lists of rows small enough to hold."""
    piece: list[Row] = []
    for row in _rows(path):
        piece.append(row)
        if len(piece) == PIECE:
            yield piece
            piece = []
    if piece:
        yield piece


def _rows(path: Path) -> Iterator[Row]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        found = (record for record in records(file, ",") if not record.is_blank)
        next(found)
        for number, record in enumerate(found, 1):
            yield _row(number, record)


def _row(number: int, record: Record) -> Row:
    return Row(number, record.line, record.cells, record.raw, record.broken)
