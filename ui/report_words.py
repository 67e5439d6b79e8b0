"""What the report form says about each pasted link, in words an admin can act on."""

from datetime import datetime

from measures.cascade.report_check import Checked
from measures.links import post_clock
from ui import duty_words, formats, texts
from ui.markup import Html, joined, link, tag
from ui.parts import badge

GOOD = {"good": "Siap dikirim", "unregistered": "Bisa dikirim", "unseen": "Bisa dikirim"}
SETTLED = {"repeated": "Sudah ada di atas", "known": "Sudah dilaporkan"}
TOLD = {
    "good": "Unggahan akun unit ini.",
    "unregistered": "Akun @{handle} belum terdaftar untuk unit ini, jadi menunggu didaftarkan petugas.",
    "unseen": "Tautannya tidak menyebut akunnya; dicocokkan begitu berkas ekspornya masuk.",
    "repeated": "Tautan yang sama; cukup sekali.",
    "known": "Unit ini sudah melaporkan tautan ini.",
    "not_a_link": "Ini bukan tautan. Salin alamat unggahan dari aplikasinya.",
    "other_site": "Bukan unggahan media sosial yang dikenal. Untuk situs desa dan kanal lain, pilih Tanpa tautan.",
    "short": "Tautan pendek. Buka tautan ini, tunggu halamannya tampil, lalu salin alamat panjang di bilah alamat.",
    "profile": "Ini alamat profil. Buka unggahannya, lalu salin alamat unggahan itu.",
    "no_post": "Ini tidak menunjuk satu unggahan. Buka unggahannya, lalu salin alamatnya.",
    "original": "Ini unggahan asal pesannya, bukan penyebaran oleh unit ini.",
    "foreign": "Unggahan ini milik akun unit lain.",
    "older": "Unggahan ini lebih lama daripada pesannya{when}.",
    "future": "Unggahan ini bertanggal di masa depan{when}. Periksa lagi tautannya.",
}
WILL_SHOW = "Akan tampil setelah data diperbarui (biasanya kurang dari satu menit)."
SENT = f"Tercatat. {WILL_SHOW}"
NOTHING_SENT = "Belum ada yang dikirim. Perbaiki tautan di bawah, lalu kirim lagi."
NOTHING_NEW = "Semua tautan itu sudah dilaporkan sebelumnya. Tidak ada yang perlu dikirim lagi."
NOTHING_GIVEN = "Kotaknya masih kosong. Tempel dulu tautan unggahannya."
NO_PROOF = "Tambahkan keterangan singkat atau foto sebagai bukti."
NO_CHANNEL = "Pilih dulu lewat apa pesan ini disampaikan."
MAY_NOT = "Peran Anda hanya melihat; laporan dikirim oleh admin unit atau petugas."
NOT_NOW = "Belum bisa dikirim sekarang. Isian Anda masih di sini; coba lagi sebentar lagi."


def verdicts(checked: list[Checked], are_sent: bool = False) -> Html | None:
    """Each link with its verdict, those to mend first."""
    ordered = sorted(checked, key=lambda one: one.is_sendable and not are_sent)
    shown = (_verdict(one, are_sent) for one in ordered)
    return tag("ol", *shown, cls="jk-verdicts", aria_live="polite") if ordered else None


def _verdict(one: Checked, is_sent: bool) -> Html:
    name = address(one.link.canonical_url) if one.link else tag("span", formats.shortened(one.raw, 90), cls="jk-url")
    return tag("li", tag("div", _badge(one, is_sent), platform(one)), name, tag("p", explained(one)))


def address(url: object) -> Html:
    """A link shown as itself, and followed where it is one."""
    return tag("span", link(url, formats.shortened(url, 90)), cls="jk-url")


def _badge(one: Checked, is_sent: bool) -> Html:
    if one.is_sendable:
        return badge("Terkirim" if is_sent else GOOD[one.verdict], "good")
    return badge(SETTLED[one.verdict]) if one.verdict in SETTLED else badge("Perlu diperbaiki", "alert")


def platform(one: Checked) -> Html | None:
    code = one.link.platform if one.link else None
    return tag("small", f" {texts.PLATFORMS.get(code, code)}") if code else None


def explained(one: Checked) -> str:
    handle = (one.link.handle if one.link else None) or ""
    made = post_clock(one.link.platform, one.link.native_id) if one.link else None
    when = f" (dibuat {formats.moment(made)})" if made else ""
    return TOLD[one.verdict].format(handle=handle, when=when)


def message_label(row: dict) -> str:
    """A message in the list: its title, and until when."""
    title = formats.shortened(row["title"], 70) or "(tanpa judul)"
    if row["state"] == "open":
        return f"{title} · batas {formats.moment(row['deadline_at'])}"
    return f"{title} · {formats.day(row['published_at'])}, lewat batas"


def time_left(deadline: datetime, now: datetime) -> str:
    """How long there is still; what appears after the deadline still counts, as late."""
    hours = (deadline - now).total_seconds() / 3600
    if hours < 0:
        return "sudah lewat; unggahan setelah itu tercatat terlambat"
    if hours < 1:
        return "tinggal kurang dari 1 jam"
    return (
        f"tinggal {formats.number(int(hours))} jam" if hours < 72 else f"tinggal {formats.number(int(hours / 24))} hari"
    )


def channel(code: object) -> str:
    return duty_words.CHANNELS.get(formats.text(code, ""), formats.text(code))


def about_message(row: dict, now: datetime) -> Html:
    """The message chosen: in full, with its deadline and the way to it."""
    until = joined(
        "Batas waktu ", tag("b", formats.moment(row["deadline_at"])), f" ({time_left(row['deadline_at'], now)})"
    )
    way = None if formats.is_missing(row["link"]) else link(row["link"], "buka pesan aslinya")
    head = tag("p", tag("b", formats.shortened(row["title"], 200) or "(tanpa judul)"))
    return tag("div", head, tag("p", joined(until, way, by=" · ")), cls="jk-chosen")
