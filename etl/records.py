"""From bytes to records: encodings, delimiters and what Excel does to a CSV file."""

import codecs
import csv
import io
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from etl.errors import RefusedFile

csv.field_size_limit(min(sys.maxsize, 2**31 - 1))

DELIMITERS = (",", ";", "\t")
SAMPLE = 40
BROKEN_LETTERS = "Sebagian huruf pada berkas rusak dan diganti tanda �."
EXCEL_ENCODING = "Berkas tampak disimpan ulang dengan Excel: huruf khusus dan emoji mungkin hilang."
EXCEL_DELIMITER = "Berkas tampak disimpan ulang dengan Excel: pemisah kolomnya bukan koma."
EXCEL_ONE_CELL = "Berkas tampak disimpan ulang dengan Excel: seluruh baris berada dalam satu sel; isinya dipulihkan."
OPEN_QUOTE = "tanda kutip pada baris ini tidak ditutup dengan benar"
NOT_TEXT = {
    b"%PDF": "berkas PDF",
    b"\x89PNG": "gambar",
    b"\xff\xd8\xff": "gambar",
    b"\xd0\xcf\x11\xe0": "berkas Excel lama (.xls); simpan sebagai .xlsx",
    b"\x1f\x8b": "arsip .gz; buka dahulu arsipnya",
    b"Rar!": "arsip .rar; buka dahulu arsipnya",
    b"7z\xbc\xaf": "arsip .7z; buka dahulu arsipnya",
}


@dataclass(frozen=True)
class Record:
    """One record: its place as a spreadsheet counts rows, its cells, its raw text."""

    line: int
    cells: list[str]
    raw: str
    broken: str | None = None

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True)
class Text:
    """A decoded file with what was noticed about it."""

    content: str
    notices: tuple[str, ...] = ()


def decode(content: bytes) -> Text:
    """Bytes to text by its byte order mark, else UTF-8, else the encoding Excel writes on Windows."""
    for magic, what in NOT_TEXT.items():
        if content.startswith(magic):
            raise RefusedFile(f"Bukan berkas CSV, melainkan {what}.")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Text(content.decode("utf-16", errors="replace"))
    if b"\0" in content[:4096]:
        raise RefusedFile("Bukan berkas teks. Unggah berkas CSV, TSV, XLSX, atau ZIP dari platform.")
    try:
        text = Text(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        if content.startswith(codecs.BOM_UTF8):
            return Text(content.decode("utf-8-sig", errors="replace"), (BROKEN_LETTERS,))
        text = Text(content.decode("cp1252", errors="replace"), (EXCEL_ENCODING,))
    if text.content.lstrip()[:15].casefold().startswith(("<!doctype html", "<html")):
        raise RefusedFile("Ini halaman web (mungkin halaman masuk), bukan CSV. Unduh ulang berkasnya.")
    return text


def records(lines: Iterable[str], delimiter: str) -> Iterator[Record]:
    """Records of a CSV text with their raw text.

    A quote that is not closed properly may swallow many records: the line that opened it is marked broken and
    reading goes on behind it, so that the good part is kept.
    """
    tracked, number = _Tracked(iter(lines)), 0
    reader = csv.reader(tracked, delimiter=delimiter, strict=True)
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            first = tracked.all_but_first_again()
            reader = csv.reader(tracked, delimiter=delimiter, strict=True)
            yield Record(number, [first], first, OPEN_QUOTE)
        else:
            yield Record(number, cells, "".join(tracked.taken()).rstrip("\r\n"))


class _Tracked:
    """Hands lines to the csv reader and remembers which ones made up the current record."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines, self._taken = lines, list[str]()
        self._again = deque[str]()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self._taken.append(line)
        return line

    def taken(self) -> list[str]:
        taken, self._taken = self._taken, []
        return taken

    def all_but_first_again(self) -> str:
        """The first line of a record that went wrong; the lines behind it will be handed out once more."""
        first, *rest = self.taken()
        self._again.extendleft(reversed(rest))
        return first.rstrip("\r\n")


def table(text: Text, is_header: Callable[[list[str]], bool]) -> tuple[list[Record], tuple[str, ...]]:
    """All records under the delimiter that makes a header recognisable, and what was noticed."""
    content, declared = _declared_delimiter(text.content)
    offset = 1 if declared else 0
    candidates = [declared] if declared else list(DELIMITERS)
    for delimiter in candidates:
        sample = _first(content, delimiter, SAMPLE)
        if any(is_header(record.cells) for record in sample):
            notices = (EXCEL_DELIMITER,) if delimiter == ";" and not declared else ()
            return _all(content, delimiter, offset), text.notices + notices
    unwrapped = [Record(r.line, _unwrap(r.cells), r.raw, r.broken) for r in _all(content, ",", offset)]
    if any(is_header(record.cells) for record in unwrapped[:SAMPLE]):
        return unwrapped, (*text.notices, EXCEL_ONE_CELL)
    widest = max(candidates, key=lambda d: max((len(r.cells) for r in _first(content, d, SAMPLE)), default=0))
    return _all(content, widest, offset), text.notices


def _declared_delimiter(content: str) -> tuple[str, str | None]:
    first, _, rest = content.partition("\n")
    stripped = first.strip("\r").strip('"')
    return (rest, stripped[4:5] or ",") if stripped.casefold().startswith("sep=") else (content, None)


def _all(content: str, delimiter: str, offset: int = 0) -> list[Record]:
    found = records(io.StringIO(content, newline=""), delimiter)
    return [Record(r.line + offset, r.cells, r.raw, r.broken) for r in found]


def _first(content: str, delimiter: str, count: int) -> list[Record]:
    found = records(io.StringIO(content[: 1 << 18], newline=""), delimiter)
    return [record for _, record in zip(range(count), found, strict=False)]


def _unwrap(cells: list[str]) -> list[str]:
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) != 1 or "," not in filled[0]:
        return cells
    return next(csv.reader(io.StringIO(filled[0], newline="")), cells)
