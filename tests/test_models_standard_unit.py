"""The verdicts of a unit's month under the account rules, on small tables: what passes, fails, and is left open."""

import pytest

from tests.models import run_model

RULES = """
    rule_id      | version | scope   | measure      | comparison | threshold | valid_from | valid_until
    service_share | 1      | account | service_share | at_least  | 0.6       | 2026-02-13 | 2026-07-01
    service_share | 2      | account | service_share | at_least  | 0.2       | 2026-07-01 | 9999-12-31
    figure_share | 1       | account | figure_share | at_most    | 0.15      | 2026-02-13 | 9999-12-31
    longest_gap  | 1       | account | longest_gap  | at_most    | 7         | 2026-02-13 | 9999-12-31
    uniqueness   | 1       | account | uniqueness   | at_least   | 0.2       | 2026-02-13 | 9999-12-31
    alt_text     | 1       | post    | alt_text     | is         | 1         | 2026-02-13 | 9999-12-31"""
RULE_IDS = ("service_share", "figure_share", "longest_gap", "uniqueness")
NOTHING = "not_applicable"


def unit(rows: dict[str, str], month: str = "2026-06-01", today: str = "2026-09-15", **expected: str) -> None:
    """The verdicts of one unit and month; rules not named have no data."""
    measured = "\n".join(f"DINKES | {month} | {measure} | {row}" for measure, row in rows.items())
    verdicts = dict.fromkeys(RULE_IDS, NOTHING) | expected
    run_model(
        "marts.standard_unit",
        {
            "warehouse.account_measure": "agency_code | month | measure | value | low | high | denominator\n"
            + measured,
            "warehouse.clock": f"data_as_of | today\n{today} 08:00 | {today}",
            "warehouse.standard_rule": RULES,
            "warehouse.agency": "agency_code | name | peer_group\nDINKES | Dinkes | dinas",
            "warehouse.uniqueness_peer": "peer_group | month | p20\ndinas | 2026-06-01 | 0.4",
        },
        "agency_code | rule_id | verdict\n" + "\n".join(f"DINKES | {rule} | {said}" for rule, said in verdicts.items()),
    )


@pytest.mark.parametrize(
    ("value", "low", "high", "count", "verdict"),
    [
        (0.9, 0.7, 0.97, 40, "pass"), (0.7, 0.6, 0.8, 40, "pass"), (0.7, 0.55, 0.8, 20, "abstain"),
        (0.5, 0.4, 0.6, 20, "abstain"), (0.4, 0.3, 0.59, 20, "fail"), (1.0, 0.7, 1.0, 4, "abstain"),
    ],
)  # fmt: skip
def test_a_share_passes_or_fails_only_where_its_whole_interval_does(value, low, high, count, verdict):
    unit({"service_share": f"{value} | {low} | {high} | {count}"}, service_share=verdict)


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [(0.01, 0.15, "pass"), (0.1, 0.2, "abstain"), (0.15, 0.3, "abstain"), (0.16, 0.3, "fail")],
)
def test_a_share_that_must_be_small_is_judged_the_other_way_round(low, high, verdict):
    unit({"figure_share": f"0.12 | {low} | {high} | 40"}, figure_share=verdict)


@pytest.mark.parametrize(("days", "verdict"), [(7, "pass"), (8, "fail")])
def test_a_count_is_judged_by_its_value(days, verdict):
    unit({"longest_gap": f"{days} | | | 30"}, longest_gap=verdict)


@pytest.mark.parametrize(("value", "verdict"), [(0.4, "pass"), (0.39, "fail")])
def test_uniqueness_is_held_against_the_least_unique_fifth_of_the_peers(value, verdict):
    unit({"uniqueness": f"{value} | | | 30"}, uniqueness=verdict)


def test_without_peers_uniqueness_is_not_judged():
    unit({"uniqueness": "0.1 | | | 30"}, month="2026-08-01")


@pytest.mark.parametrize(("month", "verdict"), [("2026-06-01", "fail"), ("2026-07-01", "pass")])
def test_the_version_in_force_on_the_last_day_of_the_month_judges_it(month, verdict):
    unit({"service_share": "0.3 | 0.25 | 0.35 | 300"}, month=month, service_share=verdict)


def test_a_month_that_has_just_begun_is_judged_by_the_rules_of_today():
    unit({"service_share": "0.3 | 0.25 | 0.35 | 300"}, "2026-06-01", "2026-06-15", service_share="fail")
