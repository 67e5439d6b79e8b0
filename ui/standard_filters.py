"""The choices of the page about the posting standard: month, group, norm, unit, rule and verdict."""

from datetime import date

import pandas as pd

from measures.peer_groups import PEER_GROUPS
from ui import filters, formats, verdict_words
from ui.standard_words import KINDS, SERVICE, place_of
from ui.store import query

EVERYTHING, FIRST_GROUP = "semua", "dinas"
VERDICTS = {"fail": "Perlu diubah", "abstain": "Belum pasti", "pass": "Memenuhi"}


def month(known: pd.DataFrame) -> str:
    """The newest month at least half over comes first: the first days of a month say little."""
    options = {code: month_name(code) for code in known["code"]}
    default = known.loc[known["is_default"], "code"]
    return filters.choice("bulan", "Bulan", options, default.iloc[0], width=200)


def month_name(code: str) -> str:
    return formats.month(date.fromisoformat(f"{code}-01"))


def peer_group(units: pd.DataFrame) -> str:
    """Units are compared within their group only; a viewer is offered the groups of the own units."""
    seen = set(units["peer_group"])
    options = {code: name for code, name in PEER_GROUPS.items() if code in seen} or {FIRST_GROUP: "Dinas"}
    first = FIRST_GROUP if FIRST_GROUP in options else next(iter(options))
    return filters.choice("kelompok", "Kelompok sebanding", options, first)


def norm(cells: pd.DataFrame) -> str:
    """A norm that is a share of posts and so has an interval."""
    known = cells[["rule_id", "title"]].drop_duplicates().to_dict("records")
    shares = [row for row in known if row["rule_id"] not in KINDS]
    listed = {row["rule_id"]: row["title"] for row in sorted(shares, key=lambda row: place_of(row["rule_id"]))}
    first = SERVICE if SERVICE in listed else next(iter(listed), SERVICE)
    return filters.choice("norma", "Norma", listed or {SERVICE: "Porsi pelayanan"}, first, width=300)


def unit(units: pd.DataFrame) -> str:
    """Whose months and posts; the only unit is chosen by itself."""
    names = dict(zip(units["agency_code"], units["name"], strict=True))
    options = {EVERYTHING: "Semua unit dalam kelompok"} | names
    return filters.choice("unit", "Unit", options, next(iter(names)) if len(names) == 1 else EVERYTHING, width=340)


def rule() -> str:
    known = query("standard_rules")
    titles = {row["rule_id"]: verdict_words.title(row, titles_of(known)) for row in of_posts(known).to_dict("records")}
    return filters.choice("aturan", "Aturan", {EVERYTHING: "Semua aturan"} | titles, EVERYTHING, width=260)


def verdict() -> str:
    return filters.choice("hasil", "Hasil periksa", {EVERYTHING: "Semua hasil"} | VERDICTS, EVERYTHING, width=190)


def titles_of(rules: pd.DataFrame) -> dict[str, str]:
    """What the standard itself calls its rules."""
    return dict(zip(rules["rule_id"], rules["title"], strict=True))


def of_posts(rules: pd.DataFrame) -> pd.DataFrame:
    return rules[rules["scope"] == "post"]
