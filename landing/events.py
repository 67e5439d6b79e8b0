"""Events: things people say about the data (an account assigned, a row undone), landed like any file."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from landing.card import EVENT, Card, cards, content_path, now
from landing.land import land
from landing.places import Places


def record(where: Places, event: str, by: str | None, **details: object) -> Card:
    """Land one event; the moment is part of its bytes, so saying a thing twice is two events."""
    body = {"event": event, "by": by, "at": now(), **details}
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{event}.json"
        path.write_text(json.dumps(body, ensure_ascii=False, sort_keys=True), encoding="utf-8")
        return land(path, where, kind=EVENT, received_by=by).card


def events(where: Places, event: str) -> list[dict]:
    """All events of one kind, oldest first; what is no event in form is passed over."""
    landed = (card for card in cards(where) if card.kind == EVENT)
    bodies = (_body(content_path(where, card.sha256)) for card in landed)
    return [body for body in bodies if body.get("event") == event]


def _body(path: Path) -> dict:
    try:
        body = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}
