"""The rows of one invented message: its people, its carries and its duties."""

import json
from datetime import timedelta
from math import prod
from typing import Any

from tests.chain_world import (
    AS_OF,
    CARRIES,
    EXCUSES,
    KECAMATAN,
    REACH,
    TEXT,
    UNITS,
    VILLAGES,
    Carry,
    Message,
    Unit,
    Village,
)

Rows = list[dict[str, Any]]
INTERNET, SAINSBURY, INDIRECT = 0.80, 0.95, 0.30
OWN_SHARE = {"kecamatan": 0.80, "village": 0.85}

EVIDENCE = {
    "words": ["perekaman KTP elektronik", "bawa fotokopi KK"], "shared": ["24 November", "pukul 08.00"],
    "only_message": [], "only_post": ["balai desa"], "against": [], "why": "Tanggal dan tempatnya sama.",
}  # fmt: skip


def carries_of(message: Message) -> list[Carry]:
    return [carry for carry in CARRIES if carry.message == message.id]


def online(village: Village) -> int:
    return round(village.population * INTERNET)


def at(message: Message, hours: float | None) -> Any:
    return None if hours is None else message.at + timedelta(hours=hours)


def evidence(method: str) -> str | None:
    return json.dumps(EVIDENCE, ensure_ascii=False) if method == "text" else None


def placement(unit: Unit, placed: float) -> dict[str, float]:
    """Shares of a village's online people, as in the definition: own village, own kecamatan, everywhere."""
    whole = sum(online(village) for village in VILLAGES)
    inside = sum(online(village) for village in VILLAGES if village.kecamatan == unit.kecamatan) or whole
    own = OWN_SHARE.get(unit.tier, 0.0)
    if unit.tier == "village":
        [home] = [online(village) for village in VILLAGES if village.code == unit.village]
        return {"p_everywhere": 0.0, "p_kecamatan": (1 - own) * placed / inside, "p_village": own * placed / home}
    return {"p_everywhere": (1 - own) * placed / whole, "p_kecamatan": own * placed / inside, "p_village": 0.0}


def reach_rows(message: Message) -> Rows:
    senders = ["PEMKAB", *(carry.unit for carry in carries_of(message) if carry.method != "offline")]
    return [_reach_row(message, UNITS[code]) for code in dict.fromkeys(senders)]


def _reach_row(message: Message, unit: Unit) -> dict[str, Any]:
    reach, basis, followers, local = REACH[unit.tier]
    return {
        "message_id": message.id, "account_id": unit.account, "agency_code": unit.code, "tier": unit.tier,
        "kecamatan_code": unit.kecamatan, "village_code": unit.village, "post_id": f"{unit.account}-{message.id[-1]}",
        "reach": reach, "reach_basis": basis, "followers": followers, "ratio": reach / followers, "local_share": local,
        "local_basis": "default", **placement(unit, reach * local), "account_handle": unit.handle,
        "agency_name": unit.name,
    }  # fmt: skip


def reached(village: Village, senders: Rows) -> tuple[float, float, float]:
    """Low, point and high share of one village, after measures' definition."""
    shares = [
        min(1.0, row["p_everywhere"] + row["p_kecamatan"] * (row["kecamatan_code"] == village.kecamatan)
            + row["p_village"] * (row["village_code"] == village.code))
        for row in senders
    ]  # fmt: skip
    low, high = max(shares), 1 - prod(1 - share for share in shares)
    return low, max(low, SAINSBURY * high), high


def village_rows(message: Message) -> Rows:
    senders = reach_rows(message)
    by_unit = {UNITS[carry.unit].village: carry for carry in carries_of(message)}
    return [_village_row(message, village, by_unit.get(village.code), senders) for village in VILLAGES]


def _village_row(message: Message, village: Village, carry: Carry | None, senders: Rows) -> dict[str, Any]:
    low, point, high = reached(village, senders)
    people = online(village)
    method = carry.method if carry else None
    return {
        "message_id": message.id, "village_code": village.code, "village_name": village.name,
        "kecamatan_code": village.kecamatan, "kecamatan_name": KECAMATAN[village.kecamatan],
        "agency_code": village.agency, "state": "own" if carry else "indirect" if point >= INDIRECT else "none",
        "is_blankspot": village.blank, "blank_note": "menunggu menara" if village.blank else None,
        "has_account": not village.blank, "carried_at": at(message, carry.hours if carry else None),
        "hours": carry.hours if carry else None, "method": method, "is_offline": method == "offline",
        "population": village.population, "online": people, "low": low, "point": point, "high": high,
        "people_low": round(low * people), "people_point": round(point * people), "people_high": round(high * people),
    }  # fmt: skip


def repost_rows(message: Message) -> Rows:
    return [_repost_row(message, carry, UNITS[carry.unit], UNITS[carry.parent]) for carry in carries_of(message)]


def _repost_row(message: Message, carry: Carry, unit: Unit, parent: Unit) -> dict[str, Any]:
    named = f"{unit.account}-{message.id[-1]}"
    is_offline = carry.method == "offline"
    return {
        "message_id": message.id, "repost_id": named, "post_id": None if is_offline else named,
        "report_id": named if carry.method in ("reported", "offline") else None, "account_id": unit.account,
        "agency_code": unit.code, "tier": unit.tier, "kecamatan_code": unit.kecamatan, "village_code": unit.village,
        "region_code": unit.village or unit.kecamatan, "platform": "instagram", "carried_at": at(message, carry.hours),
        "method": carry.method, "confidence": 0.9 if carry.method == "text" else 1.0, "decided_by": "machine",
        "evidence": evidence(carry.method), "link": None if is_offline else f"https://contoh.invalid/{named}",
        "account_handle": unit.handle, "agency_name": unit.name, "hours": carry.hours,
        "is_late": carry.hours > message.hours, "excerpt": TEXT, "parent_account_id": parent.account,
        "parent_handle": parent.handle, "parent_agency_code": parent.code, "parent_agency_name": parent.name,
        "parent_method": "inferred", "parent_confidence": 0.7, "depth": {"agency": 1, "kecamatan": 1}.get(unit.tier, 2),
    }  # fmt: skip


def duty_unit_rows(message: Message) -> Rows:
    carried = {carry.unit: carry for carry in carries_of(message)}
    obliged = [unit for unit in UNITS.values() if unit.tier != "regency"]
    return [_duty_unit_row(message, unit, carried.get(unit.code)) for unit in obliged]


def _duty_unit_row(message: Message, unit: Unit, carry: Carry | None) -> dict[str, Any]:
    reason = EXCUSES.get((message.id, unit.code))
    told = _repost_row(message, carry, unit, UNITS[carry.parent]) if carry else {}
    return {
        "message_id": message.id, "agency_code": unit.code, "agency_name": unit.name, "peer_group": unit.peer_group,
        "tier": unit.tier, "kecamatan_code": unit.kecamatan, "village_code": unit.village,
        "status": _status(message, carry, reason), "reason": reason, "deadline_at": message.deadline,
        "has_offline": bool(carry) and carry.method == "offline", "has_data": unit.code != "DLH",
        **{name: told.get(name) for name in ("method", "repost_id", "link", "evidence", "carried_at", "hours")},
    }  # fmt: skip


def _status(message: Message, carry: Carry | None, reason: str | None) -> str:
    if carry:
        return "late" if carry.hours > message.hours else "on_time"
    if reason:
        return "exempt" if "sinyal" in reason else "excused"
    return "open" if message.deadline > AS_OF else "missing"
