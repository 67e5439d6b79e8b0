"""A small demo for tests: one file of every form, all of some units; landed, built and published once."""

import atexit
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from etl.build import build
from etl.catalogue import built_in
from etl.demo import DemoFile, write
from etl.demo_instance import land_events
from etl.load import Loader, recognised
from etl.publish import publish
from etl.report import FileReport
from etl.warehouse import writing
from tests.instance import Instance
from tests.staged import LIMITS

SCALE, OF_A_FORM, WHOLE_UNIT = 0.04, 1, "dinkes"
# a chain from the regency to some villages
CHAIN = ("pemkab", "kec-sawahan", "kec-gondang", "kec-rejoso", "desa-")


def silent(said: str) -> None:
    return None


@cache
def small_demo() -> Instance:
    """The finished instance; only to be read."""
    here = new_instance(_folder() / "finished")
    with_files(here, demo_files(), publishing=True)
    return here


@cache
def demo_files() -> tuple[DemoFile, ...]:
    seen: Counter[tuple] = Counter()
    chosen = []
    for file in write(_folder() / "demo", scale=SCALE):
        form = (file.path.suffix, *sorted(source.name for source in recognised(file.path, built_in(), LIMITS)))
        seen[form] += 1
        if seen[form] <= OF_A_FORM or file.path.parent.name.startswith((WHOLE_UNIT, *CHAIN)):
            chosen.append(file)
    return tuple(chosen)


def new_instance(folder: Path) -> Instance:
    """An empty instance with the register of the demo, and with what its people said."""
    here = Instance(folder)
    demo_files()
    copytree(_folder() / "demo" / "reference", here.where.reference)
    land_events(here.where, _folder() / "demo")
    return here


def with_files(
    here: Instance, files: Iterable[DemoFile], each: bool = False, publishing: bool = False
) -> list[FileReport]:
    """Load the files in this order; build after every one of them, or once at the end."""
    reports = []
    with writing(here.where) as con:
        loader = Loader(con, here.where)
        for file in files:
            facts = {"account": file.account, "exported_at": file.exported_at.isoformat(), "invented": True}
            reports.append(loader.load(file.path, facts))
            if each:
                build(con, here.where, loader.sources, silent)
        build(con, here.where, loader.sources, silent)
        if publishing:
            publish(con, here.where)
    return reports


@cache
def _folder() -> Path:
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    return Path(folder.name)
