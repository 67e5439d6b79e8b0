"""Reports of units before they are judged: one claim per link or offline channel, from forms and from sheets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

import duckdb

from measures.cascade.report_check import MOST_TEXT, pieces
from measures.links import LINK, Link, canonical

LONGEST = 500
MOST_LINKS = 200
CHANNELS = {
    "papan": re.compile(r"papan|mading|banner|baliho|spanduk|poster", re.IGNORECASE),
    "grup_wa": re.compile(r"\bwa\b|\bwag\b|whats ?app|grup|group|telegram", re.IGNORECASE),
    "pertemuan": re.compile(r"pertemuan|rapat|arisan|posyandu|pengajian|yasin|musyawarah|sosialisasi|\br[tw]\b", re.I),
    "pengeras": re.compile(r"pengeras|masjid|musala|mushol|speaker|siaran keliling|halo-?halo", re.IGNORECASE),
}  # fmt: skip
OTHER = "lainnya"


@dataclass(frozen=True)
class Claim:
    """One thing reported. `message` is a post id, a link or a title; `unit` a code or a name; as they were said."""

    report_id: str
    origin: str  # form | recap
    reported_at: datetime
    message: str
    unit: str
    link: str | None = None
    channel: str | None = None
    note: str | None = None
    photo_sha256: str | None = None
    has_proof: bool = True
    is_future: bool = False  # a sheet names a day that lies behind its own export

    @property
    def kind(self) -> str:
        return "offline" if self.channel else "link"


def claims(con: duckdb.DuckDBPyConnection) -> list[Claim]:
    """All claims in the order in which they were made."""
    found = [*_of_events(con), *_of_sheets(con)]
    return sorted(found, key=lambda claim: (claim.reported_at, claim.report_id))


def _of_events(con: duckdb.DuckDBPyConnection) -> Iterator[Claim]:
    sql = """select event_sha256, said_at, coalesce(post_id, ''), coalesce(agency_code, ''), links,
        coalesce(is_offline, false), channel, note, photo_sha256 from staging.report_event"""
    for sha256, at, message, unit, links, is_offline, channel, note, photo in con.execute(sql).fetchall():
        said = (at, message, unit)
        found = _links([text for text in links or () if text])
        for number, link in enumerate(found, 1):
            yield Claim(f"{sha256[:20]}-{number}", "form", *said, link=link, note=note if not is_offline else None)
        if is_offline:
            named = channel if channel in CHANNELS else OTHER
            proven = bool(note or photo)
            yield Claim(f"{sha256[:20]}-0", "form", *said, None, named, note, photo, proven)
        elif not found:
            yield Claim(f"{sha256[:20]}-0", "form", *said)


def _of_sheets(con: duckdb.DuckDBPyConnection) -> Iterator[Claim]:
    sql = """select file_sha256, part, record, reported_at, coalesce(message_text, ''), coalesce(agency_text, ''), link,
        channel, note, reported_at > observed_at + interval 1 day from staging.report_record"""
    for sha256, part, record, at, message, unit, link, channel, note, is_future in con.execute(sql).fetchall():
        key = f"{sha256[:20]}{'-' + part if part else ''}-{record}"
        row = Claim(f"{key}-0", "recap", at, message, unit, note=note, is_future=is_future)
        found = _links([link] if link else [])
        for number, each in enumerate(found, 1):
            yield replace(row, report_id=f"{key}-{number}", link=each, note=None if channel else note)
        if channel:
            yield replace(row, channel=channel_of(channel), note=note or channel)
        elif not found:
            yield row


def _links(texts: list[str]) -> list[str]:
    """Every link pasted, each once however it is decorated, and in its place what is none."""
    found: dict[str, str] = {}
    for piece in (piece[:LONGEST] for text in texts for piece in pieces(text[:MOST_TEXT])):
        link = as_link(piece)
        found.setdefault(link.canonical_url if link else piece, piece)
    return list(found.values())[:MOST_LINKS]


@lru_cache(10_000)
def as_link(text: str | None) -> Link | None:
    """The social link a piece of text is, None when it is none."""
    return canonical(text) if text and LINK.search(text) else None


def channel_of(text: str) -> str:
    """The code of an offline channel as people write it."""
    said = text.strip()
    return next((code for code, pattern in CHANNELS.items() if said == code or pattern.search(said)), OTHER)
