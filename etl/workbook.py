"""XLSX to records: every cell as the text a CSV export of the platform would hold."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from etl.errors import RefusedFile
from etl.records import Record

EXCEL_EPOCH = date(1899, 12, 31)  # for serials below 60: Excel believes in 29 February 1900
FIRST_REAL_YEAR = 1990  # no platform is older
EXACT_FLOATS = 1e15  # above this a number cell has lost digits
BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    ParseError,
    TypeError,
    AttributeError,
)


def sheets(content: bytes) -> Iterator[tuple[str, list[Record]]]:
    """Each visible sheet's name and records. Only stored values are read; formulas are never evaluated."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns about styles that do not matter here
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            for sheet in (each for each in book.worksheets if each.sheet_state == "visible"):
                sheet.reset_dimensions()
                yield (
                    sheet.title,
                    [_record(n, row) for n, row in enumerate(sheet.iter_rows(values_only=True), 1)],
                )
            book.close()
    except BROKEN as error:
        raise RefusedFile("Buku kerja XLSX rusak. Simpan ulang atau unduh ulang dari platform.") from error


def _record(line: int, values: tuple[object, ...]) -> Record:
    cells = [text(value) for value in values]
    while cells and not cells[-1]:
        cells.pop()
    return Record(line, cells, "\t".join(cells))


def text(value: object) -> str:
    """A cell's value as text: whole numbers without `.0`, dates as ISO, damaged ids recognisably damaged."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(int(value.total_seconds()))
    return str(value)


def _number(value: int | float) -> str:
    if abs(value) >= EXACT_FLOATS:
        return f"{value:.2E}"
    return str(int(value)) if float(value).is_integer() else repr(value)


def _moment(value: datetime) -> str:
    if value.year < FIRST_REAL_YEAR:  # a count that Excel formatted as a date
        serial = (value.date() - EXCEL_EPOCH).days
        return str(serial if serial < 60 else serial + 1)
    return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
