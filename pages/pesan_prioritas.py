"""Halaman: pesan yang wajib diteruskan, dan bagaimana ia ditetapkan."""

import streamlit as st

from ui import acts, designate_form, duty_words, filters, message_admin, parts, spoken
from ui.page import heading
from ui.store import count, page

SIZE = 20
PARTS = {"daftar": "Daftar pesan", "tetapkan": "Tetapkan", "tarik": "Tarik", "kecualikan": "Kecualikan unit"}
NEEDED = {"tetapkan": "designate", "tarik": "withdraw", "kecualikan": "excuse"}

heading("Pesan Prioritas", "Pesan mana yang wajib diteruskan, oleh siapa, dan sampai kapan?")

if not acts.may("excuse"):
    parts.show(parts.empty("Halaman ini untuk petugas Dinas Kominfo", spoken.REFUSED))
    st.stop()

with filters.row():
    shown = filters.segments("bagian", "Bagian", PARTS, "daftar")
    if shown == "daftar":
        states = {"semua": "Semua keadaan"} | duty_words.MESSAGE_STATES
        state = filters.choice("keadaan", "Keadaan", states, "semua", width=220)

waiting = message_admin.fresh()
if waiting:
    parts.show(waiting)

if shown == "daftar":
    total = count("designate_messages", state=state)
    rows = page("designate_messages", SIZE, (filters.current_page(total, SIZE) - 1) * SIZE, state=state)
    unused = page("designate_notices", SIZE)
    parts.show(
        parts.table(rows, message_admin.COLUMNS)
        if total
        else parts.empty("Belum ada pesan prioritas di sini", *message_admin.HOW_MESSAGES_ARISE)
    )
    filters.paginate(total, SIZE)
    if len(unused):
        parts.show(
            parts.section("Belum dipakai", "Penetapan atau penarikan yang belum bisa dikenakan pada pesan mana pun."),
            parts.table(unused, message_admin.NOTICES),
        )
elif not acts.may(NEEDED[shown]):
    parts.show(parts.empty("Hanya Kepala Dinas yang dapat melakukan ini", spoken.REFUSED))
elif shown == "tetapkan":
    parts.show(parts.section("Tetapkan pesan prioritas", designate_form.ABOUT))
    designate_form.show()
elif shown == "tarik":
    parts.show(parts.section("Tarik pesan", "Bila isinya keliru atau sudah tidak berlaku."))
    message_admin.withdraw()
else:
    parts.show(parts.section("Kecualikan unit", "Bila satu unit benar-benar tidak bisa meneruskan satu pesan."))
    message_admin.excuse()
