"""What staff do with a message that exists: read how it came about, withdraw it, excuse a unit from it."""

from typing import Any

import streamlit as st

from ui import acts, duty_words, filters, formats, parts, said, spoken
from ui.markup import Html, joined, link, tag
from ui.parts import Column, badge
from ui.store import query

WITHDRAW, EXCUSE, REASON = "tarik", "kecualikan", "alasan"
HOW_MESSAGES_ARISE = (
    "Unggahan akun induk yang memuat tagar atau kata program unggulan menjadi pesan dengan sendirinya.",
    "Kepala Dinas juga dapat menetapkan unggahan mana pun di bagian Tetapkan.",
)
TONES = {"open": "good", "withdrawn": "alert"}

Row = dict[str, Any]


def _message(row: Row) -> Html:
    way = None if formats.is_missing(row["link"]) else link(row["link"], "buka")
    notices = (
        tag("div", tag("small", line), cls="jk-notice")
        for line in formats.text(row["notices"], "").splitlines()
        if line
    )
    when = joined(f"terbit {formats.moment(row['published_at'])}", _originals(row["originals"]), way, by=" · ")
    return joined(tag("b", formats.shortened(row["title"], 110) or "(tanpa judul)"), tag("div", tag("small", when)),
                  tag("div", tag("small", _origin(row))), *notices)  # fmt: skip


def _originals(many: Any) -> str | None:
    return f"{formats.number(many)} unggahan asal" if not formats.is_missing(many) and many > 1 else None


def _origin(row: Row) -> str:
    """Designated by rule or by whom."""
    if row["designated_by"] == "hand":
        return f"Ditetapkan oleh {duty_words.role(row['said_by'])}."
    return f"Otomatis: unggahan akun induk dengan program {formats.text(row['programme_name'], 'unggulan')}."


def _state(row: Row) -> Html:
    reason = formats.text(row["withdrawn_reason"], "") if row["is_withdrawn"] else ""
    words = duty_words.MESSAGE_STATES.get(row["state"], formats.MISSING)
    return joined(badge(words, TONES.get(row["state"], "plain")), tag("div", tag("small", reason)) if reason else None)


COLUMNS = [
    Column("Pesan", _message, is_lead=True),
    Column("Untuk", lambda row: formats.text(row["audience_label"])),
    Column("Batas waktu", lambda row: formats.moment(row["deadline_at"])),
    Column("Tepat waktu", lambda row: formats.share(row["units_on_time"], row["units_expected"]), True),
    Column("Keadaan", _state),
]


def choose(state: str) -> Row | None:
    """One message of this state, or of any."""
    rows = {row["message_id"]: row for row in query("designate_messages", state=state).to_dict("records")}
    if not rows:
        parts.show(parts.note("Belum ada pesan yang bisa dipilih."))
        return None
    labels = {code: duty_words.message_label(row) for code, row in rows.items()}
    return rows[filters.choice("pesan", "Pesan", labels, next(iter(labels)), width=620)]


def fresh() -> Html | None:
    """Words that wait for the next build, so that nobody says them twice."""
    events = said.since_build("message-designated", "message-withdrawn", "duty-excused")
    known = set(query("audit_list", action="semua")["event_sha256"])
    lines = [_said(one) for one in reversed(events) if one["sha256"] not in known]
    return tag("div", tag("b", "Menunggu pembaruan data"), *lines, cls="jk-chosen") if lines else None


def _said(one: said.Said) -> Html:
    about = formats.text(one.get("title"), formats.text(one.get("reason"), ""))
    words = f"{duty_words.ACTIONS[one['event']]}{f': {about}' if about else ''} · {formats.moment(said.moment(one))}"
    return tag("p", words)


def withdraw() -> None:
    row = choose("semua")
    if row is None:
        return
    if row["is_withdrawn"]:
        parts.show(parts.note("Pesan ini sudah ditarik. Tetapkan lagi bila ingin menghidupkannya."))
    else:
        parts.show(parts.note("Yang sudah meneruskan tetap tercatat; yang belum tidak lagi wajib."))
        st.text_input("Alasan (wajib)", key=f"{WITHDRAW}_{REASON}", max_chars=300, width=620)
        st.button("Tarik pesan ini", key="tarik_simpan", type="primary", on_click=_withdraw, args=(row["message_id"],))
    spoken.answer(WITHDRAW)


def _withdraw(message: str) -> None:
    key = f"{WITHDRAW}_{REASON}"
    if spoken.say(WITHDRAW, acts.withdraw, message, st.session_state.get(key) or ""):
        st.session_state[key] = ""


def excuse() -> None:
    row = choose("semua")
    if row is None:
        return
    units = query("designate_excuses", message=row["message_id"])
    names = dict(zip(units["agency_code"], units["agency_name"], strict=True))
    if not names:
        parts.show(parts.note("Pesan ini tidak punya unit yang wajib meneruskan."))
        return
    code = filters.choice("unit", "Unit", names, next(iter(names)), width=420)
    current = units[units["agency_code"] == code].iloc[0].to_dict()
    _excuse_form(row["message_id"], code, current)
    spoken.answer(EXCUSE)
    others = units[units["status"] == "excused"]
    parts.show(parts.section("Yang dikecualikan dari pesan ini"),
               parts.table(others, EXCUSED) if len(others) else parts.note("Belum ada."))  # fmt: skip


def _excuse_form(message: str, code: str, current: Row) -> None:
    if current["status"] == "excused":
        parts.show(parts.note(f"Sedang dikecualikan: {formats.text(current['reason'], 'tanpa alasan')}."))
        st.button("Cabut pengecualian", key="cabut", on_click=_excuse, args=(message, code, False))
        return
    st.text_input("Alasan (wajib)", key=f"{EXCUSE}_{REASON}", max_chars=300, width=620,
                  placeholder="misalnya: akun sedang dipulihkan")  # fmt: skip
    st.button(
        "Kecualikan unit ini", key="kecualikan_simpan", type="primary", on_click=_excuse, args=(message, code, True)
    )


def _excuse(message: str, code: str, is_given: bool) -> None:
    key = f"{EXCUSE}_{REASON}"
    reason = (st.session_state.get(key) or "").strip() if is_given else ""
    if is_given and not reason:
        spoken.refuse(EXCUSE, "Tulis alasannya; alasan tampil di Kewajiban Sebar.")
    elif spoken.say(EXCUSE, acts.excuse, message, code, reason):
        st.session_state[key] = ""


EXCUSED = [
    Column("Unit", lambda row: formats.text(row["agency_name"]), is_lead=True),
    Column("Alasan", lambda row: formats.text(row["reason"], "tanpa alasan")),
]
NOTICES = [
    Column("Pemberitahuan", lambda row: formats.text(row["notice"]), is_lead=True),
    Column("Waktu", lambda row: formats.moment(row["said_at"]), True),
]
