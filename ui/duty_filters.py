"""The choices of the pages about duties: which units, which message, which unit's evidence."""

import pandas as pd

from measures.peer_groups import PEER_GROUPS
from ui import duty_words, filters
from ui.store import query

EVERYONE = "semua"
FIRST = "dinas"


def unit_group() -> str:
    """A peer group or a kecamatan with its villages; only those of which the viewer sees a unit."""
    known = query("duty_groups")
    groups = {code: name for code, name in PEER_GROUPS.items() if code in set(known["peer_group"])}
    places = known[["kecamatan_code", "kecamatan_name"]].dropna().drop_duplicates()
    named = {code: f"Kecamatan {name} dan desanya" for code, name in places.itertuples(index=False)}
    options = {EVERYONE: "Semua unit"} | groups | (named if len(known) > 1 else {})
    return filters.choice("kelompok", "Kelompok unit", options, FIRST if FIRST in groups else EVERYONE, width=300)


def unit(units: pd.DataFrame) -> str:
    """Whose evidence; the only unit is chosen by itself."""
    names = dict(zip(units["agency_code"], units["name"], strict=True))
    options = {EVERYONE: "Semua unit dalam pilihan"} | names
    return filters.choice("unit", "Unit", options, next(iter(names)) if len(names) == 1 else EVERYONE, width=320)


def message(messages: pd.DataFrame) -> str:
    labels = {row["message_id"]: duty_words.message_label(row) for row in messages.to_dict("records")}
    return filters.choice("pesan", "Pesan", {EVERYONE: "Semua pesan dalam periode"} | labels, EVERYONE, width=420)
