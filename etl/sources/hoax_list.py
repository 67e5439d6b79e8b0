"""A list of checked claims ("daftar hoaks") as fact checkers publish it: a sheet, or a JSON feed."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from etl.errors import RefusedFile
from etl.source import HOAX, Block, Context, Field, NonPost, Prepared, Row, Source
from etl.sources._hoax_words import ABSENT, NAMES, VERDICTS
from etl.sources._logs import Log, log_of
from etl.sources._moments import DAY_FORMATS, day_and_clock

COLUMNS = (*NAMES, "verdict", "error_note")
DERIVED = {"verdict": "jangkau:verdict", "error_note": "jangkau:note"}
TOTAL, NO_CLAIM = "jumlah", "tanpa klaim"
TOTAL_ROW = re.compile(r"(?:sub\s*|grand\s*)?(?:jumlah|total)\b.*", re.IGNORECASE)
TAG = re.compile(r"<[^<>]{1,2000}>")
MARK = re.compile(r"\s*[\[(]([^\[\]()]{2,40})[\])]\s*[:–-]?\s*")  # "[SALAH] Video ..."
SPACES = re.compile(r"[^\S\n]+")
WORDS = re.compile(r"[^\w]+")
CODES = {word: code for code, words in VERDICTS.items() for word in words}
WIB = ZoneInfo("Asia/Jakarta")
NO_VERDICT = (
    "Tidak satu pun putusan di daftar ini dikenal (hoaks, disinformasi, konteks keliru, fakta, belum terbukti). "
    "Periksa kolom kategori atau putusannya, lalu unggah lagi."
)


def _prepare(block: Block, context: Context) -> Prepared:
    """One row per claim, with its verdict in our words where the list's own word is known."""
    log = log_of(block, NAMES, ("listed_on",))
    rows = [_made(log, row) for row in block.rows]
    if rows and not any(row.cells[COLUMNS.index("verdict")] for row in rows):
        raise RefusedFile(NO_VERDICT)
    titles = [block.header[at[0]] if (at := log.places[name]) else NAMES[name][0] for name in NAMES]
    return Prepared(replace(block, header=[*titles, *DERIVED.values()], rows=rows))


def _made(log: Log, row: Row) -> Row:
    said = {name: _plain(log.said(row, name)) for name in NAMES}
    claim, mark = _unmarked(said["claim"])
    told = said["verdict_text"] if _verdict(said["verdict_text"]) or not mark else mark
    values = said | {
        "claim": claim,
        "listed_on": _day(said["listed_on"], log.locale),
        "verdict_text": told,
        "verdict": _verdict(told),
        "error_note": _remark(row, claim),
    }
    return replace(row, cells=[values[name] for name in COLUMNS])


def _plain(text: str) -> str:
    """A cell of a feed is often markup; only its words are kept."""
    if "<" not in text and "&" not in text:
        return text
    return SPACES.sub(" ", html.unescape(TAG.sub(" ", text))).strip()


def _unmarked(claim: str) -> tuple[str, str]:
    """The claim without the verdict that stands before it in brackets, and that verdict."""
    found = MARK.match(claim)
    if not found or not _verdict(found[1]):
        return claim, ""
    return claim[found.end() :], found[1]


def _verdict(told: str) -> str:
    """The verdict in our words; blank where the list's word is not known, or words contradict each other."""
    codes = set(_codes(told))
    return codes.pop() if len(codes) == 1 else ""


def _codes(told: str) -> Iterator[str]:
    """The whole cell, else each part of a cell that lists several tags."""
    whole = CODES.get(_bare(told))
    if whole:
        yield whole
        return
    yield from (CODES[_bare(part)] for part in re.split(r"[,;/|]", told) if _bare(part) in CODES)


def _bare(text: str) -> str:
    return WORDS.sub(" ", text.casefold()).strip()


def _day(text: str, locale: str | None) -> str:
    """The day in WIB, also of the moments that feeds write."""
    moment = _moment(text)
    return moment.astimezone(WIB).date().isoformat() if moment else day_and_clock(text, locale)[0]


def _moment(text: str) -> datetime | None:
    """`2026-11-10T08:00:00+07:00` or `Tue, 10 Nov 2026 08:00:00 +0700`; None for anything without a zone."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text)
        except (ValueError, TypeError, IndexError):
            continue
        if found.tzinfo is not None and 1990 < found.year < 9999:
            return found
    return None


def _remark(row: Row, claim: str) -> str:
    """Why a row is no claim; blank when it is one."""
    if claim:
        return ""
    return TOTAL if any(TOTAL_ROW.fullmatch(text.strip()) for text in row.cells) else NO_CLAIM


SOURCE = Source(
    name="hoax_list",
    title="Daftar hoaks dari pemeriksa fakta",
    platform=None,
    records=HOAX,
    fields={
        **{name: Field(titles, needed=name in ("claim", "verdict_text")) for name, titles in NAMES.items()},
        "listed_on": Field(NAMES["listed_on"], "day", formats=DAY_FORMATS),
        "verdict": Field((DERIVED["verdict"],)),
        "error_note": Field((DERIVED["error_note"],)),
    },
    absent=ABSENT,
    non_post=(NonPost("error_note", TOTAL, "baris jumlah"), NonPost("error_note", NO_CLAIM, "baris tanpa klaim")),
    prepare=_prepare,
)
