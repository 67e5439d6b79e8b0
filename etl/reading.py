"""From records to blocks: the tables of a file, each with its header, its rows and its source."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.errors import RefusedFile
from etl.recognise import Nearest, nearest, recognise
from etl.records import Record, Text, decode, table
from etl.source import Block, Row, Source

PREAMBLE = 30  # a header may stand below this many title rows
UNKNOWN_TABLE = "baris ini bukan bagian dari tabel yang dikenal"


@dataclass
class Found:
    """One recognised table."""

    source: Source
    block: Block


@dataclass
class Reading:
    """What a file holds. `records` counts data rows: not blank ones, headers, titles or `sep=`."""

    found: list[Found] = field(default_factory=list)
    strays: list[tuple[Row, str]] = field(default_factory=list)
    notices: tuple[str, ...] = ()
    records: int = 0
    structural: int = 0
    nearest: Nearest | None = None


def read_bytes(content: bytes, sources: Sequence[Source]) -> Reading:
    return read_text(decode(content), sources)


def read_text(text: Text, sources: Sequence[Source]) -> Reading:
    rows, notices = table(text, lambda cells: recognise(cells, sources) is not None)
    reading = read_records(rows, sources)
    reading.notices = notices
    return reading


def read_records(rows: Sequence[Record], sources: Sequence[Source], sheet: str = "") -> Reading:
    """Cut the records into recognised tables; what belongs to none becomes a stray with a reason."""
    cutter = _Cutter(sources, sheet)
    for record in rows:
        cutter.take(record)
    return cutter.finish(rows)


class _Cutter:
    """Walks down the records. It looks for a header at the start, after a blank row and after a title."""

    def __init__(self, sources: Sequence[Source], sheet: str) -> None:
        self.sources, self.sheet = sources, sheet
        self.reading = Reading()
        self.searching, self.pending = True, []  # type: ignore[var-annotated]
        self.number = 0

    def take(self, record: Record) -> None:
        if record.is_blank:
            self.searching = True
        elif self.searching or self._is_title(record):
            self._search(record)
        else:
            self._add(record)

    def _is_title(self, record: Record) -> bool:
        return _filled(record) == 1 and any(record.cells[0].strip().casefold() in s.titles for s in self.sources)

    def _search(self, record: Record) -> None:
        title = self.pending[-1] if self.pending else None
        named = title.cells[0] if title and _filled(title) == 1 else None
        match = None if record.broken else recognise(record.cells, self.sources, named)
        if match:
            self._open(match.source, record, named)
        elif self.reading.found and self._continues(record):
            self._resume(record)
        else:
            self.pending.append(record)
            self.searching = True

    def _continues(self, record: Record) -> bool:
        """A lone filled cell after a blank row may be the next table's title (Excel pads it to full width)."""
        width = len(self.reading.found[-1].block.header)
        return len(record.cells) == width and _filled(record) > 1 and all(_filled(p) == 1 for p in self.pending)

    def _resume(self, record: Record) -> None:
        for waiting in (*self.pending, record):
            self._add(waiting)
        self.pending = []

    def _open(self, source: Source, header: Record, title: str | None) -> None:
        self.reading.structural += 1 + len(self.pending)
        self.pending, self.searching = [], False
        block = Block(title, [cell.replace("\ufeff", "") for cell in header.cells], [], self.sheet)
        self.reading.found.append(Found(source, block))

    def _add(self, record: Record) -> None:
        self.number += 1
        row = Row(self.number, record.line, record.cells, record.raw)
        if record.broken:
            self.reading.strays.append((row, record.broken))
        else:
            self.reading.found[-1].block.rows.append(row)
        self.searching = False

    def finish(self, rows: Sequence[Record]) -> Reading:
        reading = self.reading
        if not reading.found:
            filled = [record for record in rows if not record.is_blank]
            if not filled:
                raise RefusedFile("Berkas kosong: tidak ada satu baris pun.")
            likely = max(filled[:PREAMBLE], key=lambda record: len(record.cells))
            reading.nearest = nearest(likely.cells, self.sources)
        for record in self.pending:
            self.number += 1
            reading.strays.append((Row(self.number, record.line, record.cells, record.raw), UNKNOWN_TABLE))
        reading.records = self.number
        return reading


def _filled(record: Record) -> int:
    return sum(bool(cell.strip()) for cell in record.cells)
