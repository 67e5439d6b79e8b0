"""Designating a message by hand: its original posts by link or by search, a deadline, and whom it is meant for."""

from datetime import UTC, datetime
from typing import Any

import streamlit as st

from measures.cascade.report_check import Checked, Circumstances, check, post_ids
from measures.peer_groups import PEER_GROUPS
from ui import acts, filters, formats, parts, report_words, spoken
from ui.markup import Html, tag
from ui.store import page, query

FORM = "tetapkan"
LINKS, FOUND, TITLE, HOURS, KIND, VALUES = (
    f"tetapkan_{name}" for name in ("tautan", "temuan", "judul", "jam", "sasaran", "isi")
)
DEADLINE, LONGEST, MOST_POSTS = 48, 24 * 60, 40
KINDS = {"all": "Semua unit", "peer_group": "Kelompok unit", "kecamatan": "Kecamatan", "villages": "Desa dan kelurahan"}
ANY = Circumstances(agency_code="", published_at=datetime(2000, 1, 1, tzinfo=UTC), now=datetime(2100, 1, 1, tzinfo=UTC))
ABOUT = "Unggahan mana pun boleh ditetapkan; unggahan akun induk dengan program unggulan sudah otomatis."
NO_POST = "Tempel tautan unggahannya, atau pilih dari hasil pencarian."
NO_VALUES = "Pilih dulu untuk siapa pesan ini."
UNKNOWN = "Belum ada di data; mulai berlaku begitu berkas ekspornya masuk."
HIDDEN = "Facebook menyembunyikan nomor unggahannya. Cari unggahannya di kotak pencarian."

Row = dict[str, Any]


def show() -> None:
    text = st.text_area("Tautan unggahan asal", key=LINKS, height=90, max_chars=2000,
                        placeholder="satu pesan boleh punya beberapa unggahan, satu tiap platform")  # fmt: skip
    words = filters.words("cari", "Atau cari unggahannya", "kata dalam teks atau nama akun")
    rows = {row["post_id"]: row for row in _posts(words, text or "")}
    _searched(rows, words)
    checked = check(text or "", ANY)
    if checked:
        parts.show(tag("ol", *(_told(one, rows) for one in checked), cls="jk-verdicts", aria_live="polite"))
    st.text_input(
        "Judul singkat (boleh kosong)", key=TITLE, max_chars=120, placeholder="diambil dari teksnya bila kosong"
    )
    st.number_input("Batas waktu, dalam jam sejak terbit", 1, LONGEST, DEADLINE, key=HOURS, width=260)
    kind = st.segmented_control("Wajib diteruskan oleh", list(KINDS), default="all", key=KIND, required=True, wrap=True,
                                format_func=lambda code: KINDS[code])  # fmt: skip
    _values(kind or "all")
    st.button("Tetapkan sebagai pesan prioritas", key="tetapkan_simpan", type="primary", on_click=_save)
    spoken.answer(FORM)


def _posts(words: str, text: str) -> list[Row]:
    named = [*post_ids(text), *st.session_state.get(FOUND, [])]
    return page("designate_posts", MOST_POSTS, words=words, posts=named).to_dict("records")


def _searched(rows: dict[str, Row], words: str) -> None:
    """The posts found, to choose from; what was chosen for an earlier search stays chosen."""
    if words or st.session_state.get(FOUND):
        st.multiselect("Unggahan yang cocok", list(rows), format_func=lambda code: _label(rows[code]), key=FOUND,
                       placeholder="Pilih satu atau beberapa" if rows else "Tidak ada yang cocok")  # fmt: skip


def _label(row: Row) -> str:
    who = parts.publisher(row | {"account_id": None})
    return f"{who} · {formats.day(row['published_at'])} · {formats.shortened(row['caption'], 70)}"


def _told(one: Checked, rows: dict[str, Row]) -> Html:
    """What is known of a pasted link."""
    if one.post_id is None:
        words = HIDDEN if one.is_sendable else report_words.explained(one)
        name = tag("span", formats.shortened(one.raw, 90), cls="jk-url")
        return tag("li", parts.badge("Perlu diperbaiki", "alert"), " ", name, tag("p", words))
    row = rows.get(one.post_id)
    mark = parts.badge("Ada di data", "good") if row else parts.badge("Belum ada")
    name = report_words.address(one.link.canonical_url if one.link else one.raw)
    return tag("li", mark, " ", name, tag("p", _label(row) if row else UNKNOWN))


def _values(kind: str) -> None:
    """Which groups, kecamatan or villages; nothing to choose where all are meant."""
    options = _options(kind)
    if kind != "all":
        st.multiselect(KINDS[kind], list(options), format_func=lambda code: options[code], key=f"{VALUES}_{kind}",
                       placeholder="Pilih satu atau beberapa")  # fmt: skip


def _options(kind: str) -> dict[str, str]:
    if kind == "peer_group":
        return {code: name for code, name in PEER_GROUPS.items() if code != "induk"}
    places = query("designate_places").to_dict("records")
    wanted = [row for row in places if (row["peer_group"] == "kecamatan") == (kind == "kecamatan")]
    return {row["region_code"]: row["name"] for row in wanted}


def _save() -> None:
    held = st.session_state
    named = [one.post_id for one in check(held.get(LINKS) or "", ANY) if one.post_id]
    originals = list(dict.fromkeys([*named, *held.get(FOUND, [])]))
    kind = held.get(KIND) or "all"
    values = held.get(f"{VALUES}_{kind}") or []
    if not originals:
        return spoken.refuse(FORM, NO_POST)
    if kind != "all" and not values:
        return spoken.refuse(FORM, NO_VALUES)
    hours = float(held.get(HOURS) or DEADLINE)
    if spoken.say(FORM, acts.designate, originals, held.get(TITLE) or "", hours, (kind, values)):
        held[LINKS], held[TITLE], held[FOUND] = "", "", []
    return None
