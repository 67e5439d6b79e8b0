"""The register of accounts: who owned which account when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from etl.errors import BadReference
from etl.reference_lines import Line, read_lines, span
from landing.places import Places

PLATFORMS = ("instagram", "facebook", "tiktok", "youtube", "x", "threads")


@dataclass(frozen=True)
class Ownership:
    account_id: str
    platform: str
    handle: str
    native_ids: tuple[str, ...]
    name: str
    agency_code: str
    start: date
    end: date


def read_ownership(where: Places, codes: set[str]) -> list[Ownership]:
    required = ("platform", "handle", "native_id", "name", "agency_code", "valid_from", "valid_to")
    owned = [_ownership(line, codes) for line in read_lines(where, "accounts.csv", required)]
    ordered = sorted(owned, key=lambda o: (o.account_id, o.start))
    for before, after in pairwise(ordered):
        if before.account_id == after.account_id and after.start < before.end:
            raise BadReference(
                f"accounts.csv: masa kepemilikan akun {after.account_id} bertumpang tindih. Perbaiki tanggalnya."
            )
    return ordered


def _ownership(line: Line, codes: set[str]) -> Ownership:
    platform, handle, code = (
        line.get("platform").lower(),
        line.get("handle").lstrip("@").lower(),
        line.get("agency_code"),
    )
    if platform not in PLATFORMS:
        raise line.fail(f"platform “{platform}” tidak dikenal. Pilih salah satu: {', '.join(PLATFORMS)}.")
    if not handle:
        raise line.fail("kolom handle kosong.")
    if code not in codes:
        raise line.fail(f"unit “{code}” tidak ada di agencies.csv atau regions.csv.")
    start, end = span(line)
    account_id = f"{platform}:{handle}"
    return Ownership(
        account_id, platform, handle, tuple(line.get("native_id").split()), line.get("name"), code, start, end
    )


def registered(accounts: Sequence[Ownership]) -> list[tuple]:
    latest = {account.account_id: account for account in accounts}
    return [(a.account_id, a.platform, a.handle, a.name) for a in latest.values()]


def aliases(accounts: Sequence[Ownership]) -> list[tuple]:
    found: dict[tuple[str, str], str] = {}
    for account in accounts:
        for alias in (account.handle, *account.native_ids):
            known = found.setdefault((account.platform, alias), account.account_id)
            if known != account.account_id:
                raise BadReference(
                    f"accounts.csv: nomor “{alias}” dipakai oleh {known} dan {account.account_id}. Pilih satu."
                )
    return [(platform, alias, account_id) for (platform, alias), account_id in found.items()]
