"""Reference of the chain to the villages: programmes, blank spots, exemptions, and the thresholds of messages."""

import math
import re
from collections.abc import Callable, Sequence
from datetime import date

import duckdb

from etl.errors import BadReference
from etl.reference_lines import Line, read_lines, span
from etl.settings import settings
from landing.places import Places

FILES = ("programmes.csv", "blankspots.csv", "exemptions.csv")
HASHTAG = re.compile(r"#\w+")
PART = "|"
SHORTEST_PHRASE = 4
PROGRAMME = """code varchar, name varchar, hashtags varchar[], phrases varchar[], valid_from date,
    valid_until date"""
MESSAGE = {"deadline_hours": "double", "window_days": "integer", "early_hours": "double", "break_share": "double"}
SHARES = (
    "internet_share", "local_share_regency", "local_share_agency", "local_share_kecamatan", "local_share_village",
    "kecamatan_own", "village_own", "sainsbury", "indirect_share",
)  # fmt: skip
COUNTS = ("window_posts", "minimum_posts")
VIGILANCE = {"match_days": "integer", "match_share": "double", "match_weight": "double", "clarify_hours": "double"}
REACH = dict.fromkeys(SHARES, "double") | dict.fromkeys(COUNTS, "integer")
Make = Callable[[duckdb.DuckDBPyConnection, str, str, Sequence[tuple]], None]


def load_chain(con: duckdb.DuckDBPyConnection, where: Places, codes: set[str], regions: set[str], make: Make) -> None:
    """Replace the tables of the chain. `codes` and `regions` are the units and regions there are."""
    make(con, "programme", PROGRAMME, _programmes(where))
    spots = "region_code varchar, valid_from date, valid_until date, note varchar"
    make(con, "blank_spot", spots, _spots(where, regions))
    exempt = "agency_code varchar, valid_from date, valid_until date, reason varchar"
    make(con, "exemption", exempt, _exemptions(where, codes))
    make(con, "message_setting", _columns(MESSAGE), [_setting(where, "message", MESSAGE)])
    make(con, "reach_setting", _columns(REACH), [_setting(where, "reach", REACH)])
    make(con, "vigilance_setting", _columns(VIGILANCE), [_setting(where, "vigilance", VIGILANCE)])


def _columns(shape: dict[str, str]) -> str:
    return ", ".join(f"{name} {kind}" for name, kind in shape.items())


def _programmes(where: Places) -> list[tuple]:
    rows, seen = [], set[str]()
    columns = ("code", "name", "hashtags", "phrases", "valid_from", "valid_to", "source")
    for line in read_lines(where, "programmes.csv", columns):
        code, tags, phrases = line.get("code"), _parts(line, "hashtags"), _parts(line, "phrases")
        _check_programme(line, tags, phrases)
        if code in seen:
            raise line.fail(f"kode program “{code}” tertulis dua kali. Hapus salah satu.")
        seen.add(code)
        rows.append((code, line.get("name"), [tag.lower() for tag in tags], phrases, *span(line)))
    return rows


def _parts(line: Line, column: str) -> list[str]:
    return [part.strip() for part in line.get(column).split(PART) if part.strip()]


def _check_programme(line: Line, tags: list[str], phrases: list[str]) -> None:
    for name in ("code", "name", "source"):
        if not line.get(name):
            raise line.fail(f"kolom {name} kosong.")
    if not tags and not phrases:
        raise line.fail("kolom hashtags dan phrases kosong; isi sedikitnya satu agar programnya dapat dikenali.")
    for tag in tags:
        if not HASHTAG.fullmatch(tag):
            raise line.fail(f"tagar “{tag}” bukan satu kata berawalan #. Pisahkan beberapa tagar dengan |.")
    for phrase in phrases:
        if len(phrase) < SHORTEST_PHRASE:
            raise line.fail(f"frasa “{phrase}” terlalu pendek; tulis sedikitnya {SHORTEST_PHRASE} huruf.")


def _spots(where: Places, regions: set[str]) -> list[tuple]:
    rows: list[tuple] = []
    for line in read_lines(where, "blankspots.csv", ("region_code", "valid_from", "valid_to", "note")):
        if line.get("region_code") not in regions:
            raise line.fail(f"kode wilayah “{line.get('region_code')}” tidak ada di regions.csv.")
        rows.append((line.get("region_code"), *_own_span(line, rows, "region_code"), line.get("note") or None))
    return rows


def _exemptions(where: Places, codes: set[str]) -> list[tuple]:
    rows: list[tuple] = []
    for line in read_lines(where, "exemptions.csv", ("agency_code", "valid_from", "valid_to", "reason")):
        if line.get("agency_code") not in codes:
            raise line.fail(f"unit “{line.get('agency_code')}” tidak ada di agencies.csv atau regions.csv.")
        if not line.get("reason"):
            raise line.fail("kolom reason kosong; tulis alasan pembebasannya.")
        rows.append((line.get("agency_code"), *_own_span(line, rows, "agency_code"), line.get("reason")))
    return rows


def _own_span(line: Line, before: list[tuple], column: str) -> tuple[date, date]:
    """The line's period, which no earlier line for the same code may overlap."""
    start, end = span(line)
    if any(code == line.get(column) and start < until and since < end for code, since, until, _ in before):
        raise line.fail(f"masa untuk {line.get(column)} bertumpang tindih dengan baris lain. Perbaiki tanggalnya.")
    return start, end


def _setting(where: Places, table: str, shape: dict[str, str]) -> tuple:
    """One table of settings.toml, every value a number that can be one."""
    said = settings(where).get(table, {})
    return tuple(_value(table, name, kind, said.get(name)) for name, kind in shape.items())


def _value(table: str, name: str, kind: str, value: object) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if value is None or not is_number:
        raise BadReference(f"settings.toml: [{table}] {name} tidak ada atau bukan angka. Salin barisnya dari bawaan.")
    number = float(value)  # type: ignore[arg-type]
    if name in (*SHARES, "break_share", "match_share"):
        if not 0 < number <= 1:
            raise BadReference(f"settings.toml: [{table}] {name} berisi {value}, seharusnya di atas 0 sampai 1.")
    elif number <= 0 or (kind == "integer" and number != int(number)):
        what = "bilangan bulat" if kind == "integer" else "angka"
        raise BadReference(f"settings.toml: [{table}] {name} berisi {value}, seharusnya {what} di atas 0.")
    return int(number) if kind == "integer" else number
