"""The demo: invented export files sent through the same landing as real ones, in an instance of its own."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from etl.build import build
from etl.demo import write
from etl.load import Loader
from etl.publish import publish
from etl.warehouse import writing
from landing.card import EVENT
from landing.land import land
from landing.places import Places


def make_demo(where: Places, say: Callable[[str], None], scale: float = 1.0) -> None:
    """Invent, land, build and publish anew; an earlier demo is replaced."""
    for folder in (where.landing, where.warehouse.parent, where.reference):
        shutil.rmtree(folder, ignore_errors=True)
    with TemporaryDirectory() as scratch:
        say("Mengarang enam bulan unggahan contoh")
        files = write(Path(scratch), scale=scale)
        shutil.copytree(Path(scratch) / "reference", where.reference)
        with writing(where) as con:
            loader = Loader(con, where)
            for number, file in enumerate(files, 1):
                if number % 100 == 0:
                    say(f"Memuat berkas contoh {number}/{len(files)}")
                facts = {"account": file.account, "exported_at": file.exported_at.isoformat()}
                loader.load(file.path, {**facts, "received_by": "contoh", "invented": True})
            land_events(where, Path(scratch))
            build(con, where, loader.sources, say)
            say(f"Terbit: {publish(con, where).name}")


def land_events(where: Places, demo: Path) -> None:
    """What the invented people said, landed like a form sent from a page."""
    for path in sorted((demo / "events").glob("*.json")):
        land(path, where, kind=EVENT, received_by="contoh", invented=True)
