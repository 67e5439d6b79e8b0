"""The models of what people said, on small tables: a unit's place in the tree, and whose word counts."""

from tests.models import run_model


def test_an_account_has_the_place_of_its_unit_while_that_unit_owns_it():
    run_model(
        "warehouse.account_unit",
        {
            "warehouse.account_ownership": """
                account_id  | agency_code | valid_from | valid_until
                instagram:a | PEMKAB      | 2026-01-01 | 9999-12-31
                instagram:b | DINKES      | 2026-01-01 | 2026-07-01
                instagram:b | KEC-A       | 2026-07-01 | 9999-12-31
                instagram:c | DESA-A      | 2026-01-01 | 9999-12-31
                instagram:d | KEL-A       | 2026-01-01 | 9999-12-31
                instagram:e | RSUD        | 2026-01-01 | 9999-12-31""",
            "warehouse.unit": """
                agency_code | peer_group | tier      | region_code   | kecamatan_code | village_code
                PEMKAB      | induk      | regency   |               |                |
                DINKES      | dinas      | agency    |               |                |
                KEC-A       | kecamatan  | kecamatan | 35.18.01      | 35.18.01       |
                DESA-A      | desa       | village   | 35.18.01.2001 | 35.18.01       | 35.18.01.2001
                KEL-A       | kelurahan  | village   | 35.18.02.1001 | 35.18.02       | 35.18.02.1001
                RSUD        | layanan    | agency    | 35.18.02.1001 |                |""",
        },
        """
        account_id  | agency_code | tier      | kecamatan_code | village_code  | valid_from | valid_until
        instagram:a | PEMKAB      | regency   |                |               | 2026-01-01 | 9999-12-31
        instagram:b | DINKES      | agency    |                |               | 2026-01-01 | 2026-07-01
        instagram:b | KEC-A       | kecamatan | 35.18.01       |               | 2026-07-01 | 9999-12-31
        instagram:c | DESA-A      | village   | 35.18.01       | 35.18.01.2001 | 2026-01-01 | 9999-12-31
        instagram:d | KEL-A       | village   | 35.18.02       | 35.18.02.1001 | 2026-01-01 | 9999-12-31
        instagram:e | RSUD        | agency    |                |               | 2026-01-01 | 9999-12-31""",
    )


def test_the_latest_decision_counts_under_whichever_original_it_was_said():
    run_model(
        "warehouse.link_decision",
        {
            "warehouse.message_post": """
                message_id | post_id
                m1         | m1
                m1         | m1-fb""",
            "staging.link_word": """
                event_sha256 | said_by | said_at    | message_post_id | post_id | carries | is_clear | parent_account_id
                a            | ani     | 2026-06-10 | m1              | p1      | true    | true     |
                b            | budi    | 2026-06-11 | m1-fb           | p1      | false   | true     |
                c            | ani     | 2026-06-10 | m1              | p2      | true    | true     |
                d            | budi    | 2026-06-11 | m1              | p2      |         | true     |
                e            | budi    | 2026-06-11 | m1              | p3      |         | true     | x:camat
                f            | budi    | 2026-06-11 | m1              | p4      |         |          |
                g            | budi    | 2026-06-11 | lain            | p5      | true    | true     |""",
        },
        """
        message_id | post_id | carries | parent_account_id | said_by
        m1         | p1      | false   |                   | budi
        m1         | p3      |         | x:camat           | budi""",
    )


def test_an_excuse_lasts_until_it_is_taken_back():
    run_model(
        "warehouse.duty_excuse",
        {
            "warehouse.message_post": """
                message_id | post_id
                m1         | m1""",
            "warehouse.agency": """
                agency_code
                DINKES
                KEC-A""",
            "staging.excuse_word": """
                event_sha256 | said_at          | post_id | agency_code | reason
                a            | 2026-06-10 08:00 | m1      | DINKES      | sakit
                b            | 2026-06-10 09:00 | m1      | DINKES      |
                c            | 2026-06-10 08:00 | m1      | KEC-A       | listrik
                d            | 2026-06-10 08:00 | m1      | TIADA       | sakit""",
        },
        """
        message_id | agency_code | reason
        m1         | KEC-A       | listrik""",
    )
