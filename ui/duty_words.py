"""The words for duties, carries and reports that more than one page of the chain uses."""

from dataclasses import dataclass
from typing import Any

from ui import formats


@dataclass(frozen=True)
class State:
    """How a duty stands: a mark that is readable without colour, and its word."""

    mark: str
    word: str


STATES = {
    "on_time": State("✓", "Tepat waktu"),
    "late": State("◔", "Terlambat"),
    "missing": State("×", "Belum"),
    "excused": State("–", "Dikecualikan"),
    "open": State("…", "Belum jatuh tempo"),
    "no_data": State("?", "Belum ada data"),
}
METHODS = {
    "reported": "tautan yang dilaporkan",
    "share": "dibagikan lewat platform",
    "link": "tautan di dalam teks",
    "mention": "tagar atau sebutan akun",
    "text": "teks yang sama",
    "offline": "penyebaran luring",
}
CHANNELS = {
    "papan": "Papan informasi",
    "pertemuan": "Pertemuan warga",
    "grup_wa": "Grup WhatsApp",
    "pengeras": "Pengeras suara",
    "lainnya": "Lainnya",
}
REPORT_STATUS = {"accepted": "Diterima", "refused": "Tidak diterima", "waiting": "Menunggu", "sent": "Baru dikirim"}
MESSAGE_STATES = {"open": "Berjalan", "closed": "Lewat batas", "withdrawn": "Ditarik"}
ACTIONS = {
    "message-designated": "Menetapkan pesan",
    "message-withdrawn": "Menarik pesan",
    "link-reported": "Melaporkan penyebaran",
    "link-decided": "Memutuskan penyebaran",
    "duty-excused": "Mengecualikan unit",
    "judgement-decided": "Memeriksa unggahan",
    "judgement-appealed": "Mengajukan banding",
    "appeal-answered": "Menjawab banding",
    "issue-reported": "Melaporkan isu",
    "issue-moved": "Memindahkan isu",
    "ai-media-marked": "Menandai media AI",
}
ROLES = {
    "kepala": "Kepala",
    "petugas": "Petugas",
    "admin": "Admin",
    "contoh": "Pengguna contoh",
}


def state_of(row: dict[str, Any]) -> str:
    """A duty's state as the page tells it: a unit without data is not blamed for being silent."""
    status = {"exempt": "excused"}.get(row["status"], row["status"])
    unseen = not formats.is_missing(row["has_data"]) and not row["has_data"]
    return "no_data" if status == "missing" and unseen else status


def state_word(row: dict[str, Any]) -> str:
    """The state, with the reason where there is one."""
    state = STATES.get(state_of(row))
    reason = formats.text(row.get("reason"), "")
    word = state.word if state else formats.MISSING
    return f"{word}: {reason}" if reason else word


def method(code: Any) -> str:
    return METHODS.get(formats.text(code, ""), formats.MISSING)


def role(said_by: Any) -> str:
    """Who said it; a name stays a name."""
    return ROLES.get(formats.text(said_by, ""), formats.text(said_by))


def message_label(row: dict[str, Any], length: int = 60) -> str:
    """A message in a list to choose from: title and day."""
    return f"{formats.shortened(row['title'], length) or '(tanpa judul)'} · {formats.day(row['published_at'])}"
