"""Staff bring one issue on: what was said of it so far, the next state, a verdict, a link, a note."""

from collections.abc import Sequence

import streamlit as st

from measures.standard.issue_flow import JUDGED, NEEDS_VERDICT, STATES, Move, following, refusal
from ui import acts, duty_words, formats, issue_words, parts, said, spoken
from ui.issue_log import ISSUE, card
from ui.issue_words import Row
from ui.markup import Html, is_web_address, joined, link, tag
from ui.parts import Column
from ui.store import query

FORM, STATE, VERDICT, LINK, NOTE = "tangani", "tangani_ke", "tangani_putusan", "tangani_tautan", "tangani_catatan"
MEND = "Keadaan tetap, betulkan isinya"
NO_STATE = "Pilih dulu keadaan berikutnya."
NO_VERDICT = "Pilih putusannya. Putusan ini milik Anda, bukan kata sumber."
NO_LINK = "Tempel tautan klarifikasi yang sudah terbit, diawali https://."
NO_NOTE = "Tulis alasannya: isu ini selesai tanpa disebar."
NOTHING = "Isi putusan, tautan atau catatan yang dibetulkan."


def opened(issues: Sequence[Row]) -> Row | None:
    """The issue the address names, where this viewer sees it."""
    wanted = st.query_params.get(ISSUE, "")
    return next((row for row in issues if row["issue_id"] == wanted), None) if wanted else None


def show(row: Row) -> None:
    """The issue in full and the form; only for staff."""
    with st.container(key="tangani_isu"):
        parts.show(card(row), _note(row), _history(row))
        now = _now(row)
        if following(now.state or STATES[0]) or now.state != STATES[0]:
            _form(row, now)
        spoken.answer(FORM)
        st.button("Tutup", key="tangani_tutup", type="tertiary", icon=":material/close:", on_click=_close)


def _close() -> None:
    st.query_params.pop(ISSUE, None)


def _note(row: Row) -> Html | None:
    told = formats.shortened(row["note"], 1200)
    return tag("p", told, cls="jk-caption") if told else None


def _history(row: Row) -> Html | None:
    """Every word of staff that counted."""
    steps = query("issue_steps", issue=row["issue_id"])
    return parts.table(steps, STEPS) if len(steps) else None


def _told(row: Row) -> Html:
    verdict = "" if formats.is_missing(row["verdict"]) else f"putusan {issue_words.verdict(row['verdict']).lower()}"
    way = None if formats.is_missing(row["link"]) else link(row["link"], "tautan")
    said_of = [each for each in (verdict, formats.text(row["note"], ""), way) if each]
    return joined(
        tag("b", issue_words.state(row["state"])), tag("div", joined(*said_of, by=" · ")) if said_of else None
    )


STEPS = [
    Column("Langkah", _told, is_lead=True),
    Column("Oleh", lambda row: duty_words.role(row["said_by"])),
    Column("Waktu", lambda row: formats.moment(row["at"]), True),
]


def _now(row: Row) -> Move:
    """How the issue stands with what was said since the numbers were made."""
    state, verdict = row["state"], None if formats.is_missing(row["verdict"]) else row["verdict"]
    for one in said.since_build("issue-moved"):
        if one.get("issue_id") == row["issue_id"]:
            move = Move(one.get("by"), one.get("state"), one.get("verdict"), one.get("link"), one.get("note"))
            if refusal(row["kind"], state, verdict is not None, move) is None:
                state, verdict = str(move.state), move.verdict or verdict
    return Move(None, state, verdict)


def _form(row: Row, now: Move) -> None:
    current = now.state or STATES[0]
    options = {code: issue_words.MOVES[code] for code in following(current)}
    options |= {current: MEND} if current != STATES[0] else {}
    chosen = st.segmented_control("Langkah berikutnya", list(options), key=STATE, wrap=True,
                                  format_func=lambda code: options.get(code, code))  # fmt: skip
    if chosen is None:
        return
    if STATES.index(chosen) >= STATES.index(JUDGED):
        st.selectbox("Putusan", list(issue_words.VERDICTS), index=None, key=VERDICT, width=420,
                     placeholder=_verdict_hint(row, now), format_func=issue_words.verdict)  # fmt: skip
    if STATES.index(chosen) > STATES.index(JUDGED):
        st.text_input("Tautan klarifikasi", key=LINK, max_chars=500, placeholder="https://…")
    st.text_area("Catatan", key=NOTE, max_chars=1000, height=80, placeholder="dasar pemeriksaan, pihak yang dihubungi")
    st.button("Simpan langkah ini", key="tangani_simpan", type="primary", on_click=_save, args=(row, now))


def _verdict_hint(row: Row, now: Move) -> str:
    if now.verdict:
        return f"tetap {issue_words.verdict(now.verdict).lower()}"
    return "Pilih putusan" if row["kind"] in NEEDS_VERDICT else "boleh kosong"


def _save(row: Row, now: Move) -> None:
    held = st.session_state
    state, verdict = held.get(STATE), held.get(VERDICT)
    address, note = (held.get(LINK) or "").strip(), (held.get(NOTE) or "").strip()
    why = _missing(row, now, Move(None, state, verdict, address, note))
    if why:
        return spoken.refuse(FORM, why)
    if spoken.say(FORM, acts.move_issue, row["issue_id"], state, verdict, address, note):
        held[STATE], held[VERDICT], held[LINK], held[NOTE] = None, None, "", ""
    return None


def _missing(row: Row, now: Move, said_now: Move) -> str | None:
    """What must be filled in before this can be said."""
    state, address = said_now.state, said_now.link
    if state is None:
        return NO_STATE
    if state == JUDGED != now.state and row["kind"] in NEEDS_VERDICT and not (said_now.verdict or now.verdict):
        return NO_VERDICT
    if (address or state == "klarifikasi" != now.state) and not is_web_address(address):
        return NO_LINK
    if state == now.state and not (said_now.verdict or address or said_now.note):
        return NOTHING
    return NO_NOTE if state == STATES[-1] and now.state != "disebar" and not said_now.note else None
