"""Corrections kept by people: one cell each, with a reason, evidence, who and when."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.recognise import normal
from etl.reference_lines import read_lines
from etl.source import Row
from landing.places import Places

REQUIRED = ("sha256", "record", "column", "fixed_value", "reason", "evidence", "added_by", "added_on")


@dataclass(frozen=True)
class Correction:
    record: int
    column: str
    raw_value: str
    fixed_value: str


Corrections = dict[str, list[Correction]]


def read_corrections(where: Places) -> Corrections:
    """Corrections by file. A line without its reason, evidence, author or date is refused, with the line named."""
    found: Corrections = defaultdict(list)
    for line in read_lines(where, "corrections.csv", (*REQUIRED, "raw_value")):
        empty = [name for name in REQUIRED if not line.get(name)]
        if empty or not line.get("record").isdecimal():
            raise line.fail(f"kolom {', '.join(empty) or 'record'} belum terisi dengan benar. Lengkapi dahulu.")
        values = (line.get(name) for name in ("column", "raw_value", "fixed_value"))
        found[line.get("sha256").lower()].append(Correction(int(line.get("record")), *values))
    return dict(found)


def corrected(rows: Sequence[Row], header: Sequence[str], corrections: Sequence[Correction]) -> list[Row]:
    """The rows with every correction applied whose raw value still is what stands in the file."""
    if not corrections:
        return list(rows)
    places = {normal(cell): index for index, cell in reversed(list(enumerate(header)))}
    wanted = defaultdict(list)
    for correction in corrections:
        if normal(correction.column) in places:
            wanted[correction.record].append(correction)
    return [_mended(row, places, wanted[row.record]) if row.record in wanted else row for row in rows]


def _mended(row: Row, places: dict[str, int], corrections: Sequence[Correction]) -> Row:
    cells = row.cells + [""] * (max(places.values()) + 1 - len(row.cells))
    for correction in corrections:
        index = places[normal(correction.column)]
        if cells[index].strip() == correction.raw_value.strip():
            cells[index] = correction.fixed_value
    return replace(row, cells=cells)


def fingerprint(corrections: Sequence[Correction]) -> str:
    said = sorted((c.record, c.column, c.raw_value, c.fixed_value) for c in corrections)
    return hashlib.sha256(repr(said).encode()).hexdigest()[:12] if said else ""
