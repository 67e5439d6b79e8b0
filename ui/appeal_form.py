"""Appealing against what a rule found in a post: how an earlier appeal stands, and a box for the reason."""

from hashlib import sha256
from typing import Any

import streamlit as st

from ui import acts, duty_words, formats, parts, said, spoken
from ui.markup import Html
from ui.store import query

SENT = "Banding tercatat. Jawabannya tampil di sini setelah diputuskan."
WRITE_REASON = "Tulis dulu alasannya: mengapa hasil periksa ini keliru?"

Row = dict[str, Any]


def show(post_id: str, rule_id: str, agency_code: str) -> None:
    """The form for one post and rule; nothing for whoever may not speak for the unit."""
    if not agency_code or not acts.may("appeal", agency_code):
        return
    name = key(post_id, rule_id)
    latest = _latest(post_id, rule_id, agency_code)
    spoken.answer(name)
    if latest is not None:
        parts.show(_standing(latest))
    if latest is None or latest["state"] == "refused":
        with st.popover("Ajukan banding", icon=":material/gavel:", key=f"{name}_buka"):
            st.text_area("Mengapa hasil periksa ini keliru?", key=f"{name}_alasan", max_chars=500, height=110)
            st.button("Kirim banding", key=f"{name}_kirim", type="primary", on_click=_send,
                      args=(post_id, rule_id, agency_code))  # fmt: skip


def key(post_id: str, rule_id: str) -> str:
    """One name per post and rule, as several forms may stand on a page."""
    return f"banding_{sha256(f'{post_id} {rule_id}'.encode()).hexdigest()[:12]}"


def _latest(post_id: str, rule_id: str, agency_code: str) -> Row | None:
    """The newest appeal; one sent since the last build counts already."""
    about = {"post_id": post_id, "rule_id": rule_id, "agency_code": agency_code}
    fresh = [one for one in said.since_build("judgement-appealed") if about.items() <= one.items()]
    known = query("appeal_own", agency=agency_code).to_dict("records")
    mine = [row for row in known if (row["post_id"], row["rule_id"]) == (post_id, rule_id)]
    if fresh and fresh[-1]["sha256"] not in {row["appeal_id"] for row in mine}:
        return {"state": "open", "said_at": said.moment(fresh[-1]), "said_by": fresh[-1].get("by")}
    return mine[0] if mine else None


def _standing(row: Row) -> Html:
    when = formats.moment(row["said_at"])
    if row["state"] == "open":
        return parts.note(parts.badge("Menunggu"), f" Banding diajukan {when} oleh {duty_words.role(row['said_by'])}.")
    accepted = row["state"] == "accepted"
    mark = parts.badge("Diterima" if accepted else "Ditolak", "good" if accepted else "alert")
    answered = f"{duty_words.role(row['answered_by'])}, {formats.moment(row['answered_at'])}"
    return parts.note(mark, f" {formats.text(row['answer'], 'tanpa alasan')} ({answered})")


def _send(post_id: str, rule_id: str, agency_code: str) -> None:
    name = key(post_id, rule_id)
    reason = st.session_state.get(f"{name}_alasan") or ""
    if not reason.strip():
        return spoken.refuse(name, WRITE_REASON)
    if spoken.say(name, acts.appeal, post_id, rule_id, reason, agency_code, words=SENT):
        st.session_state[f"{name}_alasan"] = ""
    return None
