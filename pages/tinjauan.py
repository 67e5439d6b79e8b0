"""Halaman: pasangan dan hasil periksa yang belum pasti, banding, pembetulan, dan catatan siapa berkata apa."""

import streamlit as st

from ui import (
    acts,
    agreement,
    appeal_queue,
    audit_view,
    download,
    filters,
    label_queue,
    parts,
    review_correct,
    review_queue,
    spoken,
)
from ui.page import heading
from ui.store import count, query

PARTS = {
    "tinjau": "Belum pasti",
    "betulkan": "Betulkan",
    "periksa": "Hasil periksa",
    "banding": "Banding",
    "catatan": "Catatan",
}

heading("Tinjauan", "Apa yang belum pasti, dan siapa memutuskan apa?", "kemiripan teks dan hasil periksa otomatis")

if not acts.may("decide"):
    parts.show(parts.empty("Halaman ini untuk petugas Dinas Kominfo", spoken.REFUSED))
    st.stop()

with filters.row():
    shown = filters.segments("bagian", "Bagian", PARTS, "tinjau")

if shown == "tinjau":
    review_queue.last_answer()
    waiting = review_queue.waiting()
    if waiting:
        review_queue.show(waiting[0], len(waiting))
    else:
        parts.show(parts.empty("Tidak ada pasangan yang perlu ditinjau", review_queue.WHEN))

if shown == "betulkan":
    parts.show(
        parts.section(
            "Betulkan sambungan",
            "Cari unggahan, lalu katakan apakah ia membawa pesan itu. Kata petugas mengalahkan penilaian otomatis.",
        )
    )
    review_correct.show()

if shown == "periksa":
    parts.show(
        parts.section(
            "Hasil periksa",
            "Katakan apa isi unggahan ini. Kata petugas mengalahkan mesin dan menjadi bahan belajarnya.",
        )
    )
    label_queue.show()
    agreement.show()
    label_queue.notices()

if shown == "banding":
    parts.show(
        parts.section(
            "Banding",
            "Admin berpendapat hasil periksa keliru. Banding yang diterima membuat aturan itu terpenuhi.",
        )
    )
    appeal_queue.show()

if shown == "catatan":
    parts.show(
        parts.section(
            "Catatan", "Semua yang dikatakan orang tentang pesan dan hasil periksa. Tidak ada yang pernah dihapus."
        )
    )
    action = audit_view.show()
    if count("audit_list", action=action):
        download.buttons("catatan", lambda: query("audit_list", action=action), audit_view.FILE)
