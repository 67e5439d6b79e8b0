"""Small steps that `prepare` functions are made of: read a column, add one, rename one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from etl.recognise import normal
from etl.source import Block, Row

INSTANT = "%Y-%m-%dT%H:%M:%SZ"
MISSING = frozenset({"", "undefined", "nan", "--", "-", "n/a", "#n/a", "null", "none"})


def is_missing(cell: str) -> bool:
    return cell.replace("\xa0", " ").strip().casefold() in MISSING


def instant(moment: datetime | None) -> str:
    """A moment as the `INSTANT` format reads it back; blank when not known."""
    return moment.astimezone(UTC).strftime(INSTANT) if moment else ""


def position(block: Block, names: Iterable[str]) -> int | None:
    """Where the first column with one of these casefolded names stands."""
    wanted = frozenset(names)
    return next((index for index, cell in enumerate(block.header) if normal(cell) in wanted), None)


def cell(row: Row, index: int | None) -> str:
    """The trimmed cell; blank where the row is too short or the column is absent."""
    return row.cells[index].strip() if index is not None and index < len(row.cells) else ""


def column(block: Block, names: Iterable[str]) -> list[str]:
    index = position(block, names)
    return [cell(row, index) for row in block.rows]


def with_column(block: Block, name: str, values: Sequence[str]) -> Block:
    """A further column at the end; rows that were too short are filled up."""
    width = len(block.header)
    rows = [
        replace(row, cells=[*_padded(row.cells, width)[:width], value, *row.cells[width:]])
        for row, value in zip(block.rows, values, strict=True)
    ]
    return replace(block, header=[*block.header, name], rows=rows)


def changed(block: Block, names: Iterable[str], change: Callable[[str], str]) -> Block:
    """Every cell of one column rewritten."""
    index = position(block, names)
    return block if index is None else _at(block, index, [change(cell(row, index)) for row in block.rows])


def replaced(block: Block, names: Iterable[str], values: Sequence[str]) -> Block:
    index = position(block, names)
    return block if index is None else _at(block, index, values)


def renamed(block: Block, names: Iterable[str], name: str) -> Block:
    index = position(block, names)
    header = [name if place == index else title for place, title in enumerate(block.header)]
    return replace(block, header=header)


def _at(block: Block, index: int, values: Sequence[str]) -> Block:
    rows = []
    for row, value in zip(block.rows, values, strict=True):
        cells = _padded(row.cells, index + 1)
        rows.append(replace(row, cells=[*cells[:index], value, *cells[index + 1 :]]))
    return replace(block, rows=rows)


def _padded(cells: list[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]
