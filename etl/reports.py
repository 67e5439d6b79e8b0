"""warehouse.link_report: every link and offline channel that units reported, accepted, refused or waiting."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import duckdb
import pyarrow as pa

from etl.judged import keep
from etl.report_claims import Claim, claims
from etl.report_judgement import Judged, judge_all, named_posts
from etl.report_world import read_world

MOMENT = pa.timestamp("us", tz="UTC")
TEXTS = (
    "report_id", "origin", "message_id", "agency_code", "kind", "channel", "note", "photo_sha256", "url", "platform",
    "native_id", "post_id", "account_id",
)  # fmt: skip
REPORT = pa.schema(
    [(name, pa.string()) for name in TEXTS]
    + [("reported_at", MOMENT), ("published_at", MOMENT), ("status", pa.string()), ("reason", pa.string())]
)
Row = tuple[str | datetime | None, ...]


def link_reports(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    made = claims(con)
    keep(con, "warehouse.link_report", REPORT, _rows(con, made) if made else ())


def _rows(con: duckdb.DuckDBPyConnection, made: Sequence[Claim]) -> Iterator[Row]:
    world = read_world(con)
    world.look_up(con, named_posts(made))
    yield from map(_row, judge_all(made, world))


def _row(judged: Judged) -> Row:
    claim, link = judged.claim, judged.link
    return (
        claim.report_id, claim.origin, judged.message_id, judged.agency_code, claim.kind, claim.channel, claim.note,
        claim.photo_sha256, link.canonical_url if link else claim.link, link.platform if link else None,
        link.native_id if link else None, judged.post_id, judged.account_id, claim.reported_at, judged.published_at,
        judged.status, judged.reason,
    )  # fmt: skip
