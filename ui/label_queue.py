"""Captions for a reviewer one after another: what the machine left open first, with its answer and deciding words."""

from typing import Any

import streamlit as st

from ui import duty_words, filters, formats, label_form, label_words, parts, said, texts, verdict_words
from ui.markup import Html, joined, link, tag
from ui.store import page, query

LATER, BLIND = "periksa_nanti", "periksa_buta"
MOST = 200
MOST_FOUND = 50
HIDDEN = "Jawaban mesin disembunyikan sampai Anda menjawab."
NOTHING_FOUND = "Tidak ada unggahan yang cocok. Ubah kata pencariannya."
NOTHING_LEFT = "Unggahan baru muncul di sini setelah ekspor berikutnya dimuat."

Row = dict[str, Any]


def show() -> None:
    label_form.last_answer()
    with st.container(key="periksa_pilih", horizontal=True, vertical_alignment="bottom"):
        words = filters.words("cari", "Cari unggahan tertentu", "kata, unit atau akun")
        is_blind = st.toggle("Sembunyikan jawaban mesin", key=BLIND)
    rows = found(words) if words else waiting()
    if not rows:
        parts.show(parts.empty("Tidak ada unggahan yang perlu diperiksa", NOTHING_FOUND if words else NOTHING_LEFT))
        return
    row = _chosen(rows) if words else rows[0]
    parts.show(_standing())
    parts.show(tag("div", _post(row, is_blind), _answer(row, is_blind), cls="jk-pair"))
    if not is_blind:
        label_form.same(row)
    label_form.show(row, is_blind, _put_off)


def waiting() -> list[Row]:
    """The posts still to answer, those put off at the end; what was answered since the last build is gone."""
    answered = _answered()
    rows = [row for row in found("", MOST) if row["post_id"] not in answered]
    later = st.session_state.get(LATER, [])
    return sorted(rows, key=lambda row: later.index(row["post_id"]) + 1 if row["post_id"] in later else 0)


def found(words: str, most: int = MOST_FOUND) -> list[Row]:
    """Posts by a word, also those on which staff decided before."""
    return page("label_queue", most, words=words).to_dict("records")


def notices() -> None:
    """What people said on judgements that cannot be used."""
    rows = query("judgement_notices").to_dict("records")
    if rows:
        parts.show(parts.section("Belum dipakai", "Kata yang tidak bisa dipakai sekarang, dan sebabnya."))
        parts.show(tag("ul", *map(_notice, rows[:MOST_FOUND])))


def _answered() -> set[str]:
    """Posts with a word since the last build that was not taken back."""
    words = {str(one.get("post_id")): bool(one.get("labels")) for one in said.since_build("judgement-decided")}
    return {post for post, is_decided in words.items() if is_decided}


def _standing() -> Html:
    counts = query("label_counts").iloc[0]
    told = f"{formats.number(counts['abstained'])} unggahan"
    decided = f" Petugas sudah memeriksa {formats.share(counts['decided'], counts['posts'])} unggahan."
    return parts.note("Titik berat ", parts.strong(told), " belum bisa dipastikan mesin; itu didahulukan.", decided)


def _chosen(rows: list[Row]) -> Row:
    by_id = {row["post_id"]: row for row in rows}
    picked = st.selectbox("Unggahan", list(by_id), format_func=lambda code: _label(by_id.get(code)), key="periksa_satu")
    return by_id.get(picked, rows[0])


def _label(row: Row | None) -> str:
    if row is None:
        return ""
    words = formats.plain_markdown(formats.shortened(row["caption"], 60))
    return f"{parts.publisher(row | {'account_id': None})} · {formats.day(row['published_on'])} · {words}"


def _put_off(post: str) -> None:
    st.session_state[LATER] = [*(one for one in st.session_state.get(LATER, []) if one != post), post]


def _post(row: Row, is_blind: bool) -> Html:
    """The caption; the deciding words are part of the answer, so they are hidden with it."""
    where = texts.PLATFORMS.get(row["platform"], row["platform"])
    way = None if formats.is_missing(row["link"]) else link(row["link"], "buka unggahan")
    when = formats.posted(row["published_at"], row["published_on"])
    foot = (f"{where} @{formats.text(row['account_handle'])}", when, way)
    caption = verdict_words.marked(row["caption"], [] if is_blind else row["evidence"])
    return tag("div", tag("small", "Unggahan"), tag("h3", formats.text(row["agency_name"], "Unit belum diketahui")),
               tag("p", caption, cls="jk-caption"), tag("small", joined(*foot, by=" · ")), cls="jk-text")  # fmt: skip


def _answer(row: Row, is_blind: bool) -> Html:
    if is_blind:
        return tag("div", tag("small", "Jawaban mesin"), tag("p", HIDDEN), cls="jk-text")
    who = "Jawaban mesin" if row["decided_by"] == "machine" else "Jawaban petugas yang berlaku"
    answers = label_words.answers_of(row)
    lead = tag("h3", f"{label_words.title('emphasis')}: {label_words.word('emphasis', answers['emphasis'])}")
    others = label_words.listed({label: value for label, value in answers.items() if label != "emphasis"})
    return tag("div", tag("small", who), lead, tag("p", others or "Label lain: tidak."),
               verdict_words.told(row["evidence"]), cls="jk-text")  # fmt: skip


def _notice(row: Row) -> Html:
    action = duty_words.ACTIONS.get(row["action"], row["action"])
    about = formats.text(row["about"], "")
    told = f" oleh {duty_words.role(row['said_by'])}, {formats.moment(row['said_at'])}: "
    why = label_words.NOTICES.get(row["kind"], "tidak bisa dipakai")
    return tag("li", tag("b", action), told, why, f" (“{about}”)." if about else ".")
