"""The log of events that units keep by hand ("log kegiatan"), so that the way from event to post can be timed."""

from dataclasses import replace

from etl.source import INCIDENT, Block, Context, Field, NonPost, Prepared, Row, Source
from etl.sources._logs import NOT_YET, Log, Names, is_total, log_of, made, posts_named, titles
from etl.sources._moments import DAY_FORMATS, MOMENT_FORMATS
from etl.sources._recap_names import LINKS
from etl.sources._recap_names import NAMES as RECAP

_WHATS = ("kejadian", "peristiwa", "kegiatan", "giat", "mulai kejadian", "mulai kegiatan", "laporan masuk")
# fmt: off
NAMES: Names = {
    "agency_text": (*RECAP["agency_text"], "unit/opd/desa", "opd/kecamatan/desa", "kelurahan", "unit pelaksana",
                    "regu/unit"),
    "happened_at": (*(f"{word} {what}" for what in _WHATS for word in ("waktu", "tanggal", "tgl", "hari/tanggal")),
                    "waktu mulai"),
    "hour": ("jam", "pukul", *(f"{word} {what}" for what in _WHATS for word in ("jam", "pukul"))),
    "kind": ("jenis", "jenis kejadian", "jenis kegiatan", "jenis giat", "sifat", "kategori", "darurat/biasa",
             "jenis (darurat/biasa)", "darurat", "darurat?", "status darurat", "tingkat"),
    "title": ("judul", "judul kegiatan", "judul kejadian", "nama kegiatan", "nama kejadian", "kegiatan", "kejadian",
              "peristiwa", "uraian", "uraian kegiatan", "uraian kejadian", "giat", "nama giat"),
    "link": (*LINKS, "tautan unggahan pertama", "link publikasi", "bukti publikasi"),
}
# fmt: on
URGENT = ("darurat", "gawat", "emergency", "mendesak", "bencana")
USUAL = frozenset({"biasa", "rutin", "umum", "terencana", "terjadwal", "tidak", "tidak darurat", "bukan darurat",
                   "non darurat", "non-darurat", "nondarurat", "normal", "false"})  # fmt: skip
YES = frozenset({"ya", "y", "true", "v", "✓", "✔"})
KEPT = ("agency_text", "happened_at", "title", "link")
DERIVED = ("happened_on", "is_emergency", "post_named", "error_note")
TOTAL, NO_EVENT = "jumlah", "tanpa kegiatan"


def _prepare(block: Block, context: Context) -> Prepared:
    """One row as it was; unit and day of merged cells are filled down."""
    log = log_of(block, NAMES, ("happened_at",))
    above: dict[str, str] = {}
    rows = [_made(log, row, above) for row in block.rows]
    header = [*titles(block, log, NAMES, KEPT), *(f"jangkau:{name}" for name in DERIVED)]
    return Prepared(replace(block, header=header, rows=rows))


def _made(log: Log, row: Row, above: dict[str, str]) -> Row:
    if remark := _remark(log, row):
        return made(row, {"error_note": remark}, (*KEPT, *DERIVED))
    for name in ("agency_text", "happened_at"):
        above[name] = log.said(row, name) or above.get(name, "")
    links = log.all_said(row, "link")
    moment, day = log.moment(above["happened_at"] or NOT_YET, log.said(row, "hour"))
    values = {"agency_text": above["agency_text"], "happened_at": moment, "title": log.said(row, "title"),
              "link": "\n".join(links), "happened_on": day, "is_emergency": _urgency(log.said(row, "kind")),
              "post_named": posts_named(links)}  # fmt: skip
    return made(row, values, (*KEPT, *DERIVED))


def _remark(log: Log, row: Row) -> str:
    """Why a row is no event; blank when it is one or wants to be."""
    if is_total(row):
        return TOTAL
    return "" if log.said(row, "title") else NO_EVENT


def _urgency(text: str) -> str:
    """`ya`, `tidak`, or blank where the log does not say it."""
    said = text.casefold()
    if said in USUAL:
        return "tidak"
    return "ya" if said in YES or said.startswith(URGENT) else ""


def _derived(name: str, kind: str = "text") -> Field:
    return Field((f"jangkau:{name}",), kind, formats=DAY_FORMATS if kind == "day" else ())


SOURCE = Source(
    name="event_log",
    title="Log kegiatan yang diisi tangan",
    platform=None,
    records=INCIDENT,
    fields={
        "agency_text": Field(NAMES["agency_text"], needed=True),
        "happened_at": Field(NAMES["happened_at"], "moment", True, MOMENT_FORMATS, "Asia/Jakarta"),
        "title": Field(NAMES["title"], needed=True),
        "link": Field(NAMES["link"]),
        "kind": Field(NAMES["kind"]),
        "happened_on": _derived("happened_on", "day"),
        "is_emergency": _derived("is_emergency", "flag"),
        "post_named": _derived("post_named"),
        "error_note": _derived("error_note"),
    },
    non_post=(NonPost("error_note", TOTAL, "baris jumlah"), NonPost("error_note", NO_EVENT, "baris tanpa kegiatan")),
    prepare=_prepare,
)
