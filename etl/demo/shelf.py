"""Writes finished files under one folder and keeps the list of what was written."""

from datetime import datetime
from pathlib import Path

from etl.demo.calendar import wib_day
from etl.demo.model import Account, DemoFile


class Shelf:
    """files/<day of export>/<unit>/<name>, as an office would collect them."""

    def __init__(self, target: Path) -> None:
        self.folder = target / "files"
        self.files: list[DemoFile] = []

    def put(
        self,
        owner: Account,
        name: str,
        content: bytes,
        taken_at: datetime,
        *,
        names_itself: bool = True,
        note: str = "",
        also: str = "",
    ) -> None:
        """`names_itself`: the file tells whose it is; otherwise the admin has to."""
        path = self.folder / wib_day(taken_at).isoformat() / owner.unit.code.lower() / name
        if path.exists():
            raise FileExistsError(f"Dua berkas demo bernama sama: {path}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.files.append(DemoFile(path, None if names_itself else f"{owner.key} {also}".strip(), taken_at, note))
