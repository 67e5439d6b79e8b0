"""Appeals: the open ones with caption, rule and the admin's reason, to accept or refuse; the answered ones below."""

from typing import Any

import streamlit as st

from ui import acts, duty_words, filters, formats, parts, said, spoken, texts, verdict_words
from ui.markup import Html, joined, link, tag
from ui.parts import Column
from ui.store import count, page, query

MOST, SIZE, FORM = 20, 20, "banding"
ONLY_HEAD = "Banding diputuskan oleh Kepala Dinas Kominfo; di sini Anda dapat membacanya."
WHEN = "Admin dapat mengajukan banding pada halaman Kepatuhan Standar, di bawah unggahan unitnya."
WRITE_REASON = "Tulis alasannya; admin akan membacanya."
STATES = {"accepted": ("Diterima", "good"), "refused": ("Ditolak", "alert")}

Row = dict[str, Any]


def show() -> None:
    spoken.answer(FORM)
    rows = waiting()
    _not_counted_yet()
    if not rows:
        parts.show(parts.empty("Tidak ada banding yang menunggu", WHEN))
    elif not acts.may("answer"):
        parts.show(parts.note(ONLY_HEAD))
    for row in rows[:MOST]:
        parts.show(tag("div", _post(row), _reason(row), cls="jk-pair"))
        if acts.may("answer"):
            _form(row)
    if len(rows) > MOST:
        parts.show(parts.note(f"Dan {formats.number(len(rows) - MOST)} banding lain; tampil setelah yang ini dijawab."))
    _earlier()


def waiting() -> list[Row]:
    """Open appeals, the oldest first; what was answered since the last build is gone."""
    answered = {str(one.get("appeal_id")) for one in said.since_build("appeal-answered")}
    return [row for row in query("appeal_open").to_dict("records") if row["appeal_id"] not in answered]


def _not_counted_yet() -> None:
    known = set(query("appeal_open")["appeal_id"]) | set(query("appeal_answered")["appeal_id"])
    fresh = sum(one["sha256"] not in known for one in said.since_build("judgement-appealed"))
    if fresh:
        parts.show(parts.note(f"{formats.number(fresh)} banding baru menunggu pembaruan data."))


def _rule(row: Row) -> str:
    return formats.text(row["rule_title"], verdict_words.title({"rule_id": row["rule_id"]}))


def _post(row: Row) -> Html:
    """The caption with the words that decided this rule."""
    about = [one for one in verdict_words.entries(row["evidence"]) if one.get("rule_id") == row["rule_id"]]
    way = None if formats.is_missing(row["link"]) else link(row["link"], "buka unggahan")
    where = f"{texts.PLATFORMS.get(row['platform'], row['platform'])} @{formats.text(row['account_handle'])}"
    foot = tag("small", joined(where, formats.moment(row["published_at"]), way, by=" · "))
    head = tag("h3", formats.text(row["agency_name"], "Unit belum diketahui"))
    return tag("div", tag("small", "Unggahan"), head, tag("p", verdict_words.marked(row["caption"], about),
               cls="jk-caption"), foot, cls="jk-text")  # fmt: skip


def _reason(row: Row) -> Html:
    about = [one for one in verdict_words.entries(row["evidence"]) if one.get("rule_id") == row["rule_id"]]
    who = f"{duty_words.role(row['said_by'])}, {formats.moment(row['said_at'])}"
    return tag("div", tag("small", "Aturan"), tag("h3", _rule(row)), tag("p", formats.text(row["wording"])),
               verdict_words.told(about, {row["rule_id"]: _rule(row)}), tag("small", "Alasan banding"),
               tag("p", parts.strong(formats.text(row["reason"]))), tag("small", who), cls="jk-text")  # fmt: skip


def _form(row: Row) -> None:
    code = row["appeal_id"][:16]
    with st.container(key=f"banding_{code}", horizontal=True, vertical_alignment="bottom"):
        st.text_input("Alasan jawaban (wajib)", key=f"banding_alasan_{code}", max_chars=300, width=420)
        st.button("Terima", key=f"banding_terima_{code}", icon=":material/check:", on_click=_answer, args=(row, True))
        st.button("Tolak", key=f"banding_tolak_{code}", icon=":material/close:", on_click=_answer, args=(row, False))


def _answer(row: Row, accepted: bool) -> None:
    reason = st.session_state.get(f"banding_alasan_{row['appeal_id'][:16]}") or ""
    if not reason.strip():
        return spoken.refuse(FORM, WRITE_REASON)
    told = "diterima: aturan ini dianggap terpenuhi setelah data diperbarui" if accepted else "ditolak"
    words = f"Banding {formats.text(row['agency_name'], 'unit')} {told}."
    spoken.say(FORM, acts.answer, row["appeal_id"], accepted, reason, words=words)
    return None


def _earlier() -> None:
    total = count("appeal_answered")
    rows = page("appeal_answered", SIZE, (filters.current_page(total, SIZE) - 1) * SIZE)
    parts.show(parts.section("Banding yang sudah dijawab"))
    parts.show(parts.table(rows, COLUMNS) if total else parts.note("Belum ada banding yang dijawab."))
    filters.paginate(total, SIZE)


def _state(row: Row) -> Html:
    word, tone = STATES.get(row["state"], (row["state"], "plain"))
    return parts.badge(word, tone)


def _what(row: Row) -> Html:
    """The rule, the caption, what the admin said and what was answered."""
    return joined(
        tag("b", _rule(row)),
        tag("div", formats.shortened(row["caption"], 120)),
        tag("div", tag("small", formats.text(row["agency_name"]), ": "), formats.text(row["reason"])),
        tag("div", tag("small", "Alasan putusan: "), formats.text(row["answer"], "tanpa alasan")),
    )


COLUMNS = [
    Column("Banding", _what, is_lead=True),
    Column("Putusan", _state),
    Column("Oleh", lambda row: duty_words.role(row["answered_by"])),
    Column("Waktu", lambda row: formats.moment(row["answered_at"]), True),
]
