"""Halaman: semua unggahan, dicari dan diunduh."""

import streamlit as st

from ui import columns, download, filters, formats, parts
from ui.page import heading
from ui.store import count, page, query

SIZE = 20

heading("Unggahan", "Apa saja yang diterbitkan, dan bagaimana tanggapannya?", "harapan per unggahan")

with filters.row():
    asked = {
        "words": filters.words("cari", "Cari kata dalam teks", "misalnya: posyandu"),
        "agency": filters.unit(with_all=True),
        "platform": filters.platform(),
        "post_type": filters.post_type(),
        "period": filters.period(),
        "sort": filters.order(),
    }

total = count("post_search", **asked)
if total == 0:
    parts.show(parts.empty("Tidak ada unggahan yang cocok", "Kurangi kata pencarian atau pilih periode lebih panjang."))
    st.stop()

current = filters.current_page(total, SIZE)
rows = page("post_search", SIZE, (current - 1) * SIZE, **asked)
first = (current - 1) * SIZE + 1
parts.show(
    parts.note(
        parts.strong(f"{formats.number(total)} unggahan"),
        f" cocok; tampil {formats.number(first)} sampai {formats.number(first + len(rows) - 1)}. ",
        "Unduhan memuat semuanya.",
    )
)
download.buttons("unggahan", lambda: query("post_search", **asked), columns.POSTS_FILE)
parts.show(parts.table(rows, columns.POSTS))
filters.paginate(total, SIZE)
parts.show(
    parts.note("Angka adalah pengamatan terakhir tiap unggahan. “Tidak tersedia” bukan nol: platform tidak memberinya.")
)
