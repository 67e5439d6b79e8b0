"""The inbox: files dropped there are landed once they stop growing, then leave it."""

import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from etl.errors import AlreadyRunning, EtlError
from etl.load import Loader
from etl.report import FileReport
from landing.card import find_card
from landing.places import Places

SETTLE_SECONDS = 2.0
Say = Callable[[str], None]
Size = tuple[int, float]


def waiting(where: Places) -> list[Path]:
    """Files in the inbox, oldest name first; hidden ones and half-written downloads are left alone."""
    where.inbox.mkdir(parents=True, exist_ok=True)
    found = (path for path in where.inbox.rglob("*") if path.is_file())
    return sorted(path for path in found if not path.name.startswith((".", "~$")) and not _is_partial(path))


def _is_partial(path: Path) -> bool:
    return path.suffix.casefold() in (".part", ".crdownload", ".tmp", ".partial")


def settled(where: Places, seconds: float = SETTLE_SECONDS) -> list[Path]:
    """Waiting files that are not being written: untouched for a moment, or unchanged while we watch for one."""
    before = {path: _size(path) for path in waiting(where)}
    if any(time.time() - changed < seconds for _, changed in before.values()):
        time.sleep(seconds)
    return [path for path in waiting(where) if before.get(path) == _size(path)]


def _size(path: Path) -> Size:
    try:
        facts = path.stat()
    except FileNotFoundError:
        return (-1, 0.0)
    return (facts.st_size, facts.st_mtime)


def take_in(con: duckdb.DuckDBPyConnection, where: Places, say: Say) -> list[FileReport]:
    """Load every settled file; what is safely in landing leaves the inbox, what never landed stays there."""
    loader, reports = Loader(con, where), []
    for path in settled(where):
        say(f"Memuat {path.name}")
        report = loader.load(path, {"received_by": "inbox"})
        if report.sha256 and find_card(where, report.sha256):
            path.unlink()
        reports.append(report)
    return reports


def watch(where: Places, every: float, run_once: Callable[[], int], say: Say) -> int:
    """Look again and again until interrupted. A failed run is said and tried again when something changes."""
    say(f"Memantau {where.inbox.name}/ ; letakkan berkas ekspor di sana.")
    failed: list[tuple[Path, Size]] = []
    while True:
        now = [(path, _size(path)) for path in waiting(where)]
        if now and now != failed:
            failed = _try(run_once, where, say)
        time.sleep(every)


def _try(run_once: Callable[[], int], where: Places, say: Say) -> list[tuple[Path, Size]]:
    """Run; returns what is still waiting afterwards, not to be tried again until it changes."""
    try:
        run_once()
    except AlreadyRunning as error:
        say(f"Menunggu: {error}")
        return []
    except EtlError as error:
        say(f"Gagal: {error}")
    return [(path, _size(path)) for path in waiting(where)]
