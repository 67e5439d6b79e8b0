"""Small published snapshots for tests of pages: a real DuckDB file with readable, invented rows."""

import atexit
import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from tests import snapshots_chain, snapshots_standard

OWN = {
    "snapshot": "data_as_of timestamptz, last_published_at timestamptz, first_published_on date, posts bigint, "
    "accounts_registered bigint, accounts_covered bigint, units_obliged bigint, units_active bigint, files bigint, "
    "rows_set_aside bigint, has_invented boolean",
    "period": "period varchar, label varchar, starts_on date, ends_on date, position int, is_default boolean",
    "agency": "agency_code varchar, name varchar, type varchar, peer_group varchar, peer_group_label varchar, "
    "region_code varchar, name_status varchar, is_obliged boolean, accounts bigint, last_posted_on date, "
    "silent_days bigint, is_active boolean",
    "agency_activity": "period varchar, platform varchar, agency_code varchar, peer_group varchar, posts bigint, "
    "active_days bigint, weeks bigint, weeks_meeting_minimum bigint, posts_per_week double, "
    "longest_gap_days bigint, last_posted_on date",
    "agency_engagement": "period varchar, platform varchar, agency_code varchar, measure varchar, "
    "peer_group varchar, posts_measured bigint, posts_missing bigint, median double, low double, high double, "
    "peer_units bigint, peer_median_including double, peer_median_excluding double",
    "agency_week": "agency_code varchar, platform varchar, week_start date, posts bigint, interactions_median double",
    "agency_day": "agency_code varchar, day date, posts bigint",
    "posts": "post_id varchar, platform varchar, account_id varchar, account_handle varchar, agency_code varchar, "
    "agency_name varchar, peer_group varchar, published_at timestamptz, published_on date, time_precision varchar, "
    "post_type varchar, caption varchar, link varchar, views bigint, reach bigint, impressions bigint, likes bigint, "
    "comments bigint, shares bigint, saves bigint, interactions bigint, interactions_missing varchar, "
    "rate_by_reach double, rate_by_followers double, rate_by_views double, expected double, overperformance double, "
    "overperformance_reason varchar, observed_at timestamptz, observations bigint, partners varchar, "
    "has_boost boolean",
    "account": "account_id varchar, platform varchar, handle varchar, name varchar, agency_code varchar, "
    "agency_name varchar, is_registered boolean, posts bigint, last_posted_on date, last_observed_at timestamptz, "
    "files bigint, followers bigint, followers_on date, freshness varchar",
    "account_series": "account_id varchar, metric varchar, day date, source varchar, platform varchar, "
    "agency_code varchar, value double, day_clock varchar",
    "series_break": "platform varchar, metric varchar, on_day date, what varchar, source varchar",
    "file": "sha256 varchar, part varchar, original_name varchar, source varchar, source_title varchar, "
    "platform varchar, account_id varchar, received_at timestamptz, received_by varchar, exported_at timestamptz, "
    "status varchar, records bigint, loaded bigint, set_aside bigint, non_post bigint, known bigint, "
    "reason varchar, notices varchar",
    "set_aside": "sha256 varchar, part varchar, record bigint, column_name varchar, original_name varchar, "
    "source varchar, line bigint, value varchar, reason varchar, raw_text varchar",
    "check_result": "name varchar, severity varchar, message varchar, rows bigint, examples varchar",
    "coverage_month": "month date, peer_group varchar, units_obliged bigint, units_with_account bigint, "
    "units_active bigint, posts bigint",
}
SCHEMA = OWN | snapshots_chain.SCHEMA | snapshots_standard.SCHEMA

AS_OF = datetime(2026, 11, 22, 14, 10, tzinfo=UTC)
TODAY = date(2026, 11, 22)
HOSTILE = "=HYPERLINK(\"http://x\") **tebal** <script>alert('x')</script> [klik](javascript:alert(1))"
UNITS = (
    ("DINKES", "Dinas Kesehatan", "dinas", 14.0),
    ("DISDIK", "Dinas Pendidikan", "dinas", 9.0),
    ("DISPERTA", "Dinas Pertanian", "dinas", 4.0),
    ("DLH", "Dinas Lingkungan Hidup", "dinas", 0.0),
    ("BAPPEDA", "Badan Perencanaan Pembangunan Daerah", "badan", 3.0),
)

Rows = list[dict[str, Any]]


def build_snapshot(published: Path, name: str = "marts-20261122T141000Z-0001.duckdb", **tables: Rows) -> Path:
    """Write the tables given (the others stay empty) as one published snapshot, and point CURRENT to it."""
    published.mkdir(parents=True, exist_ok=True)
    path = published / name
    with duckdb.connect(str(path)) as con:
        con.execute("create schema marts")
        con.execute("create table publication (published_at timestamptz, name varchar)")
        con.execute("insert into publication values (?, ?)", [AS_OF, name])
        for table, columns in SCHEMA.items():
            con.execute(f"create table marts.{table} ({columns})")
            for row in tables.get(table, []):
                marks = ", ".join("?" for _ in row)
                names = ", ".join(f'"{name}"' for name in row)
                con.execute(f"insert into marts.{table} ({names}) values ({marks})", list(row.values()))
    (published / "CURRENT").write_text(name + "\n", encoding="utf-8")
    return path


@cache
def _template() -> Path:
    """The example, built once: writing its tables takes far longer than copying one file."""
    folder = Path(tempfile.mkdtemp(prefix="jangkau-contoh-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    build_snapshot(folder, **example())
    return folder


def publish_example(published: Path) -> None:
    """The whole example as one published snapshot."""
    shutil.copytree(_template(), published)


def facts(**changes: Any) -> Rows:
    """The one row of marts.snapshot."""
    row = {
        "data_as_of": AS_OF, "last_published_at": AS_OF - timedelta(hours=3), "first_published_on": date(2026, 5,
        1), "posts": 30,
        "accounts_registered": 5, "accounts_covered": 4, "units_obliged": 5, "units_active": 4, "files": 3,
        "rows_set_aside": 1,
        "has_invented": True,
    }  # fmt: skip
    return [row | changes]


def periods() -> Rows:
    def one(code: str, label: str, days: int, position: int) -> dict[str, Any]:
        starts = TODAY - timedelta(days=days - 1)
        return {"period": code, "label": label, "starts_on": starts, "ends_on": TODAY, "position": position,
                    "is_default": code == "28-hari"}  # fmt: skip

    return [one("7-hari", "7 hari terakhir", 7, 1), one("28-hari", "28 hari terakhir", 28, 2),
            one("semua", "Semua data", 206, 3)]  # fmt: skip


def agencies() -> Rows:
    return [
        {"agency_code": code, "name": name, "type": group, "peer_group": group, "peer_group_label": group.title(),
             "name_status": "assumed" if code == "DISPERTA" else "confirmed", "is_obliged": True, "accounts": 1,
             "last_posted_on": TODAY if pace else TODAY - timedelta(days=40), "silent_days": 0 if pace else 40,
             "is_active": pace > 0}
        for code, name, group, pace in UNITS
    ]  # fmt: skip


def activity() -> Rows:
    return [
        {"period": period["period"], "platform": platform, "agency_code": code, "peer_group": group,
        "posts": int(pace * 4),
             "active_days": int(pace * 2), "weeks": 4, "weeks_meeting_minimum": 4 if pace > 3 else 0,
             "posts_per_week": pace,
             "longest_gap_days": 3 if pace else 40, "last_posted_on": TODAY if pace else None}
        for period in periods() for platform in ("semua", "instagram") for code, _, group, pace in UNITS
    ]  # fmt: skip


def engagement() -> Rows:
    """Dinas Pertanian has too few posts to be ranked; DINKES and DISDIK overlap."""
    rows = []
    for place, (code, _, group, pace) in enumerate(UNITS):
        for measure, scale in (("interactions", 100.0), ("rate_by_reach", 0.05), ("overperformance", 1.2)):
            median = scale * (1 - place / 10)
            enough = pace > 4
            rows += [
                {"period": period["period"], "platform": platform, "agency_code": code, "measure": measure,
                "peer_group": group,
                     "posts_measured": int(pace * 4) if enough else 3, "posts_missing": 1, "median": median,
                     "low": median * 0.8 if enough else None, "high": median * 1.2 if enough else None,
                     "peer_units": 4,
                     "peer_median_including": scale * 0.9, "peer_median_excluding": scale * 0.85}
                for period in periods() for platform in ("semua", "instagram")
            ]  # fmt: skip
    return rows


def weeks() -> Rows:
    monday = TODAY - timedelta(days=TODAY.weekday())
    return [
        {"agency_code": code, "platform": platform, "week_start": monday - timedelta(days=7 * back),
        "posts": int(pace),
             "interactions_median": 80.0 + back}
        for back in range(12) for platform in ("semua", "instagram") for code, _, _, pace in UNITS if pace
    ]  # fmt: skip


def days() -> Rows:
    return [
        {"agency_code": code, "day": TODAY - timedelta(days=back), "posts": 1 + back % 3}
        for back in range(0, 60, 2) for code, _, _, pace in UNITS if pace and not 20 < back < 34
    ]  # fmt: skip


def one_post(place: int, **changes: Any) -> dict[str, Any]:
    at = AS_OF - timedelta(days=place % 28, hours=place % 5)
    row = {
        "post_id": f"instagram:{place}", "platform": "instagram", "account_id": "instagram:dinkes.contoh",
        "account_handle": "dinkes.contoh", "agency_code": "DINKES", "agency_name": "Dinas Kesehatan",
        "peer_group": "dinas",
        "published_at": at, "published_on": (at + timedelta(hours=7)).date(), "time_precision": "minute",
        "post_type": "photo",
        "caption": f"Jadwal posyandu pekan ini, bagian {place}", "link": f"https://contoh.invalid/p/{place}",
        "views": 1000,
        "reach": None, "likes": 10 + place, "comments": 2, "shares": None, "saves": 1, "interactions": 13 + place,
        "interactions_missing": "shares", "expected": 10.0, "overperformance": 1.3 + place / 10, "observed_at": AS_OF,
        "observations": 2, "has_boost": False,
    }  # fmt: skip
    return row | changes


def posts() -> Rows:
    hostile = one_post(
        99, post_id="instagram:99", caption=HOSTILE, link="javascript:alert(1)", agency_code="DISDIK",
        agency_name="Dinas Pendidikan", interactions=None, overperformance=None,
        overperformance_reason="Belum cukup unggahan pembanding", published_on=TODAY, published_at=AS_OF,
    )  # fmt: skip
    return [one_post(place) for place in range(1, 30)] + [hostile]


def example(**changes: Rows) -> dict[str, Rows]:
    """All tables with a few readable rows each; override a table by name."""
    tables = dict(
        snapshot=facts(), period=periods(), agency=agencies(), agency_activity=activity(),
        agency_engagement=engagement(), agency_week=weeks(), agency_day=days(), posts=posts(), **_quality(),
    )  # fmt: skip
    return tables | snapshots_chain.example() | snapshots_standard.example() | changes


def _quality() -> dict[str, Rows]:
    known = {"platform": "instagram", "name": "Akun contoh", "agency_code": "DINKES", "agency_name": "Dinas Kesehatan"}
    return {
        "account": [
            known | {"account_id": "instagram:dinkes.contoh", "handle": "dinkes.contoh", "is_registered": True,
            "posts": 29,
                         "last_posted_on": TODAY, "last_observed_at": AS_OF, "files": 2, "followers": 1234,
                         "followers_on": TODAY, "freshness": "fresh"},
            known | {"account_id": "instagram:asing", "handle": "asing", "agency_code": None, "agency_name": None,
                         "is_registered": False, "posts": 4, "files": 1, "freshness": "fresh",
                         "last_observed_at": AS_OF},
        ],
        "series_break": [{"platform": "instagram", "metric": "views", "on_day": date(2026, 10, 14),
                           "what": "Instagram mengganti tayangan lama.", "source": "https://contoh.invalid"}],
        "file": [{"sha256": "a" * 64, "part": 0, "original_name": "=ekspor.csv", "source": "meta_ig_posts",
                   "source_title": "Instagram per unggahan", "platform": "instagram", "received_at": AS_OF,
                   "status": "load_some",
                   "records": 31, "loaded": 30, "set_aside": 1, "non_post": 0, "known": 0}],
        "set_aside": [{"sha256": "a" * 64, "part": 0, "record": 12, "column_name": "Likes",
        "original_name": "=ekspor.csv",
                        "source": "meta_ig_posts", "line": 13, "value": "-65", "reason": "Angka tidak boleh negatif.",
                        "raw_text": "abc,-65,..."}],
        "check_result": [{"name": "reach_above_views", "severity": "warn",
        "message": "Jangkauan melebihi tayangan.", "rows": 2,
                           "examples": "instagram:1, instagram:2"}],
        "coverage_month": [{"month": date(2026, month, 1), "peer_group": group, "units_obliged": 4,
        "units_with_account": 3,
                             "units_active": 2 + month % 2, "posts": 40}
                        for month in (9, 10, 11) for group in ("dinas", "badan")],
    }  # fmt: skip
