"""Captions of others as a page may show them: without what tells whose they are, and without personal data."""

import re

from ui import formats, verdict_words
from ui.standard_words import Row

HIDDEN = "▪"
# What could tell whose post it is, or repeat what should never have been published.
ADDRESS = r"https?://\S+|www\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:go\.id|com|id|org|net)\b\S*"
REVEALING = re.compile(rf"{ADDRESS}|\S+@\S+|@[\w.]+", re.IGNORECASE)
NUMBER = re.compile(r"\+?\d(?:[\s.()-]?\d){8,}")
TAG = re.compile(r"#\w+")
SHORTEST_NAME = 4
PERSONAL = ("personal_data_hidden", "personal_data")


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _shared_stem(hashtag: str, names: list[str]) -> bool:
    return any(name in hashtag or hashtag in name for name in map(_letters, names) if len(name) >= SHORTEST_NAME)


def _hidden_places(text: str, names: list[str]) -> list[tuple[int, int]]:
    named = (re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in names)
    tags = (one for one in TAG.finditer(text) if _shared_stem(_letters(one.group()), names))
    found = [*REVEALING.finditer(text), *NUMBER.finditer(text), *tags, *(one for each in named for one in each)]
    return [one.span() for one in found]


def anonymous(row: Row) -> str:
    """The caption with unit, accounts, addresses and long numbers blotted out, every other letter in its place."""
    text = verdict_words.plain(row["caption"])
    names = [formats.text(row[name], "") for name in ("agency_name", "account_handle", "agency_code")]
    return _blotted(text, _hidden_places(text, [name for name in names if len(name) >= SHORTEST_NAME]))


def closed(row: Row) -> str:
    """The caption without the personal data that a verdict found in it: the page must not publish it again."""
    text = verdict_words.plain(row["caption"])
    told = [one for one in verdict_words.entries(row["evidence"]) if one.get("rule_id") in PERSONAL]
    spans = [one[:2] for one in verdict_words.spans(told, len(text)) if one[2].get("verdict") != "pass"]
    digits = [one.span() for one in re.finditer(r"\d", text)]
    inside = [at for at in digits if any(start <= at[0] < stop for start, stop in spans)]
    return _blotted(text, inside + [one.span() for one in NUMBER.finditer(text)] if inside else inside)


def _blotted(text: str, places: list[tuple[int, int]]) -> str:
    letters = list(text)
    for start, stop in places:
        letters[start:stop] = [HIDDEN if one.strip() else one for one in letters[start:stop]]
    return "".join(letters)
