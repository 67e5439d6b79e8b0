"""The log of questions and complaints: what people type into it, what is never kept, and how fast an answer came."""

from datetime import UTC, datetime

from tests.instance import ACCOUNTS, IG, Instance, instagram, post, written
from tests.models import run_model
from tests.staged import GOLDEN, staged

FOLDER = GOLDEN / "comment_log"
COLUMNS = "record, post_named, account_text, asked_at, asked_on::varchar, needs_answer, answered_at, is_answered"
HEADER = "Tautan unggahan,Akun,Waktu komentar,Perlu dijawab (ya/tidak),Waktu balasan resmi\n"
OWNER = ACCOUNTS + "instagram,dinkes_contoh,17841400000000101,Dinkes (contoh),DINKES,2026-01-01,,\n"


def moment(day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """WIB."""
    return datetime(2026, 6, day, hour - 7, minute, second, tzinfo=UTC)


def test_a_sheet_is_read_row_by_row_and_a_blank_link_is_the_one_above(tmp_path):
    with staged(tmp_path, FOLDER / "log_komentar.csv") as file:
        first, thanks, closed, by_day, done = file.rows(COLUMNS, "comment")
        assert file.rows("forwarded_on::varchar, is_forwarded", "comment")[2:] == [
            ("2026-06-25", True), (None, False), (None, True),
        ]  # fmt: skip
    asked = moment(23, 10, 15, 30)
    assert first == (
        1, "instagram:DZxYw1CBq2r", "@dinkes_contoh", asked, "2026-06-23", True, moment(23, 13), True,
    )  # fmt: skip
    assert thanks[1:3] == first[1:3] and thanks[5:] == (False, None, False)
    assert closed[3] == moment(24, 7, 30) and closed[6:] == (None, False)
    assert by_day[1:] == (None, "@dinkes_contoh", None, "2026-06-24", True, moment(24, 15), True)
    assert done[5:] == (None, None, True), "answered, but nobody wrote when"


def test_a_form_with_the_hour_in_a_column_of_its_own_is_understood(tmp_path):
    with staged(tmp_path, FOLDER / "formulir_aduan.csv") as file:
        first, second = file.rows(
            "ticket, agency_text, asked_at, answered_at, asked_on::varchar, is_answered", "comment"
        )
    assert first[:4] == ("DKS-001", "Dinas Kesehatan", moment(22, 21, 5), moment(23, 8, 10))
    assert second[2:] == (None, None, "2026-06-23", False)


def test_names_and_words_of_citizens_are_nowhere_in_the_warehouse(tmp_path):
    with staged(tmp_path, FOLDER / "log_komentar.csv") as file:
        everything = repr([file.con.execute(f"select * from raw.{t}").fetchall() for t in ("comment", "set_aside")])
        assert file.part.set_aside == 2 and "31/02/2026" in everything
        assert "Warga Contoh" not in everything and "jadwalnya" not in everything
        [told] = file.part.notices
    assert told.startswith("Kolom “Nama penanya”, “Isi komentar” dikenali dan tidak disimpan;")


def test_what_is_neither_a_time_nor_a_yes_is_set_aside(tmp_path):
    with staged(tmp_path, FOLDER / "log_komentar.csv") as file:
        assert file.reasons() == {
            6: [("Waktu komentar", "31/02/2026 08:00")], 7: [("Perlu dijawab (ya/tidak)", "mungkin")],
        }  # fmt: skip
        assert file.part.non_post == 2


def test_of_a_log_that_grew_the_newest_row_counts():
    run_model(
        "staging.comment_record",
        given={
            "raw.comment": """
            file_sha256 | part | record | link | asked_at         | is_answered | answered_at      | observed_at
            a           |      | 1      | l1   | 2026-06-01 08:00 | false       |                  | 2026-06-02 08:00
            a           |      | 2      | l1   | 2026-06-01 08:00 | false       |                  | 2026-06-02 08:00
            b           |      | 1      | l1   | 2026-06-01 08:00 | true        | 2026-06-01 09:00 | 2026-06-09 08:00
            b           |      | 2      | l1   | 2026-06-01 08:00 | false       |                  | 2026-06-09 08:00
            """
        },
        expect="""
            file_sha256 | record | asked_on   | is_answered | answered_at
            b           | 1      | 2026-06-01 | true        | 2026-06-01 09:00
            b           | 2      | 2026-06-01 | false       |
        """,
    )


def answers(rows: str, expect: str, observed_at: str = "2026-06-20 08:00") -> None:
    """`asked_at | asked_on | is_answered | answered_at | answered_on` to what is made of them, in order."""
    numbered = [f"{n} | {row} | {observed_at} | Dinkes" for n, row in enumerate(rows.strip().splitlines(), 1)]
    head = "comment_id | asked_at | asked_on | is_answered | answered_at | answered_on | observed_at | agency_text"
    made = [f"{n} | {row}" for n, row in enumerate(expect.strip().splitlines(), 1)]
    run_model(
        "warehouse.comment_answer",
        given={
            "staging.comment_record": "\n".join([head, *numbered]),
            "warehouse.clock": "data_as_of | today \n 2026-06-20 08:00 | 2026-06-20",
            "warehouse.log_name": "kind | said | found \n unit | Dinkes | DINKES",
        },
        expect="\n".join(["comment_id | hours | is_open | is_in_time", *made]),
    )


def test_an_answer_is_in_time_within_24_hours():
    answers(
        """2026-06-01 08:00 | 2026-06-01 | true | 2026-06-01 11:30 | 2026-06-01
        2026-06-01 08:00 | 2026-06-01 | true | 2026-06-02 08:00 | 2026-06-02
        2026-06-01 08:00 | 2026-06-01 | true | 2026-06-02 08:01 | 2026-06-02""",
        "3.5 | false | true \n 24 | false | true \n 24.0167 | false | false",
    )


def test_a_question_without_an_answer_is_late_only_after_24_hours():
    answers(
        "2026-06-19 08:00 | 2026-06-19 | false | | \n 2026-06-19 08:01 | 2026-06-19 | false | | ",
        " | false | false \n | true | ",
    )


def test_a_log_that_ends_earlier_says_nothing_of_what_was_still_young_then():
    answers("2026-06-09 09:00 | 2026-06-09 | false | | ", " | true | ", observed_at="2026-06-10 08:00")


def test_days_without_hours_decide_only_what_they_can():
    answers(
        """ | 2026-06-01 | true | 2026-06-01 15:00 | 2026-06-01
         | 2026-06-01 | true | | 2026-06-02
         | 2026-06-01 | true | | 2026-06-04
        2026-06-01 08:00 | 2026-06-01 | true | | """,
        " | false | true \n | false | \n | false | false \n | false | ",
    )


def test_an_answer_before_its_question_or_after_the_log_is_no_answer_to_judge():
    answers(
        """2026-06-05 08:00 | 2026-06-05 | true | 2026-06-04 08:00 | 2026-06-04
        2026-06-05 08:00 | 2026-06-05 | true | 2026-07-05 08:00 | 2026-07-05""",
        " | false | \n | false | ",
    )


def test_from_two_files_to_the_share_of_answers_of_the_unit_that_owns_the_post(tmp_path):
    here = Instance(tmp_path).refer("accounts.csv", OWNER)
    link = "https://www.instagram.com/p/10000000001/"
    replies = {13: "13/06/2026 21:30", 14: "", 15: "sudah"}
    rows = [f"{link},,{day}/06/2026 20:00,ya,{reply}\n" for day, reply in replies.items()]
    named = ",@dinkes_contoh,16/06/2026 09:00,,17/06/2026 08:00\n,@dinkes_contoh,16/06/2026 09:30,tidak,\n"
    log = written(tmp_path / "log.csv", HEADER + "".join(rows) + named + ",@siapa_contoh,16/06/2026 10:00,ya,\n")
    here.etl("load", log, "--exported-at", "2026-07-01T08:00")
    here.up_to_date(instagram(tmp_path / "a.csv", post(1)), "--exported-at", "2026-07-01T08:00")
    found = "select agency_code, account_id, post_id, is_in_time from warehouse.comment_answer order by asked_at"
    on_post = ("DINKES", IG, "instagram:10000000001")
    assert here.ask(found) == [
        (*on_post, True), (*on_post, False), (*on_post, None), ("DINKES", IG, None, True), (None, None, None, False),
    ]  # fmt: skip
    share = "select month::varchar, value, numerator, denominator, low < value, high > value"
    [measured] = here.ask(f"{share} from warehouse.account_measure where measure = 'answered_share'")
    assert measured == ("2026-06-01", 0.666667, 2, 3, True, True)


def test_exports_of_a_growing_log_give_the_same_in_any_order_and_after_a_rebuild(tmp_path):
    row = "https://www.instagram.com/p/10000000001/,,13/06/2026 20:00,ya,{}\n"
    early = written(tmp_path / "early.csv", HEADER + row.format(""))
    late = written(tmp_path / "late.csv", HEADER + row.format("14/06/2026 07:00") + row.format("").replace("13", "28"))
    taken = {early: "2026-06-15T08:00", late: "2026-06-30T08:00"}
    read = "select asked_at, answered_at, hours, is_in_time, is_open from warehouse.comment_answer order by asked_at"
    found = []
    for name, files in (("a", (early, late)), ("b", (late, early))):
        here = Instance(tmp_path / name).refer("accounts.csv", OWNER)
        here.up_to_date(instagram(tmp_path / "posts.csv", post(1)), "--exported-at", "2026-06-30T08:00")
        for file in files:
            here.up_to_date(file, "--exported-at", taken[file])
        found.append(here.ask(read))
    assert here.etl("rebuild").code == 0
    assert found[0] == found[1] == here.ask(read) and [row[2:] for row in found[0]] == [
        (11.0, True, False), (None, False, False),
    ]  # fmt: skip
