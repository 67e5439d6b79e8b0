"""Rows held in memory into the raw tables; the unreadable ones come back as problems."""

from collections.abc import Callable, Sequence

import duckdb
import numpy as np
from numpy.typing import NDArray

from etl.batch import LOADED, NON_POST, SET_ASIDE, Batch, Problem, typed
from etl.insert import (
    insert_audience,
    insert_comments,
    insert_hoaxes,
    insert_incidents,
    insert_posts,
    insert_reports,
    insert_series,
)
from etl.source import AUDIENCE, COMMENT, HOAX, INCIDENT, POST, REPORT, SERIES, Row
from etl.typing import REASONS, unreadable

Inserter = Callable[[duckdb.DuckDBPyConnection, Batch], None]

NO_ID = "nomor unggahan kosong dan tautannya tidak memuat nomor"
NO_ID_IN_LINK = (
    "tautan ini tidak memuat nomor unggahan (tautan pendek, profil, atau pfbid); "
    "buka tautannya, lalu salin alamat lengkapnya"
)
NO_DAY = "tanggal kosong"
TOO_WIDE = "baris ini memuat lebih banyak kolom daripada judul kolomnya"
INSERTERS: dict[str, Inserter] = {
    POST: lambda con, batch: insert_posts(con, batch, f"select * from batch_typed where fate = {LOADED}"),
    SERIES: insert_series,
    AUDIENCE: insert_audience,
    REPORT: insert_reports,
    COMMENT: insert_comments,
    INCIDENT: insert_incidents,
    HOAX: insert_hoaxes,
}


def load_rows(con: duckdb.DuckDBPyConnection, batch: Batch, rows: Sequence[Row]) -> tuple[set[int], list[Problem]]:
    """Insert the good rows. Returns the record numbers recognised as non-posts, and the problems."""
    width = len(batch.header)
    unusable = [row for row in rows if row.broken or any(cell.strip() for cell in row.cells[width:])]
    problems = [Problem(row, None, None, row.broken or TOO_WIDE) for row in unusable]
    unfit = {row.record for row in unusable}
    fitting = [row for row in rows if row.record not in unfit]
    if not fitting:
        return set(), problems
    con.register("cells", _columns(batch, fitting))
    con.execute(f"create or replace temp table batch_typed as {typed(batch, _tokens(batch))}")
    con.unregister("cells")
    problems += _problems(con, batch, fitting)
    _set_aside_whole_records(con, problems)
    INSERTERS[batch.source.records](con, batch)
    non_posts = con.execute(f"select record from batch_typed where fate = {NON_POST}").fetchall()
    con.execute("drop table batch_typed")
    return {record for (record,) in non_posts}, problems


def _columns(batch: Batch, rows: Sequence[Row]) -> dict[str, NDArray]:
    """The cells by column, as DuckDB scans them without pandas, which would cost half a second to import."""
    table = {"record": np.array([row.record for row in rows], np.int64), "place": np.arange(len(rows))}
    for name, index in batch.places.items():
        cells = [_storable(row.cells[index]) if index < len(row.cells) else None for row in rows]
        table[f"c_{name}"] = np.array(cells, dtype=object)
    return table


def _tokens(batch: Batch) -> str:
    """A column without a single cell has no type of its own."""
    return f"(select record, place, {', '.join(f'c_{name}::varchar as c_{name}' for name in batch.places)} from cells)"


def _storable(cell: str) -> str:
    """Lone surrogates and NUL cannot be stored; the file itself stays in landing as it came."""
    return cell.encode("utf-8", "replace").decode().replace("\0", "")


def _problems(con: duckdb.DuckDBPyConnection, batch: Batch, rows: Sequence[Row]) -> list[Problem]:
    names = [name for name in batch.places if unreadable(batch.source, name, "x", "x")]
    tests = "".join(f", {unreadable(batch.source, name, f's_{name}', name)}" for name in names)
    found = con.execute(f"select place{tests} from batch_typed where fate = {SET_ASIDE} order by place").fetchall()
    problems = []
    for place, *flags in found:
        wrong = [name for name, flag in zip(names, flags, strict=True) if flag]
        problems += [_unreadable(batch, rows[place], name) for name in wrong] or [_without_key(batch, rows[place])]
    return problems


def _set_aside_whole_records(con: duckdb.DuckDBPyConnection, problems: list[Problem]) -> None:
    """A record that `prepare` split into several rows is loaded whole or not at all."""
    records = sorted({problem.row.record for problem in problems})
    if not records:
        return
    con.execute(
        f"update batch_typed set fate = {SET_ASIDE} where record in (select unnest($records::bigint[]))",
        {"records": records},
    )


def _unreadable(batch: Batch, row: Row, name: str) -> Problem:
    return Problem(row, _title(batch, name), _cell(batch, row, name), REASONS[batch.source.fields[name].kind])


def _without_key(batch: Batch, row: Row) -> Problem:
    if batch.source.records == SERIES:
        return Problem(row, _title(batch, "day"), None, NO_DAY)
    for name, reason in (("native_id", REASONS["id"]), ("permalink", NO_ID_IN_LINK)):
        value = (_cell(batch, row, name) or "").strip()
        if value:
            return Problem(row, _title(batch, name), value, reason)
    return Problem(row, _title(batch, "native_id") or _title(batch, "permalink"), None, NO_ID)


def _title(batch: Batch, name: str) -> str | None:
    return batch.header[batch.places[name]] if name in batch.places else None


def _cell(batch: Batch, row: Row, name: str) -> str | None:
    index = batch.places.get(name, len(row.cells))
    return row.cells[index] if index < len(row.cells) else None
