"""A small office for tests of messages: a main account, some units, their posts, and what people say."""

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from landing.card import EVENT
from landing.land import land
from tests.instance import ACCOUNTS, Instance, instagram, post

WIB, PACIFIC = ZoneInfo("Asia/Jakarta"), ZoneInfo("America/Los_Angeles")
EXPORTED = "2026-07-01T08:00"
PROGRAMMES = (
    "code,name,hashtags,phrases,valid_from,valid_to,source\n"
    "BANJIR,Siaga banjir,#SiagaBanjir,siaga banjir bersama,,,rekaan\n"
    "PASAR,Pasar murah,#PasarMurah,,2026-06-01,2026-06-20,rekaan\n"
)
OWNERS = {
    "pemkab_contoh": "PEMKAB", "pemkab_dua": "PEMKAB", "dinkes_contoh": "DINKES", "kecpace_contoh": "KEC-PACE",
    "desa_contoh": "DESA-35.18.01.2001",
}  # fmt: skip
FLOOD = (
    "Warga bantaran diminta menaikkan surat berharga pada Jumat 12 Juni pukul 08.00. Jalur evakuasi tiap dusun "
    "ditempel di balai desa. Nomor darurat satu pintu aktif siang malam. #SiagaBanjir"
)


def office(folder: Path, programmes: str = PROGRAMMES, accounts: str = "") -> Instance:
    """An instance whose register holds the accounts above on Instagram, and the main account's page on Facebook."""
    rows = [f"instagram,{handle},{number(handle)},{handle},{unit},,,\n" for handle, unit in OWNERS.items()]
    rows.append("facebook,pemkab_contoh,,Pemkab (contoh),PEMKAB,,,\n")
    here = Instance(folder)
    here.refer("accounts.csv", ACCOUNTS + "".join(rows) + accounts)
    return here.refer("programmes.csv", programmes)


def number(handle: str) -> int:
    return 17_841_400_000_000_900 + list(OWNERS).index(handle) if handle in OWNERS else 17_841_400_000_000_999


def published(place: int, at: str, text: str = "", handle: str = "pemkab_contoh") -> dict:
    """A row of an Instagram export; `at` is WIB, the id in the data is `shown(place)`."""
    moment = datetime.fromisoformat(at).replace(tzinfo=WIB).astimezone(PACIFIC)
    said = {"Publish_time": f"{moment:%m/%d/%Y %H:%M}", "Description": text or f"Unggahan {place}"}
    return post(place, **said, Account_username=handle, Account_ID=number(handle))


def shown(place: int) -> str:
    """The id of `published(place)` in the data."""
    return f"instagram:{10**10 + place}"


def link(place: int) -> str:
    return f"https://www.instagram.com/p/{10**10 + place}/"


def loaded(here: Instance, *posts: dict, name: str = "a.csv", building: bool = True) -> Instance:
    done = here.etl("load", instagram(here.folder / name, *posts), "--exported-at", EXPORTED)
    assert done.code in (0, 3), done.err
    return here.up_to_date() if building else here


def said(here: Instance, event: str, at: str, by: str = "kepala", **details: object) -> str:
    """Land an event as a form does, at a moment of the test's own (WIB)."""
    moment = datetime.fromisoformat(at).replace(tzinfo=WIB).isoformat()
    return said_raw(here, json.dumps({"event": event, "by": by, "at": moment, **details}))


def said_raw(here: Instance, content: str | bytes) -> str:
    path = here.folder / "event.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return land(path, here.where, kind=EVENT, received_by="kepala").card.sha256


def notices(here: Instance) -> list[str]:
    return [text for (text,) in here.ask("select notice from marts.message_notice order by said_at, notice")]
