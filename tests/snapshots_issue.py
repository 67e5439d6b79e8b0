"""The tables of issues for tests of pages: their columns, and a small readable example."""

from datetime import date, datetime, timedelta
from typing import Any

from tests.chain_rows import Rows
from tests.chain_world import AS_OF

_STEPS = ("checked", "verified", "clarified", "spread", "closed")
_TIMES = ", ".join(f"{name}_at timestamptz, {name}_by varchar" for name in _STEPS)
_POST = (
    "post_id varchar, agency_code varchar, agency_name varchar, account_id varchar, account_handle varchar, "
    "platform varchar, published_at timestamptz, published_on date, caption varchar, link varchar"
)
SCHEMA = {
    "issue": "issue_id varchar, kind varchar, title varchar, claim varchar, origin varchar, public_id varchar, "
    "link varchar, verdict varchar, verdict_by varchar, state varchar, source_verdict varchar, verdict_text varchar, "
    "source_text varchar, listed_on date, note varchar, clarification_link varchar, post_id varchar, "
    f"received_at timestamptz, reported_by varchar, {_TIMES}, hours_to_clarify double, agency_code varchar, "
    "agency_name varchar, is_taken_up boolean, is_public boolean, is_fast boolean, is_due boolean, matches bigint, "
    "clarify_hours double",
    "issue_step": 'issue_id varchar, place bigint, "at" timestamptz, said_by varchar, state varchar, verdict varchar, '
    "link varchar, note varchar, agency_code varchar",
    "issue_notice": "event_sha256 varchar, said_at timestamptz, issue_id varchar, title varchar, notice varchar",
    "issue_match": "issue_id varchar, title varchar, origin varchar, public_id varchar, verdict_text varchar, "
    "source_text varchar, verdict varchar, verdict_by varchar, state varchar, clarification_link varchar, "
    f"issue_link varchar, {_POST}, similarity double, words varchar, is_warning boolean",
    "issue_month": "month date, received int, clarified int, within_24h int, due int, median_hours double",
    "ai_mark": f"{_POST}, declared boolean, note varchar, said_by varchar, said_at timestamptz",
    "ai_month": "month date, declared int, undeclared int",
}
LISTED, REPORTED, CLARIFIED, CLOSED, NEW = "daftar:contoh-001", "a1" * 32, "b2" * 32, "c3" * 32, "daftar:contoh-002"
HOSTILE = "=cmd|' /C calc'!A0 <img src=x onerror=alert(1)> **tebal** [klik](javascript:alert(1))"
CLARIFICATION = "https://kominfo.contoh.invalid/klarifikasi"


def example() -> dict[str, Rows]:
    """Two claims of a list, one of them taken up, and three reports: just in, clarified, closed early."""
    return {
        "issue": issues(),
        "issue_step": [
            step(CLARIFIED, 1, "diperiksa", 40),
            step(CLARIFIED, 2, "terverifikasi", 39, verdict="hoaks", said_by="kepala", note="kata <b>Dinsos</b>"),
            step(CLARIFIED, 3, "klarifikasi", 36, link=CLARIFICATION), step(CLOSED, 1, "diperiksa", 90),
        ],
        "issue_notice": [{"event_sha256": "9" * 64, "said_at": AS_OF, "issue_id": REPORTED, "title": HOSTILE,
                          "notice": "Isu tidak bisa langsung dari “masuk” ke “disebar”."}],
        "issue_match": [match("instagram:mirip1", False, link="javascript:alert(1)", caption=f"{HOSTILE} sembako"),
                        match("instagram:mirip2", True, caption="HOAKS. Pembagian sembako lewat tautan TIDAK BENAR.")],
        "issue_month": [month(10, 4, 3, 2, 4), month(11, 3, 1, 1, 2)],
        "ai_mark": [post("instagram:ai1") | {"declared": False, "note": "suara tiruan", "said_by": "petugas",
                                             "said_at": AS_OF}],
        "ai_month": [{"month": date(2026, 10, 1), "declared": 3, "undeclared": 1},
                     {"month": date(2026, 11, 1), "declared": 4, "undeclared": 0}],
    }  # fmt: skip


def issue(issue_id: str, hours_ago: float, **told: Any) -> dict[str, Any]:
    row = {
        "issue_id": issue_id, "kind": "hoax", "title": "Sembako gratis lewat tautan", "origin": "report",
        "state": "masuk", "received_at": ago(hours_ago), "reported_by": "petugas", "is_taken_up": True,
        "is_public": False, "is_fast": False, "is_due": hours_ago >= 24, "matches": 0, "clarify_hours": 24.0,
    }  # fmt: skip
    return row | told


def issues() -> Rows:
    listed = {"origin": "list", "reported_by": None, "verdict_text": "Hoaks", "source_verdict": "hoaks",
              "source_text": "Klinik contoh", "link": "https://klinik.contoh.invalid/1"}  # fmt: skip
    clarified = {
        "state": "klarifikasi", "verdict": "hoaks", "verdict_by": "kepala", "checked_at": ago(40),
        "checked_by": "petugas", "verified_at": ago(39), "verified_by": "kepala", "clarified_at": ago(36),
        "clarified_by": "petugas", "clarification_link": CLARIFICATION, "hours_to_clarify": 5.0, "is_public": True,
        "is_fast": True, "agency_code": "DINKES", "agency_name": "Dinas Kesehatan", "reported_by": "admin",
        "link": "https://wa.contoh.invalid/rahasia", "note": "nomor pelapor disimpan petugas",
    }  # fmt: skip
    closed = {"state": "selesai", "checked_at": ago(90), "checked_by": "petugas", "closed_at": ago(80), "is_due": False,
              "closed_by": "petugas", "kind": "impostor", "title": "Akun tiruan puskesmas"}  # fmt: skip
    return [
        issue(REPORTED, 30, title=HOSTILE, link="javascript:alert(1)", agency_code="DISDIK",
              agency_name="Dinas Pendidikan", reported_by="admin"),
        issue(CLARIFIED, 41, title="Bantuan tunai dengan mengisi data pribadi", **clarified),
        issue(LISTED, 300, title="Rekrutmen honorer lewat pesan", public_id="CONTOH-001", state="diperiksa",
              checked_at=ago(20), checked_by="petugas", matches=2, **listed),
        issue(NEW, 299, title="Listrik padam sepekan", public_id="CONTOH-002", **(listed | {"is_taken_up": False,
                                                                                            "is_due": False})),
        issue(CLOSED, 95, **closed),
    ]  # fmt: skip


def step(issue_id: str, place: int, state: str, hours_ago: float, **told: Any) -> dict[str, Any]:
    row = {"issue_id": issue_id, "place": place, "at": ago(hours_ago), "said_by": "petugas", "state": state}
    return row | told


def post(post_id: str, **changes: Any) -> dict[str, Any]:
    row = {"post_id": post_id, "agency_code": "DINKES", "agency_name": "Dinas Kesehatan", "platform": "instagram",
           "account_id": "instagram:dinkes.contoh", "account_handle": "dinkes.contoh", "published_at": ago(50),
           "published_on": date(2026, 11, 20), "caption": "Ilustrasi layanan",
           "link": "https://contoh.invalid/p/ai1"}  # fmt: skip
    return row | changes


def match(post_id: str, is_warning: bool, **changes: Any) -> dict[str, Any]:
    claim = {"issue_id": NEW, "title": "Pembagian sembako gratis lewat tautan", "origin": "list",
             "public_id": "CONTOH-002", "verdict_text": "Hoaks", "source_text": "Klinik contoh", "state": "masuk",
             "issue_link": "https://klinik.contoh.invalid/2"}  # fmt: skip
    return claim | post(post_id, **changes) | {"similarity": 0.8, "words": "sembako, gratis", "is_warning": is_warning}


def month(number: int, received: int, clarified: int, within: int, due: int) -> dict[str, Any]:
    return {"month": date(2026, number, 1), "received": received, "clarified": clarified, "within_24h": within,
            "due": due, "median_hours": 6.0}  # fmt: skip


def ago(hours: float) -> datetime:
    return AS_OF - timedelta(hours=hours)
