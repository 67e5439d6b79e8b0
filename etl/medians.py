"""warehouse.agency_median: medians of posts with their 90 % interval, per period, platform and unit."""

from collections.abc import Iterator

import duckdb
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from measures.intervals import median_interval

MEASURES = ("interactions", "rate_by_reach", "rate_by_followers", "rate_by_views", "overperformance")
COLUMNS = """period varchar, platform varchar, agency_code varchar, measure varchar, posts_measured bigint,
    posts_missing bigint, median double, low double, high double"""
EPOCH = np.datetime64("1970-01-01")
ALL_PLATFORMS = "semua"


def agency_medians(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    con.execute(f"create or replace table warehouse.agency_median ({COLUMNS})")
    periods = con.execute("select period, starts_on, ends_on from warehouse.period order by period").df()
    posts = con.execute(
        """
        select m.agency_code, m.platform, m.published_on, m.interactions::double as interactions, m.rate_by_reach,
            m.rate_by_followers, m.rate_by_views, s.overperformance
        from warehouse.post_measure as m
        left join warehouse.post_score as s using (post_id)
        where m.agency_code is not null and m.published_on is not null
        order by m.agency_code, m.published_on"""
    ).df()
    rows = list(_medians(posts, periods))
    if rows:
        frame = pd.DataFrame(
            rows,
            columns=["period", "platform", "agency_code", "measure", "n", "missing", "mid", "low", "high"],
        )
        con.register("medians", frame)
        con.execute("insert into warehouse.agency_median select * from medians")
        con.unregister("medians")


def _medians(posts: pd.DataFrame, periods: pd.DataFrame) -> Iterator[tuple]:
    for agency, own in posts.groupby("agency_code", sort=True):
        platforms = sorted(own["platform"].unique())
        yield from _of_platform(str(agency), ALL_PLATFORMS, own, periods)
        for platform in platforms:
            chosen = own if len(platforms) == 1 else own[own["platform"] == platform]
            yield from _of_platform(str(agency), platform, chosen, periods)


def _of_platform(agency: str, platform: str, posts: pd.DataFrame, periods: pd.DataFrame) -> Iterator[tuple]:
    days = posts["published_on"].to_numpy()
    values = {measure: posts[measure].to_numpy(dtype=float, na_value=np.nan) for measure in MEASURES}
    for period, starts_on, ends_on in periods.itertuples(index=False):
        first, last = np.searchsorted(days, [np.datetime64(starts_on), np.datetime64(ends_on)], "left")
        last = np.searchsorted(days, np.datetime64(ends_on), "right")
        if last > first:
            for measure in MEASURES:
                yield period, platform, agency, measure, *_summary(values[measure][first:last])


def _summary(values: NDArray[np.float64]) -> tuple[int, int, float | None, float | None, float | None]:
    known = values[~np.isnan(values)]
    if not len(known):
        return 0, len(values), None, None, None
    middle, low, high = median_interval(known)
    return len(known), len(values) - len(known), round(middle, 9), _rounded(low), _rounded(high)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 9)
