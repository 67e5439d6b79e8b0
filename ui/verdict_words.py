"""Verdicts on a caption in a reader's words: the deciding words marked where they stand, and the list of reasons."""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from numbers import Real
from typing import Any

from ui import formats
from ui.markup import Html, joined, tag
from ui.parts import badge

LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
NO_TEXT = "(tanpa teks)"
MOST_SPANS = 400

# The strongest word on a letter wins: what is wrong must never hide behind what is right.
TONES = {"pass": "met", "fail": "broken", "abstain": "unsure", "not_applicable": "unsure"}
STRENGTH = ("", "met", "unsure", "broken")
LEGEND = {"met": "menunjang", "broken": "perlu diubah", "unsure": "belum pasti"}
VERDICTS = {
    "fail": "Perlu diubah",
    "abstain": "Belum pasti",
    "pass": "Memenuhi",
    "not_applicable": "Tidak berlaku",
    "found": "Ditemukan",
}
EMPHASIS = {
    "service": "Pelayanan dikedepankan",
    "mixed": "Pelayanan dan figur sama-sama ditonjolkan",
    "figure": "Figur ditonjolkan",
    "neither": "Bukan pelayanan, bukan figur",
}
BADGES = {"fail": "alert", "pass": "good"}
LABELS = {
    "emphasis": "Titik berat",
    "educational": "Edukatif",
    "service_info": "Dapat ditindaklanjuti warga",
    "smart_city": "Menyebut Nganjuk Smart City",
    "brand": "Membawa nama Nganjuk",
    "call_for_vigilance_or_correction": "Ajakan waspada atau ralat",
    "unsourced_claim_risk": "Klaim tanpa sumber",
    "accountability": "Hasil, anggaran atau target",
    "smart_city_cta": "Cara memakai aplikasi",
    "personal_data": "Data pribadi",
    "ai_declared": "Pernyataan media buatan AI",
    "stale_slogan": "Slogan lama",
    "unofficial_link": "Tautan bukan domain resmi",
}
RULES = {
    "no_personal_praise": "Tidak menonjolkan pribadi pejabat",
    "service_first": "Layanan di depan",
    "sourced_claims": "Pernyataan bersumber",
    "personal_data_hidden": "Data pribadi tertutup",
    "readable_capitals": "Huruf kapital secukupnya",
    "readable_hashtags": "Tagar secukupnya",
    "alt_text": "Teks alternatif gambar",
    "official_links": "Hanya tautan resmi",
    "ai_media_declared": "Media buatan AI dinyatakan",
    "current_slogan": "Slogan yang berlaku",
    "app_with_step": "Aplikasi disertai langkah",
}

Entry = dict[str, Any]


def entries(evidence: Any) -> list[Entry]:
    """The stored evidence as a list; whatever is not as agreed is left out, because a page must not fail over it."""
    if evidence is None or isinstance(evidence, str | bytes | Mapping) or not isinstance(evidence, Iterable):
        return []
    return [one for one in evidence if isinstance(one, dict)]


def marked(caption: Any, evidence: Any) -> Html:
    """The caption, escaped, with the deciding words marked; spans are code points of the caption as stored."""
    text = plain(caption)
    if not text.strip():
        return tag("span", NO_TEXT, cls="jk-missing")
    placed = spans(entries(evidence), len(text))
    edges = sorted({0, len(text), *(edge for start, stop, _ in placed for edge in (start, stop))})
    return joined(*(_piece(text[start:stop], start, stop, placed) for start, stop in pairwise(edges)))


def plain(caption: Any) -> str:
    """The caption with every letter in its place; half characters, which no page can carry, are replaced one by one."""
    return "" if not isinstance(caption, str) else LONE_SURROGATE.sub("\ufffd", caption)


Span = tuple[int, int, Entry]


def spans(listed: list[Entry], length: int) -> list[Span]:
    """Only spans that lie in the text and hold a letter; one that reaches over an end is cut there."""
    placed = [(_place(one.get("start"), length), _place(one.get("stop"), length), one) for one in listed]
    kept = [(start, stop, one) for start, stop, one in placed if start is not None and stop is not None]
    return [one for one in kept if one[0] < one[1] and _tone(one[2])][:MOST_SPANS]


def _place(value: Any, length: int) -> int | None:
    if isinstance(value, bool) or not isinstance(value, Real) or value != value:
        return None
    return int(min(max(float(value), 0), length))


def _tone(one: Entry) -> str:
    """Pass and found support the post; a figure put forward is the finding that has to change."""
    code = formats.text(one.get("verdict"), "")
    if one.get("rule_id") == "emphasis":
        return "broken" if code in ("figure", "mixed") else "met" if code == "service" else ""
    if code == "found":
        return "broken" if one.get("rule_id") in BAD_LABELS else "met"
    return TONES.get(code, "")


BAD_LABELS = frozenset({"unsourced_claim_risk", "personal_data", "stale_slogan", "unofficial_link"})


def _piece(words: str, start: int, stop: int, placed: list[Span]) -> Any:
    over = [one for left, right, one in placed if left <= start and stop <= right]
    if not over:
        return words
    tone = max((_tone(one) for one in over), key=STRENGTH.index)
    said = dict.fromkeys(_said(one) for one in over if _tone(one) == tone)
    return tag("mark", words, cls=f"jk-words-{tone}", title="; ".join(said))


def _said(one: Entry) -> str:
    why = plain(one.get("why")).strip()
    return f"{title(one)}: {why}" if why else title(one)


def title(one: Entry, titles: Mapping[str, str] | None = None) -> str:
    """What a rule or a label is called; the standard's own title where it is known."""
    code = formats.text(one.get("rule_id"), "")
    return (titles or {}).get(code) or RULES.get(code) or LABELS.get(code) or "Aturan lain"


def verdict_word(one: Entry) -> str:
    code = formats.text(one.get("verdict"), "")
    return EMPHASIS.get(code, formats.MISSING) if one.get("rule_id") == "emphasis" else VERDICTS.get(code, "Ditemukan")


def emphasis_word(code: Any) -> str:
    """What a post puts forward; the machine may not know."""
    return EMPHASIS.get(formats.text(code, ""), "belum pasti")


def legend() -> Html:
    """What the marks mean; they differ in underline too, so that colour is not needed."""
    keys = (tag("span", tag("mark", "kata", cls=f"jk-words-{tone}"), word) for tone, word in LEGEND.items())
    return tag("p", *keys, cls="jk-legend")


def told(evidence: Any, titles: Mapping[str, str] | None = None) -> Html:
    """The reasons, what has to change first; a quiet line where there is none."""
    order = {code: place for place, code in enumerate(VERDICTS)}
    listed = sorted(entries(evidence), key=lambda one: order.get(formats.text(one.get("verdict"), ""), 9))
    if not listed:
        return tag("p", "Belum ada hasil periksa.", cls="jk-note")
    return tag("ul", *(_reason(one, titles) for one in listed), cls="jk-reasons")


def _reason(one: Entry, titles: Mapping[str, str] | None) -> Html:
    tone = BADGES.get(formats.text(one.get("verdict"), ""), "plain")
    version = one.get("rule_version")
    told_version = None if formats.is_missing(version) else tag("small", f" versi {formats.number(version)}")
    why = plain(one.get("why")).strip()
    return tag("li", badge(verdict_word(one), tone), " ", tag("b", title(one, titles)), told_version,
               tag("div", why) if why else None)  # fmt: skip
