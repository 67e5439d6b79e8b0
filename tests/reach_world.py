"""A small regency in text tables, through every model and judgement between what carried a message and its people."""

import duckdb

from etl.graph import models, ordered
from etl.judge import JUDGES, judgements
from etl.warehouse import MACROS, SCHEMAS
from tests.models import create, shapes

LIMITS = {"reach": {"window_posts": 100, "minimum_posts": 2}}
MADE = (
    "warehouse.tier_local", "warehouse.village", "warehouse.audience_local", "warehouse.message_sender",
    "warehouse.reach_estimate", "warehouse.message_account", "warehouse.village_people", "warehouse.message_village",
    "warehouse.next_node", "marts.message_reach", "marts.message_village", "marts.next_node",
)  # fmt: skip
# 0.8 of the people are online: 1,000, 3,000, 4,000, and nobody knows
REGIONS = """
    code          | name              | level     | parent_code | population
    35.18         | Kabupaten Nganjuk | kabupaten | 35          | 10000
    35.18.01      | Sawahan           | kecamatan | 35.18       | 5000
    35.18.02      | Ngetos            | kecamatan | 35.18       | 5000
    35.18.01.2001 | Bendolo           | desa      | 35.18.01    | 1250
    35.18.01.1002 | Payaman           | kelurahan | 35.18.01    | 3750
    35.18.02.2001 | Klodan            | desa      | 35.18.02    | 5000
    35.18.02.2002 | Ngetos            | desa      | 35.18.02    | """
SETTING = """
    internet_share | local_share_regency | local_share_agency | local_share_kecamatan | local_share_village | kecamatan_own | village_own | sainsbury | indirect_share
    0.8            | 0.8                 | 0.5                | 1                     | 1                   | 0.8           | 0.85        | 0.95      | 0.3"""  # noqa: E501
UNITS = """
    account_id      | agency_code         | tier      | kecamatan_code | village_code  | valid_from | valid_until
    instagram:kab   | PEMKAB              | regency   |                |               | 2000-01-01 | 2100-01-01
    instagram:dinas | DINKES              | agency    |                |               | 2000-01-01 | 2100-01-01
    instagram:camat | KEC-SAWAHAN         | kecamatan | 35.18.01       |               | 2000-01-01 | 2100-01-01
    instagram:desa  | DESA-35.18.01.2001  | village   | 35.18.01       | 35.18.01.2001 | 2000-01-01 | 2100-01-01
    instagram:jauh  | DESA-35.18.02.2001  | village   | 35.18.02       | 35.18.02.2001 | 2000-01-01 | 2100-01-01"""
AGENCIES = """
    agency_code        | name     | village_code
    PEMKAB             | Kab      |
    DINKES             | Dinkes   |
    KEC-SAWAHAN        | Sawahan  |
    DESA-35.18.01.2001 | Bendolo  | 35.18.01.2001
    DESA-35.18.02.2001 | Klodan   | 35.18.02.2001"""
MESSAGE = """
    message_id    | published_at     | published_on | is_withdrawn
    instagram:m1  | 2026-06-10 08:00 | 2026-06-10   | false"""
ORIGINAL = """
    message_id   | post_id      | account_id    | platform  | published_at
    instagram:m1 | instagram:m1 | instagram:kab | instagram | 2026-06-10 08:00"""
CARRIED = """
    message_id   | repost_id    | post_id      | account_id      | agency_code        | tier      | kecamatan_code | village_code  | carried_at       | method
    instagram:m1 | instagram:k1 | instagram:k1 | instagram:camat | KEC-SAWAHAN        | kecamatan | 35.18.01       |               | 2026-06-10 12:00 | text
    instagram:m1 | instagram:d1 | instagram:d1 | instagram:desa  | DESA-35.18.01.2001 | village   | 35.18.01       | 35.18.01.2001 | 2026-06-11 08:00 | text"""  # noqa: E501
# the case worked out by hand in test_reach.py: 2,000, 1,000 and 500 people
POSTS = """
    post_id      | account_id      | platform  | published_at     | published_on | reach
    instagram:m1 | instagram:kab   | instagram | 2026-06-10 08:00 | 2026-06-10   | 2000
    instagram:k1 | instagram:camat | instagram | 2026-06-10 12:00 | 2026-06-10   | 1000
    instagram:d1 | instagram:desa  | instagram | 2026-06-11 08:00 | 2026-06-11   | 500"""
CLOCK = """
    data_as_of       | today
    2026-06-20 08:00 | 2026-06-20"""
GIVEN = {
    "reference.region": REGIONS, "reference.reach_setting": SETTING, "warehouse.account_unit": UNITS,
    "warehouse.unit": AGENCIES, "warehouse.agency": "", "warehouse.message": MESSAGE, "warehouse.clock": CLOCK,
    "warehouse.message_post": ORIGINAL, "warehouse.repost": CARRIED, "warehouse.post": POSTS,
}  # fmt: skip


def people_of(**changed: str) -> duckdb.DuckDBPyConnection:
    """Every table of `MADE` in a warehouse of the tables above; `changed` names them as `warehouse_post`."""
    tables = GIVEN | {name.replace("_", ".", 1): text for name, text in changed.items()}
    nodes = [node for node in ordered(models() + judgements()) if node.name in MADE]
    con = duckdb.connect()
    con.execute("set TimeZone = 'Asia/Jakarta'")
    con.execute("".join(f"create schema {schema};" for schema in SCHEMAS) + MACROS)
    for table in sorted({read for node in nodes for read in node.reads} - {*MADE}):
        create(con, table, shapes()[table], tables.get(table, ""))
    for node in nodes:
        make(con, node.name, node.sql)
    return con


def make(con: duckdb.DuckDBPyConnection, name: str, sql: str) -> None:
    if sql:
        con.execute(f"create or replace table {name} as {sql}")
    else:
        JUDGES[name](con, LIMITS, True)


def rows(con: duckdb.DuckDBPyConnection, sql: str, **said: object) -> list[tuple]:
    return con.execute(sql, said or None).fetchall()
