"""One landed file into the raw tables: every record loaded, set aside, recognised or already known."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import duckdb

from etl import bulk
from etl.batch import Batch, Problem
from etl.containers import Limits, Part, is_workbook, is_zip, parts
from etl.corrections import Correction, corrected
from etl.errors import RefusedFile
from etl.feeds import feed_records
from etl.known import flag_known, stored_records
from etl.ledger import forget, remember_problems, remember_strays
from etl.reading import Found, Reading, read_bytes, read_records
from etl.report import REJECT, PartReport, problem, refused
from etl.rows import load_rows
from etl.selfcheck import clock_notice
from etl.source import REFUSED, Block, Context, Prepared, Row, Source
from etl.workbook import sheets
from landing.card import Card

CHECK = "Periksa --account."
NEEDS_ACCOUNT = (
    "Berkas ini tidak menyebut akunnya. Muat ulang dengan --account PLATFORM:NAMA, "
    "misalnya --account instagram:dinkesnganjuk."
)


@dataclass(frozen=True)
class Staging:
    """Everything needed to read landed files: the known formats, the limits, what people said about a file."""

    con: duckdb.DuckDBPyConnection
    sources: Sequence[Source]
    limits: Limits
    bulk_bytes: int
    corrections: Sequence[Correction] = ()


def stage(staging: Staging, card: Card, path: Path) -> list[PartReport]:
    """Read one landed file anew. The caller holds the transaction; an earlier reading of it is replaced."""
    forget(staging.con, card.sha256)
    try:
        reports = _bulk(staging, card, path) or [_part(staging, card, part) for part in parts(path, staging.limits)]
    except RefusedFile as error:
        reports = [refused("", str(error))]
    for report in reports:
        _settle(staging, card, report)
    return reports


def _bulk(staging: Staging, card: Card, path: Path) -> list[PartReport] | None:
    if path.stat().st_size < staging.bulk_bytes or is_zip(path):
        return None
    found = bulk.plain(path, staging.sources)
    if not found:
        return None
    if reason := _unloadable(card, [found.source]):
        return [refused("", reason, found.source.name)]
    batch = _plain_batch(card, found)
    report = PartReport(source=found.source.name)
    corrections = {correction.record for correction in staging.corrections}
    report.records, left = bulk.insert_bulk(staging.con, batch, path, corrections)
    if left:
        _load(staging, batch, report, list(bulk.pick(path, set(left))))
    report.notices += clock_notice(staging.con, batch)
    return [report]


def stage_in_pieces(staging: Staging, card: Card, path: Path) -> list[PartReport]:
    """A large file that the fast reader refused, read with the standard library, piece by piece."""
    forget(staging.con, card.sha256)
    found = bulk.plain(path, staging.sources)
    assert found, "only files the fast reader has taken up come here"
    batch = _plain_batch(card, found)
    report = PartReport(source=found.source.name)
    for piece in bulk.pieces(path):
        report.records += len(piece)
        _load(staging, batch, report, piece)
    report.notices += clock_notice(staging.con, batch)
    _settle(staging, card, report)
    return [report]


def stage_whole(staging: Staging, card: Card, path: Path) -> list[PartReport]:
    """A large file that is not UTF-8 after all: only as a whole does it tell its encoding."""
    return stage(replace(staging, bulk_bytes=sys.maxsize), card, path)


def _plain_batch(card: Card, found: bulk.Plain) -> Batch:
    told = replace(card, account=_accounts(found.source, card)[0])
    return _batch(told, "", found.source, found.header, None)


def _part(staging: Staging, card: Card, part: Part) -> PartReport:
    if part.refusal:
        return refused(part.name, part.refusal)
    try:
        reading = read_part(part.content, staging.sources)
        return _load_reading(staging, card, part.name, reading)
    except RefusedFile as error:
        return refused(part.name, str(error))


def read_part(content: bytes, sources: Sequence[Source]) -> Reading:
    if (feed := feed_records(content)) is not None:
        return read_records(feed, sources)
    if not is_workbook(content):
        return read_bytes(content, sources)
    reading = Reading()
    for name, rows in sheets(content):
        if any(not row.is_blank for row in rows):
            reading = _joined(reading, read_records(rows, sources, name))
    return reading


def _joined(first: Reading, second: Reading) -> Reading:
    """Two sheets of one workbook; records are numbered through."""
    shift = first.records
    for found in second.found:
        rows = [replace(row, record=row.record + shift) for row in found.block.rows]
        first.found.append(Found(found.source, replace(found.block, rows=rows)))
    first.strays += [(replace(row, record=row.record + shift), why) for row, why in second.strays]
    first.records += second.records
    first.nearest = first.nearest or second.nearest
    return first


def _load_reading(staging: Staging, card: Card, name: str, reading: Reading) -> PartReport:
    if not reading.found:
        raise RefusedFile(_unknown(reading))
    report = PartReport(name, records=reading.records, notices=list(reading.notices))
    report.source = "+".join(sorted({found.source.name for found in reading.found}))
    if reason := _unloadable(card, [found.source for found in reading.found]):
        return refused(name, reason, report.source)
    for found in reading.found:
        _load_block(staging, card, report, found, is_only=len(reading.found) == 1)
    remember_strays(staging.con, card.sha256, report, reading.strays)
    return report


def _unknown(reading: Reading) -> str:
    if not reading.nearest:
        return "Bentuk berkas tidak dikenal. Berkas disimpan; petakan kolomnya dengan `python -m etl mapping`."
    missing = ", ".join(f"“{name}”" for name in reading.nearest.missing)
    return (
        f"Bentuk berkas tidak dikenal. Yang terdekat: {reading.nearest.source.title}; kolom yang belum ada: {missing}. "
        "Berkas disimpan; ekspor ulang dengan kolom itu atau petakan kolomnya dengan `python -m etl mapping`."
    )


def _unloadable(card: Card, sources: Sequence[Source]) -> str | None:
    """Why a recognised file is refused as a whole."""
    refusals = [source.refusal for source in sources if source.records == REFUSED]
    if not refusals and not card.account and any(source.needs_account for source in sources):
        return NEEDS_ACCOUNT
    told = {account.split(":")[0] for account in (card.account or "").split()}
    others = sorted({source.platform for source in sources if source.platform and told and source.platform not in told})
    if not refusals and others:
        return f"Berkas ini dari {', '.join(others)}, tetapi akun yang disebut akun {', '.join(sorted(told))}. {CHECK}"
    return refusals[0] if refusals else None


def _load_block(staging: Staging, card: Card, report: PartReport, found: Found, is_only: bool) -> None:
    rows = corrected(found.block.rows, found.block.header, staging.corrections)
    block = replace(found.block, rows=rows)
    try:
        told, prepared = _prepared(found.source, block, card)
    except RefusedFile as error:
        if is_only:
            raise
        remember_strays(staging.con, card.sha256, report, [(row, str(error)) for row in rows])
        return
    report.notices += [notice for notice in prepared.notices if notice not in report.notices]
    batch = _batch(told, report.name, found.source, prepared.block.header, prepared.observed_at)
    _load(staging, batch, report, prepared.block.rows, prepared_already=True)
    report.notices += clock_notice(staging.con, batch)


def _prepared(source: Source, block: Block, card: Card) -> tuple[Card, Prepared]:
    """The block ready to be typed, for the first of the accounts told that it can belong to."""
    exported = datetime.fromisoformat(card.exported_at) if card.exported_at else None
    refusal: RefusedFile | None = None
    for account in _accounts(source, card):
        context = Context(datetime.fromisoformat(card.received_at), exported, account)
        try:
            return replace(card, account=account), source.prepare(block, context) if source.prepare else Prepared(block)
        except RefusedFile as error:
            refusal = refusal or error
    raise refusal or RefusedFile(NEEDS_ACCOUNT)


def _accounts(source: Source, card: Card) -> list[str | None]:
    """The accounts told for this file (several, parted by spaces) that are on the source's platform."""
    told = (card.account or "").split()
    fitting = [account for account in told if source.platform in (None, account.split(":")[0])]
    return list(fitting) or [None]


def _batch(card: Card, part: str, source: Source, header: Sequence[str], observed: datetime | None) -> Batch:
    """What someone stated about the export time wins over what the rows tell, and that over the arrival."""
    stated = datetime.fromisoformat(card.exported_at) if card.exported_at else None
    seen = stated or observed or datetime.fromisoformat(card.received_at)
    return Batch(card.sha256, part, source, header, seen, card.account)


def _load(
    staging: Staging, batch: Batch, report: PartReport, rows: Sequence[Row], prepared_already: bool = False
) -> None:
    mended = rows if prepared_already else corrected(rows, batch.header, staging.corrections)
    non_posts, problems = load_rows(staging.con, batch, mended)
    problems = [found for found in problems if found.row.record not in non_posts]
    report.non_post += len(non_posts)
    report.set_aside += len({found.row.record for found in problems})
    report.problems += [_as_json(found) for found in problems]
    remember_problems(staging.con, batch, problems)


def _as_json(found: Problem) -> dict:
    return problem(found.row.record, found.column, found.value, found.reason)


def _settle(staging: Staging, card: Card, report: PartReport) -> None:
    """The counts come from the tables, not from what was meant to go in; the sum is then checked."""
    if report.status != REJECT:
        kinds = [source.records for source in staging.sources if source.name in str(report.source).split("+")]
        report.known = flag_known(staging.con, card.sha256, report.name, kinds)
        report.loaded = stored_records(staging.con, card.sha256, report.name, kinds) - report.known
    report.settle()
