"""Correcting any link of a message: a post is searched, and what is said about it must give a reason."""

from typing import Any

import streamlit as st

from measures.cascade.report_check import post_ids
from ui import acts, duty_words, evidence, filters, formats, parts, spoken
from ui.markup import Html, tag
from ui.store import page, query

FORM, REASON, CARRIES, PARENT = "betulkan", "betulkan_alasan", "betulkan_isi", "betulkan_dari"
MOST_POSTS = 50
UNCHANGED = ""
SAYINGS = {"ya": "Ya, membawa pesan ini", "bukan": "Bukan", "mesin": "Ikuti penilaian otomatis"}
MEANING = {"ya": True, "bukan": False, "mesin": None}

Row = dict[str, Any]


def show() -> None:
    messages = query("report_messages")
    if messages.empty:
        parts.show(parts.note("Belum ada pesan prioritas yang sambungannya bisa dibetulkan."))
        return
    with st.container(key="betulkan_pilih", horizontal=True, vertical_alignment="bottom"):
        message = _message(messages.to_dict("records"))
        words = filters.words("cari", "Cari unggahan", "kata, nama unit, akun, atau tautannya")
    found = _posts(message, words)
    spoken.answer(FORM)
    if not found:
        parts.show(parts.note("Tidak ada unggahan setelah pesan ini yang cocok. Ubah kata pencariannya."))
        return
    chosen = st.selectbox(
        "Unggahan", list(found), format_func=lambda code: _label(found[code]), key="betulkan_unggahan"
    )
    row = found.get(chosen) or next(iter(found.values()))
    parts.show(_post(row))
    _form(message, row)


def _message(rows: list[Row]) -> str:
    labels = {row["message_id"]: duty_words.message_label(row) for row in rows}
    return filters.choice("pesan", "Pesan", labels, next(iter(labels)), width=520)


def _posts(message: str, words: str) -> dict[str, Row]:
    named = post_ids(words)
    rows = page("review_posts", MOST_POSTS, message=message, words=words, posts=named)
    return {row["post_id"]: row for row in rows.to_dict("records")}


def _label(row: Row) -> str:
    counted = " · tercatat" if not formats.is_missing(row["method"]) else ""
    words = formats.shortened(row["caption"], 60)
    return f"{parts.publisher(row)} · {formats.day(row['published_at'])}{counted} · {words}"


def _post(row: Row) -> Html:
    found = evidence.read(row["evidence"])
    now = (
        "Sekarang tidak tercatat meneruskan pesan ini."
        if formats.is_missing(row["method"])
        else f"Sekarang tercatat meneruskan pesan ini: {duty_words.method(row['method'])}."
    )
    foot = tag("small", parts.origin(row))
    text = tag("p", evidence.marked(row["caption"], found), cls="jk-caption")
    return tag(
        "div",
        tag("h3", parts.publisher(row)),
        text,
        foot,
        tag("p", parts.strong(now)),
        evidence.told(found),
        cls="jk-text",
    )


def _form(message: str, row: Row) -> None:
    parents = query("review_parents", message=message).to_dict("records")
    names = {UNCHANGED: "Ikuti penilaian otomatis"} | {one["account_id"]: _parent(one) for one in parents}
    names.pop(row["account_id"], None)
    st.segmented_control(
        "Apakah unggahan ini membawa pesan itu?",
        list(SAYINGS),
        format_func=lambda code: SAYINGS[code],
        key=CARRIES,
        wrap=True,
    )
    st.selectbox(
        "Diteruskan dari akun", list(names), format_func=lambda code: names.get(code, code), key=PARENT, width=520
    )
    st.text_input("Alasan (wajib)", key=REASON, max_chars=300, width=520)
    st.button(
        "Simpan pembetulan", key="betulkan_simpan", type="primary", on_click=_save, args=(message, row["post_id"])
    )


def _parent(one: Row) -> str:
    return f"{formats.text(one['agency_name'], 'unit belum diketahui')}, @{one['handle']}"


def _save(message: str, post: str) -> None:
    said = st.session_state.get(CARRIES)
    reason, parent = st.session_state.get(REASON) or "", st.session_state.get(PARENT) or None
    if said is None:
        return spoken.refuse(FORM, "Pilih dulu: ya, bukan, atau ikuti penilaian otomatis.")
    if not reason.strip():
        return spoken.refuse(FORM, "Tulis alasannya. Alasan ikut tersimpan di catatan.")
    if spoken.say(FORM, acts.correct, message, post, MEANING[said], reason, parent):
        st.session_state[CARRIES], st.session_state[REASON], st.session_state[PARENT] = None, "", UNCHANGED
    return None
