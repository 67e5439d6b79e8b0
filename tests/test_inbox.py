"""The inbox: a file is taken once it is whole, leaves when it has landed, and stays when it never did."""

import os
import threading
import time

import pytest

from etl import inbox
from etl.errors import AlreadyRunning
from tests.instance import Instance, instagram, post, written

LONG_AGO = time.time() - 3600


def dropped(here: Instance, name: str, *posts: dict) -> None:
    path = instagram(here.where.inbox / name, *posts)
    os.utime(path, (LONG_AGO, LONG_AGO))


def test_a_run_takes_in_builds_and_publishes(tmp_path):
    here = Instance(tmp_path)
    dropped(here, "juni.csv", post(1))
    dropped(here, "ani/juli.csv", post(2))
    done = here.etl("run")
    assert done.code == 0, done.err
    assert here.published("select count(*) from marts.posts") == [(2,)]
    assert here.published("select original_name, received_by from marts.file order by 1") == [
        ("juli.csv", "inbox"), ("juni.csv", "inbox"),
    ]  # fmt: skip
    assert inbox.waiting(here.where) == []


def test_a_second_run_changes_nothing(tmp_path):
    here = Instance(tmp_path)
    dropped(here, "juni.csv", post(1))
    here.etl("run")
    before = here.marts()
    assert here.etl("run").code == 0 and here.marts() == before


def test_a_file_sent_again_leaves_the_inbox_too(tmp_path):
    here = Instance(tmp_path)
    for name in ("juni.csv", "juni (1).csv"):
        dropped(here, name, post(1))
        assert here.etl("run").code == 0
    assert inbox.waiting(here.where) == [] and here.published("select count(*) from marts.file") == [(1,)]


def test_a_refused_file_leaves_because_it_is_safe_in_landing(tmp_path):
    here = Instance(tmp_path)
    dropped(here, "juni.csv", post(1))
    path = written(here.where.inbox / "aneh.csv", "a,b\n1,2\n")
    os.utime(path, (LONG_AGO, LONG_AGO))
    assert here.etl("run").code == 4
    assert inbox.waiting(here.where) == []
    assert here.published("select status from marts.file order by 1") == [("load",), ("reject",)]


def test_a_file_that_never_landed_stays(tmp_path):
    here = Instance(tmp_path)
    dropped(here, "juni.csv", post(1))
    path = written(here.where.inbox / "kosong.csv", "")
    os.utime(path, (LONG_AGO, LONG_AGO))
    assert here.etl("run").code == 4
    assert [left.name for left in inbox.waiting(here.where)] == ["kosong.csv"]


@pytest.mark.parametrize("name", ["a.csv.part", "a.crdownload", "a.TMP", ".a.csv", "~$a.xlsx"])
def test_half_a_download_is_left_alone(tmp_path, name):
    here = Instance(tmp_path)
    written(here.where.inbox / name, "setengah")
    assert inbox.waiting(here.where) == []


def test_a_file_that_is_still_growing_waits(tmp_path):
    here = Instance(tmp_path)
    growing = written(here.where.inbox / "besar.csv", "a")
    dropped(here, "juni.csv", post(1))
    stop = threading.Event()

    def grow() -> None:
        while not stop.wait(0.05):
            with open(growing, "a") as file:
                file.write("a")

    writer = threading.Thread(target=grow)
    writer.start()
    found = inbox.settled(here.where, 0.4)
    stop.set()
    writer.join()
    assert [path.name for path in found] == ["juni.csv"]
    assert {path.name for path in inbox.settled(here.where, 0.2)} == {"juni.csv", "besar.csv"}


def test_a_file_that_disappears_meanwhile_is_no_error(tmp_path):
    here = Instance(tmp_path)
    path = written(here.where.inbox / "a.csv", "a")
    threading.Timer(0.1, path.unlink).start()
    assert inbox.settled(here.where, 0.3) == []


def test_the_watcher_runs_when_a_file_comes_and_tries_a_stubborn_one_only_once(tmp_path):
    here = Instance(tmp_path)
    path = written(here.where.inbox / "kosong.csv", "")
    runs, said = [], []

    def run_once() -> int:
        runs.append(len(runs))
        if len(runs) == 1:
            raise AlreadyRunning("sibuk")
        if len(runs) == 3:
            raise KeyboardInterrupt
        return 4

    threading.Timer(0.4, lambda: path.write_text("isi")).start()
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        inbox.watch([inbox.Desk(here.where, run_once)], 0.02, said.append)
    assert len(runs) == 3, "busy, then refused, then not again until the file changed"
    assert time.monotonic() - started > 0.3 and "Menunggu: sibuk" in said
