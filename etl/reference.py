"""The files people keep, checked line by line and put into the schema `reference`."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import duckdb
import pyarrow as pa

from etl.errors import BadReference
from etl.ownership import aliases, read_ownership, registered
from etl.reference_chain import FILES as CHAIN_FILES
from etl.reference_chain import load_chain
from etl.reference_lines import Line, date_of, read_lines, span
from etl.reference_standard import FILES as STANDARD_FILES
from etl.settings import settings
from etl.shapes import FILES as SHAPE_FILES
from etl.shapes import load_shapes
from etl.source import Source
from etl.standard_adoption import load_standard
from landing.places import Places
from measures.peer_groups import PEER_GROUPS

FILES = (
    "agencies.csv", "regions.csv", "accounts.csv", "roster.csv", "series_breaks.csv", "post_types.csv", "settings.toml",
    *CHAIN_FILES, *SHAPE_FILES, *STANDARD_FILES,
)  # fmt: skip


def fingerprint(where: Places) -> str:
    """Changes when any reference file changes; the build then computes everything again."""
    digest = hashlib.sha256()
    for name in FILES:
        path = where.reference_file(name)
        digest.update(path.read_bytes() if path.exists() else b"")  # not every instance has boundaries
    return digest.hexdigest()


def load_reference(con: duckdb.DuckDBPyConnection, where: Places, sources: Iterable[Source]) -> None:
    """Replace every table of the schema `reference`."""
    agencies = _agencies(where)
    codes = {row[0] for row in agencies}
    accounts = read_ownership(where, codes)
    _table(con, "agency", AGENCY, agencies)
    _table(con, "agency_name", "name varchar, agency_code varchar", _names(agencies))
    regions = read_regions(where)
    _table(con, "region", REGION, regions)
    load_chain(con, where, codes, {row[0] for row in regions}, _table)
    load_shapes(con, where, regions, _table)
    load_standard(con, where, _table)
    _table(
        con,
        "account",
        "account_id varchar, platform varchar, handle varchar, name varchar",
        registered(accounts),
    )
    _table(con, "account_alias", "platform varchar, alias varchar, account_id varchar", aliases(accounts))
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
    thresholds = settings(where)["activity"] | settings(where)["freshness"]
    names = ("minimum_posts_per_week", "active_days", "fresh_days", "stale_days")
    columns = ", ".join(f"{name} integer" for name in names)
    _table(con, "threshold", columns, [tuple(int(thresholds[name]) for name in names)])


AGENCY = """agency_code varchar, name varchar, type varchar, peer_group varchar, peer_group_label varchar,
    region_code varchar, name_status varchar"""
REGION = """code varchar, name varchar, level varchar, parent_code varchar, latitude double, longitude double,
    area_km2 double, population bigint, population_basis varchar"""
OWNER = "account_id varchar, agency_code varchar, valid_from date, valid_until date"
BREAK = "platform varchar, metric varchar, on_day date, what varchar, source varchar"


def _table(con: duckdb.DuckDBPyConnection, name: str, columns: str, rows: Sequence[tuple]) -> None:
    con.execute(f"create or replace table reference.{name} ({columns})")
    if rows:  # as a table: row by row the villages alone take a third of a second
        lines = pa.table({f"c{place}": list(values) for place, values in enumerate(zip(*rows, strict=True))})
        con.register("lines", lines)
        con.execute(f"insert into reference.{name} select * from lines")
        con.unregister("lines")


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


def _names(agencies: Sequence[tuple]) -> list[tuple]:
    """Codes and names in lower case, for sheets that name a unit by hand; a name two units share is nobody's."""
    said = [(text.lower(), code) for code, name, *_ in agencies for text in {code, name}]
    counted = Counter(text for text, _ in said)
    return [(text, code) for text, code in said if counted[text] == 1]


def _villages(where: Places) -> list[tuple]:
    """Every desa is a unit of its own; kelurahan stand among the offices."""
    lines = read_lines(where, "regions.csv", ("code", "name", "level", "parent_code"))
    names = {line.get("code"): line.get("name") for line in lines}
    return [
        (f"DESA-{line.get('code')}", f"Desa {line.get('name')} (Kec. {names.get(line.get('parent_code'), '')})",
         "desa", "desa", PEER_GROUPS["desa"], line.get("code"), "confirmed")
        for line in lines if line.get("level") == "desa"
    ]  # fmt: skip


def read_regions(where: Places) -> list[tuple]:
    """The rows of reference.region."""
    lines = read_lines(where, "regions.csv", ("code", "name", "level", "population"))
    return [
        (line.get("code"), line.get("name"), line.get("level"), line.get("parent_code"),
         _number(line, "latitude", float), _number(line, "longitude", float), _number(line, "area_km2", float),
         _number(line, "population", int), line.get("population_basis"))
        for line in lines
    ]  # fmt: skip


def _number(line: Line, column: str, kind: Callable[[str], float]) -> float | None:
    text = line.get(column)
    try:
        return kind(text) if text else None
    except ValueError as error:
        raise line.fail(f"kolom {column} berisi “{text}”, seharusnya angka.") from error


def _roster(where: Places, codes: set[str]) -> list[tuple]:
    rows = []
    for line in read_lines(where, "roster.csv", ("agency_code", "valid_from", "valid_to")):
        if line.get("agency_code") not in codes:
            raise line.fail(f"unit “{line.get('agency_code')}” tidak ada di agencies.csv atau regions.csv.")
        rows.append((line.get("agency_code"), *span(line)))
    return rows


def _breaks(where: Places) -> list[tuple]:
    lines = read_lines(where, "series_breaks.csv", ("platform", "metric", "on", "what", "source"))
    return [(x.get("platform"), x.get("metric"), date_of(x, "on"), x.get("what"), x.get("source")) for x in lines]


def _unique(rows: Sequence[tuple], name: str) -> None:
    seen: set[str] = set()
    for row in rows:
        if row[0] in seen:
            raise BadReference(f"{name}: kode {row[0]} tertulis dua kali. Hapus salah satu.")
        seen.add(row[0])
