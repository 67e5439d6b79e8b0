"""What pages are told of a message: its counts, its tiers, who carried it and through whom."""

from tests.models import run_model

CLOCK = "data_as_of \n 2026-06-09 08:00"
MESSAGES = """
    message_id | published_at     | deadline_at      | is_withdrawn
    a          | 2026-06-01 08:00 | 2026-06-03 08:00 | false
    b          | 2026-06-07 08:00 | 2026-06-09 08:01 | false
    c          | 2026-06-08 08:00 | 2026-06-10 08:00 | true
"""
SETTING = "early_hours \n 72"


def test_every_unit_is_counted_once_and_what_no_data_tell_is_counted_apart():
    run_model(
        "marts.message",
        given={
            "warehouse.message": MESSAGES, "warehouse.clock": CLOCK, "warehouse.message_setting": SETTING,
            "warehouse.duty_unit": """
                message_id | agency_code | tier      | status  | has_data
                a          | A           | agency    | on_time | true
                a          | B           | agency    | late    | true
                a          | C           | agency    | missing | true
                a          | D           | agency    | missing | false
                a          | E           | agency    | excused | true
                a          | F           | village   | exempt  | true
                a          | G           | kecamatan | missing | true
                a          | H           | kecamatan | missing | false
                a          | I           | kecamatan | exempt  | true
                b          | A           | agency    | open    | true
                b          | G           | kecamatan | open    | true
            """,
        },
        expect="""
            message_id | units_expected | units_on_time | units_late | units_missing | units_no_data | units_excused | units_exempt | units_open | kecamatan | kecamatan_silent
            a          | 6              | 1             | 1          | 2             | 2             | 1             | 2            | 0          | 2         | 1
            b          | 2              | 0             | 0          | 0             | 0             | 0             | 0            | 2          | 1         | 1
            c          | 0              | 0             | 0          | 0             | 0             | 0             | 0            | 0          | 0         | 0
        """,  # noqa: E501
    )  # fmt: skip


def test_the_latest_message_is_the_one_that_still_stands():
    run_model(
        "marts.message",
        given={"warehouse.message": MESSAGES, "warehouse.clock": CLOCK, "warehouse.message_setting": SETTING},
        expect="message_id | state | is_latest \n a | closed | false \n b | open | true \n c | withdrawn | false",
    )


def test_villages_are_counted_by_state_and_people_summed_over_them():
    run_model(
        "marts.message",
        given={
            "warehouse.message": "\n".join(MESSAGES.strip().splitlines()[:2]),
            "warehouse.clock": CLOCK,
            "warehouse.message_setting": SETTING,
            "warehouse.message_village": """
                message_id | village_code | state    | is_blankspot | carried_at       | online | people_low | people_point | people_high
                a          | 1            | own      | false        | 2026-06-04 08:00 | 100    | 10         | 20           | 30
                a          | 2            | own      | true         | 2026-06-04 08:01 | 100    | 10         | 20           | 30
                a          | 3            | indirect | false        |                  | 100    | 30         | 40           | 50
                a          | 4            | none     | true         |                  | 100    | 0          | 0            | 0
                a          | 5            | none     | false        |                  |        |            |              |
            """,  # noqa: E501
        },
        expect="""
            villages | villages_own | villages_own_early | villages_indirect | villages_none | villages_blank | online | people_point | people_left
            5        | 2            | 1                  | 1                 | 2             | 2              | 400    | 80           | 320
        """,  # noqa: E501
    )


def test_where_no_reach_is_known_people_stay_missing():
    run_model(
        "marts.message",
        given={
            "warehouse.message": "\n".join(MESSAGES.strip().splitlines()[:2]),
            "warehouse.clock": CLOCK,
            "warehouse.message_setting": SETTING,
            "warehouse.message_village": "message_id | village_code | state | online \n a | 1 | none | 100",
        },
        expect="villages | online | people_point | people_left \n 1 | 100 | | ",
    )


def test_a_tier_has_its_units_their_median_hours_and_its_accounts_children():
    run_model(
        "marts.message_tier",
        given={
            "warehouse.message": "message_id \n a",
            "warehouse.duty_unit": """
                message_id | agency_code | tier      | status  | hours
                a          | KEC         | kecamatan | on_time | 2
                a          | KEC2        | kecamatan | late    | 60
                a          | KEC3        | kecamatan | missing |
                a          | KEC4        | kecamatan | excused | 1
                a          | DESA        | village   | on_time | 5
            """,
            "warehouse.carrier": """
                message_id | account_id | tier      | parent_account_id
                a          | i:kec      | kecamatan | i:pemkab
                a          | f:kec      | kecamatan | f:pemkab
                a          | i:asing    |           | i:pemkab
                a          | i:desa     | village   | i:kec
            """,
        },
        expect="""
            tier      | expected | carried | on_time | median_hours | branching
            regency   | 0        | 0       | 0       |              | 3
            agency    | 0        | 0       | 0       |              |
            kecamatan | 3        | 2       | 1       | 31           | 0.5
            village   | 1        | 1       | 1       | 5            | 0
        """,
    )


def test_a_carry_names_its_parent_by_handle_and_by_its_unit_on_that_day():
    run_model(
        "marts.repost",
        given={
            "warehouse.message": MESSAGES,
            "warehouse.repost": """
                message_id | repost_id | post_id | account_id | agency_code | carried_at
                a          | i:1       | i:1     | i:desa     | DESA        | 2026-06-03 08:00
                a          | i:2       | i:2     | i:desa     | DESA        | 2026-06-03 08:01
            """,
            "warehouse.post": f"post_id | caption \n i:1 | {'x' * 500}",
            "warehouse.account": "account_id | handle \n i:desa | desa \n i:kec | kec",
            "warehouse.unit": "agency_code | name \n DESA | Desa \n KEC | Kecamatan \n LAMA | Lama",
            "warehouse.account_ownership": """
                account_id | agency_code | valid_from | valid_until
                i:kec      | LAMA        | 2026-01-01 | 2026-06-03
                i:kec      | KEC         | 2026-06-03 | 9999-12-31
            """,
            "warehouse.carrier": """
                message_id | account_id | repost_id | parent_account_id | parent_method | depth
                a          | i:desa     | i:1       | i:kec             | inferred      | 2
            """,
        },
        expect=f"""
            repost_id | account_handle | hours | is_late | excerpt | parent_handle | parent_agency_name | depth
            i:1       | desa           | 48    | false   | {"x" * 400} | kec       | Kecamatan          | 2
            i:2       | desa           | 48.0167 | true  |         |               |                    |
        """,
    )


def test_a_break_point_is_called_by_the_name_of_its_unit():
    run_model(
        "marts.break_point",
        given={
            "warehouse.break_point": "message_id | node_code | agency_code \n a | 35.18.01 | KEC \n a | 35.18 |",
            "warehouse.unit": "agency_code | name \n KEC | Kecamatan Sawahan",
        },
        expect="node_code | node_name \n 35.18.01 | Kecamatan Sawahan \n 35.18 | 35.18",
    )


def test_a_month_in_which_nothing_was_due_has_no_row():
    run_model(
        "marts.duty_month",
        given={
            "warehouse.duty_count": """
                agency_code | month      | due | on_time | late | missing
                DINKES      | 2026-05-01 | 0   | 0       | 0    | 0
                DINKES      | 2026-06-01 | 2   | 1       | 0    | 1
            """,
            "warehouse.unit": "agency_code | name | peer_group \n DINKES | Dinkes | dinas",
            "warehouse.duty_share": "on_time | due | share | low | high \n 1 | 2 | 0.5 | 0.12 | 0.88",
        },
        expect="agency_code | month | due | share | low | high \n DINKES | 2026-06-01 | 2 | 0.5 | 0.12 | 0.88",
    )
