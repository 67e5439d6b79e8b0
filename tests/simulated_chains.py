"""Invented regencies in which it is known who took a message from whom and where it stopped."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

import numpy as np

from measures.cascade.breaks import CARRIED, NOT_CARRIED, break_points
from measures.cascade.tree import Carrier, Origin, grown

DEADLINE, WINDOW, BREAK_SHARE = 48.0, 240.0, 0.3
SEEN_BY_TEXT = 0.85  # of the carries whose link is hidden, the share that their text still tells
FALSE_FINDS = 0.05  # of the units that did not carry, the share whose other post is taken for a carry
NAMING = ("reported", "share", "link", "mention")
DIRECTLY = (0.1, 0.5)  # from regency to regency: villages that take it from the top though their kecamatan carried it
THROUGH_AGENCY = 0.1


@dataclass
class Unit:
    """A unit of the regency. `is_broken` is set on the nodes at which the chain is made to stop."""

    code: str
    tier: str
    above: str | None
    kecamatan: str | None = None
    is_obliged: bool = True
    is_broken: bool = False
    online: int = 0
    hours: float | None = None
    took_from: str | None = None
    children: list["Unit"] = field(default_factory=list)

    @property
    def account(self) -> str:
        return f"instagram:{self.code}"

    @property
    def is_on_time(self) -> bool:
        return self.hours is not None and self.hours <= DEADLINE


@dataclass(frozen=True)
class Chain:
    """What truly happened (`units`, the regency first) and what is seen of it (`carriers`)."""

    units: list[Unit]
    carriers: list[Carrier]

    @property
    def origins(self) -> list[Origin]:
        return [Origin(self.units[0].account)]

    @property
    def true_parents(self) -> dict[str, str]:
        accounts = {unit.code: unit.account for unit in self.units}
        return {unit.account: accounts[unit.took_from] for unit in self.units if unit.took_from}

    @property
    def broken(self) -> set[str]:
        return {unit.code for unit in self.units if unit.is_broken}


def chain(
    seed: int, hidden: float = 0.0, seen_by_text: float = SEEN_BY_TEXT, false_finds: float = FALSE_FINDS
) -> Chain:
    """One message through one regency.

    hidden: the chance that a link is not known; then the parent is unknown, and the carry itself is only seen with
    the chance `seen_by_text`. The truth of a seed is the same whatever is hidden.
    """
    chance = Random(seed)
    units = _regency(chance)
    _spread(units, chance)
    return Chain(units, list(_seen(units, chance, hidden, seen_by_text, false_finds)))


def _regency(chance: Random) -> list[Unit]:
    regency = Unit("pemkab", "regency", None, hours=0.0)
    units = [regency, *(Unit(f"opd{n}", "agency", "pemkab") for n in range(chance.randint(5, 45)))]
    for number in range(chance.randint(3, 20)):
        code = f"kec{number}"
        kecamatan = Unit(code, "kecamatan", "pemkab", code)
        kecamatan.children = [_village(code, each, chance) for each in range(chance.randint(4, 20))]
        units += [kecamatan, *kecamatan.children]
    regency.children = [unit for unit in units if unit.above == "pemkab"]
    return units


def _village(kecamatan: str, number: int, chance: Random) -> Unit:
    obliged, online = chance.random() < 0.85, chance.randint(300, 9000)
    return Unit(f"{kecamatan}desa{number}", "village", kecamatan, kecamatan, obliged, online=online)


def _spread(units: list[Unit], chance: Random) -> None:
    """Few nodes break the chain, most pass it on; where it is broken under three in ten children are in time."""
    regency = units[0]
    directly = chance.uniform(*DIRECTLY)
    regency.is_broken = chance.random() < 0.1
    _let_carry(regency, chance, 0.0)
    for unit in units:
        if unit.tier == "kecamatan" and any(child.is_obliged for child in unit.children):
            unit.is_broken = chance.random() < 0.3
            _let_carry(unit, chance, unit.hours if unit.is_on_time and unit.hours else 0.0)
    for unit in units[1:]:
        if unit.hours is not None:
            unit.took_from = _source(unit, units, directly, chance)


def _let_carry(node: Unit, chance: Random, since: float) -> None:
    obliged = [child for child in node.children if child.is_obliged]
    share = chance.uniform(0, 0.29) if node.is_broken else chance.uniform(0.3, 1)
    in_time = set(map(id, chance.sample(obliged, _count(len(obliged), share, node.is_broken))))
    for child in node.children:
        if id(child) in in_time:
            child.hours = chance.uniform(since + 0.1, DEADLINE - (8 if child.children else 0))
        elif chance.random() < 0.12:
            child.hours = chance.uniform(DEADLINE + 0.1, WINDOW)


def _count(among: int, share: float, is_broken: bool) -> int:
    """Whole children on the right side of three in ten."""
    least = -(-3 * among // 10)
    return min(int(share * among), max(least - 1, 0)) if is_broken else max(round(share * among), least)


def _source(unit: Unit, units: list[Unit], directly: float, chance: Random) -> str:
    """Whom it truly took the message from: always someone earlier."""
    assert unit.hours is not None
    own = [each for each in units if each.code == unit.above and each.tier == "kecamatan"]
    agencies = [each for each in units if each.tier == "agency"]
    draw = chance.random()
    if unit.tier == "village" and draw > directly and own and _is_before(own[0], unit):
        return own[0].code
    if unit.tier != "agency" and draw < THROUGH_AGENCY:
        return next((each.code for each in agencies if _is_before(each, unit)), "pemkab")
    return "pemkab"


def _is_before(one: Unit, other: Unit) -> bool:
    return one.hours is not None and other.hours is not None and one.hours < other.hours


def _seen(
    units: list[Unit], chance: Random, hidden: float, seen_by_text: float, false_finds: float
) -> Iterator[Carrier]:
    """Every known link shows carry and parent; a hidden one leaves what text and structure tell."""
    by_code = {unit.code: unit for unit in units}
    for unit in units[1:]:
        is_hidden = chance.random() < hidden
        draw, hours, method = chance.random(), chance.uniform(1, 2 * DEADLINE), chance.choice(NAMING)
        if unit.hours is None:
            if draw < false_finds:
                yield Carrier(unit.account, hours, unit.tier, unit.kecamatan)
        elif not is_hidden:
            named = (by_code[unit.took_from or "pemkab"].account, method)
            yield Carrier(unit.account, unit.hours, unit.tier, unit.kecamatan, (*_distractors(chance), named))
        elif draw < seen_by_text:
            yield Carrier(unit.account, unit.hours, unit.tier, unit.kecamatan, tuple(_distractors(chance)))


def _distractors(chance: Random) -> list[tuple[str, str]]:
    """Names in the text that are not its source: an account that never carried, or the regency's in a footer."""
    draw = chance.random()
    if draw < 0.3:
        return [("instagram:pemkab" if draw < 0.15 else "instagram:ucapan_terima_kasih", "mention")]
    return []


def found_breaks(chain: Chain) -> set[str]:
    """The nodes at which the chain seems to stop, from what is seen."""
    units, places = chain.units, {unit.code: place for place, unit in enumerate(chain.units)}
    in_time = {carrier.account for carrier in chain.carriers if carrier.hours <= DEADLINE} | {units[0].account}
    found = break_points(
        np.array([places[unit.above] if unit.above else -1 for unit in units]),
        np.array([CARRIED if unit.account in in_time else NOT_CARRIED for unit in units], np.int8),
        np.array([unit.is_obliged for unit in units]),
        np.array([0.0 if unit.account in in_time else float(unit.online) for unit in units]),
        BREAK_SHARE,
    )
    return {units[each.node].code for each in found}


def right_parents(chain: Chain) -> tuple[int, int]:
    """Of the carriers that truly carried: how many have their true parent, and how many there are."""
    truth = chain.true_parents
    judged = [node for node in grown(chain.origins, chain.carriers) if node.account in truth]
    return sum(node.parent == truth[node.account] for node in judged), len(judged)
