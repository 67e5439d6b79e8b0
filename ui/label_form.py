"""The reviewer's answers on one caption: emphasis and yes or no for every label, a reason, and one press."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from ui import acts, label_words, parts, spoken
from ui.label_words import EMPHASES, EMPHASIS, FLAGS, LABELS, OFTEN_OPEN, Answers

FORM, REASON, LAST, FILLED = "periksa", "periksa_alasan", "periksa_terakhir", "periksa_terisi"
SAME = "Sama seperti mesin"
PICK_EMPHASIS = "Pilih dulu titik beratnya. Bila ragu, tekan “Nanti saja”."
WRITE_REASON = "Tulis alasannya. Alasan ikut tersimpan di catatan."

Row = dict[str, Any]


def show(row: Row, is_blind: bool, put_off: Callable[[str], None]) -> None:
    """The choices, filled in with the answers as they are, unless these are hidden."""
    machine = label_words.answers_of(row)
    _fill(row["post_id"], {} if is_blind else machine)
    _pick(EMPHASIS, EMPHASES)
    for column, labels in zip(st.columns(2), (FLAGS[::2], FLAGS[1::2]), strict=True):
        with column:
            for label in labels:
                _pick(label, label_words.ANSWERS)
    st.text_input("Alasan (wajib)", key=REASON, max_chars=300, width=520,
                  placeholder="misalnya: yang ditonjolkan jadwalnya, bukan pejabatnya")  # fmt: skip
    with st.container(key="periksa", horizontal=True):
        st.button("Simpan jawaban", key="periksa_simpan", type="primary", on_click=_save, args=(row, machine))
        st.button("Nanti saja", key="periksa_nanti_saja", type="tertiary", on_click=put_off, args=(row["post_id"],))


def same(row: Row) -> None:
    """One press for the machine's answers, where it left nothing open."""
    machine = label_words.answers_of(row)
    if not [label for label, value in machine.items() if value is None and label not in OFTEN_OPEN]:
        st.button(SAME, key="periksa_sama", icon=":material/check:", on_click=_agree, args=(row, machine))


def last_answer() -> None:
    """What was just said, how it stands to the machine's answer, and the way back."""
    spoken.answer(FORM)
    last = st.session_state.get(LAST)
    if last is not None:
        post, who, mine, machine = last
        with st.container(key="periksa_terakhir_baris", horizontal=True, vertical_alignment="center"):
            parts.show(parts.note("Jawaban terakhir untuk ", parts.strong(who), ": ", _against(mine, machine)))
            st.button("Urungkan", key="periksa_urung", icon=":material/undo:", on_click=_take_back, args=(post,))


def _pick(label: str, options: dict[str, str]) -> None:
    st.segmented_control(
        f"**{label_words.title(label)}.** {label_words.DEFINITIONS[label]}", list(options),
        format_func=lambda code: options.get(code, code), key=_key(label), wrap=True,
    )  # fmt: skip


def _key(label: str) -> str:
    return f"periksa_{label}"


def _fill(post: str, answers: Answers) -> None:
    """Once per post, so that what the reviewer changes stays."""
    filled = (post, bool(answers))
    if st.session_state.get(FILLED) != filled:
        st.session_state[FILLED] = filled
        for label in LABELS:
            st.session_state[_key(label)] = label_words.choice(answers.get(label))


def _save(row: Row, machine: Answers) -> None:
    chosen = {label: st.session_state.get(_key(label)) for label in LABELS}
    mine = {label: label_words.meant(label, code) for label, code in chosen.items() if code is not None}
    reason = st.session_state.get(REASON) or ""
    if EMPHASIS not in mine:
        return spoken.refuse(FORM, PICK_EMPHASIS)
    if not reason.strip():
        return spoken.refuse(FORM, WRITE_REASON)
    return _said(row, mine, machine, reason)


def _agree(row: Row, machine: Answers) -> None:
    _said(row, {label: value for label, value in machine.items() if value is not None}, machine, SAME)


def _said(row: Row, mine: Answers, machine: Answers, reason: str) -> None:
    plain = {label: value if isinstance(value, str) else bool(value) for label, value in mine.items()}
    if spoken.say(FORM, acts.label, row["post_id"], plain, reason, words="Tercatat."):
        st.session_state[LAST] = (row["post_id"], parts.publisher(row | {"account_id": None}), plain, machine)
        st.session_state[REASON], st.session_state[FILLED] = "", None


def _against(mine: Answers, machine: Answers) -> str:
    unlike = label_words.differing(mine, machine)
    if not unlike:
        return "sama dengan mesin pada semua yang dijawab mesin."
    named = ", ".join(f"{label_words.title(one)} (mesin: {label_words.word(one, machine[one])})" for one in unlike)
    return f"berbeda dari mesin pada {named}."


def _take_back(post: str) -> None:
    if spoken.say(FORM, acts.unlabel, post, words="Jawaban terakhir diurungkan; unggahannya tampil lagi."):
        st.session_state[LAST], st.session_state[FILLED] = None, None
