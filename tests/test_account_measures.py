"""What is measured of a unit's accounts month by month: cases worked out by hand."""

import pytest

from tests.instance import ACCOUNTS, Instance, instagram, post
from tests.judged import judged
from tests.models import run_model

OWNED = "account_id | agency_code | valid_from | valid_until \n"


def spans(records: str, expect: str, files: str = "") -> None:
    """`account_id | file_sha256 | published_on | observed_at` to the spans of days that files list."""
    run_model(
        "warehouse.account_span",
        given={
            "staging.post_record": "account_id | file_sha256 | part | published_on | observed_at \n"
            + "\n".join("{} | {} | x | {} | {}".format(*row.split(" | ")) for row in records.strip().splitlines()),
            "warehouse.file_account": "file_sha256 | part | account_id \n" + files,
            "warehouse.clock": "today \n 2026-06-30",
        },
        expect="account_id | starts_on | ends_on \n" + expect,
    )


def test_an_export_lists_all_days_from_its_oldest_post_to_its_own():
    rows = "a | f | 2026-06-03 | 2026-06-10 20:00 \n a | f | 2026-06-05 | 2026-06-10 20:00"
    spans(rows, "a | 2026-06-03 | 2026-06-10")


def test_exports_that_meet_are_one_span_and_a_hole_between_them_is_none():
    rows = """a | f | 2026-06-01 | 2026-06-05 08:00
        a | g | 2026-06-06 | 2026-06-08 08:00
        a | h | 2026-06-12 | 2026-06-20 08:00
        a | i | 2026-06-13 | 2026-06-15 08:00"""
    spans(rows, "a | 2026-06-01 | 2026-06-08 \n a | 2026-06-12 | 2026-06-20")


def test_the_owner_of_a_shared_post_is_not_covered_by_the_partners_file():
    rows = "a | f | 2026-06-01 | 2026-06-05 08:00 \n b | f | 2026-06-02 | 2026-06-05 08:00"
    spans(rows, "a | 2026-06-01 | 2026-06-05", files="f | x | a")
    spans(rows, "a | 2026-06-01 | 2026-06-05 \n b | 2026-06-02 | 2026-06-05")


def test_nothing_after_the_newest_data_is_covered():
    spans("a | f | 2026-06-25 | 2026-07-09 08:00", "a | 2026-06-25 | 2026-06-30")


def test_a_unit_is_covered_month_by_month_while_it_owns_an_account_with_data():
    run_model(
        "warehouse.unit_span",
        given={
            "warehouse.account_span": """
            account_id | starts_on  | ends_on
            a          | 2026-05-20 | 2026-06-10
            b          | 2026-06-08 | 2026-06-15
            c          | 2026-06-20 | 2026-06-25""",
            "warehouse.account_ownership": OWNED
            + "a | U | 2026-01-01 | 9999-12-31 \n b | U | 2026-01-01 | 9999-12-31 \n"
            + "c | U | 2026-01-01 | 2026-06-22 \n c | V | 2026-06-22 | 9999-12-31",
            "warehouse.months": "month \n 2026-05-01 \n 2026-06-01",
        },
        expect="""
            agency_code | month      | starts_on  | ends_on
            U           | 2026-05-01 | 2026-05-20 | 2026-05-31
            U           | 2026-06-01 | 2026-06-01 | 2026-06-15
            U           | 2026-06-01 | 2026-06-20 | 2026-06-21
            V           | 2026-06-01 | 2026-06-22 | 2026-06-25""",
    )


def test_gaps_are_those_within_covered_days_with_the_silence_at_both_ends():
    run_model(
        "warehouse.unit_activity",
        given={
            "warehouse.unit_span": """
            agency_code | month      | starts_on  | ends_on
            U           | 2026-06-01 | 2026-06-01 | 2026-06-10
            U           | 2026-06-01 | 2026-06-20 | 2026-06-30
            V           | 2026-06-01 | 2026-06-05 | 2026-06-18""",
            "warehouse.agency_day": """
            agency_code | platform | day        | posts
            U           | x        | 2026-06-04 | 1
            U           | y        | 2026-06-04 | 2
            U           | x        | 2026-06-15 | 9
            U           | x        | 2026-06-23 | 1""",
        },
        expect="""
            agency_code | month      | covered_days | posts | longest_gap
            U           | 2026-06-01 | 21           | 4     | 7
            V           | 2026-06-01 | 14           | 0     | 14""",
    )


def test_a_post_is_a_units_own_unless_it_carries_a_message_or_copies_an_original():
    run_model(
        "warehouse.own_text",
        given={
            "warehouse.post_text": "post_id | caption_key \n o | 1 \n copy | 1 \n own | 2 \n carried | 3",
            "warehouse.post_measure": """
            post_id | agency_code | published_on
            o       | PEMKAB      | 2026-06-01
            copy    | DINKES      | 2026-06-30
            own     | DINKES      | 2026-07-01
            carried | DINKES      | 2026-07-02""",
            "warehouse.message_post": "message_id | post_id \n o | o",
            "warehouse.repost": "message_id | repost_id | post_id \n o | carried | carried \n o | r | ",
        },
        expect="""
            post_id | agency_code | month      | is_original
            o       | PEMKAB      | 2026-06-01 | true
            copy    | DINKES      | 2026-06-01 | false
            own     | DINKES      | 2026-07-01 | true
            carried | DINKES      | 2026-07-01 | false""",
    )


def test_what_cannot_be_decided_counts_on_neither_side():
    run_model(
        "warehouse.unit_count",
        given={
            "warehouse.comment_answer": """
            comment_id | agency_code | asked_on   | is_in_time
            1          | U           | 2026-06-01 | true
            2          | U           | 2026-06-30 | false
            3          | U           | 2026-06-30 |
            4          |             | 2026-06-30 | true
            5          | V           | 2026-06-30 | """,
            "warehouse.own_text": """
            post_id | agency_code | month      | is_original
            p       | U           | 2026-06-01 | true
            q       | U           | 2026-06-01 | false""",
        },
        expect="""
            agency_code | month      | measure        | numerator | denominator
            U           | 2026-06-01 | answered_share | 1         | 2
            U           | 2026-06-01 | original_share | 1         | 2""",
    )


def test_the_least_unique_fifth_is_told_apart_only_among_five_units():
    codes = [f"{group}{number}" for group, units in (("D", 6), ("K", 4)) for number in range(units)]
    run_model(
        "warehouse.uniqueness_peer",
        given={
            "warehouse.unit_uniqueness": "month | agency_code | uniqueness \n"
            + "\n".join(f"2026-06-01 | {code} | {0.5 + int(code[1]) / 10}" for code in codes)
            + "\n2026-06-01 | D9 | ",
            "warehouse.agency": "agency_code | peer_group \n"
            + "\n".join(f"{code} | {'dinas' if code[0] == 'D' else 'kecamatan'}" for code in [*codes, "D9"]),
        },
        expect="""
            peer_group | p20 | median | units
            dinas      | 0.6 | 0.75   | 6
            kecamatan  |     | 0.65   | 4""",
    )


def test_every_measure_has_its_value_interval_and_counts():
    judged(
        "warehouse.account_measure",
        """
        agency_code | month      | measure        | value  | low    | high   | numerator | denominator
        U           | 2026-06-01 | answered_share | 0.8    | 0.6216 | 0.9069 | 16        | 20
        U           | 2026-06-01 | longest_gap    | 9      |        |        |           | 21
        U           | 2026-06-01 | uniqueness     | 0.75   |        |        |           | 8
        U           | 2026-06-01 | weekly_posts   | 1.3333 |        |        | 4         | 21
        V           | 2026-06-01 | uniqueness     |        |        |        |           | 3
        """,
        unit_activity="""
        agency_code | month      | covered_days | posts | longest_gap
        U           | 2026-06-01 | 21           | 4     | 9
        V           | 2026-06-01 | 6            | 5     | 1""",
        unit_count="""
        agency_code | month      | measure        | numerator | denominator
        U           | 2026-06-01 | answered_share | 16        | 20""",
        unit_uniqueness="""
        agency_code | month      | uniqueness | texts
        U           | 2026-06-01 | 0.75       | 8
        V           | 2026-06-01 |            | 3""",
    )


def test_event_hours_are_the_median_of_events_with_a_time_and_emergencies_stand_alone_too():
    judged(
        "warehouse.account_measure",
        """
        agency_code | month      | measure         | value | low | high | numerator | denominator
        U           | 2026-06-01 | emergency_hours | 2     |     |      | 1         | 2
        U           | 2026-06-01 | event_hours     | 4     | 2   | 30   | 5         | 6
        V           | 2026-06-01 | event_hours     |       |     |      | 0         | 1
        """,
        incident_post="""
        incident_id | agency_code | happened_on | is_emergency | hours | is_open
        1           | U           | 2026-06-01  | true         | 2     | false
        2           | U           | 2026-06-02  | false        | 3     | false
        3           | U           | 2026-06-03  |              | 4     | false
        4           | U           | 2026-06-04  | false        | 5     | false
        5           | U           | 2026-06-05  | false        | 30    | false
        6           | U           | 2026-06-06  | true         |       | false
        7           | U           | 2026-06-29  | true         |       | true
        8           | U           | 2026-07-29  | true         |       | false
        9           | V           | 2026-06-06  | false        |       | false
        10          |             | 2026-06-06  | false        | 1     | false""",
        clock="data_as_of | today \n 2026-06-30 08:00 | 2026-06-30",
    )


@pytest.mark.parametrize(
    "exported_at, weekly", [("2026-06-15T08:00", (2.0, 4, 14)), ("2026-07-10T08:00", (0.9655, 4, 29))]
)
def test_the_current_month_counts_its_elapsed_days_only(tmp_path, exported_at, weekly):
    """The first post is of 2 June in WIB; an export of July covers June to its end."""
    owner = "instagram,dinkes_contoh,17841400000000101,Dinkes (contoh),DINKES,2026-01-01,,\n"
    posts = [post(number, Publish_time=f"06/0{number}/2026 19:00") for number in range(1, 5)]
    here = Instance(tmp_path).refer("accounts.csv", ACCOUNTS + owner)
    here.up_to_date(instagram(tmp_path / "a.csv", *posts), "--exported-at", exported_at)
    sql = "select value, numerator, denominator from warehouse.account_measure"
    assert here.ask(f"{sql} where measure = 'weekly_posts' and month = '2026-06-01'") == [weekly]
