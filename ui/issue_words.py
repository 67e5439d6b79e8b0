"""The words for issues: kinds, states, verdicts and who said them; a source's verdict is always called that."""

from typing import Any

from ui import chain_words, duty_words, formats
from ui.markup import Html, joined, link, tag
from ui.parts import badge, strong

KINDS = {
    "hoax": "Kabar bohong atau meragukan",
    "manipulation": "Gambar, suara atau video yang diubah",
    "impostor": "Akun palsu",
    "ai_media": "Media buatan AI tanpa label",
    "other": "Lainnya",
}
STATES = {
    "masuk": "Masuk",
    "diperiksa": "Diperiksa",
    "terverifikasi": "Terverifikasi",
    "klarifikasi": "Klarifikasi terbit",
    "disebar": "Disebar",
    "selesai": "Selesai",
}
MOVES = {
    "diperiksa": "Mulai diperiksa",
    "terverifikasi": "Sudah terverifikasi",
    "klarifikasi": "Klarifikasi terbit",
    "disebar": "Disebar ke kecamatan dan desa",
    "selesai": "Selesai",
}
VERDICTS = {
    "hoaks": "Hoaks",
    "disinformasi": "Disinformasi",
    "konteks_keliru": "Konteks keliru",
    "fakta": "Fakta",
    "belum_terbukti": "Belum terbukti",
}
TIMES = {
    "masuk": ("received_at", "reported_by"),
    "diperiksa": ("checked_at", "checked_by"),
    "terverifikasi": ("verified_at", "verified_by"),
    "klarifikasi": ("clarified_at", "clarified_by"),
    "disebar": ("spread_at", "spread_by"),
    "selesai": ("closed_at", "closed_by"),
}

Row = dict[str, Any]


def kind(code: Any) -> str:
    return KINDS.get(formats.text(code, ""), formats.MISSING)


def state(code: Any) -> str:
    return STATES.get(formats.text(code, ""), formats.MISSING)


def verdict(code: Any) -> str:
    return VERDICTS.get(formats.text(code, ""), formats.MISSING)


def is_open(row: Row) -> bool:
    return bool(row["is_taken_up"]) and row["state"] != "selesai"


def is_late(row: Row) -> bool:
    """Open, without a clarification, and the time aimed at is over."""
    return is_open(row) and bool(row["is_due"]) and formats.is_missing(row["clarified_at"])


def badges(row: Row) -> Html:
    is_listed = row["origin"] == "list" and not row["is_taken_up"]
    tone = "good" if not formats.is_missing(row["clarified_at"]) else "plain"
    shown = "Dari daftar, belum ditangani" if is_listed else state(row["state"])
    late = badge("Lewat waktu, belum diklarifikasi", "alert") if is_late(row) else None
    return tag("div", badge(kind(row["kind"])), badge(shown, tone), late, cls="jk-issue-badges")


def origin(row: Row) -> str:
    """Where the issue came from and when."""
    came = f"masuk {formats.moment(row['received_at'])}"
    if row["origin"] == "list":
        return f"Daftar pemeriksa fakta, {came}"
    by = formats.text(row["reported_by"], "")
    unit = formats.text(row["agency_name"], "")
    who = ", ".join(each for each in (duty_words.role(by) if by else "", unit) if each)
    return f"Dilaporkan {who}, {came}" if who else f"Laporan, {came}"


def steps(row: Row) -> Html:
    """The way of an issue as a small line: what was done, when and by which role."""
    last = list(STATES).index(row["state"]) if row["state"] in STATES else 0
    return tag("ol", *(_step(row, code, place, last) for place, code in enumerate(STATES)), cls="jk-way")


def _step(row: Row, code: str, place: int, last: int) -> Html:
    at, by = (row[name] for name in TIMES[code])
    is_done = not formats.is_missing(at)
    said_by = formats.text(by, "") if code != "masuk" else ""
    when = joined(formats.short_day(at), formats.clock(at), by=", ") if is_done else None
    who = duty_words.role(said_by) if said_by else None
    name = "jk-done" if is_done else "jk-next" if place == last + 1 else "jk-not"
    skipped = "dilewati" if not is_done and place < last else None
    return tag("li", tag("i", aria_hidden="true"), tag("b", STATES[code]),
               tag("small", joined(*(one for one in (when, who, skipped) if one), by=" · ")), cls=name)  # fmt: skip


def verdicts(row: Row) -> Html:
    """What staff decided, and apart from it what the source says; nobody else calls anything a hoax."""
    said: list[Html | str] = []
    if not formats.is_missing(row["verdict"]):
        by = duty_words.role(row["verdict_by"])
        said.append(joined("Putusan ", strong(verdict(row["verdict"])), f" oleh {by}"))
    if row["origin"] == "list":
        told = formats.text(row["verdict_text"], "tidak menyebut putusan")
        who = formats.text(row["source_text"], "")
        said.append(joined("Kata sumber: ", strong(told)))
        said.append(f"sumber di daftar: {who}" if who else "")
    return joined(*(each for each in said if each), by=" · ")


def ways(row: Row) -> Html:
    """The links of an issue, each said for what it is."""
    found = [("buka klarifikasi", row["clarification_link"])]
    found.append(("buka halaman sumber" if row["origin"] == "list" else "tautan yang dilaporkan", row["link"]))
    return joined(*(link(address, words) for words, address in found if not formats.is_missing(address)), by=" · ")


def speed(hours: Any) -> str:
    return chain_words.hours(hours)
