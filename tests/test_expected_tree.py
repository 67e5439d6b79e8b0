"""Where a message stopped: the expected tree of a message, and the break points judged on it."""

import pytest

from tests.judged import judged
from tests.models import run_model

MESSAGE = "message_id | published_at | deadline_at | is_withdrawn \n m | 2026-06-01 08:00 | 2026-06-03 08:00 | false"
NODE = "message_id | node_code | agency_code | tier | kecamatan_code | carried | is_expected | people_left"
BREAK = "message_id | node_code | tier | kind | own_carried | expected | carried | share | people_left | place"


def kecamatan(number: int, carried: int, *villages: int, people: int = 100) -> list[str]:
    code = f"35.18.{number:02}"
    below = [f"{code}.{place:04} | DESA{place} | village | {code} | {each} | true | {0 if each == 1 else people}"
             for place, each in enumerate(villages)]  # fmt: skip
    return [f"{code} | KEC{number} | kecamatan | {code} | {carried} | true | ", *below]


def broken(expect: list[str], *rows: str) -> None:
    top = ["35.18 | PEMKAB | regency | | 1 | false | 0", "DINKES | DINKES | agency | | 1 | true | "]
    nodes = [f"m | {row}" for row in [*top, *rows]]
    # another message must not get in the way
    other = ["a | 35.18 | PEMKAB | regency | | 1 | false | 0", "a | DINKES | DINKES | agency | | 1 | true | "]
    judged("warehouse.break_point", "\n".join([BREAK, *expect]), expected_node="\n".join([NODE, *other, *nodes]))


def test_break_points_are_ordered_by_the_people_they_leave_out():
    rows = kecamatan(1, 1, 0, 0, 0), kecamatan(2, 0, 0, 0, people=500), kecamatan(3, 1, 1, 0)
    broken(
        ["m | 35.18.02 | kecamatan | silent | false | 2 | 0 | 0 | 1000 | 1",
         "m | 35.18.01 | kecamatan | stuck | true | 3 | 0 | 0 | 300 | 2"],
        *(row for part in rows for row in part),
    )  # fmt: skip


def test_the_regency_itself_may_be_where_it_stopped():
    silent = [row for number in range(1, 5) for row in kecamatan(number, 0, 1)]
    broken(["m | 35.18 | regency | stuck | true | 5 | 1 | 0.2 | 0 | 1"], *silent)


def test_of_what_no_data_tell_nothing_is_said():
    broken([], *kecamatan(1, 1, -1, -1))
    broken(["m | 35.18.01 | kecamatan | silent | | 1 | 0 | 0 | 200 | 1"], *kecamatan(1, -1, 0, -1))


def test_a_village_without_a_kecamatan_in_the_list_hangs_on_the_regency():
    broken([], "35.18.09.2001 | DESA | village | 35.18.09 | 1 | true | 5")


UNITS = """
    agency_code | tier      | kecamatan_code | village_code
    PEMKAB      | regency   |                |
    DINKES      | agency    |                |
    KEC         | kecamatan | 35.18.03       |
    PUH         | village   | 35.18.03       | 35.18.03.2001
    BULU        | village   | 35.18.03       | 35.18.03.2002
"""


def expected(wanted: list[str], **changed: str) -> None:
    known = {
        "warehouse.message": MESSAGE, "warehouse.unit": UNITS, "warehouse.clock": "data_as_of \n 2026-06-09 08:00",
        "reference.region": "code | level \n 35.18 | kabupaten \n 35.18.03 | kecamatan",
        "warehouse.message_post": """
            message_id | post_id | account_id | published_at
            m          | i:0     | i:pemkab   | 2026-06-01 08:00
        """,
        "warehouse.account_ownership": """
            account_id | agency_code | valid_from | valid_until
            i:pemkab   | PEMKAB      | 2026-01-01 | 9999-12-31
        """,
        "warehouse.repost": "message_id | agency_code | method | tier | carried_at",
        "warehouse.duty_unit": """
            message_id | agency_code | status  | has_data
            m          | DINKES      | missing | false
            m          | KEC         | excused | true
            m          | PUH         | missing | true
        """,
        "warehouse.message_village": """
            message_id | village_code  | state    | online | people_point
            m          | 35.18.03.2001 | own      | 100    | 40
            m          | 35.18.03.2002 | indirect | 100    | 40
        """,
    } | {f"warehouse.{name}": text for name, text in changed.items()}  # fmt: skip
    head = "node_code | agency_code | tier | carried | is_expected | people_left"
    run_model("warehouse.expected_node", known, "\n".join([head, *wanted]))


TREE = {
    "35.18": "PEMKAB | regency | 1 | false | 0", "DINKES": "DINKES | agency | -1 | true |",
    "35.18.03": "KEC | kecamatan | 0 | false |", "35.18.03.2001": "PUH | village | 0 | true |",
    "35.18.03.2002": "BULU | village | 0 | false | 60",
}  # fmt: skip


def test_every_unit_stands_in_the_expected_tree_and_only_those_that_owe_are_expected():
    expected([f"{code} | {row}" for code, row in TREE.items()])


def test_a_kecamatan_that_owes_nothing_still_shows_that_it_carried_and_an_offline_village_carried():
    reposts = """
        message_id | agency_code | method  | tier      | carried_at
        m          | KEC         | text    | kecamatan | 2026-06-02 08:00
        m          | PUH         | offline | village   | 2026-06-02 08:00
        m          | DINKES      | offline | agency    | 2026-06-02 08:00
        m          | BULU        | text    | village   | 2026-06-03 08:01
    """
    tree = TREE | {"35.18.03": "KEC | kecamatan | 1 | false |", "35.18.03.2001": "PUH | village | 1 | true |"}
    expected([f"{code} | {row}" for code, row in tree.items()], repost=reposts)


@pytest.mark.parametrize("change", [("false", "true"), ("2026-06-03 08:00", "2026-06-09 08:01")])
def test_a_message_that_is_withdrawn_or_still_open_is_not_judged(change):
    expected([], message=MESSAGE.replace(*change))
