"""warehouse.account_measure: what is measured of a unit's accounts month by month, beside the judgement of captions."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import duckdb
import numpy as np
import pyarrow as pa

from etl.judged import NUMBER, TEXT, WHOLE, keep
from measures.intervals import median_interval, wilson

READS = frozenset({
    "warehouse.unit_activity", "warehouse.unit_count", "warehouse.unit_uniqueness", "warehouse.incident_post",
    "warehouse.clock", "warehouse.issue",
})  # fmt: skip
MEASURE = pa.schema({
    "agency_code": TEXT, "month": pa.date32(), "measure": TEXT, "value": NUMBER, "low": NUMBER, "high": NUMBER,
    "numerator": WHOLE, "denominator": WHOLE,
})  # fmt: skip
LEAST_DAYS = 7  # with fewer covered days neither a weekly number nor a gap of a week can be told
ACTIVITY = "select agency_code, month, posts, covered_days, longest_gap from warehouse.unit_activity order by 1, 2"
COUNTS = "select agency_code, month, measure, numerator, denominator from warehouse.unit_count order by all"
UNIQUE = "select agency_code, month, uniqueness, texts from warehouse.unit_uniqueness order by all"
# Later ones may still be published; an event of which the log has no hour has no speed.
EVENTS = """
    select
        i.agency_code, cast(date_trunc('month', i.happened_on) as date) as month, i.hours,
        coalesce(i.is_emergency, false)
    from warehouse.incident_post as i
    cross join warehouse.clock as c
    where i.agency_code is not null and not i.is_open and i.happened_on <= c.today
    order by 1, 2, i.hours nulls last, i.incident_id"""
# By the month in which an issue came in; one still without a clarification has no hours yet.
CORRECTIONS = """
    select
        agency_code, cast(date_trunc('month', timezone('Asia/Jakarta', received_at)) as date) as month,
        hours_to_clarify
    from warehouse.issue
    where agency_code is not null and is_taken_up and received_at is not null
    order by 1, 2, 3 nulls last, issue_id"""
Rows = Iterator[tuple]


def account_measures(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    found = (*_activity(con), *_shares(con), *_uniqueness(con), *_events(con), *_corrections(con))
    rows = sorted(found, key=lambda row: row[:3])
    keep(con, "warehouse.account_measure", MEASURE, rows)


def _activity(con: duckdb.DuckDBPyConnection) -> Rows:
    """weekly_posts: posts per seven covered days (numerator posts, denominator days); longest_gap in days."""
    for agency, month, posts, days, gap in con.execute(ACTIVITY).fetchall():
        if days >= LEAST_DAYS:
            yield agency, month, "weekly_posts", round(posts * 7 / days, 4), None, None, posts, days
            yield agency, month, "longest_gap", float(gap), None, None, None, days


def _shares(con: duckdb.DuckDBPyConnection) -> Rows:
    for agency, month, measure, part, whole in con.execute(COUNTS).fetchall():
        low, high = wilson(part, whole) or (0.0, 1.0)
        yield agency, month, measure, round(part / whole, 6), round(low, 6), round(high, 6), part, whole


def _uniqueness(con: duckdb.DuckDBPyConnection) -> Rows:
    """denominator: texts compared; the value is null where they are too few."""
    for agency, month, value, texts in con.execute(UNIQUE).fetchall():
        yield agency, month, "uniqueness", value, None, None, None, texts


def _events(con: duckdb.DuckDBPyConnection) -> Rows:
    """Median hours from event to post of all events, and of emergencies alone; numerator: events with a known time."""
    for (agency, month), rows in groupby(con.execute(EVENTS).fetchall(), key=lambda row: row[:2]):
        told = [row[2:] for row in rows]
        urgent = [hours for hours, is_emergency in told if is_emergency]
        yield agency, month, "event_hours", *_median([hours for hours, _ in told])
        if urgent:
            yield agency, month, "emergency_hours", *_median(urgent)


def _corrections(con: duckdb.DuckDBPyConnection) -> Rows:
    """Median hours from an issue of the unit to its clarification; numerator: issues clarified."""
    for (agency, month), rows in groupby(con.execute(CORRECTIONS).fetchall(), key=lambda row: row[:2]):
        yield agency, month, "correction_hours", *_median([row[2] for row in rows])


def _median(hours: Iterable[float | None]) -> tuple:
    every = list(hours)
    known = np.array([each for each in every if each is not None], np.float64)
    found = median_interval(known) if len(known) else (None, None, None)
    return *(None if each is None else round(each, 4) for each in found), len(known), len(every)
