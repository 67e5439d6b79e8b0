"""What the models mean, one rule a test: small tables in, the expected rows out."""

from tests.models import run_model

ONE_OF_SIX_SIGHTINGS_AND_ONE_OF_ONE = """
    post_id | account_id | post_type | published_at     | published_on | observed_at | observations | interactions
    i:1     | i:a        | photo     | 2026-06-01 08:00 | 2026-06-01   | 2026-07-09  | 6            | 7
    f:1     | f:a        | video     |                  | 2026-06-01   | 2026-06-09  | 1            | 30
"""


def test_a_later_blank_never_overwrites_a_value():
    run_model(
        "warehouse.post",
        given={"staging.post_record": """
            post_id | platform  | account_id  | observed_at      | seen | views | likes | is_crosspost | has_boost
            i:1     | instagram | instagram:a | 2026-06-01 08:00 | 1    | 100   | 5     | false        | false
            i:1     | instagram | instagram:a | 2026-06-08 08:00 | 2    | 140   |       | false        | false
        """},
        expect="""
            post_id | views | likes | observed_at      | observations
            i:1     | 140   | 5     | 2026-06-08 08:00 | 2
        """,
    )  # fmt: skip


def test_a_post_seen_once_is_kept_as_it_was_and_a_missing_number_stays_missing():
    run_model(
        "warehouse.post",
        given={"staging.post_record": """
            post_id | platform | account_id | observed_at      | seen | reach | likes | is_crosspost | has_boost
            x:1     | x        | x:a        | 2026-06-01 08:00 | 1    |       | 0     | false        | false
        """},
        expect="post_id | account_id | reach | likes | observations \n x:1 | x:a | | 0 | 1",
    )  # fmt: skip


def test_a_morning_in_jakarta_is_that_day_though_it_is_yesterday_in_utc():
    run_model(
        "warehouse.post",
        given={"staging.post_record": """
            post_id | observed_at      | seen | published_at        | published_on | is_crosspost | has_boost
            i:1     | 2026-06-02 08:00 | 1    |                     | 2026-05-31   | false        | false
            i:1     | 2026-06-03 08:00 | 2    | 2026-06-01 06:59:00 | 2026-06-01   | false        | false
        """},
        expect="post_id | published_on \n i:1 | 2026-06-01",
    )  # fmt: skip


def test_a_crosspost_belongs_to_the_account_that_published_it_first_hand():
    run_model(
        "warehouse.post",
        given={"staging.post_record": """
            post_id | account_id | observed_at      | seen | is_crosspost | has_boost
            f:1     | facebook:a | 2026-06-01 08:00 | 1    | false        | false
            f:1     | facebook:b | 2026-06-08 08:00 | 2    | true         | true
        """},
        expect="post_id | account_id | has_boost_reported \n f:1 | facebook:a | true",
    )  # fmt: skip


def test_a_collab_has_one_owner_and_one_partner():
    run_model(
        "warehouse.post_account",
        given={
            "staging.post_record": """
                post_id | account_id | file_sha256 | part | platform  | reach
                i:1     | i:a        | f1          | p    | instagram | 812
                i:1     | i:a        | f2          | p    | instagram |
                i:2     | i:b        | f2          | p    | instagram | 50
            """,
            "warehouse.file_account": """
                file_sha256 | part | account_id
                f1          | p    | i:a
                f2          | p    | i:b
            """,
            "warehouse.post": """
                post_id | platform  | account_id | records
                i:1     | instagram | i:a        | 2
                i:2     | instagram | i:b        | 1
            """,
        },
        expect="""
            post_id | account_id | role
            i:1     | i:a        | owner
            i:1     | i:b        | partner
            i:2     | i:b        | owner
        """,
    )


def test_the_unit_is_the_owner_of_the_account_on_the_day_of_publishing():
    run_model(
        "warehouse.post_measure",
        given={
            "warehouse.post": """
                post_id | platform  | account_id | published_on | has_boost_reported
                i:1     | instagram | i:a        | 2026-05-31   | false
                i:2     | instagram | i:a        | 2026-06-01   | false
                i:3     | instagram | i:b        | 2026-06-01   | false
            """,
            "reference.account_owner": """
                account_id | agency_code | valid_from | valid_until
                i:a        | DINKES      | 2026-01-01 | 2026-06-01
                i:a        | KOMINFO     | 2026-06-01 | 9999-12-31
            """,
        },
        expect="""
            post_id | agency_code
            i:1     | DINKES
            i:2     | KOMINFO
            i:3     |
        """,
    )


def test_interactions_are_those_the_platform_reports_and_null_when_it_reports_none():
    run_model(
        "warehouse.post_measure",
        given={"warehouse.post": """
            post_id | platform  | likes | comments | shares | saves | reach | views | interactions_reported
            i:1     | instagram | 4     | 3        | 2      | 1     | 100   | 150   | 99
            t:1     | tiktok    | 4     | 0        |        |       |       | 50    |
            f:1     | facebook  |       |          |        |       | 100   |       | 20
            y:1     | youtube   |       |          |        |       |       | 70    |
            i:2     | instagram | 5     | 0        | 0      | 0     | 0     | 0     |
        """},
        expect="""
            post_id | interactions | rate_by_reach | rate_by_views | interactions_missing
            i:1     | 10           | 0.1           |               |
            t:1     | 4            |               | 0.08          | shares, saves
            f:1     | 20           | 0.2           |               | likes, comments, shares, saves
            y:1     |              |               |               | likes, comments, shares, saves
            i:2     | 5            |               |               |
        """,
    )  # fmt: skip


def test_a_rate_by_followers_uses_the_followers_at_the_time_of_posting():
    run_model(
        "warehouse.post_measure",
        given={
            "warehouse.post": """
                post_id | platform  | account_id | published_on | likes | has_boost_reported
                i:1     | instagram | i:a        | 2026-06-01   | 10    | false
                i:2     | instagram | i:a        | 2026-06-02   | 10    | false
                i:3     | instagram | i:a        | 2026-06-03   | 10    | false
            """,
            "warehouse.follower_day": """
                account_id | day        | followers
                i:a        | 2026-06-01 | 100
                i:a        | 2026-06-02 | 200
            """,
        },
        expect="post_id | rate_by_followers \n i:1 | 0.1 \n i:2 | 0.05 \n i:3 |",
    )


def test_followers_are_carried_forward_until_the_next_report_and_at_most_35_days():
    days = [f"i:a | 2026-06-{day:02} | 100 | 2026-06-01" for day in range(1, 4)]
    days += [f"i:a | 2026-06-{day:02} | 120 | 2026-06-04" for day in range(4, 31)]
    days += [f"i:a | 2026-07-{day:02} | 120 | 2026-06-04" for day in range(1, 10)]
    run_model(
        "warehouse.follower_day",
        given={"warehouse.account_day": """
            account_id | platform  | metric    | day        | source | value
            i:a        | instagram | followers | 2026-06-01 | s      | 100
            i:a        | instagram | followers | 2026-06-04 | s      | 120
            i:a        | instagram | reach     | 2026-06-05 | s      | 9
        """},
        expect="\n".join(["account_id | day | followers | reported_on", *days]),
    )  # fmt: skip


def test_a_post_is_compared_at_the_age_at_which_it_was_observed():
    run_model(
        "warehouse.post_age",
        given={
            "warehouse.post_observation": """
                post_id | observed_at      | likes | comments
                i:1     | 2026-06-01 20:00 | 1     |
                i:1     | 2026-06-02 07:59 | 2     |
                i:1     | 2026-06-03 09:00 | 3     | 1
                i:1     | 2026-06-08 08:00 | 6     |
                i:1     | 2026-06-29 08:00 | 7     |
                i:1     | 2026-07-09 08:00 |       |
            """,
            "warehouse.post_measure": ONE_OF_SIX_SIGHTINGS_AND_ONE_OF_ONE,
        },
        expect="""
            post_id | age_class | account_id | post_type | interactions
            i:1     | 0         | i:a        | photo     | 2
            i:1     | 1         | i:a        | photo     | 4
            i:1     | 7         | i:a        | photo     | 6
            i:1     | 28        | i:a        | photo     | 7
            f:1     | 7         | f:a        | video     | 30
        """,
    )
