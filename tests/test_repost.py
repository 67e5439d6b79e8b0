"""What counts as carrying a message on, by which sign and for whom."""

import pytest

from tests.models import run_model

SIGN = "message_id | repost_id | post_id | report_id | account_id | method | confidence | decided_by"
MATCH = "message_id | post_id | account_id | published_at | method | confidence | decision | evidence"
REPORT = "message_id | report_id | post_id | account_id | agency_code | kind | status | published_at | reported_at"
DECISION = "message_id | post_id | carries | said_at"


def found(wanted: list[str], **given: list[str]) -> None:
    """The signs that come of matches, reports and decisions (their rows without `m | `)."""
    heads = {"repost_match": MATCH, "link_report": REPORT, "link_decision": DECISION, "post": "post_id | account_id"}
    rows = {name: [f"m | {row}" if name != "post" else row for row in given.get(name, [])] for name in heads}
    run_model(
        "warehouse.repost_found",
        given={f"warehouse.{name}": "\n".join([head, *rows[name]]) for name, head in heads.items()},
        expect="\n".join([SIGN, *(f"m | {row}" for row in wanted)]),
    )


TEXT = "i:1 | i:desa | 2026-06-02 08:00 | text | 0.9 | carry | {}"
DOUBT = "i:1 | i:desa | 2026-06-02 08:00 | text | 0.5 | review | {}"
YES, NO = "i:1 | true | 2026-06-05 08:00", "i:1 | false | 2026-06-05 08:00"
REPORTED = "r:1 | i:1 | i:desa | DESA | link | accepted | 2026-06-02 08:00 | 2026-06-03 08:00"
OFFLINE = "r:2 | | | DESA | offline | accepted | 2026-06-03 08:00 | 2026-06-03 08:00"


def test_a_sure_match_carries_and_a_doubtful_one_waits_for_people():
    found(["i:1 | i:1 | | i:desa | text | 0.9 | machine"], repost_match=[TEXT])
    found([], repost_match=[DOUBT])


def test_staff_say_yes_to_a_doubtful_match_and_no_to_a_sure_one_or_a_report():
    found(["i:1 | i:1 | | i:desa | text | 1 | staff"], repost_match=[DOUBT], link_decision=[YES])
    found([], repost_match=[TEXT], link_report=[REPORTED], link_decision=[NO])


def test_naming_a_parent_alone_decides_nothing():
    found(
        ["i:1 | i:1 | | i:desa | text | 0.9 | machine"], repost_match=[TEXT], link_decision=["i:1 | | 2026-06-05 08:00"]
    )


def test_staff_may_name_a_post_the_machine_never_saw():
    found(["i:1 | i:1 | | i:desa | reported | 1 | staff"], link_decision=[YES], post=["i:1 | i:desa"])


def test_only_accepted_reports_count_and_a_repeated_one_once():
    refused = REPORTED.replace("accepted", "refused").replace("r:1", "r:3")
    waiting = REPORTED.replace("accepted", "waiting").replace("r:1", "r:4")
    again = REPORTED.replace("r:1", "r:5").replace("2026-06-03", "2026-06-04")
    wanted = ["i:1 | i:1 | r:1 | i:desa | reported | 0.98 | report", "r:2 | | r:2 | | offline | 0.98 | report"]
    found(wanted, link_report=[REPORTED, again, refused, waiting, OFFLINE])


def test_a_collaboration_carries_once_for_each_partner():
    shared = "i:0 | i:{} | 2026-06-01 08:00 | share | 1 | carry | {{}}"
    wanted = "i:0+i:{0} | i:0 | | i:{0} | share | 1 | machine"
    found([wanted.format(name) for name in "ab"], repost_match=[shared.format(name) for name in "ab"])


SIGNS = "message_id | repost_id | post_id | report_id | account_id | agency_code | carried_at | method | strength | confidence | decided_by | evidence | url"  # noqa: E501
BY_TEXT = 'i:1 | i:1 | | i:desa | | 2026-06-02 08:00 | text | 5 | 0.9 | machine | {"words": []} |'
BY_REPORT = "i:1 | i:1 | r:1 | i:desa | DESA | 2026-06-02 07:50 | reported | 1 | 0.98 | report | | https://x"
MESSAGE = "message_id | published_at | window_until \n m | 2026-06-01 08:00 | 2026-06-15 08:00"
UNITS = """
    agency_code | tier    | region_code   | kecamatan_code | village_code
    DESA        | village | 35.18.03.2001 | 35.18.03       | 35.18.03.2001
    LAIN        | agency  |               |                |
    PEMKAB      | regency |               |                |
"""
OWNERS = """
    account_id | agency_code | valid_from | valid_until
    i:desa     | DESA        | 2026-01-01 | 2026-06-10
    i:desa     | LAIN        | 2026-06-10 | 9999-12-31
    i:pemkab   | PEMKAB      | 2026-01-01 | 9999-12-31
"""


def repost(expect: str, *signs: str, **given: str) -> None:
    known = {
        "message": MESSAGE, "unit": UNITS, "account_ownership": OWNERS,
        "repost_found": "\n".join([SIGNS, *(f"m | {sign}" for sign in signs)]),
    } | given  # fmt: skip
    run_model("warehouse.repost", given={f"warehouse.{name}": text for name, text in known.items()}, expect=expect)


def test_the_strongest_sign_of_a_post_is_shown_with_whatever_evidence_there_is():
    repost(
        """
        repost_id | report_id | method   | confidence | decided_by | evidence      | link      | carried_at       | agency_code
        i:1       | r:1       | reported | 0.98       | report     | {"words": []} | https://x | 2026-06-02 08:00 | DESA
        """,  # noqa: E501
        BY_TEXT, BY_REPORT,
    )  # fmt: skip


def test_the_link_in_the_data_is_shown_before_the_one_that_was_reported():
    posts = "post_id | platform | permalink \n i:1 | instagram | https://y"
    repost("repost_id | link \n i:1 | https://y", BY_REPORT, post=posts)


@pytest.mark.parametrize(("day", "agency", "village"), [("09", "DESA", "35.18.03.2001"), ("10", "LAIN", "")])
def test_a_carry_is_credited_to_the_owner_on_the_day_of_the_post(day, agency, village):
    repost(f"agency_code | village_code \n {agency} | {village}", BY_TEXT.replace("2026-06-02", f"2026-06-{day}"))


def test_an_account_nobody_owns_gives_its_carry_to_the_unit_that_reported_it_or_that_the_recap_names():
    measured = "post_id | agency_code \n i:1 | LAIN"
    unknown = BY_TEXT.replace("i:desa", "i:asing")
    repost("account_id | agency_code | tier \n i:asing | |", unknown)
    repost("account_id | agency_code | tier \n i:asing | LAIN | agency", unknown, post_measure=measured)
    repost("account_id | agency_code \n i:asing | DESA", BY_REPORT.replace("i:desa", "i:asing"), post_measure=measured)


def test_after_the_window_only_what_people_said_counts():
    repost("repost_id", BY_TEXT.replace("2026-06-02", "2026-06-16"))
    for by in ("report", "staff"):
        repost("repost_id \n i:1", BY_TEXT.replace("2026-06-02", "2026-06-16").replace("machine", by))


def test_a_carry_is_never_earlier_than_its_message():
    repost("carried_at \n 2026-06-01 08:00", BY_REPORT.replace("2026-06-02 07:50", "2026-06-01 07:50"))


def test_the_regency_and_the_accounts_of_the_originals_carry_nothing_on():
    repost("repost_id", BY_TEXT.replace("i:desa", "i:pemkab"))
    repost("repost_id", BY_TEXT, message_post="message_id | post_id | account_id \n m | i:0 | i:desa")


def test_an_offline_report_is_on_no_platform():
    sign = "r:2 | | r:2 | | DESA | 2026-06-03 08:00 | offline | 6 | 0.98 | report | |"
    repost("repost_id | method | platform | tier | link \n r:2 | offline | | village |", sign)
