"""What was said since the published numbers were made: landed already, shown before the next build counts it."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from landing.card import EVENT, Card, content_path, read_card
from landing.places import Places
from ui.acts import shown_landing
from ui.store import snapshot

# A build reads the events when it begins; none takes longer than this before it publishes.
LONGEST_BUILD = 3600.0

Said = dict[str, Any]


def since_build(*events: str) -> list[Said]:
    """Events of these kinds that the numbers may not hold yet, oldest first; each with its `sha256`."""
    where = shown_landing()
    found = [one for one in map(_body, _recent(where)) if one is not None and one.get("event") in events]
    return sorted(found, key=lambda said: (str(said.get("at")), said["sha256"]))


def moment(said: Said) -> datetime | None:
    """When it was said."""
    try:
        return datetime.fromisoformat(str(said.get("at")))
    except ValueError:
        return None


def _recent(where: Places) -> Iterator[tuple[Places, Path]]:
    """Cards younger than the snapshot on show; only these and their folders are opened, however much has landed."""
    born = snapshot().path.stat().st_mtime - LONGEST_BUILD
    changed = (folder for folder in where.landing.glob("??") if folder.stat().st_mtime >= born)
    for path in (card for folder in changed for card in folder.glob("*.card.json")):
        if path.stat().st_mtime >= born:
            yield where, path


def _body(found: tuple[Places, Path]) -> Said | None:
    where, path = found
    try:
        card: Card = read_card(path)
        body = json.loads(content_path(where, card.sha256).read_bytes()) if card.kind == EVENT else None
    except (OSError, ValueError, TypeError):  # being written this moment, or no event of ours
        return None
    return body | {"sha256": card.sha256} if isinstance(body, dict) else None
