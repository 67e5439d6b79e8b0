"""The chain of one message as HTML: agencies, kecamatan and villages, open to the evidence of each carry."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pandas as pd

from ui import chain_words, duty_words, evidence, formats
from ui.chain_head import KIND_WORDS, KINDS, bar
from ui.evidence import Evidence
from ui.markup import Html, joined, link, tag
from ui.parts import note

Row = dict[str, Any]

# Short on purpose: there is one for each of 284 villages.
METHODS = {
    "reported": "dilaporkan",
    "share": "dibagikan",
    "link": "tautan",
    "mention": "tagar",
    "text": "teks",
    "offline": "luring",
}
PARENTS = {
    "reported": "dilaporkan",
    "share": "dari platform",
    "link": "dari tautannya",
    "mention": "dari sebutannya",
    "text": "dari teksnya",
    "inferred": "disimpulkan",
}
PHRASES = 3
# Above this a phone would wait; the words of every single carry are then left to the other page.
HEAVY = 150_000
WORDS_ELSEWHERE = "Kata yang menjadi bukti untuk tiap unit ada di halaman Kewajiban Sebar."
BREAK = Html("<br>")
NO_CARRIER = "Belum ada unit yang meneruskan pesan ini."


@dataclass(frozen=True)
class Branch:
    """A kecamatan, or the agencies: one row of the chain, open to its members."""

    name: str
    own: Row | None
    members: list[Row]


def kind(row: Row) -> str:
    """How a unit stands: its colour in the chain. Whoever cannot be blamed is quiet."""
    if not formats.is_missing(row["carried_at"]):
        return "late" if row["status"] == "late" else "on_time"
    if row["is_blankspot"] is True or formats.is_missing(row["status"]):
        return "quiet"
    return {"missing": "missing", "open": "open"}.get(duty_words.state_of(row), "quiet")


def legend() -> Html:
    """What the colours and the words of the chain mean."""
    colors = (tag("span", tag("i", cls=f"jk-dot jk-c-{code}"), words) for code, words in KIND_WORDS.items())
    methods = (tag("b", word, cls=f"jk-m jk-m-{code}", title=duty_words.METHODS[code])
               for code, word in METHODS.items())  # fmt: skip
    found = tag("span", "Cara ditemukan: ", *methods)
    return tag("p", *colors, found, cls="jk-legend jk-chain-legend")


HEAD = tag("div", *(tag("span", words) for words in ("", "Akun kecamatan", "Unit di bawahnya", "Meneruskan")),
           cls="jk-chain-head", aria_hidden="true")  # fmt: skip


def tree(rows: pd.DataFrame) -> Html:
    """Agencies in one branch, then every kecamatan with its villages, those in trouble first."""
    if rows.empty:
        return note(NO_CARRIER)
    records: list[Row] = rows.to_dict("records")
    shown = [*_agencies(records), *_kecamatan(records)]
    whole = _drawn(shown, PHRASES)
    return whole if len(whole) <= HEAVY else joined(_drawn(shown, 0), note(WORDS_ELSEWHERE))


def _drawn(shown: list[Branch], phrases: int) -> Html:
    return tag("div", HEAD, *(_branch(one, phrases) for one in shown), cls="jk-chain")


def _agencies(records: list[Row]) -> list[Branch]:
    members = [row for row in records if row["tier"] == "agency"]
    return [Branch("OPD", None, members)] if members else []


def _kecamatan(records: list[Row]) -> list[Branch]:
    below = sorted((row for row in records if row["tier"] in ("kecamatan", "village")), key=_kecamatan_name)
    branches = []
    for name, group in groupby(below, key=_kecamatan_name):
        mine = list(group)
        own = next((row for row in mine if row["tier"] == "kecamatan"), None)
        branches.append(Branch(f"Kec. {name}", own, [row for row in mine if row["tier"] == "village"]))
    return sorted(branches, key=_trouble)


def _kecamatan_name(row: Row) -> str:
    return formats.text(row["kecamatan_name"], formats.text(row["kecamatan_code"], "lain"))


def _trouble(branch: Branch) -> tuple[bool, float, str]:
    """A kecamatan that owes the message comes first, then the one with the smallest share below it."""
    carried = sum(not formats.is_missing(row["carried_at"]) for row in branch.members)
    owes = branch.own is not None and kind(branch.own) in ("missing", "open")
    return not owes, carried / max(1, len(branch.members)), branch.name


def _branch(branch: Branch, phrases: int) -> Html:
    counts = dict.fromkeys(KINDS, 0)
    for row in branch.members:
        counts[kind(row)] += 1
    carried = counts["on_time"] + counts["late"]
    head = tag("summary", tag("b", branch.name, cls="jk-branch-name"), _own(branch.own), bar(counts),
               tag("span", formats.share(carried, len(branch.members)), cls="jk-branch-count"))  # fmt: skip
    own = tag("div", _proof(branch.own, PHRASES), cls="jk-own-why") if branch.own and _has_proof(branch.own) else None
    leaves = tag("div", *(_leaf(row, phrases) for row in branch.members), cls="jk-leaves") if branch.members else None
    return tag("details", head, own, leaves)


def _own(row: Row | None) -> Html:
    """The kecamatan's own account in the row of the kecamatan."""
    if row is None:
        return tag("span", cls="jk-own")
    return tag("span", tag("i", cls=f"jk-dot jk-c-{kind(row)}"), _standing(row), cls="jk-own")


def _leaf(row: Row, phrases: int) -> Html:
    name = formats.text(row["village_name"], formats.text(row["agency_name"]))
    inside = joined(name, " ", _standing(row))
    cls = f"jk-leaf jk-c-{kind(row)}"
    if not _has_proof(row):
        return tag("div", inside, cls=cls)
    return tag("details", tag("summary", inside), _proof(row, phrases), cls=cls)


def _standing(row: Row) -> Html:
    """By which method and after how long; or why not."""
    if not formats.is_missing(row["carried_at"]):
        late = ", terlambat" if row["status"] == "late" else ""
        return joined(_method(row), " ", tag("small", f"{chain_words.hours(row['hours'])}{late}"))
    return tag("small", _absence(row))


def _method(row: Row) -> Html | None:
    code = formats.text(row["method"], "")
    return tag("b", METHODS[code], cls=f"jk-m jk-m-{code}") if code in METHODS else None


def _absence(row: Row) -> str:
    if row["is_blankspot"] is True:
        words = "Tanpa sinyal"
    elif formats.is_missing(row["status"]):
        words = "Tanpa kewajiban"
    else:
        words = duty_words.state_word(row)
    short = words[:1].lower() + words[1:]
    return f"{short} · terjangkau tidak langsung" if row["state"] == "indirect" else short


def _has_proof(row: Row) -> bool:
    return not formats.is_missing(row["carried_at"])


def _proof(row: Row, phrases: int) -> Html:
    """When, from whom, and the words that showed it."""
    found = _found(evidence.read(row["evidence"]), phrases)
    way = None if formats.is_missing(row["link"]) else link(row["link"], "buka unggahan")
    lines = [formats.moment(row["carried_at"]), _from(row), *found, _decided(row), way]
    return tag("p", joined(*(one for one in lines if one), by=BREAK), cls="jk-why-so")


def _from(row: Row) -> str:
    if formats.is_missing(row["parent_handle"]):
        return ""
    how = PARENTS.get(formats.text(row["parent_method"], ""), "")
    return f"dari @{row['parent_handle']}{f' ({how})' if how else ''}"


def _found(found: Evidence, most: int) -> Iterable[Html]:
    for name in ("shared", "words", "against"):
        phrases = getattr(found, name)[:most]
        if phrases:
            yield joined(f"{evidence.TITLES[name]}: ", tag("mark", ", ".join(phrases)))


def _decided(row: Row) -> str:
    return {"staff": "diputuskan petugas", "report": "dilaporkan unitnya"}.get(formats.text(row["decided_by"], ""), "")
