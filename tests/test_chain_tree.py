"""The chain as HTML: light enough for a phone, whoever carried the message and how."""

import re

import pandas as pd

from tests import snapshots
from ui import chain, chain_people


def rows(table: str) -> list[dict]:
    return [dict(row) for row in snapshots.example()[table]]


def plain(html: str) -> str:
    return " ".join(re.sub(r"(?:<[^>]+>)+", " ", html).split())


def test_the_chain_of_284_villages_stays_light_whatever_carried_it():
    everyone = chain.tree(pd.DataFrame([_one(place) for place in range(384)]))
    assert len(everyone.encode()) < 1.05 * chain.HEAVY
    assert chain.WORDS_ELSEWHERE in everyone
    usual = chain.tree(pd.DataFrame([_one(place) for place in range(200)]))
    assert "Fakta yang sama" in usual and chain.WORDS_ELSEWHERE not in usual


def _one(place: int) -> dict:
    """The heaviest row there is: a carry shown by text, with evidence, parent and link."""
    found = next(row for row in rows("duty_unit") if row["agency_code"] == "KEL-KRAMAT")
    tier = "agency" if place < 80 else "kecamatan" if place < 100 else "village"
    name = f"Nama desa {place}"
    found |= {"tier": tier, "kecamatan_name": f"Kecamatan {place % 20}", "village_name": name, "agency_name": name}
    return found | {
                    "state": "own", "is_blankspot": False, "parent_handle": "kecamatan.nganjuk_contoh",
                    "parent_method": "inferred", "decided_by": "machine"}  # fmt: skip


def test_states_are_listed_even_where_there_is_none():
    assert "0" in plain(chain_people.states(pd.DataFrame([{"state": "own", "villages": 12}])))
