"""AI-made media: how much of it says so, and the mark that staff give a post."""

from typing import Any

import streamlit as st

from measures.cascade.report_check import post_ids
from ui import acts, charts_issue, duty_words, filters, formats, parts, spoken
from ui.cached import figure
from ui.issue_words import Row
from ui.markup import Html, joined, tag
from ui.parts import Column, badge
from ui.store import page, query

FORM, POST, SAYS, NOTE = "tandai_ai", "tandai_ai_unggahan", "tandai_ai_isi", "tandai_ai_catatan"
MOST_POSTS = 40
SAYINGS = {"ya": "Sudah berlabel AI", "tidak": "Belum berlabel AI", "cabut": "Cabut tanda"}
MEANING = {"ya": True, "tidak": False, "cabut": None}
ABOUT = (
    "Yang dihitung: unggahan yang teksnya menyebut dibuat dengan AI, dan yang ditandai petugas. "
    "Label AI adalah norma di sini; unggahan lain tidak diduga-duga."
)
NO_CHOICE = "Pilih unggahannya, lalu pilih salah satu: sudah, belum, atau cabut."


def trend() -> None:
    parts.show(parts.section("Media buatan AI yang berlabel", ABOUT))
    parts.chart(
        figure(charts_issue.ai_share, "ai_months"),
        "Bagian media buatan AI yang berlabel tiap bulan dengan rentang 90 %",
        "Belum ada unggahan yang diketahui memakai media buatan AI.",
    )


def marking() -> None:
    """The form and the list of marks; for staff."""
    parts.show(parts.section("Tandai satu unggahan", "Untuk gambar, suara atau video yang dibuat dengan AI."))
    words = filters.words("cari", "Cari unggahan", "kata, nama akun, atau tautannya")
    rows = {row["post_id"]: row for row in _posts(words)}
    st.selectbox("Unggahan", list(rows), index=None, key=POST, format_func=lambda code: _label(rows.get(code)),
                 placeholder="Pilih unggahan" if rows else "Cari dulu unggahannya")  # fmt: skip
    st.segmented_control("Label AI di unggahannya", list(SAYINGS), key=SAYS, wrap=True,
                         format_func=lambda code: SAYINGS[code])  # fmt: skip
    st.text_input("Catatan", key=NOTE, max_chars=300, placeholder="misalnya: suara tiruan, gambar latar buatan")
    st.button("Simpan tanda", key="tandai_ai_simpan", type="primary", on_click=_save)
    spoken.answer(FORM)
    marks = query("ai_marks")
    if len(marks):
        parts.show(parts.section("Yang sudah ditandai"), parts.table(marks, MARKS))


def _posts(words: str) -> list[Row]:
    if not words:
        return []
    return page("designate_posts", MOST_POSTS, words=words, posts=post_ids(words)).to_dict("records")


def _label(row: Row | None) -> str:
    if row is None:
        return ""
    who = parts.publisher(row | {"account_id": None})
    return f"{who} · {formats.day(row['published_at'])} · {formats.shortened(row['caption'], 70)}"


def _save() -> None:
    held = st.session_state
    post, says = held.get(POST), held.get(SAYS)
    if post is None or says is None:
        return spoken.refuse(FORM, NO_CHOICE)
    if spoken.say(FORM, acts.mark_ai, post, MEANING[says], held.get(NOTE) or ""):
        held[POST], held[SAYS], held[NOTE] = None, None, ""
    return None


def _what(row: dict[str, Any]) -> Html:
    words = formats.shortened(row["caption"], 140) or "(tanpa teks)"
    told = [
        parts.publisher(row),
        formats.posted(row["published_at"], row["published_on"]),
        parts.open_post(row["link"]),
    ]
    note = formats.text(row["note"], "")
    return joined(tag("b", words), tag("div", tag("small", joined(*told, by=" · "))),
                  tag("div", tag("small", note)) if note else None)  # fmt: skip


MARKS = [
    Column("Unggahan", _what, is_lead=True),
    Column("Label AI", lambda row: badge("Berlabel", "good") if row["declared"] else badge("Belum berlabel", "alert")),
    Column("Oleh", lambda row: duty_words.role(row["said_by"])),
    Column("Waktu", lambda row: formats.moment(row["said_at"]), True),
]
