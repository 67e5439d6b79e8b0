"""The sheet or form in which units report how they carried priority messages on ("laporan sebar")."""

import re
from dataclasses import replace

from etl.recognise import normal
from etl.source import REPORT, Block, Context, Field, NonPost, Prepared, Row, Source
from etl.sources._handwritten import day_locale
from etl.sources._moments import MOMENT_FORMATS, bare_day, day_and_clock, is_day
from etl.sources._recap_names import LINKS
from etl.sources._recap_names import NAMES as RECAP
from etl.sources._rows import cell, is_missing

# fmt: off
NAMES = {
    "reported_at": (
        "timestamp", "cap waktu", "stempel waktu", "waktu", "waktu lapor", "tanggal", "tgl", "tanggal lapor",
        "hari/tanggal", "hari, tanggal",
    ),
    "agency_text": (
        *RECAP["agency_text"], "unit/opd/desa", "opd/kecamatan/desa", "unit pelapor", "pelapor", "kelurahan",
    ),
    "message_text": (
        "pesan", "pesan prioritas", "judul pesan", "link pesan", "tautan pesan", "nama pesan",
        "pesan yang diteruskan", "pesan yang disebarkan",
    ),
    "link": (
        *LINKS, "tautan sebar", "link sebar", "tautan penyebaran", "link penyebaran", "bukti tautan", "link bukti",
    ),
    "channel": ("kanal luring", "saluran luring", "luring", "media luring", "saluran lain", "kanal lain"),
    "note": ("keterangan", "catatan"),
}
# fmt: on
REMARK = "jangkau:note"
TOTAL, NO_REPORT = "jumlah", "tanpa laporan"
TOTAL_ROW = re.compile(r"(?:sub\s*|grand\s*)?(?:jumlah|total)\b.*", re.IGNORECASE)
END_OF_DAY = "23:59:00"  # a report with a day but no hour is not held to be older than a message of that day
FILLED_DOWN = ("reported_at", "agency_text", "message_text")


def _prepare(block: Block, context: Context) -> Prepared:
    """One row as it was; cells that stand for several rows are filled down, several link columns become one."""
    places = {
        name: [at for at, title in enumerate(block.header) if normal(title) in titles] for name, titles in NAMES.items()
    }
    locale = day_locale(bare_day(cell(row, at)) for row in block.rows for at in places["reported_at"])
    filled: dict[str, str] = {}
    rows = [_made(row, places, filled, locale) for row in block.rows]
    titles = [block.header[at[0]] if (at := places[name]) else NAMES[name][0] for name in NAMES]
    return Prepared(replace(block, header=[*titles, REMARK], rows=rows))


def _made(row: Row, places: dict[str, list[int]], filled: dict[str, str], locale: str | None) -> Row:
    said = {name: [text for at in found if not is_missing(text := cell(row, at))] for name, found in places.items()}
    remark = _remark(row, said)
    for name in FILLED_DOWN if not remark else ():
        filled[name] = next(iter(said[name]), filled.get(name, ""))
    values = {name: next(iter(texts), "") for name, texts in said.items()} | ({} if remark else filled)
    values["link"] = "\n".join(said["link"])
    values["reported_at"] = "" if remark else _moment(values["reported_at"], locale)
    return replace(row, cells=[*(values[name] for name in NAMES), remark])


def _remark(row: Row, said: dict[str, list[str]]) -> str:
    """Why a row is no report; blank when it is one or wants to be."""
    if said["link"] or said["channel"]:
        return ""
    if any(TOTAL_ROW.fullmatch(text.strip()) for text in row.cells):
        return TOTAL
    return "" if said["agency_text"] and said["message_text"] else NO_REPORT


def _moment(text: str, locale: str | None) -> str:
    """`2026-11-23 10:15:00`, or what the sheet says where that is no moment."""
    read, hour = day_and_clock(text, locale)
    return f"{read} {hour or END_OF_DAY}" if is_day(read) else read


SOURCE = Source(
    name="spread_report",
    title="Laporan sebar yang diisi tangan",
    platform=None,
    records=REPORT,
    fields={
        "reported_at": Field(NAMES["reported_at"], "moment", formats=MOMENT_FORMATS, clock="Asia/Jakarta"),
        "agency_text": Field(NAMES["agency_text"], needed=True),
        "message_text": Field(NAMES["message_text"], needed=True),
        "link": Field(NAMES["link"]),
        "channel": Field(NAMES["channel"]),
        "note": Field(NAMES["note"]),
        "error_note": Field((REMARK,)),
    },
    absent=frozenset({"social network", "network", "post id", "profile"}),
    non_post=(NonPost("error_note", TOTAL, "baris jumlah"), NonPost("error_note", NO_REPORT, "baris tanpa laporan")),
    prepare=_prepare,
)
