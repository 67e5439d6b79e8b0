"""Captions judged in the warehouse: once per span of days, again only where caption, words, rules or code changed."""

import sys
from collections.abc import Iterator
from datetime import date
from types import ModuleType

import duckdb
import pytest

from etl.caption_rows import FEW, judged, rows
from etl.judge import JUDGES
from tests.judge_world import FIGURE, SERVICE, composed, judge
from tests.judged import prepared
from tests.models import create, shapes

NAME = "warehouse.caption_judgement"
HEAD = "post_id | published_on | caption\n"
POSTS = f"""
    p1 | 2026-02-01 | {FIGURE}
    p2 | 2026-06-01 | {FIGURE}
    p3 | 2026-06-02 | {FIGURE}
    p4 | 2026-06-03 | {SERVICE}
    p5 | 2026-06-03 |"""
RULE_HEAD = (
    "rule_id | version | scope | title | needs | measure | comparison | threshold | unsure | valid_from | valid_until\n"
)
TAGS = "readable_hashtags | {} | post | {} | [] | hashtag_count | at_most | {} | 0 | {} | {}\n"
RULES = RULE_HEAD + TAGS.format(1, "Tagar", 12, "2026-02-13", "9999-12-31")
WORD_HEAD = "kind | phrase | valid_from | valid_until\n"
WORDS = WORD_HEAD + "praise | sosok | 1900-01-01 | 9999-12-31\n"
OFFICIAL_HEAD = "name | aliases | valid_from | valid_until\n"
CLOCK = "data_as_of | today\n{0} 08:00 | {0}"
GIVEN = {
    "post": HEAD + POSTS, "standard_rule": RULES, "vocabulary": WORDS, "official": OFFICIAL_HEAD,
    "clock": CLOCK.format("2026-06-10"),
}  # fmt: skip
PLANTED = "ditanam"
ROWS = f"""
    select
        p.post_id, s.span, j.emphasis,
        [each.rule_version for each in j.evidence if each.rule_id = 'readable_hashtags']
    from (select *, coalesce(published_on, today) as day from warehouse.post cross join warehouse.clock) as p
    join warehouse.judged_span as s on p.day >= s.span and p.day < s.until
    join {NAME} as j on j.caption_key = hash(p.caption) and j.span = s.span
    order by p.post_id"""


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    """Posts judged once; every answer is then replaced, so that a row that is judged again shows."""
    with duckdb.connect() as con:
        prepared(con, NAME, **GIVEN)
        again(con)
        con.execute(f"update {NAME} set emphasis = '{PLANTED}'")
        yield con


def again(con: duckdb.DuckDBPyConnection, is_whole: bool = True, **changed: str) -> None:
    """Judge after these tables changed."""
    for table, text in changed.items():
        con.execute(f"drop table warehouse.{table}")
        create(con, f"warehouse.{table}", shapes()[f"warehouse.{table}"], text)
    JUDGES[NAME](con, {}, is_whole)


def kept(con: duckdb.DuckDBPyConnection) -> dict[str, bool]:
    """Per post whether its judgement is the one from before."""
    return {post_id: emphasis == PLANTED for post_id, _, emphasis, _ in con.execute(ROWS).fetchall()}


def count(con: duckdb.DuckDBPyConnection) -> int:
    return con.execute(f"select count(*) from {NAME}").fetchall()[0][0]


def test_a_caption_is_judged_once_per_span_however_often_it_was_posted(con):
    assert count(con) == 3
    assert [(post_id, span) for post_id, span, *_ in con.execute(ROWS).fetchall()] == [
        ("p1", date(1900, 1, 1)), ("p2", date(2026, 2, 13)), ("p3", date(2026, 2, 13)), ("p4", date(2026, 2, 13)),
    ]  # fmt: skip


@pytest.mark.parametrize("is_whole", [True, False])
def test_what_did_not_change_is_not_judged_again(con, is_whole):
    again(con, is_whole)
    assert kept(con) == dict.fromkeys(["p1", "p2", "p3", "p4"], True)


def test_a_new_and_a_changed_caption_are_judged_and_no_other(con):
    again(con, post=GIVEN["post"].replace(SERVICE, "Rapat.") + "\n p6 | 2026-06-04 | Halo")
    assert kept(con) == {"p1": True, "p2": True, "p3": True, "p4": False, "p6": False}
    assert count(con) == 4


def test_a_caption_nobody_has_any_more_is_forgotten(con):
    again(con, post=HEAD + "p4 | 2026-06-03 | " + SERVICE)
    assert (kept(con), count(con)) == ({"p4": True}, 1)


def test_a_post_that_moves_to_another_day_of_the_span_is_not_judged_again(con):
    again(con, post=GIVEN["post"].replace("2026-06-03", "2026-03-03"))
    assert all(kept(con).values())


def test_a_new_word_makes_only_the_posts_from_its_day_on_be_judged_again(con):
    again(con, vocabulary=WORDS + "praise | teladan | 2026-06-02 | 9999-12-31\n")
    assert kept(con) == {"p1": True, "p2": True, "p3": False, "p4": False}


def test_a_word_that_ends_makes_only_the_posts_after_it_be_judged_again(con):
    again(con, vocabulary=WORDS.replace("9999-12-31", "2026-06-02"))
    assert kept(con) == {"p1": True, "p2": True, "p3": False, "p4": False}


def test_an_official_makes_only_the_posts_from_the_first_day_in_office_be_judged_again(con):
    again(con, official=OFFICIAL_HEAD + "Marhaen | [Kang Marhaen] | 2026-06-02 | 2027-01-01\n")
    assert kept(con) == {"p1": True, "p2": True, "p3": False, "p4": False}


def test_a_new_version_of_a_rule_makes_only_the_posts_from_its_day_on_be_judged_again(con):
    two = TAGS.format(1, "Tagar", 12, "2026-02-13", "2026-06-02") + TAGS.format(
        2, "Tagar", 3, "2026-06-02", "9999-12-31"
    )
    again(con, standard_rule=RULE_HEAD + two)
    assert kept(con) == {"p1": True, "p2": True, "p3": False, "p4": False}
    assert {post_id: versions for post_id, *_, versions in con.execute(ROWS).fetchall()} == {
        "p1": [], "p2": [1], "p3": [2], "p4": [2],
    }  # fmt: skip


def test_a_threshold_put_right_makes_the_posts_of_its_term_be_judged_again(con):
    again(con, standard_rule=RULES.replace("| 12 ", "| 11 "))
    assert kept(con) == {"p1": True, "p2": False, "p3": False, "p4": False}


def test_another_title_of_a_rule_makes_nothing_be_judged_again(con):
    again(con, standard_rule=RULES.replace("Tagar", "Tagar secukupnya"))
    assert all(kept(con).values())


def test_judgements_by_other_code_are_made_anew(con):
    con.execute(f"update {NAME} set signature = signature + 1 where caption_key = hash(?)", [SERVICE])
    again(con, is_whole=False)
    assert kept(con) == {"p1": True, "p2": True, "p3": True, "p4": False}


def test_a_post_without_a_day_is_judged_as_on_the_newest_day_of_the_data(con):
    again(con, post=HEAD + f"p1 | | {SERVICE}")
    assert kept(con) == {"p1": True}
    again(con, clock=CLOCK.format("2026-02-01"))
    [(_, span, emphasis, versions)] = con.execute(ROWS).fetchall()
    assert (span, emphasis, versions) == (date(1900, 1, 1), "service", [])


def test_without_a_standard_and_without_posts_there_is_nothing_to_judge():
    with duckdb.connect() as con:
        prepared(con, NAME)
        again(con)
        assert count(con) == 0


def test_several_processes_give_the_rows_that_one_gives(monkeypatch: pytest.MonkeyPatch):
    # A page opened by a test before this one leaves itself as the main module, which a new process would then run.
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    spans = [date(2026, 6, 1), date(2024, 6, 1)]
    stretches = [(span, 7, list(range(len(composed()))), list(composed())) for span in spans]
    here = [rows(judge(), stretch) for stretch in stretches]
    assert list(judged(judge(), stretches, FEW + 1)) == list(judged(judge(), stretches, FEW)) == here
    assert [batch.num_rows for batch in here] == [len(composed())] * 2
