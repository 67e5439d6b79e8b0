"""Saying something with a button: said through the acts, and the page tells afterwards what became of it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from ui import acts, parts
from ui.markup import tag

LOG = logging.getLogger("jangkau.spoken")
HEARD = "ucapan"
RECORDED = "Tercatat. Akan tampil setelah data diperbarui (biasanya kurang dari satu menit)."
REFUSED = "Peran Anda tidak berwenang untuk ini. Hubungi Kepala Dinas Kominfo bila perlu."
INCOMPLETE = "Belum dikirim: lengkapi dulu isiannya. Alasan wajib diisi bila diminta."
NOT_NOW = "Belum bisa dicatat sekarang. Isian Anda masih di sini; coba lagi sebentar lagi."


@dataclass(frozen=True)
class Heard:
    """What the page says back, on the form it belongs to."""

    form: str
    words: str
    is_good: bool


def say(form: str, act: Callable[..., Any], *args: Any, words: str = RECORDED) -> bool:
    """Do one act; whether it was recorded. What a viewer may not say is told calmly."""
    told = _attempt(act, *args)
    st.session_state[HEARD] = Heard(form, told or words, told is None)
    return told is None


def refuse(form: str, words: str) -> None:
    """Tell what is missing before anything is said."""
    st.session_state[HEARD] = Heard(form, words, False)


def answer(form: str) -> None:
    """What became of the last press of this form's button; told once."""
    heard = st.session_state.get(HEARD)
    if heard is not None and heard.form == form:
        del st.session_state[HEARD]
        parts.show(tag("p", heard.words, cls=f"jk-told jk-{'good' if heard.is_good else 'alert'}", role="status"))


def _attempt(act: Callable[..., Any], *args: Any) -> str | None:
    try:
        act(*args)
    except acts.ActRefused:
        return REFUSED
    except acts.IncompleteAct:
        return INCOMPLETE
    except OSError:
        LOG.exception("%s could not be recorded", getattr(act, "__name__", act))
        return NOT_NOW
    return None
