"""Where everything lies: the folders of one instance, moved as a whole by JANGKAU_DATA."""

import os
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
SHIPPED_DATA = REPOSITORY / "data"


@dataclass(frozen=True)
class Places:
    """The folders of one instance; `root` is the only choice, the rest follows from it."""

    root: Path

    @property
    def landing(self) -> Path:
        return self.root / "landing"

    @property
    def inbox(self) -> Path:
        return self.root / "inbox"

    @property
    def warehouse(self) -> Path:
        return self.root / "warehouse" / "jangkau.duckdb"

    @property
    def published(self) -> Path:
        return self.root / "published"

    @property
    def reference(self) -> Path:
        return self.root / "reference"

    @property
    def mappings(self) -> Path:
        return self.reference / "mappings"

    @property
    def demo(self) -> "Places":
        """The invented instance, a whole one of its own, so that it can never mix with real data."""
        return Places(self.root / "demo")

    def reference_file(self, name: str) -> Path:
        """The instance's own file where it has one, else the shipped one."""
        own = self.reference / name
        return own if own.exists() else SHIPPED_DATA / "reference" / name


def places(root: Path | str | None = None) -> Places:
    """The instance at `root`, else at JANGKAU_DATA, else in the project's own data folder."""
    chosen = root or os.environ.get("JANGKAU_DATA") or SHIPPED_DATA
    return Places(Path(chosen).resolve())
