"""Which instance is on show: the real one once it has published, else the invented one."""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from landing.places import places

POINTER = "CURRENT"


@dataclass(frozen=True)
class Instance:
    """One published folder, and whether everything in it is invented."""

    published: Path
    is_demo: bool


def instance() -> Instance | None:
    candidates = _candidates(os.environ.get("JANGKAU_DATA"))
    return next((one for one in candidates if (one.published / POINTER).exists()), None)


@lru_cache(maxsize=8)
def _candidates(root: str | None) -> tuple[Instance, ...]:
    """The real folder before the invented one; asked on every query, so resolved once."""
    home = places(root)
    return Instance(home.published, is_demo=False), Instance(home.demo.published, is_demo=True)


def inbox() -> Path:
    """The folder a person drops exports into; shown where nothing has been loaded yet."""
    return places().inbox


def pointed_name(published: Path) -> str | None:
    """The snapshot that CURRENT names; None while the pointer cannot be read."""
    try:
        name = (published / POINTER).read_text(encoding="utf-8").strip()
    except OSError:
        return None
    return name if name and Path(name).name == name else None
