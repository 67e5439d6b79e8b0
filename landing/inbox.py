"""The folder of an instance into which exports are dropped: what lies there to be taken in."""

from pathlib import Path

from landing.places import Places


def waiting(where: Places) -> list[Path]:
    """Files in the inbox, oldest name first; hidden ones and half-written downloads are left alone."""
    where.inbox.mkdir(parents=True, exist_ok=True)
    found = (path for path in where.inbox.rglob("*") if path.is_file())
    return sorted(path for path in found if not path.name.startswith((".", "~$")) and not _is_partial(path))


def _is_partial(path: Path) -> bool:
    return path.suffix.casefold() in (".part", ".crdownload", ".tmp", ".partial")
