"""warehouse.agency_median: medians of posts with their 90 % interval, per period, platform and unit.

Of overperformance the ratio actual / expected is taken, not the score: the score jumps from -1 to 1, and a median
between two posts could land where no post can be.
"""

from collections.abc import Iterator
from itertools import pairwise

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from measures.intervals import median_interval

MEASURES = ("interactions", "rate_by_reach", "rate_by_followers", "rate_by_views", "overperformance")
COLUMNS = """period varchar, platform varchar, agency_code varchar, measure varchar, posts_measured bigint,
    posts_missing bigint, median double, low double, high double"""
ALL_PLATFORMS = "semua"
NAMES = tuple(column.split()[0] for column in COLUMNS.split(","))
TYPES = pa.schema([(name, pa.string()) for name in NAMES[:4]] + [(name, pa.int64()) for name in NAMES[4:6]]
                  + [(name, pa.float64()) for name in NAMES[6:]])  # fmt: skip
Span = tuple[str, int, int]
POSTS = """
    select m.agency_code, m.platform, m.published_on - date '1970-01-01' as day, m.interactions::double as interactions,
        m.rate_by_reach, m.rate_by_followers, m.rate_by_views,
        case when s.expected is not null then m.interactions / greatest(s.expected, 1) end as overperformance
    from warehouse.post_measure as m
    left join warehouse.post_score as s using (post_id)
    where m.agency_code is not null and m.published_on is not null
    order by m.agency_code, m.platform, day"""


def agency_medians(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    con.execute(f"create or replace table warehouse.agency_median ({COLUMNS})")
    periods = con.execute(
        "select period, starts_on - date '1970-01-01', ends_on - date '1970-01-01' from warehouse.period"
    )
    spans = sorted(periods.fetchall())
    posts = con.sql(POSTS).to_arrow_table()
    rows = [row for group in _groups(posts) for row in _medians(posts.slice(*group), spans)]
    if rows:
        table = pa.Table.from_pylist([dict(zip(NAMES, row, strict=True)) for row in rows], TYPES)
        con.register("medians", table)
        con.execute("insert into warehouse.agency_median select * from medians")
        con.unregister("medians")


def _groups(posts: pa.Table) -> Iterator[tuple[int, int]]:
    """Start and length of each unit's posts; the table is ordered by unit, platform and day."""
    codes = posts["agency_code"].combine_chunks().dictionary_encode().indices.to_numpy()
    edges = [0, *(np.flatnonzero(codes[1:] != codes[:-1]) + 1).tolist(), len(codes)]
    yield from ((start, end - start) for start, end in pairwise(edges) if end > start)


def _medians(posts: pa.Table, spans: list[Span]) -> Iterator[tuple]:
    agency = posts["agency_code"][0].as_py()
    coded = posts["platform"].combine_chunks().dictionary_encode()
    names, codes = coded.dictionary.to_pylist(), coded.indices.to_numpy()
    days = posts["day"].to_numpy()
    values = np.column_stack([posts[measure].to_numpy() for measure in MEASURES])
    if len(names) == 1:  # all platforms together are that one platform
        yield from _of_platform(agency, [names[0], ALL_PLATFORMS], days, values, spans)
        return
    for code, name in enumerate(names):
        yield from _of_platform(agency, [name], days[codes == code], values[codes == code], spans)
    by_day = np.argsort(days, kind="stable")
    yield from _of_platform(agency, [ALL_PLATFORMS], days[by_day], values[by_day], spans)


def _of_platform(
    agency: str, platforms: list[str], days: NDArray[np.int64], values: NDArray[np.float64], spans: list[Span]
) -> Iterator[tuple]:
    for index, measure in enumerate(MEASURES):
        is_known = ~np.isnan(values[:, index])
        known, known_days = values[is_known, index], days[is_known]
        for period, *span in spans:
            all_posts, measured = _between(days, span), _between(known_days, span)
            if all_posts.stop > all_posts.start:
                missing = (all_posts.stop - all_posts.start) - (measured.stop - measured.start)
                summary = _summary(known[measured], missing)
                yield from ((period, platform, agency, measure, *summary) for platform in platforms)


def _between(days: NDArray[np.int64], span: list[int]) -> slice:
    """The posts from the first to the last day of a period; `days` is in order."""
    return slice(int(np.searchsorted(days, span[0], "left")), int(np.searchsorted(days, span[1], "right")))


def _summary(known: NDArray[np.float64], missing: int) -> tuple[int, int, float | None, float | None, float | None]:
    if not len(known):
        return 0, missing, None, None, None
    middle, low, high = median_interval(known)
    return len(known), missing, round(middle, 9), _rounded(low), _rounded(high)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 9)
