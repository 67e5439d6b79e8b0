"""Six invented months of publishing, written as the export files the platforms would give."""

from pathlib import Path

from etl.demo.cast import read_csv
from etl.demo.exports import write_posts
from etl.demo.extras import write_extras
from etl.demo.issues import write_lists
from etl.demo.logs import write_logs
from etl.demo.model import DemoFile
from etl.demo.reference import write_reference
from etl.demo.sayings import write_sayings
from etl.demo.shelf import Shelf
from etl.demo.world import build
from landing.places import SHIPPED_DATA

__all__ = ["DemoFile", "write"]


def write(target: Path, seed: int = 1, scale: float = 1.0) -> list[DemoFile]:
    """Writes files/, events/, reference/ and truth/ under `target`; the same seed gives the same bytes.

    `scale` below 1 gives fewer posts and villages in the same formats, for tests.
    Returns the files in the order in which they would be handed in.
    """
    shipped = SHIPPED_DATA / "reference"
    world = build(read_csv(shipped / "agencies.csv"), read_csv(shipped / "regions.csv"), seed, scale)
    shelf = Shelf(target)
    write_posts(world, shelf, seed, scale)
    write_extras(world, shelf, seed)
    write_sayings(world, shelf, target, seed)
    write_logs(world, shelf, seed)
    write_lists(world, shelf)
    write_reference(world, target)
    return sorted(shelf.files, key=lambda file: (file.exported_at, file.path))
