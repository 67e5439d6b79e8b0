"""What a reviewer decides about a caption: every label with a line on what it means, and answers in words."""

from collections.abc import Mapping
from typing import Any

from ui import formats, verdict_words

EMPHASIS = "emphasis"
EMPHASES = {"service": "Pelayanan", "mixed": "Pelayanan dan figur", "figure": "Figur", "neither": "Bukan keduanya"}
YES, NO = "ya", "tidak"
ANSWERS = {YES: "Ya", NO: "Tidak"}
DEFINITIONS = {
    "emphasis": "Bila nama, gelar dan pujian untuk pejabat dihapus, apa yang tersisa untuk warga?",
    "educational": "Pembaca belajar sesuatu: cara, alasan, gejala atau langkah. Jadwal saja bukan.",
    "service_info": "Ada yang bisa dilakukan warga: jadwal mendatang, syarat, biaya, kontak atau tautan.",
    "smart_city": "Aplikasi Nganjuk Smart City (NSC) disebut. Konsep kota cerdas saja bukan.",
    "brand": "Ada “Nganjuk Melesat”, julukan daerah, atau tagar untuk seluruh Nganjuk.",
    "call_for_vigilance_or_correction": "Tentang hoaks, penipuan, akun palsu, atau meralat kabar. Bencana alam bukan.",
    "unsourced_claim_risk": "Ada klaim yang bisa menyesatkan tanpa sumber: “katanya”, 100 %, terhebat di dunia.",
    "accountability": "Ada hasil, anggaran, target atau kemajuan yang disebut angkanya.",
    "smart_city_cta": "Ada langkah memakai aplikasi itu: menu, tautan atau kode QR.",
    "personal_data": "Ada NIK, nomor KK, telepon pribadi, atau data anak.",
    "ai_declared": "Ada pernyataan bahwa gambar, suara atau video dibuat dengan kecerdasan buatan.",
}
LABELS = tuple(DEFINITIONS)
FLAGS = LABELS[1:]
# Most captions say nothing of their pictures, so that an open answer on these does not call for a reviewer.
OFTEN_OPEN = frozenset({"ai_declared"})
NOTICES = {
    "unclear": "tidak menyebut keputusan yang jelas",
    "no_post": "menunjuk unggahan yang belum ada di data",
    "no_label": "memuat label yang tidak dikenal",
    "bad_value": "memuat isi label yang tidak dikenal",
    "other_unit": "diajukan untuk unit yang bukan pemilik unggahan",
    "no_rule": "menunjuk aturan yang tidak dikenal",
    "no_appeal": "menjawab banding yang tidak ada",
}

Answers = dict[str, Any]


def title(label: str) -> str:
    return verdict_words.LABELS.get(label, label)


def answers_of(row: Mapping[str, Any]) -> Answers:
    """The answers on a post; None where there is none."""
    return {label: None if formats.is_missing(row[label]) else row[label] for label in LABELS}


def choice(value: Any) -> str | None:
    """An answer as the option of a form."""
    return value if value is None or isinstance(value, str) else YES if value else NO


def meant(label: str, chosen: str) -> str | bool:
    """The option of a form as what is recorded."""
    return chosen if label == EMPHASIS else chosen == YES


def word(label: str, value: Any) -> str:
    """An answer in words; what is left open says so."""
    code = choice({"true": True, "false": False}.get(value, value) if isinstance(value, str) else value)
    if code is None:
        return "belum pasti"
    return (EMPHASES if label == EMPHASIS else ANSWERS).get(code, code).lower()


def listed(answers: Mapping[str, Any]) -> str:
    """`Titik berat: pelayanan; Edukatif: ya`: the emphasis, and whatever is not a plain no."""
    told = [label for label, value in answers.items() if label == EMPHASIS or (value is None or bool(value))]
    return "; ".join(f"{title(label)}: {word(label, answers[label])}" for label in told if label not in OFTEN_OPEN)


def differing(mine: Mapping[str, Any], machine: Mapping[str, Any]) -> list[str]:
    """Where both answered and not the same."""
    both = [label for label in mine if machine.get(label) is not None]
    return [label for label in both if mine[label] != machine[label]]


def detail(text: Any) -> str:
    """What was decided, from the list of everything said: `emphasis=service, brand=true; reason` in words."""
    told, semicolon, reason = formats.text(text, "").partition("; ")
    pairs = [one.partition("=") for one in told.split(", ")]
    if not all(label in verdict_words.LABELS for label, _, _ in pairs):
        return formats.text(text, "")
    return ", ".join(f"{title(label)}: {word(label, value)}" for label, _, value in pairs) + semicolon + reason
