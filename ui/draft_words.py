"""What is told about a draft: one sentence, the marked words, rule by rule why and what to change, and what is good."""

from collections.abc import Iterable

from measures.standard.order import PARTS, Placed
from ui import formats, parts, texts, verdict_words
from ui.draft_facts import Length
from ui.draft_judge import Draft, Finding
from ui.markup import Html, joined, tag

KEPT = "Naskah hanya dibaca untuk diperiksa: tidak disimpan, tidak dicatat, dan tidak diterbitkan dari sini."
OPEN_LABELS = ("educational", "service_info", "accountability", "call_for_vigilance_or_correction")
LONGEST_QUOTE = 160
HOW = ("Tekan Periksa naskah, atau Ctrl+Enter di papan ketik. Hasilnya langsung tampil di halaman ini.",
       "Belum punya naskah? Coba salah satu contoh rekaan di bawah ini.")  # fmt: skip
NO_STANDARD = ("Aturan unggahan belum ada di data yang terbit.", "Hubungi petugas Dinas Kominfo.")
UNIT = "karakter"

GOOD = {
    "service": "Layanan di depan",
    "educational": "Mengajarkan sesuatu",
    "service_info": "Bisa ditindaklanjuti warga",
    "accountability": "Hasil atau anggaran terbuka",
    "smart_city_cta": "Mengajak memakai Nganjuk Smart City",
    "brand": "Membawa nama Nganjuk",
    "call_for_vigilance_or_correction": "Mengajak waspada atau meluruskan",
    "ai_declared": "Media buatan AI dinyatakan",
}


def answer(draft: Draft) -> Html:
    """The one sentence: ready, change so much first, or not sure."""
    changes = len(draft.having("fail", is_required=True)) + len(draft.too_long)
    unsure, hints = len(draft.having("abstain")), len(draft.having("fail", is_required=False))
    count = formats.number(unsure)
    if changes:
        said = joined("Ubah ", parts.strong(f"{formats.number(changes)} hal"), " dulu.")
        doubt = f" {count} hal lain belum pasti: mesin belum yakin, putuskan sendiri." if unsure else None
        said = joined(said, doubt)
    elif unsure:
        said = joined(parts.strong("Belum pasti:"), f" mesin belum yakin tentang {count} hal, putuskan sendiri.")
    else:
        said = parts.strong("Siap terbit.")
    more = f" {formats.number(hints)} saran boleh dipertimbangkan." if hints else None
    return tag("div", parts.sentence(said, more), cls="jk-draft-answer", role="status", aria_live="polite")


def shown(draft: Draft) -> Html:
    """The draft with the deciding words marked."""
    caption = tag("div", verdict_words.marked(draft.text, draft.evidence), cls="jk-caption", dir="auto")
    return tag("div", caption, verdict_words.legend(), cls="jk-text jk-draft-text")


def to_change(draft: Draft) -> Html | None:
    """What has to change, what should, and what nobody but the author can decide."""
    listed = [_too_long(one) for one in draft.too_long]
    listed += [_finding(one) for one in (*draft.having("fail"), *draft.having("abstain"))]
    if not listed:
        return None
    must_change = draft.too_long or draft.having("fail", is_required=True)
    title = "Yang perlu diubah" if must_change else "Yang perlu dipertimbangkan"
    return joined(parts.section(title), tag("ol", *listed, cls="jk-draft"))


def _finding(one: Finding) -> Html:
    is_unsure = one.verdict.verdict == "abstain"
    mark = ("Belum pasti", "plain") if is_unsure else ("Ubah", "alert") if one.is_required else ("Saran", "plain")
    advice = f"Putuskan sendiri. Bila memang begitu, {_inside(one.rule.advice)}" if is_unsure else one.rule.advice
    return tag("li", parts.badge(*mark), " ", tag("b", one.rule.title), _quote(one.words),
               tag("p", one.verdict.why), tag("p", advice, cls="jk-draft-advice"))  # fmt: skip


def _inside(sentence: str) -> str:
    """A sentence as the rest of another."""
    return sentence[:1].lower() + sentence[1:]


def _too_long(one: Length) -> Html:
    over = formats.number(one.used - one.allowed)
    advice = f"Kurangi {over} {UNIT}; pertahankan layanan, waktu, dan caranya."
    return tag("li", parts.badge("Ubah", "alert"), " ", tag("b", "Terlalu panjang"), tag("p", _length(one), "."),
               tag("p", advice, cls="jk-draft-advice"))  # fmt: skip


def _quote(words: str) -> Html | None:
    said = formats.shortened(words, LONGEST_QUOTE)
    return tag("q", said, dir="auto") if said else None


def good(draft: Draft) -> Html | None:
    """What the draft does well, in the words that show it."""
    done = {one.rule_id: one for one in draft.checked.found if one.verdict in ("found", "service")}
    named = [("service", done["emphasis"])] if "emphasis" in done else []
    named += [(code, done[code]) for code in GOOD if code in done]
    if not named:
        return None
    rows = (tag("li", parts.badge(GOOD[code], "good"), " ", tag("span", one.why)) for code, one in named)
    return joined(parts.section("Yang sudah baik"), tag("ul", *rows, cls="jk-draft jk-draft-good"))


def rest(draft: Draft) -> Html:
    """Rules that are met and rules that do not apply, folded away; and how long the draft is."""
    met, left_out = draft.having("pass"), draft.having("not_applicable")
    unsure = [verdict_words.LABELS[code].lower() for code in OPEN_LABELS if code in draft.checked.unsure]
    told = f"Yang juga belum pasti: {', '.join(unsure)}. Ini tidak mengurangi apa pun." if unsure else None
    return joined(
        parts.note(_lengths(draft)),
        parts.note(told) if told else None,
        _folded(f"{formats.number(len(met))} aturan terpenuhi", met),
        _folded(f"{formats.number(len(left_out))} aturan tidak berlaku untuk naskah ini", left_out),
    )


def _folded(title: str, findings: Iterable[Finding]) -> Html | None:
    rows = [tag("li", tag("b", one.rule.title), tag("p", one.verdict.why)) for one in findings]
    return (
        tag("details", tag("summary", title), tag("ul", *rows, cls="jk-draft"), cls="jk-draft-rest") if rows else None
    )


def _lengths(draft: Draft) -> str:
    if draft.platform:
        return "; ".join(_length(one) for one in draft.lengths) + "."
    named = ", ".join(f"{texts.PLATFORMS[one.platform]} ({formats.number(one.allowed)})" for one in draft.lengths)
    long = f"; terlalu panjang untuk {named}" if named else ""
    return f"{formats.number(len(draft.text))} {UNIT}{long}."


def _length(one: Length) -> str:
    what = "Judul (baris pertama)" if one.is_title else texts.PLATFORMS[one.platform]
    return f"{what}: {formats.number(one.used)} dari {formats.number(one.allowed)} {UNIT}"


def order(draft: Draft) -> Html:
    """The suggested order, sentence by sentence, with the reason for each place."""
    rows, before = [], None
    for one in draft.order:
        rows.append(_placed(draft.text, one, is_first=one.part != before))
        before = one.part
    return tag("ol", *rows, cls="jk-draft jk-draft-order")


def _placed(text: str, one: Placed, is_first: bool) -> Html:
    part = PARTS[one.part]
    head = joined(tag("b", part.title), tag("small", part.reason)) if is_first else None
    return tag("li", head, tag("p", text[one.start : one.stop], dir="auto"), cls=f"jk-part-{part.id}")
