"""Publishing: a new file and a pointer; readers see the old state or the new one, never a half, never an error."""

import subprocess
import sys
import threading

import duckdb
import pytest

from etl.publish import current, publish, snapshots
from etl.warehouse import writing
from tests.instance import ROOT, Instance, instagram, post

TEN_TIMES = """
import sys, time
from etl.publish import publish
from etl.warehouse import writing
from landing.places import places
where = places(sys.argv[1])
with writing(where) as con:
    for _ in range(10):
        publish(con, where)
        time.sleep(0.05)
"""


@pytest.fixture
def here(tmp_path) -> Instance:
    return Instance(tmp_path).up_to_date(instagram(tmp_path / "a.csv", post(1), post(2)))


def publish_times(here: Instance, times: int) -> list[str]:
    with writing(here.where) as con:
        return [publish(con, here.where).name for _ in range(times)]


def test_a_snapshot_holds_the_marts_and_its_own_name(here):
    [name] = publish_times(here, 1)
    assert (here.where.published / "CURRENT").read_text() == f"{name}\n"
    assert here.published("select name from publication") == [(name,)]
    assert here.published("select count(*) from marts.posts") == [(2,)]
    assert not list(here.where.published.glob(".*"))


def test_the_last_three_snapshots_are_kept(here):
    names = publish_times(here, 5)
    assert snapshots(here.where) == names[-3:] and current(here.where) == names[-1]
    assert len(set(names)) == 5, "even within one second"


def test_rolling_back_goes_one_snapshot_at_a_time_and_then_says_so(here):
    first, second, third = publish_times(here, 3)
    assert [here.etl("rollback").code, current(here.where)] == [0, second]
    assert [here.etl("rollback").code, current(here.where)] == [0, first]
    done = here.etl("rollback")
    assert done.code == 1 and "lebih lama" in done.err and current(here.where) == first
    assert publish_times(here, 1)[0] > third


def test_publishing_before_anything_was_built_says_what_to_do(tmp_path):
    done = Instance(tmp_path).etl("publish")
    assert done.code == 1 and "build" in done.err and "Traceback" not in done.err


def test_a_check_that_says_stop_keeps_the_old_snapshot(here):
    [before] = publish_times(here, 1)
    with writing(here.where) as con:
        con.execute(
            "insert into marts.check_result values ('lost_posts', 'stop', 'Ada unggahan yang hilang.', 1, 'x:1')"
        )
    done = here.etl("publish")
    assert done.code == 1 and "Ada unggahan yang hilang. (x:1)" in done.err
    assert current(here.where) == before and snapshots(here.where) == [before]


def test_a_lost_post_is_noticed_and_stops_the_publication(here):
    with writing(here.where) as con:
        con.execute("delete from warehouse.post where post_id like '%2'")
    here.up_to_date()
    done = here.etl("publish")
    assert done.code == 1 and "hilang dari gudang data" in done.err
    assert here.etl("rebuild").code == 0 and here.etl("publish").code == 0


def test_a_warning_does_not_stop_the_publication(here):
    assert here.ask("select distinct severity from marts.check_result") == [("warn",)]
    assert here.etl("publish").code == 0


def test_a_snapshot_after_another_holds_what_a_first_one_would(here, tmp_path):
    publish_times(here, 1)
    here.up_to_date(instagram(tmp_path / "b.csv", post(2, Likes=99), post(3)))
    publish_times(here, 1)
    here.etl("rollback")
    here.up_to_date(instagram(tmp_path / "c.csv", post(1, Likes=77), post(4)))
    publish_times(here, 1)
    for mart in here.marts():
        rows = f"select * from {mart} order by all"
        assert here.published(rows) == here.ask(rows), mart


def test_a_snapshot_someone_damaged_is_not_built_upon(here, tmp_path):
    [name] = publish_times(here, 1)
    path = here.where.published / name
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b"x")
    here.up_to_date(instagram(tmp_path / "b.csv", post(3)))
    publish_times(here, 1)
    assert here.published("select count(*) from marts.posts") == [(3,)]


def test_readers_never_see_an_error_nor_an_older_version(here):
    publish_times(here, 1)
    finished, seen, errors = threading.Event(), [], []

    def read() -> None:
        versions = []
        seen.append(versions)
        while not finished.wait(0.002):
            name = current(here.where)
            path = here.where.published / name
            try:
                with duckdb.connect(str(path), read_only=True) as con:
                    [(told, posts)] = con.execute(
                        "select name, (select count(*) from marts.posts) from publication"
                    ).fetchall()
                assert (told, posts) == (name, 2)
                versions.append(told)
            except Exception as error:
                if path.exists():  # three publications later it is gone, and CURRENT has moved on
                    errors.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    publisher = subprocess.Popen([sys.executable, "-c", TEN_TIMES, str(here.where.root)], cwd=ROOT)
    assert publisher.wait(60) == 0
    finished.set()
    for reader in readers:
        reader.join()
    assert errors == []
    assert all(versions == sorted(versions) and len(versions) > 5 for versions in seen)
    assert len({name for versions in seen for name in versions}) > 3
