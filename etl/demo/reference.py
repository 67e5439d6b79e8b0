"""The demo's reference files: who owns which account, who must be active, and who carried what."""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path

from etl.demo.calendar import wib_day
from etl.demo.cast import OPENS
from etl.demo.links import known_id
from etl.demo.messages import MESSAGES
from etl.demo.model import Account
from etl.demo.world import World

ACCOUNTS = ["platform", "handle", "native_id", "name", "agency_code", "valid_from", "valid_to", "note"]
ROSTER = ["agency_code", "valid_from", "valid_to", "note"]
PROGRAMMES = ["code", "name", "hashtags", "phrases", "valid_from", "valid_to", "source"]
EXEMPTIONS = ["agency_code", "valid_from", "valid_to", "reason"]
BLANK_SPOTS = ["region_code", "valid_from", "valid_to", "note"]
MESSAGE = ["key", "pattern", "published_at", "published_on", "platform", "post_id", "text"]
CARRIERS = ["message", "agency_code", "account_id", "post_id", "published_at", "mode"]
HUMP = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
UNREGISTERED = 3  # village accounts nobody has written down yet, so that the page for them is not empty
JOINED = {"NGANJUKVISIT": "2026-07-01", "PPID": "2026-06-15"}
LEFT = {"PERUMDAAU": "2026-09-30"}
EXEMPT = [
    ["KEL-KRAMAT", "2026-06-10", "2026-07-20", "kantor direnovasi, tanpa petugas medsos (rekaan)"],
    ["DISARPUS", "2026-10-12", "2026-11-01", "pemindahan gedung perpustakaan (rekaan)"],
]


def write_reference(world: World, target: Path) -> None:
    folder = target / "reference"
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "accounts.csv", ACCOUNTS, _accounts(world))
    _write(folder / "roster.csv", ROSTER, _roster(world))
    note = "belum punya akun; sinyal lemah (rekaan)"
    _write(folder / "blankspots.csv", BLANK_SPOTS, [[code, OPENS, "", note] for code in world.blank_spots])
    _write(folder / "programmes.csv", PROGRAMMES, _programmes())
    _write(folder / "exemptions.csv", EXEMPTIONS, EXEMPT)
    truth = target / "truth"
    truth.mkdir(parents=True, exist_ok=True)
    _write(truth / "messages.csv", MESSAGE, _messages(world))
    _write(truth / "carriers.csv", CARRIERS, _carriers(world))


def _accounts(world: World) -> Iterable[Sequence]:
    villages = [account for account in world.all_accounts if account.unit.peer_group == "desa"]
    unregistered = {account.key for account in villages[::80][:UNREGISTERED]}
    for account in world.all_accounts:
        if account.key not in unregistered:
            yield from _ownership(account)


def _ownership(account: Account) -> Iterable[Sequence]:
    native = " ".join(filter(None, [account.native_id, account.second_id]))
    who = [account.platform, account.handle, native, account.name]
    yield [*who, account.unit.code, account.valid_from, account.valid_to or "", account.note]
    if account.next_unit and account.valid_to:
        start = account.valid_to + timedelta(days=1)
        yield [*who, account.next_unit, start, "", account.note]


def _roster(world: World) -> Iterable[Sequence]:
    for unit in world.units:
        if unit.peer_group != "desa":
            note = "mulai wajib di tengah masa" if unit.code in JOINED else ""
            note = "dibebaskan sejak penggabungan usaha (rekaan)" if unit.code in LEFT else note
            yield [unit.code, JOINED.get(unit.code, OPENS), LEFT.get(unit.code, ""), note]


def _programmes() -> Iterable[Sequence]:
    """Every message of the demo stands for a programme of its own, known by its hashtag."""
    for message in MESSAGES:
        name = " ".join(HUMP.findall(message["tag"]))
        yield [message["key"].upper(), f"{name} (contoh)", message["tag"], "", "", "", "rekaan untuk data contoh"]


def _messages(world: World) -> Iterable[Sequence]:
    patterns = {message["key"]: message["pattern"] for message in MESSAGES}
    for account in world.accounts["PEMKAB"]:
        for post in world.posts[account.key]:
            if post.item.mode == "origin":
                key = post.item.message
                when = [post.at.isoformat(), wib_day(post.at)]
                yield [key, patterns[key], *when, post.account.platform, known_id(post), post.item.text]


def _carriers(world: World) -> Iterable[Sequence]:
    for account in world.all_accounts:
        for post in world.posts[account.key]:
            if post.item.message and post.item.mode != "origin":
                facts = [
                    post.item.message,
                    account.unit.code,
                    account.key,
                    known_id(post),
                ]
                yield [*facts, post.at.isoformat(), post.item.mode]


def _write(path: Path, header: list[str], rows: Iterable[Sequence]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        out = csv.writer(lines, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)
