"""The small judged example on show: as the invented instance, or as real data to one viewer."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

import pytest

from landing.places import Places
from tests import snapshots, snapshots_standard
from tests.chain_rows import Rows
from tests.screens import fresh
from ui import access, acts, page, store
from ui.access import Viewer


def example(**changes: Rows) -> dict[str, Rows]:
    """Few posts whose order on the page a reader can follow."""
    rules = [
        snapshots_standard.rule("service_first", "Layanan di depan"),
        snapshots_standard.rule("no_personal_praise", "Tanpa puji pribadi"),
    ]
    tables = {"standard_rule": rules, "judged_post": snapshots_standard.judged()}
    return snapshots.example(**(tables | changes))


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="jangkau-periksa-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    snapshots.build_snapshot(folder, **example())
    return folder


def as_demo(folder: Path, monkeypatch: pytest.MonkeyPatch, **changes: Rows) -> Places:
    """As invented data; the invented instance."""
    fresh(folder, monkeypatch)
    _publish(folder / "demo" / "published", changes)
    return Places(folder / "demo")


def to(folder: Path, monkeypatch: pytest.MonkeyPatch, role: str, *units: str, **changes: Rows) -> Places:
    """As real data, looked at by one viewer."""
    fresh(folder, monkeypatch)
    _publish(folder / "published", changes)
    for module in (access, acts, page, store):
        monkeypatch.setattr(module, "current_viewer", lambda: Viewer(role, units))
    return Places(folder)


def _publish(published: Path, changes: dict[str, Rows]) -> None:
    if changes:
        snapshots.build_snapshot(published, **example(**changes))
    else:
        shutil.copytree(_template(), published)
