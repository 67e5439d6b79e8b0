"""The models of what people decide about captions, on small tables: whose word counts, and against what."""

from tests.models import run_model


def test_the_latest_word_on_a_label_counts():
    run_model(
        "warehouse.label_decision",
        {
            "warehouse.post": """
                post_id
                p1
                p2""",
            "warehouse.label_word": """
                event_sha256 | said_by | said_at          | post_id | label       | is_valid | value
                a            | ani     | 2026-06-10 08:00 | p1      | emphasis    | true     | figure
                b            | budi    | 2026-06-11 08:00 | p1      | emphasis    | true     | service
                c            | ani     | 2026-06-10 08:00 | p1      | educational | true     | true
                d            | budi    | 2026-06-12 08:00 | p1      | educational | false    | lucu
                e            | ani     | 2026-06-10 08:00 | p2      | brand       | true     | false
                f            | budi    | 2026-06-10 09:00 | p2      | brand       | true     |
                g            | budi    | 2026-06-10 09:00 | p3      | brand       | true     | true""",
        },
        """
        post_id | label       | value   | said_by
        p1      | emphasis    | service | budi
        p1      | educational | true    | ani""",
    )


def test_of_two_words_in_one_moment_the_same_one_always_counts():
    run_model(
        "warehouse.label_decision",
        {
            "warehouse.post": """
                post_id
                p1""",
            "warehouse.label_word": """
                event_sha256 | said_at          | post_id | label    | is_valid | value
                a            | 2026-06-10 08:00 | p1      | emphasis | true     | figure
                b            | 2026-06-10 08:00 | p1      | emphasis | true     | service""",
        },
        """
        post_id | label    | value
        p1      | emphasis | service""",
    )


def test_a_label_is_read_only_where_its_name_and_its_value_are_ours():
    run_model(
        "warehouse.label_word",
        {
            "warehouse.decided_label": """
                label
                emphasis
                educational
                brand""",
            "staging.judgement_word": """
                event_sha256 | labels
                a            | {"emphasis": "service", "educational": true, "brand": null}
                b            | {"emphasis": true, "educational": "ya", "$.\\"*]": 1}
                c            | {}
                d            |""",
        },
        """
        event_sha256 | label       | is_known | is_valid | value
        a            | emphasis    | true     | true     | service
        a            | educational | true     | true     | true
        a            | brand       | true     | true     |
        b            | emphasis    | true     | false    | true
        b            | educational | true     | false    | ya
        b            | $."*]       | false    | false    |
        c            | emphasis    | true     | true     |
        c            | educational | true     | true     |
        c            | brand       | true     | true     |""",
    )


def test_an_appeal_is_heard_for_the_unit_whose_post_it_is_and_its_last_answer_counts():
    run_model(
        "warehouse.appeal",
        {
            "warehouse.post_measure": """
                post_id | agency_code
                p1      | DINKES
                p2      |""",
            "warehouse.standard_rule": """
                rule_id            | version | scope
                no_personal_praise | 1       | post
                no_personal_praise | 2       | post
                service_share      | 1       | account""",
            "staging.appeal_word": """
                event_sha256 | post_id | rule_id            | agency_code | reason
                a            | p1      | no_personal_praise | DINKES      | kutipan
                b            | p1      | no_personal_praise | DISDIK      | bukan milik kami
                c            | p2      | no_personal_praise |             | akun tanpa unit
                d            | p3      | no_personal_praise | DINKES      | tidak ada
                h            | p1      | service_share      | DINKES      | aturan akun
                i            | p1      | tidak_ada          | DINKES      | aturan lain""",
            "staging.appeal_answer": """
                event_sha256 | said_at          | appeal_id | is_accepted | reason
                e            | 2026-06-10 08:00 | a         | true        | benar
                f            | 2026-06-10 09:00 | a         | false       | dibaca lagi
                g            | 2026-06-10 10:00 | a         |             | tidak jelas""",
        },
        """
        appeal_id | post_id | agency_code | state   | answer
        a         | p1      | DINKES      | refused | dibaca lagi
        c         | p2      |             | open    |""",
    )


def test_an_accepted_appeal_is_a_pass_decided_by_staff_until_a_later_one_is_refused():
    run_model(
        "warehouse.rule_decision",
        {
            "warehouse.appeal": """
                appeal_id | post_id | rule_id  | state    | answer | answered_by | answered_at
                a         | p1      | praise   | accepted | benar  | kepala      | 2026-06-10 08:00
                b         | p1      | praise   | open     |        |             |
                c         | p1      | capitals | accepted | benar  | kepala      | 2026-06-10 08:00
                d         | p1      | capitals | refused  | tidak  | kepala      | 2026-06-11 08:00""",
        },
        """
        post_id | rule_id | verdict | reason | said_by
        p1      | praise  | pass    | benar  | kepala""",
    )


def test_a_word_that_cannot_be_used_becomes_a_notice():
    run_model(
        "warehouse.judgement_notice",
        {
            "warehouse.post": """
                post_id
                p1""",
            "warehouse.post_measure": """
                post_id | agency_code
                p1      | DINKES""",
            "staging.judgement_word": """
                event_sha256 | post_id | labels
                a            | p1      |
                b            | p9      | {"emphasis": "service"}
                c            | p1      | {"lucu": true}""",
            "warehouse.label_word": """
                event_sha256 | label    | is_known | is_valid
                b            | emphasis | true     | true
                c            | lucu     | false    | false
                c            | brand    | true     | false""",
            "staging.appeal_word": """
                event_sha256 | post_id | rule_id | agency_code
                d            | p1      | praise  | DISDIK
                e            | p9      | praise  | DINKES""",
            "staging.appeal_answer": """
                event_sha256 | appeal_id | is_accepted
                f            | z         | true
                g            |           |""",
        },
        """
        event_sha256 | action             | kind
        a            | judgement-decided  | unclear
        b            | judgement-decided  | no_post
        c            | judgement-decided  | no_label
        c            | judgement-decided  | bad_value
        d            | judgement-appealed | other_unit
        e            | judgement-appealed | no_post
        f            | appeal-answered    | no_appeal
        g            | appeal-answered    | unclear""",
    )
