"""The one place that reads the published numbers: named questions, asked on behalf of one viewer."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb
import pandas as pd

from ui.access import Viewer, current_viewer
from ui.instance import Instance, instance, pointed_name
from ui.memory import Memory
from ui.questions import Question, question

LOG = logging.getLogger("jangkau.store")
CELLS_WORTH_KEEPING = 400_000
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


class NothingPublished(Exception):
    """No instance has published anything that can be read."""


@dataclass(frozen=True)
class Snapshot:
    """One open snapshot; `is_old` when CURRENT names another one that cannot be read."""

    path: Path
    connection: duckdb.DuckDBPyConnection
    is_demo: bool
    is_old: bool = False

    @property
    def key(self) -> str:
        return str(self.path)


def _is_small(answer: Any) -> bool:
    return not isinstance(answer, pd.DataFrame) or answer.size <= CELLS_WORTH_KEEPING


_lock = Lock()
_memory = Memory(size=600, is_small=_is_small)
_open: Snapshot | None = None


def snapshot() -> Snapshot:
    """The published snapshot, looked up anew on every call; the last readable one if CURRENT is broken."""
    global _open
    shown = instance()
    with _lock:
        _open = _follow(_open, shown)
        return _open


def _follow(held: Snapshot | None, shown: Instance | None) -> Snapshot:
    if shown is None:
        if held is None:
            raise NothingPublished
        return _aged(held)
    name = pointed_name(shown.published)
    wanted = shown.published / name if name else None
    if held is not None and held.path == wanted and held.path.exists():
        return held if not held.is_old else Snapshot(held.path, held.connection, held.is_demo)
    opened = _opened(wanted, shown.is_demo) if wanted else None
    if opened is not None:
        return opened
    if held is not None:
        return _aged(held)
    return _newest_readable(shown)


def _aged(held: Snapshot) -> Snapshot:
    return Snapshot(held.path, held.connection, held.is_demo, is_old=True)


def _newest_readable(shown: Instance) -> Snapshot:
    for path in sorted(shown.published.glob("marts-*.duckdb"), reverse=True):
        found = _opened(path, shown.is_demo)
        if found is not None:
            return _aged(found)
    raise NothingPublished


def _opened(path: Path, is_demo: bool) -> Snapshot | None:
    try:
        connection = duckdb.connect(str(path), read_only=True, config=SETTINGS)
        connection.execute("set global TimeZone = 'Asia/Jakarta'")
        connection.execute("select 1 from marts.snapshot").fetchone()
    except duckdb.Error:
        LOG.exception("Snapshot %s cannot be opened", path)
        return None
    LOG.info("Serving %s", path.name)
    return Snapshot(path, connection, is_demo)


def query(name: str, **params: Any) -> pd.DataFrame:
    """The answer to queries/<name>.sql, with only the rows that the current viewer may see."""
    return _remembered("{}", name, params)


def page(name: str, limit: int, offset: int = 0, **params: Any) -> pd.DataFrame:
    """A stretch of the answer; cut after the viewer's filter, so that no page comes out short."""
    return _remembered(f"{{}} limit {int(limit)} offset {int(offset)}", name, params)


def count(name: str, **params: Any) -> int:
    """How many rows the viewer may see of an answer."""
    return int(_remembered("select count(*) as total from ({}) as counted", name, params)["total"].iloc[0])


def derived(build: Callable[..., Any], name: str, options: dict[str, Any], **params: Any) -> Any:
    """Something made from an answer (a figure), kept under the same key as the answer itself."""
    viewer, held = current_viewer(), snapshot()
    key = (held.key, viewer, build.__module__, build.__qualname__, name, _frozen(params), _frozen(options))
    return _memory.get(key, lambda: build(query(name, **params), **options))


def _remembered(shape: str, name: str, params: dict[str, Any]) -> pd.DataFrame:
    viewer, held = current_viewer(), snapshot()
    key = (held.key, viewer, shape, name, _frozen(params))
    answer = _memory.get(key, lambda: ask(held, question(name), viewer, params, shape))
    return answer.copy(deep=False)


def ask(held: Snapshot, asked: Question, viewer: Viewer, params: dict[str, Any], shape: str = "{}") -> pd.DataFrame:
    """Run one question for one viewer on one snapshot."""
    sight = viewer.sight(asked.scope)
    bound = params | ({"viewer_agencies": list(viewer.agency_codes)} if sight == "own" else {})
    with held.connection.cursor() as cursor:
        answer = cursor.sql(shape.format(asked.seen_with(sight)), params=bound or None)
        return answer.to_arrow_table().to_pandas()


def _frozen(params: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(sorted((key, tuple(v) if isinstance(v, list) else v) for key, v in params.items()))
