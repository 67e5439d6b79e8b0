"""Halaman: memeriksa naskah sebelum diunggah."""

import streamlit as st

from ui import draft_form, draft_words, parts
from ui.page import heading

heading("Periksa Naskah", "Naskah ini sudah siap terbit, atau ada yang perlu diubah dulu?", "penilaian mesin atas teks")

left, right = st.columns([2, 3], gap="large")
with left, st.container(key="naskah"):
    text = draft_form.written()
    answer = st.container()
    draft = draft_form.judged(text, draft_form.options())
if draft:
    with answer:
        parts.show(draft_words.answer(draft))
with right:
    draft_form.result(text, draft)
