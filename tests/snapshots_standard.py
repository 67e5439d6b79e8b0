"""The tables of the posting standard for tests of pages: their columns, and a small readable example."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from tests import snapshots_issue, standard_world
from tests.chain_rows import Rows
from tests.chain_world import AS_OF

_BOOLEANS = (
    "educational", "service_info", "smart_city", "brand", "call_for_vigilance_or_correction", "unsourced_claim_risk",
    "accountability", "smart_city_cta", "personal_data", "ai_declared", "stale_slogan", "unofficial_link",
)  # fmt: skip
_LABELS = ", ".join(["emphasis varchar", *(f"{name} boolean" for name in _BOOLEANS)])
_EVIDENCE = "struct(rule_id varchar, verdict varchar, start int, stop int, why varchar, rule_version int)[]"
_UNIT = "agency_code varchar, agency_name varchar, peer_group varchar"
_RULE = (
    "rule_id varchar, version int, scope varchar, title varchar, wording varchar, advice varchar, norm varchar, "
    "basis varchar, needs varchar[], measure varchar, comparison varchar, threshold double, unsure double, "
    "weight double, severity varchar, valid_from date, valid_until date"
)
SCHEMA = {
    "standard_rule": f"{_RULE}, is_in_force boolean",
    "vocabulary": "kind varchar, phrase varchar, valid_from date, valid_until date, note varchar",
    "official": "name varchar, aliases varchar[], role varchar, title varchar, valid_from date, valid_until date, "
    "source varchar",
    "standard_notice": "file varchar, line int, what varchar",
    "judged_post": f"post_id varchar, {_UNIT}, account_handle varchar, platform varchar, published_on date, "
    f"published_at timestamptz, caption varchar, link varchar, {_LABELS}, decided_by varchar, evidence {_EVIDENCE}, "
    "failed int, is_compliant boolean",
    "standard_month": f"{_UNIT}, month date, posts int, judged int, service int, figure int, mixed int, neither int, "
    "unsure int, educational int, service_info int, accountability int, brand int, stale_slogan int, smart_city int, "
    "smart_city_cta int, unsourced int, personal_data int, unofficial_link int, vigilance int, compliant int, "
    "checked int",
    "standard_unit": f"{_UNIT}, month date, rule_id varchar, title varchar, norm varchar, value double, low double, "
    "high double, numerator int, denominator int, threshold double, comparison varchar, verdict varchar, "
    "weight double, severity varchar, rule_version int",
    "standard_peer": "peer_group varchar, month date, rule_id varchar, median double, p20 double, units int",
    "label_decision": "post_id varchar, label varchar, value varchar, reason varchar, said_by varchar, "
    f"said_at timestamptz, {_UNIT}",
    "appeal": "appeal_id varchar, post_id varchar, rule_id varchar, agency_code varchar, agency_name varchar, "
    "reason varchar, said_by varchar, said_at timestamptz, state varchar, answer varchar, answered_by varchar, "
    "answered_at timestamptz, account_handle varchar, platform varchar, published_at timestamptz, caption varchar, "
    "link varchar",
    "agreement": "month date, label varchar, decided bigint, agreed bigint, abstained bigint, share double, "
    "low double, high double",
    "agreement_label": "label varchar, decided bigint, agreed bigint, abstained bigint, share double, low double, "
    "high double",
    "judgement_notice": "event_sha256 varchar, said_at timestamptz, said_by varchar, action varchar, kind varchar, "
    "about varchar",
} | snapshots_issue.SCHEMA  # fmt: skip

HOSTILE = "</p><script>alert(1)</script> **tebal** [klik](javascript:alert(1))"
SERVICE = "Perekaman KTP-el keliling di Balai Desa Sawahan, Selasa pukul 08.00. Bawa fotokopi KK."
PRAISE = "Selamat ulang tahun Bapak Camat, sosok pemimpin idola kami semua."
UNSURE = "Pak Camat membagikan jadwal posyandu bulan ini."


@cache
def example() -> dict[str, Rows]:
    """Four judged posts of two units, one of them decided by staff, and three appeals."""
    return standard_world.account_tables() | snapshots_issue.example() | {
        "standard_rule": [rule("service_first", "Layanan di depan"), rule("no_personal_praise", "Tanpa puji pribadi")],
        "judged_post": judged(),
        "label_decision": [decided("emphasis", "service"), decided("educational", "false")],
        "appeal": appeals(),
        "agreement": [agreed(date(2026, 10, 1), "emphasis", 8, 10), agreed(date(2026, 11, 1), "emphasis", 18, 20),
                      agreed(date(2026, 11, 1), "educational", 3, 4)],
        "agreement_label": [agreed(None, "emphasis", 26, 30), agreed(None, "educational", 3, 4)],
        "judgement_notice": [{"event_sha256": "d" * 64, "said_at": AS_OF, "said_by": "petugas",
                              "action": "judgement-decided", "kind": "no_label", "about": "<b>lucu</b>"}],
    }  # fmt: skip


def rule(rule_id: str, title: str, scope: str = "post", **changes: Any) -> dict[str, Any]:
    row = {"rule_id": rule_id, "version": 1, "scope": scope, "title": title, "wording": f"{title}.", "advice": "Ubah.",
           "norm": "N3", "basis": "contoh", "needs": ["caption"], "measure": rule_id, "comparison": "is",
           "threshold": 1.0, "unsure": 0.1, "weight": 50.0, "severity": "wajib", "valid_from": date(2026, 1, 1),
           "valid_until": date(9999, 12, 31), "is_in_force": True}  # fmt: skip
    return row | changes


def said(rule_id: str, verdict: str, caption: str = "", words: str = "", why: str = "") -> dict[str, Any]:
    """One row of evidence; the span is where the words stand in the caption."""
    start = caption.index(words) if words else None
    stop = None if start is None else start + len(words)
    return {"rule_id": rule_id, "verdict": verdict, "start": start, "stop": stop, "why": why, "rule_version": 1}


def judged_post(number: int, caption: str, **changes: Any) -> dict[str, Any]:
    at = AS_OF - timedelta(days=number)
    row = {
        "post_id": f"instagram:nilai{number}",
        "agency_code": "DINKES",
        "agency_name": "Dinas Kesehatan",
        "peer_group": "dinas",
        "account_handle": "dinkes.contoh",
        "platform": "instagram",
        "published_on": (at + timedelta(hours=7)).date(),
        "published_at": at,
        "caption": caption,
        "link": f"https://contoh.invalid/p/nilai{number}",
        "emphasis": "service",
    } | dict.fromkeys(_BOOLEANS, False)
    return row | {"decided_by": "machine", "evidence": [], "failed": 0, "is_compliant": True} | changes  # fmt: skip


def judged() -> Rows:
    service = [said("service_first", "pass", SERVICE, "Perekaman KTP-el", "Unggahan ini tentang layanan.")]
    praise = [said("no_personal_praise", "fail", PRAISE, "sosok pemimpin idola", "Memuji pribadi pejabat.")]
    unsure = [said("service_first", "abstain", UNSURE, "jadwal posyandu", "Tokoh dan layanan sama kuat.")]
    return [
        judged_post(1, SERVICE, service_info=True, evidence=service),
        judged_post(2, PRAISE, emphasis="figure", evidence=praise, failed=1, is_compliant=False,
                    agency_code="DISDIK", agency_name="Dinas Pendidikan", account_handle="disdik_contoh"),
        judged_post(3, UNSURE, emphasis=None, educational=None, evidence=unsure),
        judged_post(4, HOSTILE, emphasis="neither", decided_by="staff", link="javascript:alert(1)"),
    ]  # fmt: skip


def decided(label: str, value: str) -> dict[str, Any]:
    row = {"post_id": "instagram:nilai4", "label": label, "value": value, "reason": "rekaan", "said_by": "petugas"}
    return row | {"said_at": AS_OF, "agency_code": "DINKES", "agency_name": "Dinas Kesehatan", "peer_group": "dinas"}


def appeals() -> Rows:
    shared = {"post_id": "instagram:nilai2", "rule_id": "no_personal_praise", "agency_code": "DISDIK",
              "agency_name": "Dinas Pendidikan", "said_by": "admin", "said_at": AS_OF - timedelta(hours=30),
              "account_handle": "disdik_contoh", "platform": "instagram", "published_at": AS_OF - timedelta(days=2),
              "caption": PRAISE, "link": "https://contoh.invalid/p/nilai2"}  # fmt: skip
    answered = {"answered_by": "kepala", "answered_at": AS_OF - timedelta(hours=3)}
    return [
        shared | {"appeal_id": "a" * 64, "reason": "Ini kutipan <b>warga</b>.", "state": "open"},
        shared | {"appeal_id": "b" * 64, "post_id": "instagram:nilai4", "caption": HOSTILE, "link": None,
                  "agency_code": "DINKES", "agency_name": "Dinas Kesehatan", "reason": "Bukan pujian.",
                  "state": "accepted", "answer": "Benar, bukan pujian."} | answered,
        shared | {"appeal_id": "c" * 64, "post_id": "instagram:nilai1", "caption": SERVICE, "rule_id": "service_first",
                  "agency_code": "DINKES", "agency_name": "Dinas Kesehatan", "reason": "Mohon ditinjau.",
                  "state": "refused", "answer": "Tetap perlu diubah."} | answered,
    ]  # fmt: skip


def agreed(month: date | None, label: str, same: int, whole: int) -> dict[str, Any]:
    row = {"label": label, "decided": whole, "agreed": same, "abstained": 2, "share": same / whole,
           "low": same / whole - 0.1, "high": min(1.0, same / whole + 0.05)}  # fmt: skip
    return row if month is None else {"month": month} | row
