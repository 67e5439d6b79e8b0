"""The example snapshot with what the pages of duties and reports need besides: accounts, reports, uncertain pairs."""

import atexit
import json
import shutil
import tempfile
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from landing.places import Places
from tests import snapshots
from tests.chain_rows import Rows
from tests.chain_world import AS_OF, MESSAGES, TEXT
from tests.screens import fresh
from ui import access, acts, page, store
from ui.access import Viewer

MESSAGE = MESSAGES[0]
JPEG = b"\xff\xd8\xff\xe0" + b"foto" * 50
PNG = b"\x89PNG\r\n\x1a\n" + b"foto" * 50
HOSTILE_TITLE = "<img src=x onerror=alert(1)> **tebal**"


def tiktok(hours: float, handle: str = "disdik_contoh", message: Any = MESSAGE) -> str:
    """A link to a post made so many hours after the message."""
    number = int((message.at + timedelta(hours=hours)).timestamp()) << 32
    return f"https://www.tiktok.com/@{handle}/video/{number}"


def example() -> dict[str, Rows]:
    tables = snapshots.example()
    return tables | {
        "account": tables["account"] + [_account("DISDIK"), _account("DINKES")],
        "agency": tables["agency"] + _places(),
        "link_report": tables["link_report"] + _reports(),
        "review": tables["review"] + [_pair("ragu2", 0.5, AGAINST), _pair("ragu3", 0.4, {})],
        "posts": tables["posts"] + [_post()],
    }


def _account(agency: str) -> dict[str, Any]:
    handle = f"{agency.lower()}_contoh"
    return {"account_id": f"tiktok:{handle}", "platform": "tiktok", "handle": handle, "agency_code": agency,
            "is_registered": True, "freshness": "none", "posts": 0, "files": 0}  # fmt: skip


def _places() -> Rows:
    shared = {"name_status": "confirmed", "is_obliged": True, "accounts": 1, "is_active": False}
    return [
        shared | {"agency_code": "KEC-SAWAHAN", "name": "Kecamatan Sawahan", "type": "kecamatan",
                  "peer_group": "kecamatan", "peer_group_label": "Kecamatan", "region_code": "35.18.01"},
        shared | {"agency_code": "DESA-35.18.01.2002", "name": "Desa Sawahan", "type": "desa", "peer_group": "desa",
                  "peer_group_label": "Desa", "region_code": "35.18.01.2002"},
    ]  # fmt: skip


def _reports() -> Rows:
    shared = {
        "origin": "form",
        "message_id": MESSAGE.id,
        "reported_at": AS_OF - timedelta(hours=2),
        "status": "accepted",
    }
    known = tiktok(3).rpartition("/")[2]
    return [
        shared | {"report_id": "lapor3", "agency_code": "DISDIK", "agency_name": "Dinas Pendidikan", "kind": "link",
                  "url": tiktok(3), "platform": "tiktok", "native_id": known, "post_id": f"tiktok:{known}"},
        shared | {"report_id": "lapor4", "agency_code": "DESA-35.18.13.2014", "agency_name": "Desa Kedungdowo",
                  "kind": "offline", "channel": "papan", "note": "=papan <b>balai desa</b>"},
    ]  # fmt: skip


AGAINST = {
    "words": ["perekaman KTP elektronik"], "shared": [], "only_message": [], "only_post": ["tahap 2"],
    "against": ["26 November"], "why": "Kegiatannya sama tetapi harinya berbeda.",
}  # fmt: skip


def _pair(name: str, confidence: float, evidence: dict[str, Any]) -> dict[str, Any]:
    return {
        "message_id": MESSAGE.id, "message_title": MESSAGE.title, "message_caption": TEXT,
        "post_id": f"instagram:{name}", "agency_code": "DINKES", "agency_name": f"Unit {name}",
        "account_handle": "dinkes.contoh", "platform": "instagram", "published_at": MESSAGE.at + timedelta(hours=5),
        "link": "javascript:alert(1)", "method": "text", "confidence": confidence,
        "caption": f"{snapshots.HOSTILE} Perekaman, KTP elektronik tahap 2: 26 November.",
        "evidence": json.dumps(evidence),
    }  # fmt: skip


def _post() -> dict[str, Any]:
    """A post of the health agency that came after the message."""
    return snapshots.one_post(1, post_id="instagram:sesudah", published_at=MESSAGE.at + timedelta(hours=4),
                              caption="Posyandu sesudah pesan", link="https://contoh.invalid/p/sesudah")  # fmt: skip


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="jangkau-kewajiban-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    snapshots.build_snapshot(folder, **example())
    return folder


def publish(published: Path) -> None:
    shutil.copytree(_template(), published)


def shown_to(folder: Path, monkeypatch: pytest.MonkeyPatch, role: str, *units: str) -> Path:
    """The example as real data, looked at by one viewer; the folder of the instance."""
    fresh(folder, monkeypatch)
    publish(folder / "published")
    for module in (access, acts, page, store):
        monkeypatch.setattr(module, "current_viewer", lambda: Viewer(role, units))
    return folder


def shown_as_demo(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example as invented data; the folder of the invented instance."""
    fresh(folder, monkeypatch)
    publish(folder / "demo" / "published")
    return folder / "demo"


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """The invented instance, where everyone may report."""
    return Places(shown_as_demo(tmp_path, monkeypatch))


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Real data, looked at by the admin of Dinas Pendidikan."""
    return shown_to(tmp_path, monkeypatch, "admin", "DISDIK")
