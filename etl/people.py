"""warehouse.message_account and village_people: where the reach of a message falls, and how many people that is."""

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from etl.graph import tables_read
from etl.people_region import VILLAGES, Region, filled, floats, known, region, runs
from measures.cascade.reach import Overlap, Placement, Senders, head_count, overlapped, shares

ACCOUNT = """message_id varchar, account_id varchar, agency_code varchar, tier varchar, kecamatan_code varchar,
    village_code varchar, post_id varchar, reach double, reach_basis varchar, followers double, ratio double,
    local_share double, local_basis varchar, p_everywhere double, p_kecamatan double, p_village double"""
VILLAGE = """message_id varchar, village_code varchar, low double, point double, high double, people_low bigint,
    people_point bigint, people_high bigint"""
PARTS = ("p_everywhere", "p_kecamatan", "p_village")
SENDERS = """
    select
        s.message_id, s.account_id, s.agency_code, s.tier, s.kecamatan_code, s.village_code, s.post_id,
        coalesce(s.reach, e.reach) as reach,
        case when s.reach is not null then 'reported' else coalesce(e.reach_basis, 'unknown') end as reach_basis,
        e.followers, e.ratio, coalesce(l.local_share, d.local_share) as local_share,
        case when l.local_share is not null then 'audience' when d.local_share is not null then 'default' end
            as local_basis
    from warehouse.message_sender as s
    left join warehouse.reach_estimate as e on e.message_id = s.message_id and e.account_id = s.account_id
    left join warehouse.audience_local as l on l.account_id = s.account_id
    left join warehouse.tier_local as d on d.tier = s.tier
    order by s.message_id, s.account_id"""
PLACED = """
    select
        message_id, tier, kecamatan_code, village_code, reach * local_share as local, p_everywhere, p_kecamatan,
        p_village
    from warehouse.message_account order by message_id, account_id"""
ACCOUNT_READS = tables_read(SENDERS) | tables_read(VILLAGES)
VILLAGE_READS = tables_read(PLACED) | tables_read(VILLAGES)


def message_accounts(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    table = con.sql(SENDERS).to_arrow_table()
    here = region(con)
    found = here.placed(here.senders(table, floats(table, "reach") * floats(table, "local_share")))
    for name, part in zip(PARTS, (found.everywhere, found.in_kecamatan, found.in_village), strict=True):
        table = table.append_column(name, known(part))
    filled(con, "message_account", ACCOUNT, table)


def village_people(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    """One row per message and village where people online and the reach of any account are known."""
    table, here = con.sql(PLACED).to_arrow_table(), region(con)
    senders = here.senders(table, floats(table, "local"))
    placement = Placement(*(floats(table, part) for part in PARTS))
    found = [(table["message_id"][run.start].as_py(), _overlap(here, senders, placement, run)) for run in runs(table)]
    filled(con, "village_people", VILLAGE, _people(here, [name for name, _ in found], [each for _, each in found]))


def _overlap(here: Region, senders: Senders, placement: Placement, run: slice) -> Overlap:
    those = Senders(senders.local[run], senders.tier[run], senders.kecamatan[run], senders.village[run])
    parts = (placement.everywhere[run], placement.in_kecamatan[run], placement.in_village[run])
    return overlapped(shares(those, Placement(*parts), here.ground), here.settings["sainsbury"])


def _people(here: Region, messages: list[str], found: list[Overlap]) -> pa.Table:
    stacked = {name: _stacked([getattr(each, name) for each in found]) for name in ("low", "point", "high")}
    online = np.tile(here.ground.online, len(found))
    columns = {
        "message_id": np.repeat(np.array(messages, object), len(here.villages)),
        "village_code": pa.concat_arrays([here.villages] * len(found)) if found else here.villages[:0],
        **{name: known(share) for name, share in stacked.items()},
        **{f"people_{name}": known(head_count(share, online)) for name, share in stacked.items()},
    }
    return pa.table(columns).filter(pa.array(~np.isnan(stacked["low"])))


def _stacked(parts: list[NDArray[np.float64]]) -> NDArray[np.float64]:
    return np.concatenate(parts) if parts else np.zeros(0)
