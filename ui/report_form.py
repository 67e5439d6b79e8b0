"""The report form: paste links or name an offline channel; checked while typing, sent with one press."""

import logging
from dataclasses import dataclass
from typing import Any

import streamlit as st

from measures.cascade.report_check import Checked, left_over, sendable
from ui import acts, duty_words, filters, formats, parts, photos, report_facts, report_words
from ui.markup import Html, joined, tag
from ui.photos import NotAPhoto
from ui.store import page, query

LOG = logging.getLogger("jangkau.report")
MOST_MESSAGES = 80
BOX, NOTE, CHANNEL, PHOTO, ROUND, OUTCOME = (
    f"lapor_{name}" for name in ("tautan", "ket", "lewat", "foto", "ke", "hasil")
)
MODES = {"tautan": "Tautan unggahan", "luring": "Tanpa tautan"}
NOBODY = ""
MOST_UPLOADED = 40  # above what is taken, so that it is we who say that a photo is too large

Row = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """What became of the last press of the button, for one unit and one message."""

    about: tuple[str, str]
    words: str
    is_sent: bool
    told: tuple[Checked, ...] = ()


def unit() -> str:
    """The unit that reports; chosen by itself where the viewer answers for only one."""
    units = query("report_units")
    names = dict(zip(units["agency_code"], units["name"], strict=True))
    if len(names) == 1:
        return next(iter(names))
    return filters.choice("unit", "Unit yang melapor", {NOBODY: "Pilih unit"} | names, NOBODY, width=620)


def message() -> Row | None:
    """The message that was spread; the open one whose deadline comes first stands on top."""
    rows = {row["message_id"]: row for row in page("report_messages", MOST_MESSAGES).to_dict("records")}
    if not rows:
        return None
    labels = {code: report_words.message_label(row) for code, row in rows.items()}
    return rows[filters.choice("pesan", "Pesan yang diteruskan", labels, next(iter(labels)), width=620)]


def standing(agency: str, chosen: Row) -> Html | None:
    """How the unit stands with the message already."""
    duty = query("report_duty", agency=agency, message=chosen["message_id"])
    if duty.empty:
        return parts.note("Unit ini tidak termasuk sasaran pesan ini; laporannya tetap dicatat.")
    row = duty.iloc[0].to_dict()
    if formats.is_missing(row["carried_at"]):
        return None
    told = f"Sudah tercatat {formats.moment(row['carried_at'])}: {duty_words.state_word(row).lower()}. "
    return parts.note(parts.badge("Sudah", "good"), " ", told, "Tautan lain boleh ditambahkan.")


def links(agency: str, chosen: Row) -> None:
    """The box for links, the button, and below it the verdict on each link."""
    about = (agency, chosen["message_id"])
    text = st.text_area("Tempel tautan unggahan di sini", key=BOX, height=150, max_chars=8000,
                        placeholder="https://www.instagram.com/p/…  boleh beberapa sekaligus")  # fmt: skip
    checked = report_facts.judged(text or "", agency, chosen)
    ready = len(sendable(checked))
    label = f"Kirim {formats.number(ready)} tautan" if ready else "Periksa dan kirim"
    st.button(label, key="lapor_kirim", type="primary", width="stretch", on_click=_send_links, args=(agency, chosen))
    _show(_outcome(about), report_words.verdicts(checked))


def offline(agency: str, chosen: Row) -> None:
    """An offline channel with a remark or a photo."""
    st.pills("Disampaikan lewat", list(duty_words.CHANNELS), format_func=report_words.channel, key=CHANNEL)
    st.text_input(
        "Keterangan", key=NOTE, max_chars=300, placeholder="misalnya: ditempel di papan balai desa dan pos RT 3"
    )
    picked = st.file_uploader(f"Foto, paling besar {photos.MOST_MEGABYTES} MB", type=photos.ENDINGS, key=_photo_key(),
                              max_upload_size=MOST_UPLOADED)  # fmt: skip
    why = photos.problem(picked.getvalue()) if picked is not None else None
    parts.show(parts.note(photos.KEPT))
    st.button("Kirim laporan", key="lapor_kirim_luring", type="primary", width="stretch",
              on_click=_send_offline, args=(agency, chosen))  # fmt: skip
    about = (agency, chosen["message_id"])
    told = tag("p", why, cls="jk-told jk-alert") if why else None
    _show(_outcome(about), told)


def _show(*shown: Html | None) -> None:
    if any(shown):
        parts.show(*shown)


def _outcome(about: tuple[str, str]) -> Html | None:
    outcome = st.session_state.get(OUTCOME)
    if outcome is None or outcome.about != about:
        return None
    tone = "good" if outcome.is_sent else "alert"
    told = tag("p", outcome.words, cls=f"jk-told jk-{tone}", role="status")
    return joined(told, report_words.verdicts(list(outcome.told), are_sent=True) if outcome.told else None)


def _send_links(agency: str, chosen: Row) -> None:
    text = st.session_state.get(BOX) or ""
    checked = report_facts.judged(text, agency, chosen)
    good = sendable(checked)
    about = (agency, chosen["message_id"])
    if not good:
        st.session_state[OUTCOME] = Outcome(about, _why_not(checked), False, _settled(checked))
        st.session_state[BOX] = left_over(checked)
        return
    if _said(about, lambda: acts.report(chosen["message_id"], agency, good)):
        st.session_state[OUTCOME] = Outcome(about, report_words.SENT, True, _done(checked))
        st.session_state[BOX] = left_over(checked)


def _why_not(checked: list[Checked]) -> str:
    if not checked:
        return report_words.NOTHING_GIVEN
    return report_words.NOTHING_SENT if left_over(checked) else report_words.NOTHING_NEW


def _done(checked: list[Checked]) -> tuple[Checked, ...]:
    return tuple(one for one in checked if one.is_sendable) + _settled(checked)


def _settled(checked: list[Checked]) -> tuple[Checked, ...]:
    return tuple(one for one in checked if one.verdict in report_words.SETTLED)


def _send_offline(agency: str, chosen: Row) -> None:
    about = (agency, chosen["message_id"])
    channel, note = st.session_state.get(CHANNEL), (st.session_state.get(NOTE) or "").strip()
    picked = st.session_state.get(_photo_key())
    missing = report_words.NO_CHANNEL if not channel else None if note or picked else report_words.NO_PROOF
    if missing:
        st.session_state[OUTCOME] = Outcome(about, missing, False)
    elif _said(about, lambda: _report_offline(about, channel, note, picked)):
        st.session_state[OUTCOME] = Outcome(about, report_words.SENT, True)
        st.session_state[CHANNEL], st.session_state[NOTE] = None, ""
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _report_offline(about: tuple[str, str], channel: Any, note: str, picked: Any) -> None:
    agency, message_id = about
    told = {"channel": channel, "note": note}
    if picked is not None:
        told["photo_sha256"] = photos.land_photo(picked.getvalue(), agency)
    acts.report(message_id, agency, [], told)


def _photo_key() -> str:
    """A new key after each report, because an uploader cannot be emptied."""
    return f"{PHOTO}_{st.session_state.get(ROUND, 0)}"


def _said(about: tuple[str, str], say: Any) -> bool:
    """Say it; where that fails, tell why and keep what was filled in."""
    try:
        say()
    except NotAPhoto as why:
        st.session_state[OUTCOME] = Outcome(about, str(why), False)
    except acts.ActRefused:
        st.session_state[OUTCOME] = Outcome(about, report_words.MAY_NOT, False)
    except OSError:
        LOG.exception("A report could not be landed")
        st.session_state[OUTCOME] = Outcome(about, report_words.NOT_NOW, False)
    else:
        return True
    return False
