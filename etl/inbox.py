"""The inbox: files dropped there are landed once they stop growing, then leave it. Watched with it: what people say."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from etl.errors import AlreadyRunning, EtlError
from etl.load import Loader
from etl.report import FileReport
from etl.sayings import fresh_events
from landing.card import find_card
from landing.inbox import waiting
from landing.places import Places

SETTLE_SECONDS = 2.0
Say = Callable[[str], None]
Size = tuple[int, float]


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


@dataclass(frozen=True)
class News:
    """What is waiting: files with their sizes, and the names of events."""

    files: tuple[tuple[Path, Size], ...] = ()
    events: frozenset[str] = frozenset()


class Desk:
    """One instance that is watched: files in its inbox (where it has one) and events that are not in its marts yet."""

    def __init__(self, where: Places, run: Callable[[], int], has_inbox: bool = True) -> None:
        self.where, self.run, self.has_inbox = where, run, has_inbox
        self.settled, self.failed = set[str](), News()

    def look(self, say: Say) -> None:
        """Run when there is news. A failed run is said and tried again when something changes."""
        news = self.news()
        if news != News() and news != self.failed:
            self.failed = self._try(say)

    def news(self) -> News:
        files = [(path, _size(path)) for path in waiting(self.where)] if self.has_inbox else []
        return News(tuple(files), fresh_events(self.where, self.settled))

    def _try(self, say: Say) -> News:
        """Run; returns what is still waiting afterwards, not to be tried again until it changes."""
        try:
            self.run()
        except AlreadyRunning as error:
            say(f"Menunggu: {error}")
            return News()
        except EtlError as error:
            say(f"Gagal: {error}")
        return self.news()


def watch(desks: Sequence[Desk], every: float, say: Say) -> int:
    """Look again and again until interrupted."""
    say(f"Memantau {desks[0].where.inbox.name}/ dan isian formulir; letakkan berkas ekspor di sana.")
    while True:
        for desk in desks:
            desk.look(say)
        time.sleep(every)
