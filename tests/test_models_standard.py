"""The models of the posting standard on small tables: people over the machine, and what is counted of it."""

from tests.models import run_model

BINDING = """
    valid_from | valid_until | binding
    2026-02-13 | 2026-07-01  | [no_personal_praise, personal_data_hidden]
    2026-07-01 | 9999-12-31  | [personal_data_hidden]"""
ENTRY = "[{{'rule_id': {}, 'verdict': {}, 'start': 0, 'stop': 3, 'why': x, 'rule_version': 1}}]".format
PRAISE, OPEN, MANY = (ENTRY(*each) for each in (
    ("no_personal_praise", "fail"), ("personal_data_hidden", "abstain"), ("readable_hashtags", "fail")
))  # fmt: skip


def test_a_decided_label_decides_the_rules_that_rest_on_it():
    run_model(
        "warehouse.decided_rule",
        {
            "warehouse.label_decision": """
                post_id | label                | value   | reason | said_by
                p1      | emphasis             | service | jelas  | ani
                p2      | emphasis             | mixed   |        | ani
                p3      | emphasis             | figure  |        | ani
                p4      | emphasis             | neither |        | ani
                p5      | unsourced_claim_risk | true    |        | ani
                p5      | personal_data        | false   |        | ani
                p5      | smart_city_cta       | false   |        | ani
                p5      | stale_slogan         | true    |        | ani
                p5      | ai_declared          | false   |        | ani
                p5      | educational          | true    |        | ani"""
        },
        """
        post_id | rule_id              | verdict        | why
        p1      | no_personal_praise   | pass           | Diputuskan petugas: jelas.
        p1      | service_first        | pass           | Diputuskan petugas: jelas.
        p2      | no_personal_praise   | fail           | Diputuskan petugas.
        p2      | service_first        | pass           | Diputuskan petugas.
        p3      | no_personal_praise   | fail           | Diputuskan petugas.
        p3      | service_first        | fail           | Diputuskan petugas.
        p4      | no_personal_praise   | pass           | Diputuskan petugas.
        p4      | service_first        | not_applicable | Diputuskan petugas.
        p5      | sourced_claims       | fail           | Diputuskan petugas.
        p5      | personal_data_hidden | pass           | Diputuskan petugas.
        p5      | app_with_step        | fail           | Diputuskan petugas.
        p5      | current_slogan       | fail           | Diputuskan petugas.
        p5      | ai_media_declared    | not_applicable | Diputuskan petugas.""",
    )


def test_an_answered_appeal_outranks_a_word_on_ai_media_and_this_a_label():
    run_model(
        "warehouse.decided_rule",
        {
            "warehouse.label_decision": """
                post_id | label       | value  | said_by
                p1      | emphasis    | figure | ani
                p1      | ai_declared | true   | ani
                p2      | ai_declared | true   | ani""",
            "warehouse.ai_mark": """
                post_id | declared | note        | said_by
                p1      | false    | tidak ditulis | budi
                p2      | false    |             | budi""",
            "warehouse.rule_decision": """
                post_id | rule_id            | verdict | reason  | said_by
                p1      | no_personal_praise | pass    | kutipan | kepala
                p2      | ai_media_declared  | pass    | ada     | kepala""",
        },
        """
        post_id | rule_id            | verdict | said_by
        p1      | no_personal_praise | pass    | kepala
        p1      | service_first      | fail    | ani
        p1      | ai_media_declared  | fail    | budi
        p2      | ai_media_declared  | pass    | kepala""",
    )


def test_what_people_decided_stands_in_the_evidence_with_the_version_of_the_day():
    run_model(
        "warehouse.decided_entry",
        {
            "warehouse.machine_judgement": """
                post_id | judged_on
                p1      | 2026-06-30
                p2      | 2026-07-01
                p3      | 2026-02-01
                p4      | 2026-06-30""",
            "warehouse.standard_rule": """
                rule_id            | version | valid_from | valid_until
                no_personal_praise | 1       | 2026-02-13 | 2026-07-01
                no_personal_praise | 2       | 2026-07-01 | 9999-12-31""",
            "warehouse.decided_rule": """
                post_id | rule_id            | verdict        | why
                p1      | no_personal_praise | fail           | a
                p2      | no_personal_praise | pass           | b
                p3      | no_personal_praise | pass           | c
                p4      | no_personal_praise | not_applicable | d
                p9      | no_personal_praise | pass           | tanpa naskah""",
            "warehouse.label_decision": """
                post_id | label    | value   | reason
                p1      | emphasis | mixed   |
                p3      | brand    | true    | ada
                p3      | educational | false |
                p4      | emphasis | neither |""",
        },
        """
        post_id | replaced                         | entries
        p1 | [emphasis, no_personal_praise] | [{'rule_id': emphasis, 'verdict': mixed, 'start': NULL, 'stop': NULL, 'why': Diputuskan petugas., 'rule_version': NULL}, {'rule_id': no_personal_praise, 'verdict': fail, 'start': NULL, 'stop': NULL, 'why': a, 'rule_version': 1}]
        p2 | [no_personal_praise] | [{'rule_id': no_personal_praise, 'verdict': pass, 'start': NULL, 'stop': NULL, 'why': b, 'rule_version': 2}]
        p3 | [brand, educational, no_personal_praise] | [{'rule_id': brand, 'verdict': found, 'start': NULL, 'stop': NULL, 'why': 'Diputuskan petugas: ada.', 'rule_version': NULL}]
        p4 | [emphasis, no_personal_praise] |""",  # noqa: E501
    )


def test_a_word_of_staff_outranks_the_machine_label_by_label_and_the_rest_stays():
    run_model(
        "warehouse.post_judgement",
        {
            "warehouse.machine_judgement": f"""
                post_id | judged_on  | emphasis | educational | brand | ai_declared | evidence
                p1      | 2026-06-01 | figure   | true        |       | false       | {PRAISE}
                p2      | 2026-06-01 |          | false       | true  |             | {MANY}
                p3      | 2026-06-01 | figure   | false       | true  | true        | []""",
            "warehouse.decided_labels": """
                post_id | emphasis | brand
                p1      | service  | false""",
            "warehouse.decided_entry": """
                post_id | replaced                       | entries
                p1      | [emphasis, no_personal_praise] | []
                p3      | [ai_media_declared]            |""",
            "warehouse.ai_mark": """
                post_id | declared
                p3      | false""",
        },
        f"""
        post_id | emphasis | educational | brand | ai_declared | decided_by | machine_emphasis | evidence
        p1      | service  | true        | false | false       | staff      | figure           | []
        p2      |          | false       | true  |             | machine    |                  | {MANY}
        p3      | figure   | false       | true  | false       | staff      | figure           | []""",
    )


def test_shares_count_what_is_known_and_compliance_the_binding_rules_of_the_day():
    run_model(
        "warehouse.standard_count",
        {
            "warehouse.post_measure": """
                post_id | agency_code | published_on
                p1      | DINKES      | 2026-06-02
                p2      | DINKES      | 2026-06-03
                p3      | DINKES      | 2026-06-30
                p4      | DINKES      | 2026-07-01
                p5      |             | 2026-06-02
                p6      | DINKES      | 2026-02-12""",
            "warehouse.binding_rules": BINDING,
            "warehouse.post_judgement": f"""
                post_id | judged_on  | emphasis | smart_city | smart_city_cta | evidence
                p1      | 2026-06-02 | figure   | true       | false          | {PRAISE}
                p2      | 2026-06-03 | service  | true       |                | {MANY}
                p3      | 2026-06-30 |          | false      | true           | {OPEN}
                p4      | 2026-07-01 | figure   |            |                | {PRAISE}
                p5      | 2026-06-02 | service  |            |                | []
                p6      | 2026-02-12 | figure   |            |                | []""",
        },
        """
        agency_code | month      | measure         | numerator | denominator
        DINKES      | 2026-02-01 | service_share   | 0         | 1
        DINKES      | 2026-02-01 | figure_share    | 1         | 1
        DINKES      | 2026-06-01 | service_share   | 1         | 2
        DINKES      | 2026-06-01 | figure_share    | 1         | 2
        DINKES      | 2026-06-01 | app_share       | 2         | 3
        DINKES      | 2026-06-01 | app_step_share  | 0         | 1
        DINKES      | 2026-06-01 | compliant_share | 2         | 3
        DINKES      | 2026-07-01 | service_share   | 0         | 1
        DINKES      | 2026-07-01 | figure_share    | 1         | 1
        DINKES      | 2026-07-01 | compliant_share | 1         | 1""",
    )


def test_the_share_of_declared_ai_media_is_of_the_posts_known_to_have_any():
    run_model(
        "warehouse.standard_count",
        {
            "warehouse.post_measure": """
                post_id | agency_code | published_on
                p1      | DINKES      | 2026-02-01
                p2      | DINKES      | 2026-02-01
                p3      | DINKES      | 2026-02-01""",
            "warehouse.post_judgement": """
                post_id | judged_on  | ai_declared
                p1      | 2026-02-01 | true
                p2      | 2026-02-01 | false
                p3      | 2026-02-01 | false""",
            "warehouse.ai_mark": """
                post_id | declared
                p2      | false""",
        },
        """
        month      | measure           | numerator | denominator
        2026-02-01 | ai_declared_share | 1         | 2""",
    )
