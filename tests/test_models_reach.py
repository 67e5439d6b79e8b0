"""The models around people reached: villages, audiences, senders, and the state of each village."""

import pytest

from tests.models import run_model
from tests.reach_world import REGIONS, SETTING

TOWNS = "file_sha256 | part | record | dimension | member | share | observed_at | account_id"
UNITS = """
    account_id     | agency_code        | tier    | village_code  | kecamatan_code | valid_from | valid_until
    instagram:desa | DESA-35.18.01.2001 | village | 35.18.01.2001 | 35.18.01       | 2000-01-01 | 2026-06-12
    instagram:desa | DINKES             | agency  |               |                | 2026-06-12 | 2100-01-01
    instagram:kab  | PEMKAB             | regency |               |                | 2000-01-01 | 2100-01-01"""
ORIGINALS = """
    message_id | post_id | account_id    | published_at
    m1         | m1      | instagram:kab | 2026-06-10 08:00"""


def test_people_online_are_whole_and_unknown_where_the_population_is():
    run_model(
        "warehouse.village",
        given={
            "reference.region": REGIONS.replace("| 1250", "| 1253"),
            "reference.reach_setting": SETTING,
            "warehouse.unit": "agency_code | village_code \n KEL-PAYAMAN | 35.18.01.1002",
        },
        expect="""
            village_code  | village_name | kecamatan_code | kecamatan_name | agency_code | population | online
            35.18.01.2001 | Bendolo      | 35.18.01       | Sawahan        |             | 1253       | 1002
            35.18.01.1002 | Payaman      | 35.18.01       | Sawahan        | KEL-PAYAMAN | 3750       | 3000
            35.18.02.2001 | Klodan       | 35.18.02       | Ngetos         |             | 5000       | 4000
            35.18.02.2002 | Ngetos       | 35.18.02       | Ngetos         |             |            | """,
    )


def local_share(member_shares: str, expect: str) -> None:
    lines = [f"a | | {number} | city | {line}" for number, line in enumerate(member_shares.strip().splitlines(), 1)]
    run_model(
        "warehouse.audience_local",
        given={"reference.region": REGIONS, "staging.audience_record": "\n".join([TOWNS, *lines])},
        expect=f"account_id | local_share \n {expect}" if expect else "account_id | local_share",
    )


@pytest.mark.parametrize(
    "town, share",
    [
        ("Nganjuk, Indonesia", 0.5),
        ("Nganjuk, Jawa Timur", 0.5),
        ("Kabupaten Nganjuk, East Java, Indonesia", 0.5),
        ("Nganjuk Regency", 0.5),
        ("Kec. Sawahan, Kab. Nganjuk", 0.5),
        ("NGETOS", 0.5),
        ("Kediri, Indonesia", 0),
        ("Sawahan, Surabaya, Jawa Timur", 0),
        ("Nganjukan, Indonesia", 0),
    ],
)
def test_towns_of_the_regency_are_told_from_others(town, share):
    local_share(f"{town} | 0.5 | 2026-06-01 08:00 | a", f"a | {share}")


def test_the_towns_of_the_regency_add_up():
    local_share(
        """
        Nganjuk, Indonesia | 0.5 | 2026-06-01 08:00 | a
        Sawahan, Indonesia | 0.2 | 2026-06-01 08:00 | a
        Kediri, Indonesia  | 0.1 | 2026-06-01 08:00 | a""",
        "a | 0.7",
    )


def test_an_audience_without_towns_or_numbers_says_nothing():
    local_share("Nganjuk, Indonesia | | 2026-06-01 08:00 | a", "")
    run_model(
        "warehouse.audience_local",
        given={
            "reference.region": REGIONS,
            "staging.audience_record": f"{TOWNS} \n a | | 1 | country | Indonesia | 0.9 | 2026-06-01 08:00 | a",
        },
        expect="account_id | local_share",
    )


def test_the_latest_table_of_towns_counts_alone():
    run_model(
        "warehouse.audience_local",
        given={
            "reference.region": REGIONS,
            "staging.audience_record": f"""{TOWNS}
                b |   | 1 | city | Nganjuk, Indonesia | 0.9 | 2026-05-01 08:00 | a
                a |   | 1 | city | Nganjuk, Indonesia | 0.4 | 2026-06-01 08:00 | a
                a |   | 2 | city | Kediri, Indonesia  | 0.3 | 2026-06-01 08:00 | a""",
        },
        expect="account_id | local_share \n a | 0.4",
    )


CARRIES = """
    message_id | repost_id | post_id | account_id     | agency_code        | tier    | kecamatan_code | village_code  | carried_at       | method
    m1         | d1        | d1      | instagram:desa | DESA-35.18.01.2001 | village | 35.18.01       | 35.18.01.2001 | 2026-06-10 09:00 | text
    m1         | d2        | d2      | instagram:desa | DESA-35.18.01.2001 | village | 35.18.01       | 35.18.01.2001 | 2026-06-11 09:00 | reported
    m1         | m1+camat  | m1      | instagram:camat | KEC-SAWAHAN       | kecamatan | 35.18.01     |               | 2026-06-10 08:00 | share
    m1         | r1        |         |                | DESA-35.18.02.2001 | village | 35.18.02       | 35.18.02.2001 | 2026-06-10 09:00 | offline
    m1         | r2        |         | instagram:jauh | DESA-35.18.02.2002 | village | 35.18.02       | 35.18.02.2002 | 2026-06-10 09:00 | reported"""  # noqa: E501


def test_an_account_speaks_once_with_its_best_known_reach_and_offline_has_none():
    run_model(
        "warehouse.message_sender",
        given={
            "warehouse.message_post": ORIGINALS,
            "warehouse.repost": CARRIES,
            "warehouse.account_unit": UNITS,
            "warehouse.post": """
                post_id | account_id     | reach
                m1      | instagram:kab  | 5000
                d1      | instagram:desa | 40
                d2      | instagram:desa | 70""",
        },
        expect="""
            message_id | account_id      | tier      | agency_code        | village_code  | post_id | reach
            m1         | instagram:kab   | regency   | PEMKAB             |               | m1      | 5000
            m1         | instagram:desa  | village   | DESA-35.18.01.2001 | 35.18.01.2001 | d2      | 70
            m1         | instagram:camat | kecamatan | KEC-SAWAHAN        |               | m1      |
            m1         | instagram:jauh  | village   | DESA-35.18.02.2002 | 35.18.02.2002 |         | """,
    )


def test_an_original_belongs_to_the_owner_of_its_day_and_an_account_of_no_one_has_no_place():
    run_model(
        "warehouse.message_sender",
        given={
            "warehouse.message_post": """
                message_id | post_id | account_id     | published_at
                m1         | m1      | instagram:desa | 2026-06-11 23:59
                m2         | m2      | instagram:desa | 2026-06-12 00:00
                m3         | m3      | instagram:lain | 2026-06-12 00:00
                m4         | m4      |                | 2026-06-12 00:00""",
            "warehouse.account_unit": UNITS,
        },
        expect="""
            message_id | account_id     | tier    | agency_code        | village_code
            m1         | instagram:desa | village | DESA-35.18.01.2001 | 35.18.01.2001
            m2         | instagram:desa | agency  | DINKES             |
            m3         | instagram:lain |         |                    | """,
    )


MESSAGES = """
    message_id | published_at     | published_on | is_withdrawn
    m1         | 2026-06-10 08:00 | 2026-06-10   | false"""
VILLAGES = """
    village_code  | kecamatan_code | population | online
    35.18.01.2001 | 35.18.01       | 1250       | 1000
    35.18.01.1002 | 35.18.01       | 3750       | 3000
    35.18.02.2001 | 35.18.02       | 5000       | 4000
    35.18.02.2002 | 35.18.02       |            | """
PEOPLE = """
    message_id | village_code  | low  | point  | high | people_low | people_point | people_high
    m1         | 35.18.01.2001 | 0.1  | 0.2999 | 0.4  | 100        | 300          | 400
    m1         | 35.18.01.1002 | 0.3  | 0.3    | 0.3  | 900        | 900          | 900
    m1         | 35.18.02.2001 | 0    | 0      | 0    | 0          | 0            | 0"""


def states(expect: str, **given: str) -> None:
    world = {"warehouse.message": MESSAGES, "warehouse.village": VILLAGES, "warehouse.village_people": PEOPLE}
    tables = {name.replace("_", ".", 1): text for name, text in given.items()}
    run_model("warehouse.message_village", world | {"reference.reach_setting": SETTING} | tables, expect)


def test_a_village_is_reached_by_its_own_channel_or_by_others_from_the_share_on_or_not():
    states(
        """
        village_code  | state    | carried_at             | method  | is_offline | online | point  | people_point
        35.18.01.2001 | own      | 2026-06-10 09:00:00+07 | text    | false      | 1000   | 0.2999 | 300
        35.18.01.1002 | indirect |                        |         | false      | 3000   | 0.3    | 900
        35.18.02.2001 | own      | 2026-06-10 09:00:00+07 | offline | true       | 4000   | 0      | 0
        35.18.02.2002 | none     |                        |         | false      |        |        | """,
        warehouse_repost="\n".join(CARRIES.splitlines()[:-1]),
    )


def test_a_village_whose_own_account_published_the_original_is_reached_by_itself():
    states(
        """
        village_code  | state    | has_account | is_offline
        35.18.01.2001 | own      | true        | false
        35.18.01.1002 | indirect | false       | false
        35.18.02.2001 | none     | false       | false
        35.18.02.2002 | none     | false       | false""",
        warehouse_message_post=ORIGINALS.replace(":kab ", ":desa"),
        warehouse_account_unit=UNITS,
    )


def test_blank_spots_and_accounts_are_those_of_the_day_of_the_message():
    states(
        """
        village_code  | is_blankspot | blank_note | has_account
        35.18.01.2001 | true         | bukit      | true
        35.18.01.1002 | false        |            | false
        35.18.02.2001 | true         | kecamatan  | false
        35.18.02.2002 | true         | desa       | false""",
        warehouse_account_unit=UNITS,
        reference_blank_spot="""
            region_code   | valid_from | valid_until | note
            35.18.01.2001 | 2026-06-10 | 2026-06-11  | bukit
            35.18.01.1002 | 2026-01-01 | 2026-06-10  | sudah ada menara
            35.18.02      | 2026-01-01 | 2100-01-01  | kecamatan
            35.18.02.2002 | 2026-01-01 | 2100-01-01  | desa""",
    )


def test_hours_count_from_the_message_to_the_first_carry_of_the_village():
    run_model(
        "marts.message_village",
        given={
            "warehouse.message": MESSAGES,
            "warehouse.village": VILLAGES,
            "warehouse.message_village": """
                message_id | village_code  | carried_at       | state
                m1         | 35.18.01.2001 | 2026-06-11 09:30 | own
                m1         | 35.18.01.1002 |                  | none""",
        },
        expect="village_code | hours \n 35.18.01.2001 | 25.5 \n 35.18.01.1002 | ",
    )
