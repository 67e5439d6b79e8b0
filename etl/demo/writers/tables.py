"""Tables as bytes: CSV in every dialect met, workbooks and archives that are the same at every run."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime

import xlsxwriter

BOM = "\ufeff"
Rows = Iterable[Sequence[str]]

_NEEDS_QUOTES = re.compile(r'[\s",]')
_MUST_QUOTE = re.compile(r'[\r\n",;\t]')


def columns(text: str) -> list[str]:
    """A header written as one line."""
    return text.split(",")


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '""') + '"'


def _meta(value: str) -> str:
    return _quoted(value) if _NEEDS_QUOTES.search(value) else value


def _plain(value: str) -> str:
    return _quoted(value) if _MUST_QUOTE.search(value) else value


def meta_csv(rows: Rows) -> bytes:
    """Meta content exports: BOM, LF, quotes only where there is a space."""
    return (BOM + "".join(",".join(map(_meta, row)) + "\n" for row in rows)).encode()


def quoted_csv(rows: Rows) -> bytes:
    """TikTok Studio: BOM, LF, everything in quotes."""
    return (BOM + "".join(",".join(map(_quoted, row)) + "\n" for row in rows)).encode()


def plain_csv(rows: Rows, *, bom: bool = False, delimiter: str = ",", line: str = "\n") -> str:
    """Minimal quoting; the caller encodes, because re-saved files come in several encodings."""
    return (BOM if bom else "") + "".join(delimiter.join(map(_plain, row)) + line for row in rows)


def utf16_csv(blocks: Sequence[tuple[str, Rows]]) -> bytes:
    """Meta daily files: UTF-16LE with BOM, `sep=,`, then titled tables stacked with blank lines between."""
    text = BOM + "sep=,\n"
    for title, rows in blocks:
        text += _quoted(title) + "\n"
        text += "".join(",".join(map(_quoted, row)) + "\n" for row in rows) + "\n"
    return text.encode("utf-16-le")


def workbook(rows: Iterable[Sequence[object]], created: datetime, sheet: str = "Sheet1") -> bytes:
    """One sheet; strings stay strings and numbers numbers, nothing becomes a formula or a link."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"created": created.replace(tzinfo=None)})
        page = book.add_worksheet(sheet)
        short_date = book.add_format({"num_format": "dd/mm/yyyy"})
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                if isinstance(value, AsDate):
                    page.write_number(number, place, value.serial, short_date)
                else:
                    page.write(number, place, value)
    return target.getvalue()


class AsDate:
    """A small count that a tool stored in a cell formatted as a date (7 shows as 07/01/1900)."""

    def __init__(self, serial: int) -> None:
        self.serial = serial


def archive(members: dict[str, bytes], created: datetime) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as box:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, created.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            box.writestr(entry, content)
    return target.getvalue()
