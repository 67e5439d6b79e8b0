"""Checks a file against itself: Meta's clock against the time hidden in Instagram's own shortcodes."""

from datetime import datetime, timedelta
from statistics import median

import duckdb

from etl.batch import Batch
from measures.links import post_clock

SAMPLE = 400
TOLERANCE = timedelta(minutes=40)  # some posts are uploaded a quarter of an hour before they appear


def clock_notice(con: duckdb.DuckDBPyConnection, batch: Batch) -> list[str]:
    """A warning when the publish times of an Instagram file disagree with its shortcodes."""
    if batch.source.platform != "instagram" or "published_at" not in batch.places:
        return []
    rows = con.execute(
        f"""
        select split_part(post_key, ':', 2), epoch(published_at) from raw.post
        where file_sha256 = $sha and part = $part and published_at is not null and permalink like '%/%'
        order by record limit {SAMPLE}""",
        {"sha": batch.file_sha256, "part": batch.part},
    ).fetchall()
    offsets = [seconds - moment.timestamp() for code, seconds in rows if (moment := _clock(code))]
    if not offsets or abs(median(offsets)) <= TOLERANCE.total_seconds():
        return []
    hours = f"{median(offsets) / 3600:+.1f}".replace(".", ",")
    return [f"Jam terbit di berkas berselisih {hours} jam dari jam pada kode tautan Instagram; periksa zona waktunya."]


def _clock(code: str) -> datetime | None:
    return post_clock("instagram", code)
