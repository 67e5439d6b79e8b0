"""Whether a unit did its duty: the best of its accounts, offline reports of villages, and its share over messages."""

from tests.models import run_model

CLOCK = "data_as_of \n 2026-06-09 08:00"
REPOST = "message_id | repost_id | account_id | agency_code | carried_at | method | tier"
AUDIENCE = """
    message_id | agency_code | tier   | standing | reason        | published_at     | deadline_at      | is_withdrawn | has_account
    m          | DINKES      | agency | owes     |               | 2026-06-01 08:00 | 2026-06-03 08:00 | false        | true
"""  # noqa: E501
DUTY = "message_id | account_id | agency_code | status | has_data | reason"
UNIT = "agency_code | name \n DINKES | Dinkes"


def unit(wanted: str, *reposts: str, duties: tuple[str, ...] = (), **given: str) -> None:
    known = {
        "duty_audience": AUDIENCE, "clock": CLOCK, "unit": UNIT, "duty": "\n".join([DUTY, *duties]),
        "repost": "\n".join([REPOST, *(f"m | {row}" for row in reposts)]),
    } | given  # fmt: skip
    run_model(
        "warehouse.duty_unit",
        given={f"warehouse.{name}": text for name, text in known.items()},
        expect=f"status | method | repost_id | hours | reason | has_offline | has_data \n {wanted}",
    )


def test_a_unit_has_done_its_duty_when_any_account_of_it_has():
    late, early = (f"i:{day} | {day}:dinkes | DINKES | 2026-06-0{day} 08:00 | text |" for day in (4, 3))
    unit("on_time | text | i:3 | 48 | | false | true", late, early)
    unit("late | text | i:4 | 72 | | false | true", late)


def test_a_carry_on_an_account_the_unit_got_later_is_credited_to_it():
    unit("on_time | text | i:1 | 25 | | false | true", "i:1 | i:pindahan | DINKES | 2026-06-02 09:00 | text |")


def test_a_unit_is_unknown_only_while_none_of_its_accounts_was_seen():
    unseen, seen = "m | i:dinkes | DINKES | missing | false |", "m | f:dinkes | DINKES | missing | true |"
    unit("missing | | | | | false | false", duties=(unseen,))
    unit("missing | | | | | false | true", duties=(unseen, seen))


def test_an_office_on_the_roster_without_any_account_is_missing_and_told_why():
    none = AUDIENCE.replace("| false        | true", "| false        | false")
    unit("missing | | | | belum punya akun terdaftar | false | true", duty_audience=none)


def test_a_unit_keeps_what_its_account_tells_of_having_moved():
    moved = "m | i:dinkes | DINKES | missing | true | akun sudah berpindah ke unit lain ketika meneruskan"
    unit("missing | | | | akun sudah berpindah ke unit lain ketika meneruskan | false | true", duties=(moved,))


def test_a_unit_is_open_until_the_deadline_and_exempt_once_the_message_is_withdrawn():
    unit("open | | | | | false | true", clock="data_as_of \n 2026-06-03 07:59")
    unit("exempt | | | | pesan ditarik | false | true", duty_audience=AUDIENCE.replace("| false ", "| true "))


VILLAGE = AUDIENCE.replace("| agency |", "| village |")
OFFLINE = "r:1 | | DINKES | {} 08:00 | offline | village"


def test_an_offline_report_does_a_villages_duty_and_is_told_apart():
    unit("on_time | offline | r:1 | 24 | | true | true", OFFLINE.format("2026-06-02"), duty_audience=VILLAGE)
    unit("late | offline | r:1 | 72 | | true | true", OFFLINE.format("2026-06-04"), duty_audience=VILLAGE)


def test_online_counts_before_offline_unless_only_offline_was_on_time():
    online = "i:1 | i:puh | DINKES | {} 09:00 | text | village"
    both = online.format("2026-06-02"), OFFLINE.format("2026-06-02")
    unit("on_time | text | i:1 | 25 | | true | true", *both, duty_audience=VILLAGE)
    both = online.format("2026-06-04"), OFFLINE.format("2026-06-02")
    unit("on_time | offline | r:1 | 24 | | true | true", *both, duty_audience=VILLAGE)


def test_an_offline_report_of_an_office_is_shown_but_does_no_duty():
    unit("missing | | | | | true | true", OFFLINE.format("2026-06-02"))


def test_a_village_without_account_that_reports_offline_stays_exempt_with_its_carry():
    told = VILLAGE.replace("| owes     |               |", "| exempt | belum punya akun terdaftar |")
    wanted = "exempt | offline | r:1 | 24 | belum punya akun terdaftar | true | true"
    unit(wanted, OFFLINE.format("2026-06-02"), duty_audience=told)


def test_the_share_of_a_unit_leaves_out_what_is_open_unknown_exempt_or_excused():
    statuses = ["on_time", "on_time", "late", "missing", "open", "exempt", "excused"]
    duties = [f"m{place} | DINKES | {status} | true" for place, status in enumerate(statuses)]
    duties.append("m7 | DINKES | missing | false")
    days = [f"m{place} | 2026-06-{1 + place:02}" for place in range(9)]
    given = {
        "warehouse.duty_unit": "\n".join(["message_id | agency_code | status | has_data", *duties]),
        "warehouse.message": "\n".join(["message_id | published_on", *days]),
    }  # fmt: skip
    run_model(
        "warehouse.duty_count", given,
        expect="""
            agency_code | month      | due | on_time | late | missing | excused | exempt | no_data
            DINKES      | 2026-06-01 | 4   | 2       | 1    | 1       | 1       | 1      | 1
        """,
    )  # fmt: skip


def test_a_unit_that_owed_nothing_yet_has_no_share():
    counts = "agency_code | month | due | on_time | late | missing | excused | exempt | no_data"
    run_model(
        "marts.duty_agency",
        given={
            "warehouse.duty_count": f"{counts} \n DINKES | 2026-06-01 | 0 | 0 | 0 | 0 | 1 | 0 | 2",
            "warehouse.unit": UNIT,
        },
        expect="agency_code | due | excused | no_data | share | low | high \n DINKES | 0 | 1 | 2 | | |",
    )
