"""What the models say about units: activity, engagement beside their peers, and who was obliged when."""

from tests.models import run_model

WEEK = """
    period | starts_on  | ends_on
    7-hari | 2026-06-01 | 2026-06-07
"""
TWO_UNITS = "agency_code | peer_group \n DINKES | dinas \n DISDIK | dinas"


def test_activity_counts_days_weeks_and_the_longest_silence():
    run_model(
        "marts.agency_activity",
        given={
            "warehouse.agency_day": """
                agency_code | platform  | day        | posts
                DINKES      | instagram | 2026-06-02 | 2
                DINKES      | tiktok    | 2026-06-02 | 1
                DINKES      | instagram | 2026-06-05 | 1
                DINKES      | instagram | 2026-05-31 | 9
            """,
            "warehouse.period": WEEK,
            "warehouse.agency": TWO_UNITS,
            "warehouse.threshold": "minimum_posts_per_week \n 3",
        },
        expect="""
            platform  | agency_code | posts | active_days | weeks_meeting_minimum | posts_per_week | longest_gap_days
            semua     | DINKES      | 4     | 2           | 1                     | 4              | 2
            instagram | DINKES      | 3     | 2           | 1                     | 3              | 2
            tiktok    | DINKES      | 1     | 1           | 0                     | 1              | 5
            semua     | DISDIK      | 0     | 0           | 0                     | 0              | 7
        """,
    )


def test_silence_before_the_first_and_after_the_last_post_counts_as_a_gap():
    run_model(
        "marts.agency_activity",
        given={
            "warehouse.agency_day": "agency_code | platform | day | posts \n DINKES | x | 2026-06-06 | 1",
            "warehouse.period": WEEK,
            "warehouse.agency": "agency_code | peer_group \n DINKES | dinas",
            "warehouse.threshold": "minimum_posts_per_week \n 1",
        },
        expect="platform | longest_gap_days \n semua | 5 \n x | 5",
    )


def test_the_peers_of_a_unit_are_taken_with_and_without_itself():
    measure = "7-hari | semua | {} | rate_by_reach | 9 | 1 | {} | 0.01 | 0.9"
    run_model(
        "marts.agency_engagement",
        given={
            "warehouse.agency_median": "\n".join([
                "period | platform | agency_code | measure | posts_measured | posts_missing | median | low | high",
                measure.format("DINKES", "0.10"), measure.format("DISDIK", "0.30"), measure.format("DLH", "0.50"),
                measure.format("PEMKAB", "0.90"), measure.format("DISHUB", ""),
            ]),
            "warehouse.agency": """
                agency_code | peer_group
                DINKES      | dinas
                DISDIK      | dinas
                DLH         | dinas
                DISHUB      | dinas
                PEMKAB      | induk
            """,
        },
        expect="""
            agency_code | median | posts_missing | peer_units | peer_median_including | peer_median_excluding
            DINKES      | 0.1    | 1             | 3          | 0.3                   | 0.4
            DISDIK      | 0.3    | 1             | 3          | 0.3                   | 0.3
            DLH         | 0.5    | 1             | 3          | 0.3                   | 0.2
            PEMKAB      | 0.9    | 1             | 1          | 0.9                   |
            DISHUB      |        | 1             | 3          | 0.3                   | 0.3
        """,
    )  # fmt: skip


def test_the_roster_of_a_month_is_the_one_of_that_month():
    run_model(
        "warehouse.roster_month",
        given={
            "warehouse.months": "month \n 2025-12-01 \n 2026-01-01 \n 2026-02-01",
            "reference.roster": """
                agency_code | valid_from | valid_until
                DINKES      | 2026-01-01 | 9999-12-31
                DISDIK      | 2025-01-01 | 2026-01-31
                DLH         | 2026-02-28 | 9999-12-31
            """,
        },
        expect="""
            month      | agency_code
            2025-12-01 | DISDIK
            2026-01-01 | DINKES
            2026-02-01 | DINKES
            2026-02-01 | DLH
        """,
    )


def test_coverage_divides_by_the_units_obliged_in_that_month():
    run_model(
        "marts.coverage_month",
        given={
            "warehouse.roster_month": """
                month      | agency_code
                2025-12-01 | DINKES
                2026-01-01 | DINKES
                2026-01-01 | DISDIK
            """,
            "warehouse.agency": TWO_UNITS,
            "warehouse.ownership_month": """
                month      | agency_code | account_id
                2026-01-01 | DINKES      | i:a
                2026-01-01 | DINKES      | x:a
            """,
            "warehouse.agency_day": """
                agency_code | platform  | day        | posts
                DINKES      | instagram | 2026-01-05 | 2
                DINKES      | tiktok    | 2026-01-31 | 1
                DISDIK      | tiktok    | 2025-12-31 | 7
            """,
        },
        expect="""
            month      | peer_group | units_obliged | units_with_account | units_active | posts
            2025-12-01 | dinas      | 1             | 0                  | 0            | 0
            2026-01-01 | dinas      | 2             | 1                  | 1            | 3
        """,
    )


def test_today_is_the_day_of_the_newest_data_and_never_that_of_the_wall_clock():
    run_model(
        "warehouse.clock",
        given={
            "warehouse.post": """
                post_id | observed_at      | published_on | published_at
                i:1     | 2026-06-01 23:30 | 2026-05-02   | 2026-05-02 08:00
                i:2     | 2026-06-01 08:00 | 2026-05-09   | 2026-05-09 08:00
            """,
            "staging.series_record": "account_id | observed_at \n i:a | 2026-06-02 00:30",
        },
        expect="""
            data_as_of       | today      | first_published_on | last_published_at
            2026-06-02 00:30 | 2026-06-02 | 2026-05-02         | 2026-05-09 08:00
        """,
    )


def test_the_latest_report_of_a_day_wins_and_sources_are_never_spliced():
    run_model(
        "warehouse.account_day",
        given={"staging.series_record": """
            account_id | metric    | day        | source | observed_at      | file_sha256 | part | record | value
            x:a        | followers | 2026-06-01 | one    | 2026-06-02 08:00 | f1          | p    | 1      | 10
            x:a        | followers | 2026-06-01 | one    | 2026-06-03 08:00 | f2          | p    | 1      | 12
            x:a        | followers | 2026-06-01 | two    | 2026-06-02 08:00 | f3          | p    | 1      | 99
        """},
        expect="""
            account_id | metric    | day        | source | value
            x:a        | followers | 2026-06-01 | one    | 12
            x:a        | followers | 2026-06-01 | two    | 99
        """,
    )  # fmt: skip
