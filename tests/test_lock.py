"""One writer at a time: a second one is told so at once, readers of snapshots never wait."""

import time

import pytest

from etl.publish import publish
from etl.warehouse import writing
from tests.instance import Instance, instagram, post

BUSY = "Proses ETL lain sedang berjalan"


@pytest.mark.parametrize("command", ["build", "publish", "rebuild", "run"])
def test_a_second_writer_fails_at_once_with_one_sentence(tmp_path, command):
    here = Instance(tmp_path).up_to_date(instagram(tmp_path / "a.csv", post(1)))
    before = here.where.warehouse.stat().st_size
    with writing(here.where):
        started = time.monotonic()
        done = here.etl(command)
        assert time.monotonic() - started < 1
    assert done.code == 1 and done.err.startswith(f"Gagal: {BUSY}") and len(done.err.splitlines()) == 1
    assert here.where.warehouse.stat().st_size >= before


def test_another_process_is_refused_as_well_and_the_lock_goes_with_its_owner(tmp_path):
    here = Instance(tmp_path)
    path = instagram(tmp_path / "a.csv", post(1))
    with writing(here.where):
        other = here.start("load", path)
        _, said = other.communicate(timeout=60)
        assert other.returncode == 1 and BUSY in said and "Traceback" not in said
    assert here.load(path)["status"] == "load"


def test_what_is_published_can_be_read_while_someone_writes(tmp_path):
    here = Instance(tmp_path).up_to_date(instagram(tmp_path / "a.csv", post(1)))
    with writing(here.where) as con:
        publish(con, here.where)
        assert here.published("select count(*) from marts.posts") == [(1,)]
        [told] = here.etl("status", "--json").reports
    assert told["published_is_readable"] is True
