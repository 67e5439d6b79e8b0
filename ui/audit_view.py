"""The list of what people said about messages and judgements: what, by whom, when; nothing is ever taken off it."""

from typing import Any

from ui import duty_words, filters, formats, label_words, parts, said
from ui.markup import Html, joined, tag
from ui.parts import Column
from ui.store import count, page, query

SIZE = 25
EVERY, LABELLED = "semua", "judgement-decided"

Row = dict[str, Any]


def _what(row: Row) -> Html:
    """The act, what was said with it, and what it is about."""
    about = (
        formats.shortened(row["title"], 90),
        formats.text(row["agency_name"], ""),
        formats.text(row["post_id"], ""),
    )
    told = label_words.detail(row["detail"]) if row["action"] == LABELLED else row["detail"]
    said_with = formats.shortened(told, 240)
    return joined(
        tag("b", duty_words.ACTIONS.get(row["action"], row["action"])),
        tag("div", said_with) if said_with else None,
        tag("div", tag("small", joined(*(one for one in about if one), by=" · "))),
    )


COLUMNS = [
    Column("Yang dicatat", _what, is_lead=True),
    Column("Oleh", lambda row: duty_words.role(row["said_by"])),
    Column("Waktu", lambda row: formats.moment(row["at"]), True),
]
FILE = {
    "at": "Waktu", "said_by": "Oleh", "action": "Tindakan", "message_id": "ID pesan", "title": "Pesan",
    "post_id": "ID unggahan", "agency_code": "Kode unit", "agency_name": "Unit", "detail": "Isi",
    "event_sha256": "Kode catatan",
}  # fmt: skip


def show() -> str:
    """The list, a page at a time; the action it was narrowed to."""
    action = filters.choice("tindakan", "Tindakan", {EVERY: "Semua tindakan"} | duty_words.ACTIONS, EVERY)
    total = count("audit_list", action=action)
    rows = page("audit_list", SIZE, (filters.current_page(total, SIZE) - 1) * SIZE, action=action)
    fresh = _not_counted_yet()
    parts.show(
        parts.note(f"{formats.number(fresh)} catatan baru menunggu pembaruan data.") if fresh else None,
        parts.table(rows, COLUMNS) if total else parts.note("Belum ada yang dicatat."),
    )
    filters.paginate(total, SIZE)
    return action


def _not_counted_yet() -> int:
    """How many words landed since the last build; the list itself holds only what the data know."""
    known = set(query("audit_list", action=EVERY)["event_sha256"])
    return sum(one["sha256"] not in known for one in said.since_build(*duty_words.ACTIONS))
