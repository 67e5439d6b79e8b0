"""The card beside every landed file: what it is, who brought it, and when."""

import json
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

from landing.files import write_atomically
from landing.places import Places

EXPORT, EVENT = "export", "event"


@dataclass(frozen=True)
class Card:
    """Facts about one landed file. Times are ISO 8601 in UTC; None means not known."""

    sha256: str
    original_name: str
    size: int
    received_at: str
    received_by: str | None = None
    kind: str = EXPORT
    source: str | None = None
    account: str | None = None
    exported_at: str | None = None
    invented: bool = False


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def content_path(where: Places, sha256: str) -> Path:
    return where.landing / sha256[:2] / sha256


def card_path(where: Places, sha256: str) -> Path:
    return where.landing / sha256[:2] / f"{sha256}.card.json"


def write_card(where: Places, card: Card) -> None:
    text = json.dumps(asdict(card), ensure_ascii=False, indent=1, sort_keys=True)
    write_atomically(card_path(where, card.sha256), text.encode())


def read_card(path: Path) -> Card:
    known = {field.name for field in fields(Card)}
    stored = json.loads(path.read_text(encoding="utf-8"))
    return Card(**{name: value for name, value in stored.items() if name in known})


def find_card(where: Places, sha256: str) -> Card | None:
    path = card_path(where, sha256)
    return read_card(path) if path.exists() else None


def cards(where: Places) -> list[Card]:
    """Every landed file in order of arrival; ties are broken by content, so the order is always the same."""
    found = (read_card(path) for path in where.landing.glob("??/*.card.json"))
    return sorted(found, key=lambda card: (card.received_at, card.sha256))
