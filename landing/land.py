"""Landing: an exact copy named by its content, and the card that makes it count."""

import hashlib
import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from landing.card import EXPORT, Card, content_path, find_card, now, write_card
from landing.files import replace, sync_folder
from landing.places import Places

CHUNK = 1 << 20
LARGE = 64_000_000
A_DAY = 86_400.0


@dataclass(frozen=True)
class Landed:
    """The card of what arrived, and whether the same bytes had been here before."""

    card: Card
    is_duplicate: bool
    path: Path


def land(
    path: Path,
    where: Places,
    describe: Callable[[Path], dict] = lambda copy: {},
    name: str | None = None,
    **facts: object,
) -> Landed:
    """Copy a file into landing and write its card.

    The card is written last: without it the copy does not count, so a crash before it leaves the old state.
    The copy is hashed on its own, so that a file still being written cannot land under a wrong name.
    `describe` looks at the copy and returns further card facts (the source recognised).
    """
    if _may_be_here(path, where) and (known := find_card(where, _digest(path))):
        return Landed(known, True, content_path(where, known.sha256))
    draft, sha256, size = _copy_in(path, where)
    if known := find_card(where, sha256):  # the file changed under our hands into one that is here already
        draft.unlink()
        return Landed(known, True, content_path(where, sha256))
    described = describe(draft)
    landed_path = _settle(draft, where, sha256)
    card = Card(
        sha256=sha256,
        original_name=name or path.name,
        size=size,
        received_at=now(),
        **{"kind": EXPORT, **described, **facts},
    )
    write_card(where, card)
    return Landed(card, False, landed_path)


def sweep(where: Places, older_than_seconds: float = A_DAY) -> None:
    """Remove drafts that a crash left behind; a draft being written is younger than that."""
    for draft in (where.landing / ".incoming").glob("*"):
        with suppress(FileNotFoundError, PermissionError):
            if time.time() - draft.stat().st_mtime > older_than_seconds:
                draft.unlink()


def _may_be_here(path: Path, where: Places) -> bool:
    """Whether hashing before copying can pay: always for a small file, else when something of its size is here."""
    size = path.stat().st_size
    return size < LARGE or any(copy.stat().st_size == size for copy in where.landing.glob("??/*"))


def _digest(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _copy_in(path: Path, where: Places) -> tuple[Path, str, int]:
    incoming = where.landing / ".incoming"
    incoming.mkdir(parents=True, exist_ok=True)
    draft = incoming / uuid4().hex
    digest, size = hashlib.sha256(), 0
    with open(path, "rb") as source, open(draft, "wb") as copy:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            copy.write(chunk)
            size += len(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    return draft, digest.hexdigest(), size


def _settle(draft: Path, where: Places, sha256: str) -> Path:
    target = content_path(where, sha256)
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():  # a copy whose card was never written: the same bytes, so either will do
        draft.unlink()
    else:
        draft.chmod(0o444)
        replace(draft, target)
    sync_folder(target.parent)
    return target
