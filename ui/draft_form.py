"""The box for a draft with what is known about the post, and the result beside it. Nothing typed here is ever kept."""

import streamlit as st

from measures.standard.caption import LONGEST
from measures.standard.order import rewritten
from ui import draft_words, formats, parts, texts
from ui.draft_facts import examples, platforms
from ui.draft_judge import Draft, check, make_ready
from ui.markup import tag

BOX, IS_CUT, PLATFORM, AI, PICTURE, ALT, SHORTER = (
    f"naskah_{name}" for name in ("isi", "dipotong", "platform", "ai", "gambar", "alt", "tanpa_pujian")
)
ANY = "semua"
PRAISE = "praise"


def written() -> str:
    """The box and the button; what was typed so far."""
    text = st.text_area("Tempel naskah di sini", key=BOX, height=230, on_change=_trim,
                        placeholder="Teks unggahan, lengkap dengan tagarnya")  # fmt: skip
    st.button("Periksa naskah", key="naskah_periksa", type="primary", width="stretch", help="Ctrl+Enter")
    if st.session_state.get(IS_CUT):
        most = formats.number(LONGEST)
        words = f"Hanya {most} karakter pertama yang dibaca; tidak ada platform yang menerima lebih dari itu."
        parts.show(tag("p", words, cls="jk-told jk-alert"))
    return text or ""


def options() -> tuple[str | None, bool, str | None]:
    """The platform, whether machines made pictures or sound, and the alternative text (None: no picture)."""
    names = {ANY: "Belum ditentukan"} | {code: texts.PLATFORMS[code] for code in platforms()}
    chosen = st.selectbox("Akan terbit di", list(names), format_func=lambda code: names[code], key=PLATFORM)
    has_ai_media = st.toggle("Gambar, suara, atau video dibuat dengan AI", key=AI)
    alt_text = None
    if st.toggle("Ada gambar", key=PICTURE):
        alt_text = st.text_input("Teks alternatif gambar", key=ALT, placeholder="Apa yang tampak di gambar?") or ""
    parts.show(parts.note(draft_words.KEPT))
    return None if chosen in (None, ANY) else chosen, has_ai_media, alt_text


def judged(text: str, options: tuple[str | None, bool, str | None]) -> Draft | None:
    """The draft with its verdicts; None while there is nothing to judge or nothing to judge it by."""
    make_ready()
    return check(text, *options) if text.strip() else None


def result(text: str, draft: Draft | None) -> None:
    """Everything behind the answer; before anything is typed, how it works and two drafts to try."""
    if not text.strip():
        parts.show(parts.empty("Belum ada naskah", *draft_words.HOW))
        _examples()
    elif draft is None:
        parts.show(parts.empty("Standar unggahan belum tersedia", *draft_words.NO_STANDARD))
    else:
        is_example = any(text.strip() == one.text for one in examples())
        note = parts.note(parts.badge("Contoh rekaan"), " Kegiatan ini tidak pernah ada.") if is_example else None
        parts.show(note, draft_words.shown(draft))
        told = [one for one in (draft_words.to_change(draft), draft_words.good(draft)) if one]
        if told:
            parts.show(*told)
        _order(draft)
        parts.show(draft_words.rest(draft))


def _order(draft: Draft) -> None:
    """The suggested order with a copy of it; nothing where the order is good already."""
    if not draft.order:
        return
    parts.show(
        parts.section(
            "Susunan yang disarankan", "Kalimat Anda sendiri, tanpa tambahan apa pun; hanya urutannya berubah."
        ),
        draft_words.order(draft),
    )
    placed = draft.order
    if any(one.part == PRAISE for one in placed) and st.toggle("Salin tanpa pujian", key=SHORTER):
        placed = tuple(one for one in placed if one.part != PRAISE)
    with st.container(key="naskah_salin"):
        st.code(rewritten(draft.text, placed), language=None, wrap_lines=True)


def _examples() -> None:
    with st.container(key="naskah_contoh", horizontal=True):
        for one in examples():
            st.button(f"{one.label} (rekaan)", key=f"naskah_{one.id}", on_click=_try, args=(one.text,))


def _try(text: str) -> None:
    st.session_state[BOX], st.session_state[IS_CUT] = text, False


def _trim() -> None:
    """A paste of any size is cut at once, so that neither this page nor the next visitor waits for it."""
    text = st.session_state.get(BOX) or ""
    st.session_state[IS_CUT] = len(text) > LONGEST
    if len(text) > LONGEST:
        st.session_state[BOX] = text[:LONGEST]
