"""warehouse.reach_estimate: how many people a post of an account usually reaches, as known at a moment.

Asked for the accounts that carried a message, at its moment, and for every account of today, now.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from etl.graph import tables_read
from etl.people_region import filled, known, tier_number
from measures.cascade.estimate import estimated, followers_on, medians_before, typical
from measures.cascade.reach import TIERS

Floats = NDArray[np.float64]
COLUMNS = """message_id varchar, account_id varchar, followers double, ratio double, reach double,
    reach_basis varchar"""
ACCOUNTS = """
    select account_id, row_number() over (order by account_id) - 1 as place
    from (select distinct account_id from warehouse.account_unit)"""
OWNERSHIP = f"""
    select a.place, u.tier, u.valid_from - date '1970-01-01' as starts, u.valid_until - date '1970-01-01' as ends
    from warehouse.account_unit as u join ({ACCOUNTS}) as a using (account_id)
    order by a.place, starts"""
FOLLOWERS = f"""
    select a.place, f.day - date '1970-01-01' as day, f.followers
    from warehouse.follower_day as f join ({ACCOUNTS}) as a using (account_id)
    where f.day = f.reported_on
    order by a.place, day"""
PAST = f"""
    with
        reached as (
            select
                a.place, p.post_id, p.published_on - date '1970-01-01' as day, p.reach::double as reach,
                epoch_us(coalesce(
                    p.published_at, timezone('Asia/Jakarta', cast(p.published_on as timestamp) + interval 12 hour)
                )) as moment
            from warehouse.post as p join ({ACCOUNTS}) as a using (account_id)
            where p.reach is not null and p.published_on is not null
        )
    select place, moment, day, reach from reached order by place, moment, post_id"""
ASKED = f"""
    with
        asked as (
            select s.message_id, s.account_id, s.tier, m.published_at as moment,
                cast(timezone('Asia/Jakarta', s.carried_at) as date) as day
            from warehouse.message_sender as s join warehouse.message as m using (message_id)
            where s.reach is null
            union all
            select null, u.account_id, u.tier, c.data_as_of, c.today
            from warehouse.account_unit as u
            join warehouse.clock as c on c.today >= u.valid_from and c.today < u.valid_until
        )
    select q.message_id, q.account_id, q.tier, a.place, epoch_us(q.moment) as moment,
        q.day - date '1970-01-01' as day,
        cast(timezone('Asia/Jakarta', q.moment) as date) - date '1970-01-01' as moment_day
    from asked as q join ({ACCOUNTS}) as a using (account_id)
    order by q.message_id, q.account_id"""
READS = frozenset[str]().union(*map(tables_read, (OWNERSHIP, FOLLOWERS, PAST, ASKED)))
NONE = (np.zeros(0, np.int64), np.zeros(0))
Reports = dict[int, tuple[NDArray, NDArray]]  # account -> days and numbers of followers


@dataclass(frozen=True)
class Usual:
    """What is usual at each moment (m): reach per follower and reach, of accounts (a, m) and of tiers (t, m)."""

    ratio: Floats
    reach: Floats
    tier_ratio: Floats
    tier_reach: Floats


def reach_estimates(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    if not con.execute("select 1 from warehouse.message limit 1").fetchall():  # then no post is looked at
        con.execute(f"create or replace table warehouse.reach_estimate ({COLUMNS})")
        return
    asked = con.sql(ASKED).to_arrow_table()
    reports = {place: (days, counts) for place, days, counts in _by_account(con.sql(FOLLOWERS).to_arrow_table())}
    moments, first, column = np.unique(asked["moment"].to_numpy(), return_index=True, return_inverse=True)
    usual = _usual(con, reports, moments, asked["moment_day"].to_numpy()[first], limits["reach"])
    filled(con, "reach_estimate", COLUMNS, _answered(asked, column, reports, usual))


def _by_account(table: pa.Table) -> Iterator[tuple]:
    """The number of each account and its part of the other columns, from a table in order of `place`."""
    places, *columns = (table[name].to_numpy() for name in table.column_names)
    found, starts = np.unique(places, return_index=True)
    for place, start, end in zip(found.tolist(), starts, np.append(starts, len(places))[1:], strict=True):
        yield place, *(column[start:end] for column in columns)


def _usual(con: duckdb.DuckDBPyConnection, reports: Reports, moments: NDArray, days: NDArray, limits: dict) -> Usual:
    size = (int(con.execute(f"select count(*) from ({ACCOUNTS})").fetchall()[0][0]), len(moments))
    window, minimum = int(limits["window_posts"]), int(limits["minimum_posts"])
    ratio, reach = np.full(size, np.nan), np.full(size, np.nan)
    for place, at, day, reached in _by_account(con.sql(PAST).to_arrow_table()):
        reach[place] = medians_before(at, reached, moments, window, minimum)
        audience = followers_on(*reports.get(place, NONE), day)
        known = np.flatnonzero(audience > 0)
        ratio[place] = medians_before(at[known], reached[known] / audience[known], moments, window, minimum)
    of_tier = _tiers(con, size, days)
    tier_ratio, tier_reach = (
        np.array([typical(np.where(of_tier == number, values, np.nan)) for number in range(len(TIERS))])
        for values in (ratio, reach)
    )
    return Usual(ratio, reach, tier_ratio, tier_reach)


def _tiers(con: duckdb.DuckDBPyConnection, size: tuple[int, int], days: NDArray) -> NDArray[np.int64]:
    """The number of the tier (a, m) of each account's owner on the day of each moment; -1 without an owner."""
    tiers = np.full(size, -1)
    for place, tier, starts, ends in con.execute(OWNERSHIP).fetchall():
        tiers[place, (days >= starts) & (days < ends)] = TIERS.index(tier)
    return tiers


def _answered(asked: pa.Table, column: NDArray, reports: Reports, usual: Usual) -> pa.Table:
    place, day = asked["place"].to_numpy(), asked["day"].to_numpy()
    tier = tier_number(asked)
    audience = np.full(len(place), np.nan)
    for each in np.unique(place).tolist():
        audience[place == each] = followers_on(*reports.get(each, NONE), day[place == each])
    own_ratio, own_reach = usual.ratio[place, column], usual.reach[place, column]
    of_tier = [np.where(tier >= 0, of[tier, column], np.nan) for of in (usual.tier_ratio, usual.tier_reach)]
    reach = estimated(audience, own_ratio, own_reach, *of_tier)
    by_own = ~np.isnan(audience * own_ratio)
    is_own = by_own | (np.isnan(audience) & ~np.isnan(own_reach))
    ratio = np.where(by_own, own_ratio, np.where(is_own | np.isnan(audience), np.nan, of_tier[0]))
    basis = np.select([np.isnan(reach), is_own], ["unknown", "account"], "tier")
    numbers = {"followers": audience, "ratio": ratio, "reach": reach}
    columns = {name: known(values) for name, values in numbers.items()} | {"reach_basis": pa.array(basis)}
    return pa.table({name: asked[name] for name in ("message_id", "account_id")} | columns)
