"""Halaman: melaporkan bahwa satu pesan sudah diteruskan."""

import streamlit as st

from ui import acts, filters, parts, report_facts, report_form, report_history, report_words
from ui.page import heading

heading("Lapor Sebar", "Pesan mana yang sudah Anda teruskan, dan di mana buktinya?")

left, right = st.columns([3, 2], gap="large")
with left, st.container(key="lapor"):
    agency = report_form.unit()
    message = report_form.message() if agency else None

    if not agency:
        parts.show(
            parts.empty("Pilih unit yang melapor", "Setelah itu pilih pesannya, lalu tempel tautan unggahannya.")
        )
    elif message is None:
        parts.show(
            parts.empty("Belum ada pesan prioritas", "Begitu ada pesan yang harus diteruskan, formulirnya tampil.")
        )
    elif not acts.may("report", agency):
        parts.show(parts.empty("Tidak ada yang perlu Anda isi", report_words.MAY_NOT))
    else:
        parts.show(
            report_words.about_message(message, report_facts.clock()),
            report_form.standing(agency, message),
        )
        mode = filters.segments("cara", "Cara meneruskan", report_form.MODES, "tautan")
        if mode == "tautan":
            report_form.links(agency, message)
        else:
            report_form.offline(agency, message)

with right:
    if agency:
        parts.show(parts.section("Laporan unit ini", "Yang terbaru di atas."), report_history.listed(agency))
