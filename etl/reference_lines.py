"""Reading the files people keep: every mistake is named with its file and line."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from etl.errors import BadReference
from landing.places import Places

FOREVER = date(9999, 12, 31)
BEGINNING = date(1900, 1, 1)


@dataclass(frozen=True)
class Line:
    """One line of a reference file, able to say where it stands."""

    file: str
    number: int
    values: dict[str, str]

    def get(self, name: str) -> str:
        return (self.values.get(name) or "").strip()

    def fail(self, what: str) -> BadReference:
        return BadReference(f"{self.file} baris {self.number}: {what}")


def read_lines(where: Places, name: str, required: Sequence[str]) -> list[Line]:
    try:
        text = where.reference_file(name).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadReference(f"{name}: bukan UTF-8. Di Excel pilih Simpan Sebagai > CSV UTF-8.") from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    missing = [column for column in required if column not in (reader.fieldnames or [])]
    if missing:
        raise BadReference(f"{name}: kolom {', '.join(missing)} tidak ada. Tambahkan pada baris judul.")
    return [Line(name, number, row) for number, row in enumerate(reader, 2)]


def span(line: Line) -> tuple[date, date]:
    """Validity as [from, until): the last valid day is written, the day after is kept."""
    start = date_of(line, "valid_from") or BEGINNING
    last = date_of(line, "valid_to")
    if last and last < start:
        raise line.fail("valid_to mendahului valid_from.")
    return start, last + timedelta(days=1) if last and last < FOREVER else FOREVER


def date_of(line: Line, column: str) -> date | None:
    text = line.get(column)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise line.fail(f"kolom {column} berisi “{text}”, seharusnya tanggal seperti 2026-02-13.") from error
