"""What must hold whatever happens: twice is once, order is no matter, a rebuild changes nothing, nothing gets lost."""

import random
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from etl.demo import DemoFile
from tests.instance import ACCOUNTS, IG, Instance, instagram, post
from tests.small_demo import demo_files, new_instance, small_demo, with_files

OWNERS = (
    ACCOUNTS
    + "instagram,dinkes_contoh,17841400000000101,Dinkes (contoh),DINKES,2026-01-01,2026-06-10,\n"
    + "instagram,dinkes_contoh,17841400000000101,Dinkes (contoh),KOMINFO,2026-06-11,,\n"
)
POSTS = {
    "raw.post": "select count(distinct post_key) from raw.post where fate = 0",
    "staging.post_record": "select count(distinct post_id) from staging.post_record",
    "warehouse.post": "select count(*) from warehouse.post",
    "warehouse.post_measure": "select count(*) from warehouse.post_measure",
    "marts.posts": "select count(*) from marts.posts",
    "marts.snapshot": "select posts from marts.snapshot",
}


def rebuilt(here: Instance) -> dict[str, str]:
    done = here.etl("rebuild")
    assert done.code in (0, 3, 4), done.err
    return here.marts()


def unit_files() -> list:
    return [file for file in demo_files() if file.path.parent.name == "dinkes"][:9]


def without_arrival(marts: dict[str, str]) -> dict[str, str]:
    """Which of two files brought a row first is a matter of arrival, and told only on the list of files."""
    return {name: text for name, text in marts.items() if name != "marts.file"}


def random_exports(folder: Path, seed: int) -> list[DemoFile]:
    """Exports of the same few posts at random moments, with random blanks, blunders and collaborations."""
    chance = random.Random(seed)
    files = []
    for number in range(3):
        rows = []
        for each in chance.sample(range(30), 12):
            changes = {
                name: chance.choice(["", 0, chance.randrange(500)]) for name in ("Views", "Reach", "Likes", "Saves")
            }
            if chance.random() < 0.1:
                changes["Likes"] = "3.Apr"
            if chance.random() < 0.2:
                changes |= {"Account_username": "kec_contoh", "Account_ID": 17_841_400_000_000_202}
            rows.append(post(each, **changes))
        moment = datetime(2026, 7, chance.randrange(1, 28), 8, tzinfo=UTC)
        files.append(DemoFile(instagram(folder / f"{number}.csv", *rows), None, moment))
    return files


def test_records_are_accounted_for_file_by_file():
    sums = "records - loaded - set_aside - non_post - known"
    assert small_demo().ask(f"select * from raw.file where {sums} <> 0") == []
    [(records, rows)] = small_demo().ask("select sum(records), count(*) from raw.file")
    assert rows > 50 and records > 1_000


def test_every_row_set_aside_can_be_looked_at():
    counted = "select sum(set_aside) from marts.file"
    shown = "select count(distinct (sha256, part, record)) from marts.set_aside"
    assert small_demo().ask(counted) == small_demo().ask(shown)


def test_no_post_is_lost_between_the_layers():
    counts = {layer: small_demo().ask(sql)[0][0] for layer, sql in POSTS.items()}
    assert len(set(counts.values())) == 1 and counts["marts.posts"] > 100, counts


def test_every_post_is_credited_once():
    twice = "select post_id from warehouse.post_account where role = 'owner' group by post_id having count(*) > 1"
    assert small_demo().ask(twice) == []
    by_unit = "select sum(posts) from marts.agency_day"
    assert small_demo().ask(by_unit) == small_demo().ask(
        "select count(*) from marts.posts where agency_code is not null and published_on is not null"
    )


def test_loading_everything_twice_is_loading_it_once(tmp_path):
    here = new_instance(tmp_path)
    with_files(here, unit_files())
    once = here.marts()
    assert {report.status for report in with_files(here, unit_files())} == {"duplicate"}
    assert here.marts() == once


def test_the_order_of_files_does_not_matter(tmp_path):
    forwards, backwards = new_instance(tmp_path / "a"), new_instance(tmp_path / "b")
    with_files(forwards, unit_files())
    with_files(backwards, reversed(unit_files()))
    assert without_arrival(backwards.marts()) == without_arrival(forwards.marts())
    records = "select sha256, part, records, set_aside, non_post, loaded + known from marts.file order by all"
    assert forwards.ask(records) == backwards.ask(records)


def test_building_after_every_file_is_building_once_and_a_rebuild_changes_nothing(tmp_path):
    here = new_instance(tmp_path)
    with_files(here, unit_files(), each=True)
    step_by_step = here.marts()
    assert rebuilt(here) == step_by_step


@pytest.mark.parametrize("seed", range(3))
def test_random_exports_in_random_order_give_the_same_marts(tmp_path, seed):
    files = random_exports(tmp_path, seed)
    here, other = (Instance(tmp_path / name).refer("accounts.csv", OWNERS) for name in "ab")
    with_files(here, files, each=True)
    with_files(other, random.Random(seed).sample(files, len(files)))
    built = here.marts()
    assert without_arrival(other.marts()) == without_arrival(built)
    assert rebuilt(here) == built


def test_what_is_said_later_gives_the_marts_of_having_said_it_at_once(tmp_path):
    later, at_once = (Instance(tmp_path / name).refer("accounts.csv", OWNERS) for name in "ab")
    first, second, _ = random_exports(tmp_path, 7)
    sha256 = with_files(later, [first, second])[0].sha256
    later.etl("assign", sha256, "--exported-at", "2026-07-30T08:00:00+00:00")
    later.up_to_date()
    with_files(at_once, [replace(first, exported_at=datetime(2026, 7, 30, 8, tzinfo=UTC)), second])
    assert without_arrival(later.marts()) == without_arrival(at_once.marts())


def test_an_account_that_moved_leaves_its_old_posts_with_the_unit_of_that_day(tmp_path):
    here = Instance(tmp_path).refer("accounts.csv", OWNERS)
    here.up_to_date(
        instagram(
            tmp_path / "a.csv", post(1, Publish_time="06/10/2026 09:59"), post(2, Publish_time="06/10/2026 10:01")
        )
    )
    assert here.ask("select published_on::varchar, agency_code from marts.posts order by post_id") == [
        ("2026-06-10", "DINKES"), ("2026-06-11", "KOMINFO"),
    ]  # fmt: skip


def test_a_collab_in_two_exports_is_one_post_of_its_owner(tmp_path):
    here = Instance(tmp_path).refer("accounts.csv", OWNERS)
    other = {"Account_ID": 17_841_400_000_000_202, "Account_username": "kec_contoh"}
    here.etl("load", instagram(tmp_path / "a.csv", post(1), post(2), post(9, Reach="", **other)))
    here.up_to_date(instagram(tmp_path / "b.csv", post(9, Reach=812, **other), post(8, **other)))
    assert here.ask("select account_id, partners, reach from marts.posts where reach = 812") == [
        ("instagram:kec_contoh", IG, 812)
    ]
    assert here.ask("select account_id, posts from marts.account order by 1") == [
        (IG, 2), ("instagram:kec_contoh", 2),
    ]  # fmt: skip
