"""The hand-filled recap of links ("rekap link") that units keep in a shared sheet."""

import re
from dataclasses import dataclass, replace

from etl.recognise import normal
from etl.source import POST, Block, Context, Field, NonPost, Prepared, Row, Source
from etl.sources._handwritten import ASK_DAY, INDONESIAN, day, day_locale, number_locale, whole_number
from etl.sources._networks import platform_of
from etl.sources._recap_names import COUNTS, LINKS, NAMES
from etl.sources._rows import INSTANT, cell, instant, is_missing
from measures.links import Link, links_in, post_clock

COLUMNS = (*NAMES, "permalink", *COUNTS)
DERIVED = ("jangkau:published_at", "jangkau:note")
TOTAL, HEADING, NO_LINK = "jumlah", "judul", "tanpa tautan"
TOTAL_ROW = re.compile(r"(?:sub\s*|grand\s*)?(?:jumlah|total)\b.*|rata-rata\b.*", re.IGNORECASE)
SHARED_COUNTS = "Ada baris dengan beberapa tautan dan satu angka; angka itu tidak dapat dibagi dan tidak dipakai."


@dataclass(frozen=True)
class _Sheet:
    """The columns of one sheet and the locale its cells give away."""

    places: dict[str, list[int]]
    numbers: str | None
    days: str | None

    def first(self, name: str) -> int | None:
        return next(iter(self.places.get(name, [])), None)


def _prepare(block: Block, context: Context) -> Prepared:
    """One row per link. Units and days are filled down where merged cells left them blank."""
    header, heading = _whole_header(block)
    sheet = _sheet(header, block.rows)
    filled: dict[str, str] = {}
    rows = [made for row in block.rows for made in _spread(sheet, row, filled, row is heading)]
    titles = [_title(header, sheet, name) for name in COLUMNS]
    notices = (SHARED_COUNTS,) if any(_shares_counts(sheet, row) for row in block.rows) else ()
    return Prepared(replace(block, header=[*titles, *DERIVED], rows=rows), notices=notices)


def _whole_header(block: Block) -> tuple[list[str], Row | None]:
    """A second header row names what the first left blank or only grouped."""
    first = block.rows[0] if block.rows else None
    known = {name for names in (*NAMES.values(), *COUNTS.values(), LINKS) for name in names}
    if first is None or sum(normal(text) in known for text in first.cells) < 2:
        return block.header, None
    below = [cell(first, at) for at in range(len(block.header))]
    return [low or high for high, low in zip(block.header, below, strict=True)], first


def _sheet(header: list[str], rows: list[Row]) -> _Sheet:
    wanted = {**NAMES, "permalink": LINKS, **COUNTS}
    places = {name: [at for at, title in enumerate(header) if normal(title) in names] for name, names in wanted.items()}
    dates = set(places["published_on"])
    numbers = number_locale(text for row in rows for at, text in enumerate(row.cells) if at not in dates)
    days = day_locale(cell(row, at) for row in rows for at in dates)
    return _Sheet(places, numbers or days, days or (numbers if numbers == INDONESIAN else None))


def _title(header: list[str], sheet: _Sheet, name: str) -> str:
    """The column's own title, so that people find the cell again."""
    at = sheet.first(name)
    return header[at] if at is not None else SOURCE.fields[name].headers[0]


def _links(sheet: _Sheet, row: Row) -> list[tuple[int, Link]]:
    return [(at, link) for at in sheet.places["permalink"] for link in links_in(cell(row, at))]


def _shares_counts(sheet: _Sheet, row: Row) -> bool:
    links = _links(sheet, row)
    dropped = [_counts(sheet, row, links, which) for which in range(len(links))] if len(links) > 1 else []
    return any(not counts[name] and cell(row, sheet.first(name)) for counts in dropped for name in COUNTS)


def _spread(sheet: _Sheet, row: Row, filled: dict[str, str], is_heading: bool) -> list[Row]:
    links = _links(sheet, row)
    note = HEADING if is_heading else _note(sheet, row, bool(links))
    if note:
        return [_made(sheet, row, {}, None, note)]
    _fill_down(sheet, row, filled)
    if not links:
        told = next(text for at in sheet.places["permalink"] if not is_missing(text := cell(row, at)))
        return [_made(sheet, row, {**filled, "permalink": told}, None)]
    return [
        _made(sheet, row, {**filled, **_counts(sheet, row, links, which)}, link)
        for which, (_, link) in enumerate(links)
    ]


def _note(sheet: _Sheet, row: Row, has_links: bool) -> str:
    """Why a row is no post; blank when it is one or wants to be."""
    if has_links:
        return ""
    if any(TOTAL_ROW.fullmatch(text.strip()) for text in row.cells):
        return TOTAL
    said = [at for at in sheet.places["permalink"] if not is_missing(cell(row, at))]
    return "" if said else NO_LINK


def _fill_down(sheet: _Sheet, row: Row, filled: dict[str, str]) -> None:
    for name in ("agency_text", "published_on"):
        filled[name] = cell(row, sheet.first(name)) or filled.get(name, "")


def _counts(sheet: _Sheet, row: Row, links: list[tuple[int, Link]], which: int) -> dict[str, str]:
    """The counts of one link: those of its own columns, or its line of a cell that has a line per link."""
    counts = {}
    for name in COUNTS:
        own = [_own_column(sheet, name, at) for at, _ in links]
        sharers = [place for place, at in enumerate(own) if at == own[which]]
        lines = cell(row, own[which]).splitlines() if len(sharers) > 1 else [cell(row, own[which])]
        counts[name] = lines[sharers.index(which)] if len(lines) == len(sharers) else ""
    return counts


def _own_column(sheet: _Sheet, name: str, link: int) -> int | None:
    """Where columns repeat for every platform, a count belongs to the nearest link column on its left."""
    columns = sheet.places[name]
    if len(columns) < 2:
        return sheet.first(name)
    owner = {at: max((place for place in sheet.places["permalink"] if place < at), default=-1) for at in columns}
    return next((at for at in columns if owner[at] == link), None)


def _made(sheet: _Sheet, row: Row, told: dict[str, str], link: Link | None, note: str = "") -> Row:
    moment = post_clock(link.platform, link.native_id) if link else None
    values = {
        "description": cell(row, sheet.first("description")),
        "platform": (link and link.platform) or platform_of(cell(row, sheet.first("platform"))),
        "account_handle": (link and link.handle) or _handle(cell(row, sheet.first("account_handle"))),
        "permalink": link.canonical_url if link else "",
        **told,
        "published_on": _day(told.get("published_on", ""), sheet.days, known=moment is not None),
        **{name: whole_number(told.get(name, ""), sheet.numbers) for name in COUNTS},
    }
    return replace(row, cells=[*(values.get(name, "") for name in COLUMNS), instant(moment), note])


def _handle(text: str) -> str:
    """An account's name as people type it, where it can be a handle."""
    return text.lstrip("@").lower() if re.fullmatch(r"@?[\w.]{2,30}", text) else ""


def _day(text: str, locale: str | None, known: bool) -> str:
    """The day the sheet names; one that cannot be read does no harm where the id tells the moment."""
    read = day(text, locale)
    unread = read == text and not re.fullmatch(r"\d{4}-\d\d-\d\d", text)
    return "" if known and (unread or read.endswith(ASK_DAY)) else read


SOURCE = Source(
    name="recap",
    title="Rekap tautan yang diisi tangan",
    platform=None,
    records=POST,
    fields={
        "permalink": Field(LINKS, needed=True),
        **{name: Field(titles) for name, titles in NAMES.items()},
        "published_on": Field(NAMES["published_on"], "day", formats=("%Y-%m-%d",)),
        "published_at": Field((DERIVED[0],), "moment", formats=(INSTANT,)),
        "error_note": Field((DERIVED[1],)),
        **{name: Field(titles, "integer") for name, titles in COUNTS.items()},
    },
    absent=frozenset({"social network", "network", "post id", "profile"}),
    non_post=(
        NonPost("error_note", TOTAL, "baris jumlah"),
        NonPost("error_note", HEADING, "baris judul kedua"),
        NonPost("error_note", NO_LINK, "baris tanpa tautan"),
    ),
    prepare=_prepare,
)
