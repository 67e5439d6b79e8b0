"""The tree of a message: who took it from whom."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

FACTS = tomllib.loads(Path(__file__).with_name("cascade.toml").read_text(encoding="utf-8"))
CONFIDENCE = {each["method"]: each["confidence"] for each in FACTS["parent"]}
STRENGTH = {each["method"]: place for place, each in enumerate(FACTS["parent"])}
INFERRED = "inferred"
REGENCY, KECAMATAN, VILLAGE = "regency", "kecamatan", "village"


@dataclass(frozen=True, slots=True)
class Origin:
    """An account that published an original, and when (hours since the message's first original)."""

    account: str
    hours: float = 0.0


@dataclass(frozen=True, slots=True)
class Carrier:
    """An account's first carry of a message.

    hours: since the message's first original. named: accounts that the carry itself names as its source, each with
    how it does (`reported`, `share`, `link` or `mention`). closest: the account whose own version its text is clearly
    closest to, where texts were compared.
    """

    account: str
    hours: float
    tier: str | None = None
    kecamatan: str | None = None
    named: tuple[tuple[str, str], ...] = ()
    closest: str | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A carrier in its place: `depth` counts the steps from the originals, whose own depth is 0."""

    account: str
    tier: str | None
    hours: float
    parent: str
    method: str
    confidence: float
    depth: int


def grown(origins: Sequence[Origin], carriers: Iterable[Carrier]) -> list[Node]:
    """Every carrier with its one parent, earliest first (same moment: by account).

    origins: at least one; together they are the root. The parent is an origin or a carrier of a strictly earlier
    moment, so there is no cycle. Rule, strongest first: named by the carry itself (reported, share, link, mention);
    the earlier version its text is closest to; else inferred: a village from its own kecamatan's account if that
    carried earlier, everything else from the original (of the same platform where it was there already).
    Of several accounts named alike, one's own kecamatan goes before another carrier and that before an original;
    then the latest one.
    """
    tree = _Tree(sorted(origins, key=lambda origin: (origin.hours, origin.account)))
    for carrier in sorted(carriers, key=lambda carrier: (carrier.hours, carrier.account)):
        tree.add(carrier)
    return tree.nodes


class _Tree:
    def __init__(self, origins: Sequence[Origin]) -> None:
        self.roots = {origin.account: origin for origin in reversed(origins)}
        self.first = origins[0]
        self.nodes: list[Node] = []
        self.placed: dict[str, tuple[Node, Carrier]] = {}
        self.by_kecamatan: dict[str, list[Node]] = {}

    def add(self, carrier: Carrier) -> None:
        parent, method, confidence = self._parent(carrier)
        depth = 1 + (self.placed[parent][0].depth if parent in self.placed else 0)
        node = Node(carrier.account, carrier.tier, carrier.hours, parent, method, confidence, depth)
        self.nodes.append(node)
        self.placed[carrier.account] = node, carrier
        if carrier.tier == KECAMATAN and carrier.kecamatan:
            self.by_kecamatan.setdefault(carrier.kecamatan, []).append(node)

    def _parent(self, carrier: Carrier) -> tuple[str, str, float]:
        said = carrier.named + (((carrier.closest, "text"),) if carrier.closest else ())
        known = [(account, method) for account, method in said if self._is_before(account, carrier)]
        if known:
            account, method = min(known, key=lambda each: self._order(each, carrier))
            return account, method, CONFIDENCE[method]
        return self._inferred(carrier)

    def _is_before(self, account: str, carrier: Carrier) -> bool:
        if account == carrier.account:
            return False
        if account in self.roots:
            return self.roots[account].hours <= carrier.hours
        return account in self.placed and self.placed[account][0].hours < carrier.hours

    def _order(self, said: tuple[str, str], carrier: Carrier) -> tuple[int, int, float, str]:
        """Strongest method, then the nearest in the structure, then the latest."""
        account, method = said
        if account in self.roots:
            return STRENGTH[method], 2, -self.roots[account].hours, account
        node, placed = self.placed[account]
        is_own = node.tier == KECAMATAN and placed.kecamatan == carrier.kecamatan
        return STRENGTH[method], 0 if is_own else 1, -node.hours, account

    def _inferred(self, carrier: Carrier) -> tuple[str, str, float]:
        own = self.by_kecamatan.get(carrier.kecamatan or "", []) if carrier.tier == VILLAGE else []
        earlier = [node.account for node in own if node.hours < carrier.hours]
        if earlier:
            return _same_platform(earlier, carrier), INFERRED, FACTS["inferred"]["kecamatan"]
        there = [origin.account for origin in self.roots.values() if origin.hours <= carrier.hours]
        return _same_platform(there or [self.first.account], carrier), INFERRED, FACTS["inferred"]["regency"]


def _same_platform(accounts: Sequence[str], carrier: Carrier) -> str:
    """The first account on the carrier's own platform, else the first."""
    platform = carrier.account.partition(":")[0]
    return next((account for account in accounts if account.partition(":")[0] == platform), accounts[0])
