"""From posts to people: estimated reach, placement, villages and the next best account, on a small regency."""

from math import floor, prod

import duckdb
import pytest

from etl.reach_estimate import reach_estimates
from tests.messages import FLOOD, loaded, office, published
from tests.models import create, shapes
from tests.reach_world import MESSAGE, POSTS, UNITS, people_of, rows
from ui.questions import question

REACH = "select account_id, round(reach, 6), reach_basis, followers, round(ratio, 4) from marts.message_reach"
VILLAGES = "select village_code, {} from marts.message_village order by village_code desc"
PAST = """
    post_id      | account_id      | platform  | published_at     | published_on | reach
    instagram:m1 | instagram:kab   | instagram | 2026-06-10 08:00 | 2026-06-10   | 2000
    instagram:k1 | instagram:camat | instagram | 2026-06-10 12:00 | 2026-06-10   |
    instagram:k2 | instagram:camat | instagram | 2026-05-01 12:00 | 2026-05-01   | 100
    instagram:k3 | instagram:camat | instagram | 2026-05-02 12:00 | 2026-05-02   | 300
    instagram:k4 | instagram:camat | instagram | 2026-05-03 12:00 | 2026-05-03   | 180
    instagram:k5 | instagram:camat | instagram | 2026-06-10 08:00 | 2026-06-10   | 9000"""
FOLLOWERS = """
    account_id      | day        | followers | reported_on
    instagram:camat | 2026-05-02 | 600       | 2026-05-02
    instagram:camat | 2026-05-03 | 600       | 2026-05-02
    instagram:camat | 2026-06-01 | 1000      | 2026-06-01"""


def reach_of(con: duckdb.DuckDBPyConnection, account: str) -> tuple:
    [found] = [found[1:] for found in rows(con, REACH) if found[0] == f"instagram:{account}"]
    return found


def test_the_case_worked_out_by_hand_comes_out_of_the_tables():
    con = people_of()
    people = VILLAGES.format("online, people_low, people_point, people_high, state")
    assert rows(con, people) == [
        ("35.18.02.2002", None, None, None, None, "none"),
        ("35.18.02.2001", 4000, 800, 836, 880, "none"),
        ("35.18.01.2001", 1000, 444, 622, 655, "own"),
        ("35.18.01.1002", 3000, 675, 1116, 1175, "indirect"),
    ]
    assert rows(con, "select sum(people_low), sum(people_point), sum(people_high) from marts.message_village") == [
        (1919, 2574, 2710)
    ]


def test_reach_that_was_reported_is_taken_as_it_is():
    assert reach_of(people_of(), "camat") == (1000, "reported", None, None)


def test_reach_is_estimated_from_followers_and_the_accounts_own_past_before_the_message():
    # ratios: 100 / 600 (first count after), 300 / 600, 180 / 600; median 0.3; 1,000 followers on the day: 300
    con = people_of(warehouse_post=PAST, warehouse_follower_day=FOLLOWERS)
    assert reach_of(con, "camat") == (300, "account", 1000, 0.3)


def test_without_followers_the_accounts_own_usual_reach_stands():
    assert reach_of(people_of(warehouse_post=PAST), "camat") == (180, "account", None, None)


def test_without_a_past_the_ratio_of_the_tier_stands():
    # the other village: 50 / 500 and 70 / 500, median 0.12; this one has 200 followers: 24
    past = """
    post_id      | account_id     | platform  | published_at     | published_on | reach
    instagram:j1 | instagram:jauh | instagram | 2026-05-01 12:00 | 2026-05-01   | 50
    instagram:j2 | instagram:jauh | instagram | 2026-05-02 12:00 | 2026-05-02   | 70"""
    followers = """
    account_id     | day        | followers | reported_on
    instagram:jauh | 2026-05-01 | 500       | 2026-05-01
    instagram:desa | 2026-06-01 | 200       | 2026-06-01"""
    assert reach_of(people_of(warehouse_post=past, warehouse_follower_day=followers), "desa") == (24, "tier", 200, 0.12)
    assert reach_of(people_of(warehouse_post=past), "desa") == (60, "tier", None, None)


def test_missing_reach_stays_missing():
    con = people_of(warehouse_post="")
    assert reach_of(con, "desa") == (None, "unknown", None, None)
    assert rows(con, "select count(*) from marts.message_reach where p_everywhere is not null") == [(0,)]
    assert rows(con, "select count(people_point), count(*) from marts.message_village") == [(0, 4)]


def test_local_share_comes_from_the_audience_where_it_was_exported():
    towns = """
    file_sha256 | part | record | dimension | member             | share | observed_at      | account_id
    a           |      | 1      | city      | Nganjuk, Indonesia | 0.6   | 2026-06-01 08:00 | instagram:kab
    a           |      | 2      | city      | Kediri, Indonesia  | 0.1   | 2026-06-01 08:00 | instagram:kab"""
    con = people_of(staging_audience_record=towns)
    asked = "select account_id, local_share, local_basis from marts.message_reach order by account_id"
    assert rows(con, asked) == [
        ("instagram:camat", 1.0, "default"), ("instagram:desa", 1.0, "default"), ("instagram:kab", 0.6, "audience"),
    ]  # fmt: skip


def test_an_account_of_no_unit_adds_nothing():
    con = people_of(warehouse_account_unit="\n".join(line for line in UNITS.splitlines() if ":kab" not in line))
    asked = "select p_everywhere, local_basis from marts.message_reach where account_id = 'instagram:kab'"
    assert rows(con, asked) == [(None, None)]


def test_the_next_best_account_worked_out_by_hand():
    # the far village's account reaches 2,000 (its usual): 1,482 people more in its own village, see test_reach.py;
    # the agency's reaches 400, half of them here: p 200 / 8,000 = 0.025 everywhere
    #   1,000 online: high 1 - 0.344875 x 0.975 = 0.66374688, point 0.63055953 -> 631, before 622: 9
    #   3,000 online: high 1 - 0.608375 x 0.975 = 0.40683437, point 0.38649266 -> 1,159, before 1,116: 43
    #   4,000 online: high 1 - 0.78 x 0.975 = 0.2395, point 0.227525 -> 910, before 836: 74; together 126
    past = """
    instagram:j1 | instagram:jauh  | instagram | 2026-06-11 12:00 | 2026-06-11   | 2000
    instagram:j2 | instagram:jauh  | instagram | 2026-06-12 12:00 | 2026-06-12   | 2000
    instagram:o1 | instagram:dinas | instagram | 2026-06-12 12:00 | 2026-06-12   | 300
    instagram:o2 | instagram:dinas | instagram | 2026-06-13 12:00 | 2026-06-13   | 500"""
    con = people_of(warehouse_post=POSTS + past)
    assert rows(con, "select * exclude (account_handle, agency_name) from marts.next_node") == [
        ("instagram:m1", 1, "instagram:jauh", "DESA-35.18.02.2001", "village", 2000, "account", 1482, 1),
        ("instagram:m1", 2, "instagram:dinas", "DINKES", "agency", 400, "account", 126, 0),
    ]


def test_a_withdrawn_message_has_people_but_no_next_account():
    con = people_of(warehouse_message=MESSAGE.replace("false", "true"))
    assert rows(con, "select sum(people_point) from marts.message_village") == [(2574,)]
    assert rows(con, "select count(*) from marts.next_node") == [(0,)]


def test_accounts_whose_owner_left_are_no_candidates():
    past = """
    instagram:j1 | instagram:jauh | instagram | 2026-06-11 12:00 | 2026-06-11 | 2000
    instagram:j2 | instagram:jauh | instagram | 2026-06-12 12:00 | 2026-06-12 | 2000"""
    gone = UNITS.replace("35.18.02.2001 | 2000-01-01 | 2100-01-01", "35.18.02.2001 | 2000-01-01 | 2026-06-20")
    con = people_of(warehouse_post=POSTS + past, warehouse_account_unit=gone)
    assert rows(con, "select account_id from marts.next_node") == []


def test_without_messages_no_post_is_looked_at():
    con = people_of(warehouse_message="", warehouse_message_post="", warehouse_repost="")
    assert [rows(con, f"select count(*) from marts.{name}") for name in ("message_reach", "next_node")] == [[(0,)]] * 2
    create(con, "main.unreadable", shapes()["warehouse.post"], POSTS)
    con.execute("drop table warehouse.post")
    con.execute("create view warehouse.post as select * from main.unreadable where error('read') is null")
    reach_estimates(con, {"reach": {}}, True)
    with pytest.raises(duckdb.InvalidInputException):
        con.sql("select * from warehouse.post").to_arrow_table()


@pytest.mark.parametrize("village", ["35.18.01.2001", "35.18.01.1002", "35.18.02.2001"])
def test_every_figure_of_a_village_can_be_computed_again_from_what_is_shown(village):
    con = people_of(warehouse_post=POSTS.replace("| 500", "| 50000"))  # far more people than the village has online
    table = con.sql(question("village_arithmetic").sql, params={"message": "instagram:m1", "village": village})
    shown = table.to_arrow_table().to_pylist()
    share = [min(1.0, one["p_everywhere"] + (one["p_kecamatan"] or 0) + (one["p_village"] or 0)) for one in shown]
    assert share == [one["share"] for one in shown] and len(share) == 3
    low, high = max(share), 1 - prod(1 - one for one in share)
    point = max(low, 0.95 * high)
    for one in shown:
        assert (one["low"], one["point"], one["high"]) == pytest.approx((low, point, high), abs=1e-12)
        people = tuple(floor(part * one["online"] + 0.5) for part in (one["low"], one["point"], one["high"]))
        assert people == (one["people_low"], one["people_point"], one["people_high"])


def test_the_arithmetic_shows_an_account_of_unknown_reach_without_a_share():
    con = people_of(warehouse_post="\n".join(line for line in POSTS.splitlines() if "k1" not in line))
    asked = question("village_arithmetic").sql
    shown = con.sql(asked, params={"message": "instagram:m1", "village": "35.18.02.2001"}).to_arrow_table().to_pylist()
    assert [(one["account_id"], one["share"], one["reach_basis"]) for one in shown][-1] == (
        "instagram:camat", None, "unknown",
    )  # fmt: skip
    assert shown[0]["placed_by"] == "everywhere"


def test_people_come_out_of_exports_whichever_way_they_were_built(tmp_path):
    here = loaded(office(tmp_path), published(1, "2026-06-10 09:00", FLOOD))
    loaded(here, published(2, "2026-06-10 12:00", FLOOD, "desa_contoh"), name="desa.csv")
    loaded(here, published(3, "2026-06-11 12:00", FLOOD, "kecpace_contoh"), name="kecamatan.csv")
    [(state, people, online)] = here.ask(
        "select state, people_point, online from marts.message_village where village_code = '35.18.01.2001'"
    )
    assert state == "own" and 0 < people < online
    summed = "select sum(people_low), sum(people_point), sum(people_high), sum(online) from marts.message_village"
    assert here.ask(summed) == here.ask("select people_low, people_point, people_high, online from marts.message")
    assert here.ask("select count(distinct account_id) from marts.message_reach") == [(3,)]
    before, done = here.marts(), here.etl("rebuild")
    assert done.code in (0, 3)
    after = here.marts()
    assert [name for name in before if before[name] != after[name]] == []
