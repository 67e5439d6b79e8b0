"""What people said about messages: designations and withdrawals as words that can be used, and notices where not."""

import math
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

import duckdb

from measures.months import SHORT_MONTHS
from measures.peer_groups import PEER_GROUPS

WIB = ZoneInfo("Asia/Jakarta")
LONGEST_HOURS = 24 * 366
LONGEST = 300
UNREADABLE = "Catatan ini tidak dapat dibaca, jadi tidak dipakai. Kirim ulang lewat formulir."
NAMELESS = "Penetapan ini tidak menyebut unggahan, jadi tidak dipakai. Ulangi dengan tautan unggahannya."
NO_AUDIENCE = "Sasaran penetapan ini tidak dikenal; yang dipakai sasaran sebelumnya, atau semua unit."
UNKNOWN = {
    "peer_group": "Kelompok unit “{}” tidak ada; tidak dipakai sebagai sasaran.",
    "kecamatan": "Kode kecamatan “{}” tidak ada; tidak dipakai sebagai sasaran.",
    "villages": "Kode desa “{}” tidak ada; tidak dipakai sebagai sasaran.",
}


@dataclass(frozen=True)
class Audience:
    """Who must carry a message on: all, or the groups, kecamatan or villages in `values`."""

    kind: str = "all"
    values: tuple[str, ...] = ()
    label: str = "Semua unit"


@dataclass(frozen=True)
class Designation:
    """One event that designates; `hours` and `audience` are None where it names none that can be used."""

    sha256: str
    said_by: str | None
    said_at: datetime
    posts: tuple[str, ...]
    title: str | None
    hours: float | None
    audience: Audience | None


@dataclass(frozen=True)
class Withdrawal:
    sha256: str
    said_by: str | None
    said_at: datetime
    post: str
    reason: str | None


@dataclass(frozen=True)
class Notice:
    """Something staff should know; of which message only where that is known."""

    said_at: datetime
    sha256: str | None
    text: str
    message: str | None = None


@dataclass
class Words:
    """Everything said about messages, oldest first, and what could not be understood of it."""

    designations: list[Designation] = field(default_factory=list)
    withdrawals: list[Withdrawal] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def read_words(con: duckdb.DuckDBPyConnection, default_hours: float) -> Words:
    words, names = Words(), _audience_names(con)
    for row in con.execute("select * from staging.message_designation order by said_at, event_sha256").fetchall():
        sha256, by, at, _, posts, title, hours, kind, values = row
        named = tuple(dict.fromkeys(post.strip() for post in posts or () if post and post.strip()))
        if not named:
            words.notices.append(Notice(at, sha256, NAMELESS))
            continue
        length = _hours(hours)
        if length is None and hours is not None:
            why = f"Tenggat “{hours[:LONGEST]}” bukan jumlah jam yang sah; dipakai {default_hours:.0f} jam."
            words.notices.append(Notice(at, sha256, why))
        audience, unknown = _audience(kind, values or (), names)
        words.notices += [Notice(at, sha256, why) for why in unknown]
        words.designations.append(Designation(sha256, by, at, named, title and title[:LONGEST], length, audience))
    sql = "select event_sha256, said_by, said_at, post_id, reason from staging.message_withdrawal order by 3, 1"
    words.withdrawals = [
        Withdrawal(sha256, by, at, post or "", reason) for sha256, by, at, post, reason in con.execute(sql).fetchall()
    ]
    lost = con.execute("select said_at, sha256 from raw.event where event = 'unreadable' order by all").fetchall()
    words.notices += [Notice(at, sha256, UNREADABLE) for at, sha256 in lost]
    return words


def _hours(text: str | None) -> float | None:
    try:
        hours = float(text) if text is not None else math.nan
    except ValueError:
        return None
    return hours if 0 < hours <= LONGEST_HOURS else None


def _audience_names(con: duckdb.DuckDBPyConnection) -> dict[str, dict[str, str]]:
    """What each value of an audience is called, by kind."""
    regions = con.execute("select level, code, name from reference.region order by code").fetchall()
    return {
        "peer_group": PEER_GROUPS,
        "kecamatan": {code: name for level, code, name in regions if level == "kecamatan"},
        "villages": {code: name for level, code, name in regions if level in ("desa", "kelurahan")},
    }


def _audience(
    kind: str | None, values: Collection[str | None], names: dict[str, dict[str, str]]
) -> tuple[Audience | None, list[str]]:
    """The audience as far as it can be understood, and what could not be."""
    if kind in (None, "all"):
        return (Audience() if kind else None), []
    known = names.get(str(kind))
    if known is None:
        return None, [NO_AUDIENCE]
    said = dict.fromkeys((value or "").strip() for value in values)
    unknown = [UNKNOWN[str(kind)].format(value[:LONGEST]) for value in said if value not in known]
    good = tuple(sorted(value for value in said if value in known))
    if not good:
        return None, [*unknown, NO_AUDIENCE]
    return Audience(str(kind), good, _label(str(kind), [known[value] for value in good])), unknown


def _label(kind: str, names: list[str]) -> str:
    """`Kecamatan Pace, Loceret`; only how many where there are more than three."""
    what = {"peer_group": "kelompok", "kecamatan": "kecamatan", "villages": "desa/kelurahan"}[kind]
    listed = ", ".join(names)
    if kind == "peer_group":
        return listed
    return f"{what.capitalize()} {listed}" if len(names) <= 3 else f"{len(names)} {what}"


def moment_wib(moment: datetime) -> str:
    """`23 Nov 2026 pukul 20.05 WIB`."""
    local = moment.astimezone(WIB)
    return f"{local.day} {SHORT_MONTHS[local.month - 1]} {local.year} pukul {local:%H.%M} WIB"
