"""Who owed a message, and what became of it: every status, and every edge between two of them."""

import pytest

from tests.models import run_model

BERBEK, PUH, BULU = "35.18.03", "35.18.03.2001", "35.18.03.2002"
MESSAGE = """
    message_id | audience_kind | audience_values | published_at     | published_on | deadline_at      | is_withdrawn
    m          | all           | []              | 2026-06-01 08:00 | 2026-06-01   | 2026-06-03 08:00 | false
"""
UNITS = f"""
    agency_code | name   | peer_group | tier      | region_code | kecamatan_code | village_code
    PEMKAB      | Pemkab | induk      | regency   |             |                |
    DINKES      | Dinkes | dinas      | agency    |             |                |
    KEC         | Berbek | kecamatan  | kecamatan | {BERBEK}    | {BERBEK}       |
    PUH         | Puh    | desa       | village   | {PUH}       | {BERBEK}       | {PUH}
    BULU        | Bulu   | kelurahan  | village   | {BULU}      | {BERBEK}       | {BULU}
"""
ROSTER = """
    agency_code | valid_from | valid_until
    PEMKAB      | 2026-01-01 | 9999-12-31
    DINKES      | 2026-01-01 | 9999-12-31
    KEC         | 2026-01-01 | 9999-12-31
"""
OWNERS = """
    account_id | agency_code | valid_from | valid_until
    i:dinkes   | DINKES      | 2026-01-01 | 9999-12-31
    i:kec      | KEC         | 2026-01-01 | 9999-12-31
    i:puh      | PUH         | 2026-01-01 | 9999-12-31
    i:bulu     | BULU        | 2026-01-01 | 9999-12-31
"""
STANDING = "agency_code | standing | reason"
OWES = {"DINKES": "owes |", "KEC": "owes |", "PUH": "owes |", "BULU": "owes |"}


def audience(given: dict[str, str], **changed: str | None) -> None:
    """Everybody owes, except those whose row is `changed`; None takes a unit off the list."""
    rows = [f"{code} | {row}" for code, row in {**OWES, **changed}.items() if row is not None]
    known = {
        "warehouse.message": MESSAGE,
        "warehouse.unit": UNITS,
        "reference.roster": ROSTER,
        "warehouse.account_unit": OWNERS,
    }
    run_model("warehouse.duty_audience", given=known | given, expect="\n".join([STANDING, *rows]))


def meant_for(kind: str, *values: str) -> dict[str, str]:
    return {"warehouse.message": MESSAGE.replace("| all ", f"| {kind} ").replace("[] ", f"[{', '.join(values)}] ")}


def test_all_offices_on_the_roster_and_villages_with_an_account_owe_a_message_and_the_main_account_owes_nothing():
    audience({})


@pytest.mark.parametrize(
    ("kind", "value", "left_out"),
    [
        ("peer_group", "desa", ("DINKES", "KEC", "BULU")),
        ("kecamatan", BERBEK, ("DINKES",)),
        ("kecamatan", "35.18.04", ("DINKES", "KEC", "PUH", "BULU")),
        ("villages", PUH, ("DINKES", "KEC", "BULU")),
    ],
)
def test_a_message_is_meant_for_its_audience_only(kind, value, left_out):
    audience(meant_for(kind, value), **dict.fromkeys(left_out))


def test_the_roster_is_the_one_of_the_messages_day():
    roster = """
        agency_code | valid_from | valid_until
        DINKES      | 2026-06-02 | 9999-12-31
        KEC         | 2026-01-01 | 2026-06-02
    """
    audience({"reference.roster": roster}, DINKES=None)


def test_a_village_without_account_on_that_day_is_exempt_and_an_office_without_one_is_not():
    owners = "account_id | agency_code | valid_from | valid_until \n i:puh | PUH | 2026-06-02 | 9999-12-31"
    none = "exempt | belum punya akun terdaftar"
    audience({"warehouse.account_unit": owners}, PUH=none, BULU=none)


def test_a_blank_spot_is_exempt_while_it_lasts_with_or_without_account_and_also_as_a_whole_kecamatan():
    spots = f"region_code | valid_from | valid_until | note \n {PUH} | 2026-01-01 | 2026-06-02 | menunggu menara"
    audience({"reference.blank_spot": spots}, PUH="exempt | desa tanpa sinyal: menunggu menara")
    audience({"reference.blank_spot": spots.replace("2026-06-02", "2026-06-01")})
    spots += f"\n {BERBEK} | 2026-01-01 | 9999-12-31 |"
    audience(
        {"reference.blank_spot": spots}, PUH="exempt | desa tanpa sinyal: menunggu menara",
        BULU="exempt | desa tanpa sinyal",
    )  # fmt: skip


def test_an_exemption_counts_on_its_days_and_an_excuse_for_its_message():
    exempt = "agency_code | valid_from | valid_until | reason \n KEC | 2026-06-01 | 2026-06-02 | kantor pindah"
    excused = "message_id | agency_code | reason \n m | DINKES | listrik padam \n n | PUH | lain pesan"
    audience(
        {"reference.exemption": exempt, "warehouse.duty_excuse": excused},
        KEC="exempt | kantor pindah", DINKES="excused | listrik padam",
    )  # fmt: skip
    audience({"reference.exemption": exempt.replace("2026-06-01", "2026-06-02").replace("02 | k", "03 | k")})


def test_what_exempts_a_unit_is_told_rather_than_its_excuse():
    spots = f"region_code | valid_from | valid_until | note \n {PUH} | 2026-01-01 | 9999-12-31 |"
    excused = "message_id | agency_code | reason \n m | PUH | listrik padam"
    audience({"reference.blank_spot": spots, "warehouse.duty_excuse": excused}, PUH="exempt | desa tanpa sinyal")


def test_the_unit_that_published_the_original_does_not_owe_it():
    posts = "message_id | post_id | account_id \n m | i:1 | i:dinkes"
    audience({"warehouse.message_post": posts}, DINKES="exempt | menerbitkan unggahan asalnya")


AUDIENCE = """
    message_id | agency_code | tier   | standing | reason        | published_at     | published_on | deadline_at      | is_withdrawn | has_account
    m          | DINKES      | agency | owes     |               | 2026-06-01 08:00 | 2026-06-01   | 2026-06-03 08:00 | false        | true
"""  # noqa: E501
CLOCK = "data_as_of \n 2026-06-09 08:00"
SEEN = "account_id | last_observed_at \n i:dinkes | 2026-06-09 08:00"
REPOST = "message_id | repost_id | account_id | agency_code | carried_at | method | tier"


def duty(wanted: str, *reposts: str, **given: str) -> None:
    """The duty of the one account of Dinkes; `given` are tables of the warehouse."""
    known = {
        "duty_audience": AUDIENCE, "account_unit": OWNERS, "clock": CLOCK, "account_sighting": SEEN,
        "repost": "\n".join([REPOST, *(f"m | {row}" for row in reposts)]),
    } | given  # fmt: skip
    run_model(
        "warehouse.duty",
        given={f"warehouse.{name}": text for name, text in known.items()},
        expect=f"account_id | status | repost_id | method | reason | has_data \n i:dinkes | {wanted}",
    )


def test_a_carry_at_the_very_deadline_is_on_time_and_a_minute_later_it_is_late():
    duty("on_time | i:1 | text | | true", "i:1 | i:dinkes | DINKES | 2026-06-03 08:00 | text |")
    duty("late | i:1 | text | | true", "i:1 | i:dinkes | DINKES | 2026-06-03 08:01 | text |")


def test_the_first_carry_counts():
    late, early = (f"i:{day} | i:dinkes | DINKES | 2026-06-0{day} 08:00 | text |" for day in (4, 2))
    duty("on_time | i:2 | text | | true", late, early)


def test_until_the_deadline_passes_in_the_data_a_duty_is_open_and_then_missing():
    duty("open | | | | true", clock="data_as_of \n 2026-06-03 07:59")
    duty("missing | | | | true", clock="data_as_of \n 2026-06-03 08:00", account_sighting=SEEN.replace("09", "03"))


def test_without_a_file_of_the_account_after_the_deadline_nothing_is_known():
    duty("missing | | | | false", account_sighting=SEEN.replace("2026-06-09 08:00", "2026-06-03 07:59"))
    duty("missing | | | | false", account_sighting="account_id | last_observed_at \n i:lain | 2026-06-09 08:00")
    early = "i:1 | i:dinkes | DINKES | 2026-06-02 08:00 | reported |"
    duty("on_time | i:1 | reported | | true", early, account_sighting="account_id | last_observed_at")


@pytest.mark.parametrize("standing", ["exempt", "excused"])
def test_who_is_exempt_or_excused_stays_so_even_when_it_carried(standing):
    told = AUDIENCE.replace("| owes     |               |", f"| {standing} | listrik padam |")
    duty(f"{standing} | | | listrik padam | true", duty_audience=told)
    carry = "i:1 | i:dinkes | DINKES | 2026-06-02 08:00 | text |"
    duty(f"{standing} | i:1 | text | listrik padam | true", carry, duty_audience=told)


def test_of_a_withdrawn_message_who_carried_keeps_it_and_the_rest_owe_nothing():
    withdrawn = AUDIENCE.replace("| false ", "| true ")
    duty("exempt | | | pesan ditarik | true", duty_audience=withdrawn)
    for day, status in ((2, "on_time"), (4, "late")):
        carry = f"i:1 | i:dinkes | DINKES | 2026-06-0{day} 08:00 | text |"
        duty(f"{status} | i:1 | text | | true", carry, duty_audience=withdrawn)


def test_when_an_account_moves_its_old_owner_owes_and_its_new_owner_is_credited():
    moved = """
        account_id | agency_code | valid_from | valid_until
        i:dinkes   | DINKES      | 2026-01-01 | 2026-06-02
        i:dinkes   | KEC         | 2026-06-02 | 9999-12-31
    """
    carry = "i:1 | i:dinkes | KEC | 2026-06-02 09:00 | text |"
    duty("missing | | | akun sudah berpindah ke unit lain ketika meneruskan | true", carry, account_unit=moved)


def test_an_account_registered_after_the_messages_day_owes_nothing():
    both = OWNERS + "    f:dinkes | DINKES | 2026-06-02 | 9999-12-31"
    duty("missing | | | | true", account_unit=both)
