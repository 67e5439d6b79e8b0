"""kill -9 at any moment: what was acknowledged is there, and running again gives the state of never having crashed."""

import hashlib
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from landing.card import cards, content_path
from tests.instance import Instance, instagram, post
from tests.office import WINDOWS

pytestmark = pytest.mark.skipif(WINDOWS, reason="Windows has no kill -9")


@pytest.fixture(scope="module")
def exports(tmp_path_factory) -> list[Path]:
    folder = tmp_path_factory.mktemp("exports")
    names = [folder / f"{number}.csv" for number in range(6)]
    return [
        instagram(path, *(post(n, Likes=n % 97) for n in range(40 * i, 40 * i + 300))) for i, path in enumerate(names)
    ]


@pytest.fixture(scope="module")
def untouched(tmp_path_factory, exports) -> dict[str, str]:
    """The marts of an instance that nothing ever happened to."""
    return finished(Instance(tmp_path_factory.mktemp("untouched")), exports)


def finished(here: Instance, exports: list[Path]) -> dict[str, str]:
    """Run everything to its end; the list of files is left out, for it tells when a file arrived."""
    assert here.etl("load", *exports, "--exported-at", "2026-07-01T08:00").code == 0
    assert here.etl("build").code == 0 and here.etl("publish").code == 0
    return {name: text for name, text in here.marts().items() if name != "marts.file"}


def killed(process: subprocess.Popen, is_time: Callable[[], object], pause: float) -> bool:
    """Kill a process shortly after its moment has come; whether it was still at work."""
    while not is_time() and process.poll() is None:
        pass
    time.sleep(pause)
    process.kill()
    process.communicate()
    return process.returncode == -signal.SIGKILL


def lines(process: subprocess.Popen, count: int) -> Callable[[], object]:
    """The moment at which the process has said so many lines."""
    return lambda: [process.stderr.readline() for _ in range(count)]


@pytest.mark.parametrize("files, pause", [(1, 0.0), (2, 0.02), (4, 0.01), (6, 0.0)])
def test_a_load_killed_at_any_moment_can_be_repeated(tmp_path, exports, untouched, files, pause):
    here = Instance(tmp_path)
    process = here.start("load", *exports, "--exported-at", "2026-07-01T08:00")
    assert killed(process, lines(process, files), pause) or files > 1
    for card in cards(here.where):  # a file with a card is whole
        content = content_path(here.where, card.sha256).read_bytes()
        assert hashlib.sha256(content).hexdigest() == card.sha256
    assert len(cards(here.where)) >= files - 1
    assert finished(here, exports) == untouched


@pytest.mark.parametrize("said, pause", [(1, 0.0), (3, 0.02), (5, 0.0)])
def test_a_build_killed_at_any_moment_can_be_repeated(tmp_path, exports, untouched, said, pause):
    here = Instance(tmp_path)
    here.etl("load", *exports, "--exported-at", "2026-07-01T08:00")
    process = here.start("build")
    assert killed(process, lines(process, said), pause) or said > 1
    assert finished(here, exports) == untouched


@pytest.mark.parametrize("pause", [0.0, 0.01])
def test_a_publication_killed_halfway_leaves_a_whole_one_and_so_does_the_next(tmp_path, exports, pause):
    here = Instance(tmp_path)
    finished(here, exports[:1])
    here.up_to_date(*exports[1:2], "--exported-at", "2026-07-02T08:00")
    killed(here.start("publish"), lambda: list(here.where.published.glob(".draft*")), pause)
    assert here.published("select count(*) from marts.posts") in ([(300,)], [(340,)])
    assert here.etl("publish").code == 0
    for mart in here.marts():
        rows = f"select * from {mart} order by all"
        assert here.published(rows) == here.ask(rows), mart
    assert not list(here.where.published.glob(".draft*")), "what the killed one left is cleared away"


def test_a_rebuild_killed_after_the_warehouse_was_deleted_can_be_repeated(tmp_path, exports, untouched):
    here = Instance(tmp_path)
    finished(here, exports)
    before = here.published("select count(*) from marts.posts")
    process = here.start("rebuild")
    assert killed(process, lines(process, 3), 0.0)
    assert here.published("select count(*) from marts.posts") == before
    assert finished(here, exports) == untouched
