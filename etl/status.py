"""The state of an instance, for people and for monitoring."""

from datetime import datetime
from pathlib import Path

import duckdb

from etl.publish import current, snapshots
from landing.card import EVENT, cards
from landing.inbox import waiting
from landing.places import Places


def status(where: Places) -> dict:
    """Counts and names; a part that is not there yet is None."""
    landed = cards(where)
    name = current(where)
    path = where.published / name if name else None
    return {
        "landed_files": sum(card.kind != EVENT for card in landed),
        "landed_events": sum(card.kind == EVENT for card in landed),
        "last_received_at": landed[-1].received_at if landed else None,
        "inbox_waiting": len(waiting(where)),
        "published": name,
        "published_is_readable": _snapshot(path) is not None if path else None,
        "snapshots": snapshots(where) if where.published.exists() else [],
        **(_snapshot(path) or {} if path else {}),
    }


def _snapshot(path: Path) -> dict | None:
    try:
        with duckdb.connect(str(path), read_only=True) as con:
            found = con.execute(
                """
                select strftime(timezone('Asia/Jakarta', data_as_of), '%Y-%m-%d %H:%M WIB'), posts,
                    accounts_registered, accounts_covered, rows_set_aside, has_invented
                from marts.snapshot"""
            ).fetchall()
    except duckdb.Error:
        return None
    names = (
        "data_as_of",
        "posts",
        "accounts_registered",
        "accounts_covered",
        "rows_set_aside",
        "has_invented",
    )
    return dict(zip(names, found[0], strict=True)) if found else {}


def status_lines(found: dict) -> list[str]:
    received = found["last_received_at"]
    when = datetime.fromisoformat(received).strftime("%Y-%m-%d %H:%M UTC") if received else "belum pernah"
    return [
        f"Landing     : {found['landed_files']} berkas, {found['landed_events']} peristiwa; terakhir {when}",
        f"Inbox       : {found['inbox_waiting']} berkas menunggu",
        f"Terbitan    : {found['published'] or 'belum ada'}",
        f"Unggahan    : {found.get('posts', 'belum ada')}; data per {found.get('data_as_of', '-')}",
        f"Disisihkan  : {found.get('rows_set_aside', '-')} baris",
    ]
