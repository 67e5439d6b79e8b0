"""The form with which an issue is reported, made for a phone: kind, title, link, note."""

import streamlit as st

from ui import acts, filters, issue_words, parts, spoken
from ui.markup import is_web_address
from ui.store import query

FORM = "lapor_isu"
KIND, TITLE, LINK, NOTE = (f"{FORM}_{name}" for name in ("jenis", "judul", "tautan", "catatan"))
NO_UNIT = ""
NO_KIND = "Pilih dulu jenisnya."
NO_TITLE = "Tulis dulu apa yang beredar, dalam satu kalimat."
BAD_LINK = "Tautan ini bukan alamat. Salin alamatnya lengkap, diawali https://, atau kosongkan."
ABOUT = "Laporan ini belum menyebut siapa pun bersalah; petugas memeriksanya lebih dulu."
MAY_NOT = "Peran Anda hanya melihat; laporan dikirim oleh admin unit atau petugas."
SENT = f"Terima kasih, laporan tercatat. {spoken.RECORDED.removeprefix('Tercatat. ')}"


def units() -> dict[str, str]:
    """Units this viewer may report for; staff may leave it open."""
    known = query("report_units")
    names = dict(zip(known["agency_code"], known["name"], strict=True))
    own = {code: name for code, name in names.items() if acts.may("report_issue", code)}
    return {NO_UNIT: "Tanpa unit"} | own if acts.may("report_issue") else own


def show() -> None:
    names = units()
    if not names:
        parts.show(parts.empty("Tidak ada yang perlu Anda isi", MAY_NOT))
        return
    with st.container(key="lapor_isu"):
        parts.show(parts.note(ABOUT))
        st.selectbox("Jenis", list(issue_words.KINDS), index=None, key=KIND, format_func=issue_words.kind,
                     placeholder="Pilih jenisnya")  # fmt: skip
        st.text_area("Apa yang beredar?", key=TITLE, max_chars=300, height=90,
                     placeholder="satu kalimat, misalnya: akun mengatasnamakan puskesmas meminta transfer")  # fmt: skip
        st.text_input("Tautan (boleh kosong)", key=LINK, max_chars=500, placeholder="https://…")
        st.text_area("Catatan (boleh kosong)", key=NOTE, max_chars=1000, height=80,
                     placeholder="dari siapa, di mana terlihat, sejak kapan")  # fmt: skip
        unit = _unit(names)
        st.button("Kirim laporan", key="lapor_isu_kirim", type="primary", width="stretch", on_click=_send, args=(unit,))
        spoken.answer(FORM)


def _unit(names: dict[str, str]) -> str | None:
    first = next(iter(names))
    return (first if len(names) == 1 else filters.choice("unit", "Unit yang melapor", names, first, width=620)) or None


def _send(unit: str | None) -> None:
    held = st.session_state
    kind, title = held.get(KIND), (held.get(TITLE) or "").strip()
    link, note = (held.get(LINK) or "").strip(), (held.get(NOTE) or "").strip()
    if kind is None:
        return spoken.refuse(FORM, NO_KIND)
    if not title:
        return spoken.refuse(FORM, NO_TITLE)
    if link and not is_web_address(link):
        return spoken.refuse(FORM, BAD_LINK)
    if spoken.say(FORM, acts.report_issue, kind, title, unit, link, note, words=SENT):
        held[KIND], held[TITLE], held[LINK], held[NOTE] = None, "", "", ""
    return None
