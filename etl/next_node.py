"""warehouse.next_node: the accounts that have not carried a message and would add the most people if they did."""

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from etl.graph import tables_read
from etl.people_region import VILLAGES, Region, filled, floats, number_in, region, runs
from measures.cascade.next_node import Candidates, candidates, next_best
from measures.cascade.reach import Overlap, shares

BEST = 5
NEXT = """message_id varchar, place integer, account_id varchar, agency_code varchar, tier varchar, reach double,
    reach_basis varchar, people_added bigint, villages_added integer"""
CANDIDATES = """
    select
        u.account_id, u.agency_code, u.tier, u.kecamatan_code, u.village_code, e.reach, e.reach_basis,
        e.reach * coalesce(l.local_share, d.local_share) as local
    from warehouse.account_unit as u
    join warehouse.clock as c on c.today >= u.valid_from and c.today < u.valid_until
    join warehouse.reach_estimate as e on e.message_id is null and e.account_id = u.account_id
    join warehouse.tier_local as d on d.tier = u.tier
    left join warehouse.audience_local as l on l.account_id = u.account_id
    where u.tier <> 'regency' and e.reach is not null
    order by u.account_id"""
SPREAD = """
    select v.message_id, v.state = 'none' as is_unreached, v.low, v.point, v.high
    from warehouse.message_village as v
    join warehouse.message as m using (message_id)
    where not m.is_withdrawn
    order by v.message_id, v.village_code"""
CARRIED = "select message_id, account_id from warehouse.message_sender order by message_id, account_id"
READS = frozenset[str]().union(*map(tables_read, (SPREAD, CANDIDATES, CARRIED, VILLAGES)))


def next_nodes(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    spread, accounts, here = con.sql(SPREAD).to_arrow_table(), con.sql(CANDIDATES).to_arrow_table(), region(con)
    senders = here.senders(accounts, floats(accounts, "local"))
    share = shares(senders, here.placed(senders), here.ground)
    known = candidates(share, senders.village, here.ground.online)
    carried = _carried(con, accounts)
    found = []
    for run in runs(spread):
        message = spread["message_id"][run.start].as_py()
        is_free = np.ones(len(share), bool)
        is_free[carried.get(message, [])] = False
        best = _best(here, spread.slice(run.start, run.stop - run.start), known, is_free)
        found += [(message, place, *each) for place, each in enumerate(best, 1)]
    filled(con, "next_node", NEXT, _rows(found, accounts))


def _carried(con: duckdb.DuckDBPyConnection, accounts: pa.Table) -> dict[str, NDArray[np.int64]]:
    """The numbers of the accounts that carried each message."""
    table = con.sql(CARRIED).to_arrow_table()
    number = number_in(table["account_id"], accounts["account_id"].combine_chunks())
    return {table["message_id"][run.start].as_py(): number[run][number[run] >= 0] for run in runs(table)}


def _best(here: Region, before: pa.Table, known: Candidates, is_free: NDArray[np.bool_]) -> list[tuple[int, int, int]]:
    overlap = Overlap(*(floats(before, name) for name in ("low", "point", "high")))
    unreached = before["is_unreached"].to_numpy().astype(bool)
    shares_of = here.settings["sainsbury"], here.settings["indirect_share"]
    return next_best(overlap, known, here.ground.online, unreached, is_free, *shares_of, count=BEST)


def _rows(found: list[tuple], accounts: pa.Table) -> pa.Table:
    message, place, number, people, villages = zip(*found, strict=True) if found else ((),) * 5
    named = accounts.select(["account_id", "agency_code", "tier", "reach", "reach_basis"])
    rows = named.take(pa.array(number, pa.int64()))
    for name, values in (("place", place), ("people_added", people), ("villages_added", villages)):
        rows = rows.append_column(name, pa.array(values, pa.int64()))
    return rows.append_column("message_id", pa.array(message, pa.string()))
