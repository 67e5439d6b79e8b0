"""The files people keep, checked line by line and put into the schema `reference`."""

import csv
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import duckdb

from etl.errors import BadReference
from etl.settings import settings
from etl.source import Source
from landing.places import Places

FOREVER = date(9999, 12, 31)
BEGINNING = date(1900, 1, 1)
FILES = (
    "agencies.csv", "regions.csv", "accounts.csv", "roster.csv", "series_breaks.csv", "post_types.csv", "settings.toml",
)  # fmt: skip
PEER_GROUPS = {
    "induk": "Akun induk",
    "sekretariat": "Sekretariat & Bagian",
    "dinas": "Dinas",
    "badan": "Badan & Inspektorat",
    "layanan": "RSUD, BUMD & kanal layanan",
    "kecamatan": "Kecamatan",
    "kelurahan": "Kelurahan",
    "desa": "Desa",
}
PLATFORMS = ("instagram", "facebook", "tiktok", "youtube", "x", "threads")
Rows = list[dict[str, str]]


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
    path = where.reference_file(name)
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = [column for column in required if column not in (reader.fieldnames or [])]
        if missing:
            raise BadReference(f"{name}: kolom {', '.join(missing)} tidak ada. Tambahkan pada baris judul.")
        return [Line(name, number, row) for number, row in enumerate(reader, 2)]


def fingerprint(where: Places) -> str:
    """Changes when any reference file changes; the build then computes everything again."""
    digest = hashlib.sha256()
    for name in FILES:
        digest.update(where.reference_file(name).read_bytes())
    return digest.hexdigest()


def load_reference(con: duckdb.DuckDBPyConnection, where: Places, sources: Iterable[Source]) -> None:
    """Replace every table of the schema `reference`."""
    agencies = _agencies(where)
    codes = {row[0] for row in agencies}
    accounts = _accounts(where, codes)
    _table(con, "agency", AGENCY, agencies)
    _table(con, "region", REGION, _regions(where))
    _table(
        con,
        "account",
        "account_id varchar, platform varchar, handle varchar, name varchar",
        _registered(accounts),
    )
    _table(con, "account_alias", "platform varchar, alias varchar, account_id varchar", _aliases(accounts))
    _table(con, "account_owner", OWNER, [(a.account_id, a.agency_code, a.start, a.end) for a in accounts])
    _table(con, "roster", "agency_code varchar, valid_from date, valid_until date", _roster(where, codes))
    _table(con, "series_break", BREAK, _breaks(where))
    types = read_lines(where, "post_types.csv", ("spelling", "code"))
    _table(
        con,
        "post_type",
        "spelling varchar, code varchar",
        [(t.get("spelling"), t.get("code")) for t in types],
    )
    _table(con, "source_title", "source varchar, title varchar", [(s.name, s.title) for s in sources])
    limits = settings(where)
    thresholds = (
        limits["activity"]["minimum_posts_per_week"], limits["freshness"]["fresh_days"], limits["freshness"]["stale_days"],
    )  # fmt: skip
    columns = "minimum_posts_per_week bigint, fresh_days bigint, stale_days bigint"
    _table(con, "threshold", columns, [tuple(int(value) for value in thresholds)])


AGENCY = """agency_code varchar, name varchar, type varchar, peer_group varchar, peer_group_label varchar,
    region_code varchar, name_status varchar"""
REGION = """code varchar, name varchar, level varchar, parent_code varchar, latitude double, longitude double,
    area_km2 double, population bigint, population_basis varchar"""
OWNER = "account_id varchar, agency_code varchar, valid_from date, valid_until date"
BREAK = "platform varchar, metric varchar, on_day date, what varchar, source varchar"


def _table(con: duckdb.DuckDBPyConnection, name: str, columns: str, rows: Sequence[tuple]) -> None:
    con.execute(f"create or replace table reference.{name} ({columns})")
    if rows:
        con.executemany(f"insert into reference.{name} values ({', '.join('?' * len(rows[0]))})", rows)


def _agencies(where: Places) -> list[tuple]:
    lines = read_lines(where, "agencies.csv", ("code", "name", "type", "name_status", "region_code", "peer_group"))
    rows = []
    for line in lines:
        group = line.get("peer_group")
        if group not in PEER_GROUPS:
            raise line.fail(f"kelompok “{group}” tidak dikenal. Pilih salah satu: {', '.join(PEER_GROUPS)}.")
        rows.append((line.get("code"), line.get("name"), line.get("type"), group, PEER_GROUPS[group],
                     line.get("region_code") or None, line.get("name_status")))  # fmt: skip
    _unique(rows, "agencies.csv")
    return rows + _villages(where)


def _villages(where: Places) -> list[tuple]:
    """Every desa is a unit of its own; kelurahan stand among the offices."""
    lines = read_lines(where, "regions.csv", ("code", "name", "level", "parent_code"))
    names = {line.get("code"): line.get("name") for line in lines}
    return [
        (f"DESA-{line.get('code')}", f"Desa {line.get('name')} (Kec. {names.get(line.get('parent_code'), '')})",
         "desa", "desa", PEER_GROUPS["desa"], line.get("code"), "confirmed")
        for line in lines if line.get("level") == "desa"
    ]  # fmt: skip


def _regions(where: Places) -> list[tuple]:
    lines = read_lines(where, "regions.csv", ("code", "name", "level", "population"))
    return [
        (line.get("code"), line.get("name"), line.get("level"), line.get("parent_code"), _number(line, "latitude", float),
         _number(line, "longitude", float), _number(line, "area_km2", float), _number(line, "population", int),
         line.get("population_basis"))
        for line in lines
    ]  # fmt: skip


def _number(line: Line, column: str, kind: Callable[[str], float]) -> float | None:
    text = line.get(column)
    try:
        return kind(text) if text else None
    except ValueError as error:
        raise line.fail(f"kolom {column} berisi “{text}”, seharusnya angka.") from error


@dataclass(frozen=True)
class Ownership:
    account_id: str
    platform: str
    handle: str
    native_ids: tuple[str, ...]
    name: str
    agency_code: str
    start: date
    end: date


def _accounts(where: Places, codes: set[str]) -> list[Ownership]:
    required = ("platform", "handle", "native_id", "name", "agency_code", "valid_from", "valid_to")
    owned = [_ownership(line, codes) for line in read_lines(where, "accounts.csv", required)]
    ordered = sorted(owned, key=lambda o: (o.account_id, o.start))
    for before, after in zip(ordered, ordered[1:], strict=False):
        if before.account_id == after.account_id and after.start < before.end:
            raise BadReference(
                f"accounts.csv: masa kepemilikan akun {after.account_id} bertumpang tindih. Perbaiki tanggalnya."
            )
    return ordered


def _ownership(line: Line, codes: set[str]) -> Ownership:
    platform, handle, code = (
        line.get("platform").lower(),
        line.get("handle").lstrip("@").lower(),
        line.get("agency_code"),
    )
    if platform not in PLATFORMS:
        raise line.fail(f"platform “{platform}” tidak dikenal. Pilih salah satu: {', '.join(PLATFORMS)}.")
    if not handle:
        raise line.fail("kolom handle kosong.")
    if code not in codes:
        raise line.fail(f"unit “{code}” tidak ada di agencies.csv atau regions.csv.")
    start, end = _span(line)
    account_id = f"{platform}:{handle}"
    return Ownership(
        account_id, platform, handle, tuple(line.get("native_id").split()), line.get("name"), code, start, end
    )


def _span(line: Line) -> tuple[date, date]:
    """Validity as [from, until): the last valid day is written, the day after is kept."""
    start = _date(line, "valid_from") or BEGINNING
    last = _date(line, "valid_to")
    if last and last < start:
        raise line.fail("valid_to mendahului valid_from.")
    return start, date.fromordinal(last.toordinal() + 1) if last else FOREVER


def _date(line: Line, column: str) -> date | None:
    text = line.get(column)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise line.fail(f"kolom {column} berisi “{text}”, seharusnya tanggal seperti 2026-02-13.") from error


def _registered(accounts: Sequence[Ownership]) -> list[tuple]:
    latest = {account.account_id: account for account in accounts}
    return [(a.account_id, a.platform, a.handle, a.name) for a in latest.values()]


def _aliases(accounts: Sequence[Ownership]) -> list[tuple]:
    found = {}
    for account in accounts:
        for alias in (account.handle, *account.native_ids):
            known = found.setdefault((account.platform, alias), account.account_id)
            if known != account.account_id:
                raise BadReference(
                    f"accounts.csv: nomor “{alias}” dipakai oleh {known} dan {account.account_id}. Pilih satu."
                )
    return [(platform, alias, account_id) for (platform, alias), account_id in found.items()]


def _roster(where: Places, codes: set[str]) -> list[tuple]:
    rows = []
    for line in read_lines(where, "roster.csv", ("agency_code", "valid_from", "valid_to")):
        if line.get("agency_code") not in codes:
            raise line.fail(f"unit “{line.get('agency_code')}” tidak ada di agencies.csv atau regions.csv.")
        rows.append((line.get("agency_code"), *_span(line)))
    return rows


def _breaks(where: Places) -> list[tuple]:
    lines = read_lines(where, "series_breaks.csv", ("platform", "metric", "on", "what", "source"))
    return [(x.get("platform"), x.get("metric"), _date(x, "on"), x.get("what"), x.get("source")) for x in lines]


def _unique(rows: Sequence[tuple], name: str) -> None:
    seen: set[str] = set()
    for row in rows:
        if row[0] in seen:
            raise BadReference(f"{name}: kode {row[0]} tertulis dua kali. Hapus salah satu.")
        seen.add(row[0])
