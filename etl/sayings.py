"""What people said, from landing into raw.event: every event card that is not there yet, whatever state it is in."""

import json
import math
from datetime import datetime
from pathlib import Path

import duckdb
import pyarrow as pa
from filelock import FileLock, Timeout

from etl.judged import TEXT, add
from landing.card import EVENT, Card, content_path, find_card
from landing.places import Places

UNREADABLE = "unreadable"  # kept as an event of this name, so that somebody is told
CARD = ".card.json"
MOST_BYTES = 1_000_000
EVENTS = pa.schema(
    {"sha256": TEXT, "event": TEXT, "said_by": TEXT, "said_at": pa.timestamp("us", tz="UTC"), "body": TEXT}
)


def hear(con: duckdb.DuckDBPyConnection, where: Places) -> None:
    """Add the events that landed since; the order in which they are found does not matter."""
    rows = [_heard(where, card) for card in _cards(where, _known(con)) if card.kind == EVENT]
    if rows:
        add(con, "raw.event", EVENTS, rows)


def _known(con: duckdb.DuckDBPyConnection) -> set[str]:
    """Exports count as known too, so that their cards need not be opened."""
    sql = "select sha256 from raw.event union select file_sha256 from raw.file"
    return {sha256 for (sha256,) in con.execute(sql).fetchall()}


def _cards(where: Places, known: set[str]) -> list[Card]:
    """The cards whose content is not among `known`; only these are opened."""
    names = {path.name.removesuffix(CARD) for path in where.landing.glob(f"??/*{CARD}")} - known
    return [card for sha256 in sorted(names) if (card := _card(where, sha256))]


def fresh_events(where: Places, settled: set[str]) -> frozenset[str]:
    """Events that landed but are not in the warehouse yet. `settled` remembers what need not be looked at again."""
    if not (where.published / "CURRENT").exists():  # what has never been published is built by whoever publishes first
        return frozenset()
    cards = _cards(where, settled)
    settled |= {card.sha256 for card in cards if card.kind != EVENT}
    events = {card.sha256 for card in cards if card.kind == EVENT}
    heard = _heard_before(where) if events else set()
    if heard is None:
        return frozenset()
    settled |= events & heard
    return frozenset(events - heard)


def _heard_before(where: Places) -> set[str] | None:
    """The events in the warehouse; None while somebody writes to it."""
    if not where.warehouse.exists():
        return set()
    lock = where.warehouse.with_suffix(".lock")
    try:
        with FileLock(lock, timeout=0), duckdb.connect(str(where.warehouse), read_only=True) as con:
            return {sha256 for (sha256,) in con.execute("select sha256 from raw.event").fetchall()}
    except Timeout:
        return None
    except duckdb.Error:  # a warehouse of an older shape: a run makes it new
        return set()


def _card(where: Places, sha256: str) -> Card | None:
    try:
        return find_card(where, sha256)
    except (OSError, ValueError, TypeError):  # half a card, or one that is being replaced: the next build looks again
        return None


def _heard(where: Places, card: Card) -> tuple:
    said = _content(content_path(where, card.sha256))
    body = json.dumps(said, ensure_ascii=False, sort_keys=True)
    event = said.get("event")
    by = said.get("by", card.received_by)
    return (
        card.sha256,
        event if isinstance(event, str) and event else UNREADABLE,
        by if isinstance(by, str) and by else None,
        _moment(said.get("at")) or _moment(card.received_at),
        body,
    )


def _content(path: Path) -> dict:
    """The event's body as it can be stored; empty where it is no JSON object."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return {}
        said = _storable(json.loads(path.read_bytes()))
        json.dumps(said)
    except (OSError, ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _storable(value: object) -> object:
    """Lone surrogates and NUL cannot be stored, and no number may be infinite; landing keeps what came."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode().replace("\0", "")
    if isinstance(value, dict):
        return {str(_storable(name)): _storable(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_storable(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _moment(text: object) -> datetime | None:
    """An aware moment of this century; None when it is none."""
    try:
        found = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None and 2000 < found.year < 2100 else None
