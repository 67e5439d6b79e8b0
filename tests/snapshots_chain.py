"""The tables of priority messages for tests of pages: their columns, and a small readable example."""

from datetime import date
from functools import cache
from math import cos, pi, sin
from typing import Any

from tests import chain_rows
from tests.chain_rows import Rows
from tests.chain_world import AS_OF, KECAMATAN, MESSAGES, TEXT, UNITS, VILLAGES, Message, Village

_UNIT = "agency_code varchar, agency_name varchar, peer_group varchar, tier varchar"
_PLACED = "tier varchar, kecamatan_code varchar, village_code varchar"
_COUNTS = "late bigint, missing bigint"
_PEOPLE = "people_low bigint, people_point bigint, people_high bigint"
SCHEMA = {
    "message": "message_id varchar, title varchar, caption varchar, programme_name varchar, designated_by varchar, "
    "said_by varchar, published_at timestamptz, deadline_at timestamptz, audience_kind varchar, "
    "audience_label varchar, originals int, link varchar, is_withdrawn boolean, withdrawn_reason varchar, "
    "state varchar, is_latest boolean, "
    "units_expected bigint, units_on_time bigint, units_late bigint, units_missing bigint, units_excused bigint, "
    "units_exempt bigint, units_open bigint, units_no_data bigint, villages bigint, villages_own bigint, "
    "villages_own_early bigint, villages_indirect bigint, villages_none bigint, villages_blank bigint, "
    f"early_hours double, kecamatan bigint, kecamatan_silent bigint, online bigint, {_PEOPLE}, people_left bigint, "
    "size bigint, depth bigint, virality double, hours_25 double, hours_50 double, hours_75 double",
    "message_post": "message_id varchar, post_id varchar, platform varchar, account_handle varchar, "
    "published_at timestamptz, link varchar",
    "message_tier": "message_id varchar, tier varchar, expected bigint, carried bigint, on_time bigint, "
    "median_hours double, branching double",
    "message_notice": "message_id varchar, title varchar, said_at timestamptz, event_sha256 varchar, notice varchar",
    "repost": "message_id varchar, repost_id varchar, post_id varchar, report_id varchar, account_id varchar, "
    f"agency_code varchar, {_PLACED}, region_code varchar, platform varchar, carried_at timestamptz, "
    "method varchar, confidence double, decided_by varchar, evidence varchar, link varchar, "
    "account_handle varchar, agency_name varchar, "
    "hours double, is_late boolean, excerpt varchar, parent_account_id varchar, parent_handle varchar, "
    "parent_agency_code varchar, parent_agency_name varchar, parent_method varchar, parent_confidence double, "
    "depth int",
    "duty": "message_id varchar, account_id varchar, agency_code varchar, tier varchar, status varchar, "
    "carried_at timestamptz, deadline_at timestamptz, repost_id varchar, method varchar, reason varchar, "
    "has_data boolean, account_handle varchar, platform varchar, agency_name varchar, peer_group varchar",
    "duty_unit": f"message_id varchar, {_UNIT}, kecamatan_code varchar, village_code varchar, status varchar, "
    "method varchar, repost_id varchar, link varchar, evidence varchar, carried_at timestamptz, hours double, "
    "deadline_at timestamptz, reason varchar, has_offline boolean, has_data boolean",
    "duty_agency": f"{_UNIT}, due bigint, on_time bigint, {_COUNTS}, excused bigint, exempt bigint, no_data bigint, "
    "share double, low double, high double",
    "duty_month": f"agency_code varchar, agency_name varchar, peer_group varchar, month date, due bigint, "
    f"on_time bigint, {_COUNTS}, share double, low double, high double",
    "break_point": "message_id varchar, node_code varchar, node_name varchar, agency_code varchar, tier varchar, "
    "kind varchar, own_carried boolean, expected bigint, carried bigint, share double, people_left bigint, place int",
    "cascade_size": "message_id varchar, size int, hours double, depth int, virality double",
    "message_reach": f"message_id varchar, account_id varchar, agency_code varchar, {_PLACED}, post_id varchar, "
    "reach double, reach_basis varchar, followers double, ratio double, local_share double, local_basis varchar, "
    "p_everywhere double, p_kecamatan double, p_village double, account_handle varchar, agency_name varchar",
    "message_village": "message_id varchar, village_code varchar, village_name varchar, kecamatan_code varchar, "
    "kecamatan_name varchar, agency_code varchar, state varchar, is_blankspot boolean, blank_note varchar, "
    "has_account boolean, carried_at timestamptz, hours double, method varchar, is_offline boolean, population bigint, "
    f"online bigint, low double, point double, high double, {_PEOPLE}",
    "next_node": "message_id varchar, place int, account_id varchar, agency_code varchar, tier varchar, reach double, "
    "reach_basis varchar, people_added bigint, villages_added int, account_handle varchar, agency_name varchar",
    "link_report": "report_id varchar, origin varchar, message_id varchar, message_title varchar, agency_code varchar, "
    "agency_name varchar, kind varchar, channel varchar, note varchar, photo_sha256 varchar, url varchar, "
    "platform varchar, native_id varchar, post_id varchar, account_id varchar, reported_at timestamptz, "
    "published_at timestamptz, status varchar, reason varchar",
    "audit": '"at" timestamptz, '
    "said_by varchar, action varchar, message_id varchar, title varchar, post_id varchar, agency_code varchar, "
    "agency_name varchar, detail varchar, event_sha256 varchar",
    "review": "message_id varchar, message_title varchar, message_caption varchar, post_id varchar, "
    "agency_code varchar, agency_name varchar, account_handle varchar, platform varchar, published_at timestamptz, "
    "link varchar, caption varchar, method varchar, confidence double, evidence varchar, answer boolean, "
    "answered_by varchar, answered_at timestamptz, answer_reason varchar",
    "village_shape": "village_code varchar, village_name varchar, kecamatan_code varchar, kecamatan_name varchar, "
    "kind varchar, xs double[], ys double[]",
    "village_map": "kind varchar, mean_displacement_km double, max_displacement_km double",
}  # fmt: skip


@cache
def example() -> dict[str, Rows]:
    """Three messages in three kecamatan with twelve villages: one closed and latest, one open, one withdrawn."""
    return {
        "message": [_message_row(message) for message in MESSAGES],
        "message_post": [_post_row(message) for message in MESSAGES],
        "message_tier": [row for message in MESSAGES for row in _tier_rows(message)],
        "message_reach": [row for message in MESSAGES for row in chain_rows.reach_rows(message)],
        "message_village": [row for message in MESSAGES for row in chain_rows.village_rows(message)],
        "repost": [row for message in MESSAGES for row in chain_rows.repost_rows(message)],
        "duty_unit": [row for message in MESSAGES for row in chain_rows.duty_unit_rows(message)],
        "duty": [_duty_row(row) for message in MESSAGES for row in chain_rows.duty_unit_rows(message)],
        **_summaries(),
        **_told(),
    }


def _message_row(message: Message) -> dict[str, Any]:
    villages, duties = chain_rows.village_rows(message), chain_rows.duty_unit_rows(message)
    carried, online = chain_rows.carries_of(message), sum(row["online"] for row in villages)
    states = [row["state"] for row in villages]
    silent = {row["agency_code"] for row in duties if row["tier"] == "kecamatan" and row["carried_at"] is None}
    people = {name: sum(row[name] for row in villages) for name in ("people_low", "people_point", "people_high")}
    withdrawn = message.state == "withdrawn"
    counts = {f"units_{status}": sum(row["status"] == status for row in duties)
              for status in ("on_time", "late", "missing", "excused", "exempt", "open")}  # fmt: skip
    return {
        "message_id": message.id, "title": message.title, "caption": TEXT, "programme_name": message.programme,
        "designated_by": message.designated_by, "said_by": "kepala" if message.designated_by == "hand" else None,
        "published_at": message.at, "deadline_at": message.deadline, "audience_kind": "all",
        "audience_label": "semua unit", "originals": 1, "link": f"https://contoh.invalid/{message.id[-6:]}",
        "is_withdrawn": withdrawn, "withdrawn_reason": "jadwal berubah" if withdrawn else None, "state": message.state,
        "is_latest": message is MESSAGES[0], "units_expected": len(duties), **counts, "units_no_data": 1,
        "villages": len(villages), "villages_own": states.count("own"),
        "villages_own_early": sum(row["state"] == "own" and row["hours"] <= 72 for row in villages),
        "villages_indirect": states.count("indirect"), "villages_none": states.count("none"),
        "villages_blank": sum(row["is_blankspot"] for row in villages), "early_hours": 72.0,
        "kecamatan": len(KECAMATAN), "kecamatan_silent": len(silent), "online": online, **people,
        "people_left": online - people["people_point"], "size": len(carried) + 1, "depth": 2, "virality": 1.9,
        "hours_25": 6.0 if len(carried) > 5 else None, "hours_50": 30.0 if len(carried) > 5 else None, "hours_75": None,
    }  # fmt: skip


def _post_row(message: Message) -> dict[str, Any]:
    return {"message_id": message.id, "post_id": message.id, "platform": "instagram",
            "account_handle": UNITS["PEMKAB"].handle, "published_at": message.at,
            "link": f"https://contoh.invalid/{message.id[-6:]}"}  # fmt: skip


def _tier_rows(message: Message) -> Rows:
    duties = chain_rows.duty_unit_rows(message)
    rows = []
    for tier in ("agency", "kecamatan", "village"):
        here = [row for row in duties if row["tier"] == tier]
        hours = sorted(row["hours"] for row in here if row["hours"] is not None)
        rows.append({"message_id": message.id, "tier": tier, "expected": len(here), "carried": len(hours),
                     "on_time": sum(row["status"] == "on_time" for row in here), "branching": len(hours) / 3,
                     "median_hours": hours[len(hours) // 2] if hours else None})  # fmt: skip
    return rows


def _duty_row(row: dict[str, Any]) -> dict[str, Any]:
    unit = UNITS[row["agency_code"]]
    kept = ("message_id", "agency_code", "tier", "status", "carried_at", "deadline_at", "repost_id", "method", "reason",
            "has_data", "agency_name", "peer_group")  # fmt: skip
    return {name: row[name] for name in kept} | {
        "account_id": unit.account,
        "account_handle": unit.handle,
        "platform": "instagram",
    }


def _summaries() -> dict[str, Rows]:
    counted = [_counted(code) for code, unit in UNITS.items() if unit.tier != "regency"]
    shared = ("agency_code", "agency_name", "peer_group", "due", "on_time", "late", "missing", "share", "low", "high")
    return {
        "duty_agency": counted,
        "duty_month": [{name: row[name] for name in shared} | {"month": date(2026, month, 1)}
                       for row in counted for month in (9, 10, 11)],
        "break_point": [
            {"message_id": "instagram:pesan1", "node_code": "35.18.02", "node_name": "Kecamatan Ngetos",
             "agency_code": "KEC-NGETOS", "tier": "kecamatan", "kind": "silent", "own_carried": False, "expected": 4,
             "carried": 0, "share": 0.0, "people_left": 13400, "place": 1},
            {"message_id": "instagram:pesan1", "node_code": "35.18.13", "node_name": "Kecamatan Nganjuk",
             "agency_code": "KEC-NGANJUK", "tier": "kecamatan", "kind": "stuck", "own_carried": True, "expected": 4,
             "carried": 1, "share": 0.25, "people_left": 9100, "place": 2},
        ],
        "cascade_size": [{"message_id": message.id, "size": 10, "hours": 30.0 + 8 * place, "depth": 2,
                          "virality": 1.8 + place / 10} for place, message in enumerate(MESSAGES[:2])],
        "next_node": [
            {"message_id": "instagram:pesan1", "place": place, "account_id": UNITS[code].account, "agency_code": code,
             "tier": UNITS[code].tier, "reach": 3400.0, "reach_basis": "tier", "people_added": added,
             "villages_added": 5 - place, "account_handle": UNITS[code].handle, "agency_name": UNITS[code].name}
            for place, (code, added) in enumerate((("KEC-NGETOS", 2140), ("DISPERTA", 410)), start=1)
        ],
    }  # fmt: skip


def _counted(code: str) -> dict[str, Any]:
    rows = [row for message in MESSAGES for row in chain_rows.duty_unit_rows(message) if row["agency_code"] == code]
    count = {name: sum(row["status"] == name for row in rows) for name in ("on_time", "late", "missing")}
    due = sum(count.values())
    share = count["on_time"] / due if due else None
    return {
        **{name: rows[0][name] for name in ("agency_code", "agency_name", "peer_group", "tier")}, **count, "due": due,
        "excused": sum(row["status"] == "excused" for row in rows), "no_data": sum(not row["has_data"] for row in rows),
        "exempt": sum(row["status"] == "exempt" for row in rows), "share": share,
        "low": share and share * 0.5, "high": share if share is None else share + (1 - share) * 0.6,
    }  # fmt: skip


def _told() -> dict[str, Rows]:
    """What people reported, decided and were told."""
    report = {"origin": "form", "message_id": "instagram:pesan1", "message_title": MESSAGES[0].title, "kind": "link",
              "agency_code": "KEC-SAWAHAN", "agency_name": "Kecamatan Sawahan", "platform": "instagram",
              "reported_at": AS_OF}  # fmt: skip
    return {
        "link_report": [
            report | {"report_id": "lapor1", "url": "https://contoh.invalid/p/1", "status": "accepted"},
            report | {"report_id": "lapor2", "url": "bukan tautan", "status": "refused", "reason": "Bukan tautan."},
        ],
        "message_notice": [{"message_id": "instagram:pesan3", "title": MESSAGES[2].title, "said_at": AS_OF,
                            "event_sha256": "c" * 64, "notice": "Ditarik setelah disebarkan satu unit."}],
        "audit": [{"at": AS_OF, "said_by": "petugas", "action": "link-decided", "message_id": "instagram:pesan1",
                   "title": MESSAGES[0].title, "agency_code": "DISDIK", "agency_name": "Dinas Pendidikan",
                   "detail": "tautan salah", "event_sha256": "d" * 64}],
        "review": [{"message_id": "instagram:pesan1", "message_title": MESSAGES[0].title, "message_caption": TEXT,
                    "post_id": "instagram:ragu1", "agency_code": "DISPERTA", "agency_name": "Dinas Pertanian",
                    "account_handle": UNITS["DISPERTA"].handle, "platform": "instagram", "published_at": AS_OF,
                    "link": "https://contoh.invalid/p/9", "caption": "Besok ada perekaman KTP, ayo datang.",
                    "method": "text", "confidence": 0.55, "evidence": chain_rows.evidence("text")}],
        "village_shape": [_shape(place, village) for place, village in enumerate(VILLAGES)],
        "village_map": [{"kind": "hexagon", "mean_displacement_km": 1.4, "max_displacement_km": 4.2}],
    }  # fmt: skip


def _shape(place: int, village: Village) -> dict[str, Any]:
    x, y = 3**0.5 * (place % 4 + place // 4 % 2 / 2), 1.5 * (place // 4)
    turns = [(2 * corner + 1) * pi / 6 for corner in (*range(6), 0)]
    return {
        "village_code": village.code,
        "village_name": village.name,
        "kecamatan_code": village.kecamatan,
        "kecamatan_name": KECAMATAN[village.kecamatan],
        "kind": "hexagon",
        "xs": [x + cos(turn) for turn in turns],
        "ys": [y + sin(turn) for turn in turns],
    }
