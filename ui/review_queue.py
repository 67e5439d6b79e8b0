"""The uncertain pairs one after another: both texts, what speaks for and against, and the answer."""

from typing import Any

import streamlit as st

from ui import acts, chain_words, evidence, formats, parts, said, spoken, texts
from ui.markup import Html, joined, link, tag
from ui.store import query

FORM, REASON, LAST, LATER = "tinjau", "tinjau_alasan", "tinjau_terakhir", "tinjau_nanti"
ANSWERS = {True: "Ya, membawa pesan ini", False: "Bukan"}
WHEN = "Pasangan baru muncul ketika teksnya mirip, tetapi faktanya belum pasti sama."
ICONS = {True: ":material/check:", False: ":material/close:"}

Row = dict[str, Any]


def waiting() -> list[Row]:
    """The pairs still to answer, those put off at the end; what was answered since the last build is gone."""
    answered = _answered()
    rows = [row for row in query("review_pairs").to_dict("records") if _pair(row) not in answered]
    later = st.session_state.get(LATER, [])
    return sorted(rows, key=lambda row: later.index(_pair(row)) + 1 if _pair(row) in later else 0)


def _answered() -> set[tuple[str, str]]:
    """Pairs with a word since the last build that was not taken back."""
    home = {row["post_id"]: row["message_id"] for row in query("report_titles").to_dict("records")}
    words: dict[tuple[str, str], bool | None] = {}
    for one in said.since_build("link-decided"):
        message = str(one.get("message_post_id"))
        words[home.get(message, message), str(one.get("post_id"))] = one.get("carries")
    return {pair for pair, carries in words.items() if carries is not None}


def _pair(row: Row) -> tuple[str, str]:
    return row["message_id"], row["post_id"]


def show(row: Row, left: int) -> None:
    """One pair with its buttons."""
    found = evidence.read(row["evidence"])
    parts.show(
        parts.note(
            parts.strong(f"{formats.number(left)} pasangan"), " belum dijawab. Apakah unggahan ini membawa pesan ini?"
        )
    )
    parts.show(tag("div", _message(row, found), _post(row, found), cls="jk-pair"), evidence.told(found))
    with st.container(key="tinjau", horizontal=True, vertical_alignment="bottom"):
        for carries, words in ANSWERS.items():
            st.button(words, key=f"tinjau_{carries}", icon=ICONS[carries], on_click=_answer, args=(row, carries))
        st.button("Nanti saja", key="tinjau_nanti_saja", type="tertiary", on_click=_put_off, args=(row,))
    st.text_input("Alasan (boleh kosong)", key=REASON, max_chars=300, width=520,
                  placeholder="misalnya: kegiatan lain pada tanggal yang sama")  # fmt: skip


def last_answer() -> None:
    """What was just said, and the way back."""
    spoken.answer(FORM)
    last = st.session_state.get(LAST)
    if last is not None:
        message, post, who, carries = last
        with st.container(key="tinjau_terakhir_baris", horizontal=True, vertical_alignment="center"):
            parts.show(parts.note("Jawaban terakhir: ", parts.strong(ANSWERS[carries]), f" untuk {who}."))
            st.button("Urungkan", key="tinjau_urung", icon=":material/undo:", on_click=_take_back, args=(message, post))


def _answer(row: Row, carries: bool) -> None:
    reason = st.session_state.get(REASON) or ""
    if spoken.say(FORM, acts.decide, row["message_id"], row["post_id"], carries, reason, words="Tercatat."):
        st.session_state[LAST] = (
            row["message_id"],
            row["post_id"],
            parts.publisher(row | {"account_id": None}),
            carries,
        )
        st.session_state[REASON] = ""


def _take_back(message: str, post: str) -> None:
    if spoken.say(
        FORM, acts.decide, message, post, None, words="Jawaban terakhir diurungkan; pasangannya tampil lagi."
    ):
        st.session_state[LAST] = None


def _put_off(row: Row) -> None:
    st.session_state[LATER] = [*(one for one in st.session_state.get(LATER, []) if one != _pair(row)), _pair(row)]


def _message(row: Row, found: evidence.Evidence) -> Html:
    when = f"terbit {formats.moment(row['message_at'])}"
    text = evidence.marked(row["message_caption"], found)
    head = tag("h3", formats.shortened(row["message_title"], 120) or "(tanpa judul)")
    return tag("div", tag("small", "Pesan prioritas"), head, tag("p", text, cls="jk-caption"),
               tag("small", joined(when, _way(row["message_link"]), by=" · ")), cls="jk-text")  # fmt: skip


def _post(row: Row, found: evidence.Evidence) -> Html:
    where = texts.PLATFORMS.get(row["platform"], row["platform"])
    after = _after(row)
    told = (
        f"{where} @{formats.text(row['account_handle'])}",
        formats.moment(row["published_at"]),
        after,
        _way(row["link"]),
    )
    sure = f"Kemiripan {formats.percent(row['confidence'], 0)}"
    head = tag("h3", formats.text(row["agency_name"], "Unit belum diketahui"))
    return tag("div", tag("small", joined("Unggahan · ", sure)), head,
               tag("p", evidence.marked(row["caption"], found), cls="jk-caption"),
               tag("small", joined(*told, by=" · ")), cls="jk-text")  # fmt: skip


def _after(row: Row) -> str | None:
    if formats.is_missing(row["message_at"]) or formats.is_missing(row["published_at"]):
        return None
    hours = (row["published_at"] - row["message_at"]).total_seconds() / 3600
    return f"{chain_words.hours(hours)} setelah pesan"


def _way(address: Any) -> Html | None:
    return None if formats.is_missing(address) else link(address, "buka")
