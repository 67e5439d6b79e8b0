"""How spreading is recognised, as the methodology shows it: signs, weights, measured figures, limits."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from measures.cascade.quality import CARRYING, ChainQuality, chain_qualities, labelled_texts, qualities
from measures.cascade.weights import ACCEPT, REVIEW, WEIGHTS
from ui import formats
from ui.markup import Html, joined, tag
from ui.parts import Column, note, strong, table
from ui.wording import measure, steps

SHOWN_WEIGHTS = 14
WAYS = {
    "jangkau": "Jangkau",
    "lima_kata": "Lima kata",
    "tf_idf": "TF-IDF",
    "tf_idf_teliti": "TF-IDF ketat",
}
KINDS = {
    "verbatim": "Disalin utuh",
    "trimmed": "Disalin sebagian",
    "reworded": "Ditulis ulang",
    "summarised": "Diringkas",
    "quoted": "Dikutip dengan tulisan sendiri",
    "javanese": "Diceritakan dalam bahasa Jawa",
    "other_event": "Acara lain dari program yang sama",
    "instalment": "Tahap berikutnya atau hasilnya",
    "older": "Terbit sebelum pesan",
    "greeting": "Ucapan tahunan",
    "footer": "Hanya nomor kontak dan tagar yang sama",
    "same_place": "Tempat dan hari sama, urusan lain",
    "same_agency_topic": "Layanan sendiri di bidang yang sama",
}
FACTS = {"day": "tanggal", "clock": "jam", "money": "nilai uang", "amount": "angka"}
FEATURES = {
    "quoted": "Bagian bertanda kutip yang ada di pesan",
    "names_shared": "Nama dan tempat yang sama",
    "names_new": "Nama atau tempat yang tidak ada di pesan",
    "part_shared": "Tahap atau gelombang yang sama",
    "part_against": "Tahap atau gelombang yang lain",
    "post_in_message": "Kata unggahan yang ada di pesan",
    "message_in_post": "Kata pesan yang ada di unggahan",
    "cosine": "Kemiripan kata keduanya",
    "sentence": "Satu kalimat unggahan yang hampir seluruhnya ada di pesan",
    "rare_words": "Kata langka yang sama",
    "sentence_and_facts": "Kalimat dan fakta yang sama sekaligus",
    "topic_and_facts": "Pokok bahasan dan fakta yang sama sekaligus",
    "facts_without_topic": "Fakta yang sama, tetapi pokok bahasannya lain",
    "hits": "Banyaknya macam fakta yang sama",
    "denied": "Banyaknya macam fakta yang bertentangan",
    "news": "Banyaknya fakta yang tidak ada di pesan",
    "length": "Panjangnya mendekati panjang pesan",
    "attributed": "Menyebut sumber atau meneruskan",
    "mention": "Menyebut akun asal",
    "after": "Kata-kata hasil acara, seperti terlaksana",
    "after_news": "Kata-kata hasil acara dengan angka baru",
    "event_over": "Terbit setelah hari terakhir acara",
    "over_news": "Terbit setelah acara dengan angka baru",
    "greeting": "Kata-kata ucapan hari besar",
    **{f"{kind}_shared": f"Bagian {word} pesan yang sama" for kind, word in FACTS.items()},
    **{f"{kind}_any": f"Sedikitnya satu {word} yang sama" for kind, word in FACTS.items()},
    **{f"{kind}_new": f"Bagian {word} yang tidak ada di pesan" for kind, word in FACTS.items()},
    **{f"{kind}_against": f"Tidak satu pun {word} yang sama" for kind, word in FACTS.items()},
    **{f"{kind}_unasked": f"Ada {word}, padahal pesan tidak menyebutnya" for kind, word in FACTS.items()},
    "amount_against": "Jumlah lain untuk hal yang sama",
}
ASSUMED = ("online_people", "reach_estimate", "local_share", "people_range")


def signs() -> Html:
    """The signs in their order: the strongest that is found decides."""
    return steps(
        "Laporan: unit melaporkan tautan unggahannya, atau penyampaian tanpa internet, di halaman Lapor Sebar.",
        "Kolaborasi: platform sendiri mencatat akun lain ikut menampilkan unggahan asal.",
        "Tautan: unggahan menautkan unggahan asal, atau halaman yang hanya ditautkan oleh pesan itu.",
        "Sebutan: unggahan menyebut akun asal dan isinya cocok dengan pesan. Sebutan saja tidak cukup.",
        "Teks: isinya cocok dengan pesan.",
        f"Keyakinan dari {formats.percent(REVIEW, 0)} sampai di bawah {formats.percent(ACCEPT, 0)} tidak diputuskan "
        "mesin, tetapi ditanyakan kepada petugas. Jawaban petugas selalu mengalahkan mesin.",
    )


def weights() -> Html:
    """What the comparison of texts weighs, the heaviest first."""
    heaviest = sorted(WEIGHTS.items(), key=lambda one: -abs(one[1]))[:SHOWN_WEIGHTS]
    return steps(*(joined(FEATURES[name], ": ", strong(_signed(weight))) for name, weight in heaviest))


def _signed(weight: float) -> str:
    return f"{'+' if weight > 0 else ''}{formats.number(weight, 1)}"


def texts_sentence() -> Html:
    """How many texts the figures come from."""
    told = {name: formats.number(value) for name, value in labelled_texts().items()}
    return note(
        f"Diuji pada {told['posts']} unggahan terhadap {told['messages']} pesan yang tidak pernah dipakai saat "
        f"menyusun bobot; bobotnya dari {told['developed_on']} unggahan lain. Semua teks itu rekaan, ditulis satu "
        "per satu."
    )


def figures() -> Html:
    """Precision and recall, then how many of every kind are judged right, beside two plain ways."""
    columns = (Column("Yang diuji", "what", is_lead=True), *(Column(WAYS[way], way, is_figure=True) for way in WAYS))
    return table(pd.DataFrame(_figures()), columns)


def _figures() -> Iterator[dict[str, str]]:
    found = qualities()
    yield {"what": "Ketepatan: yang dinyatakan meneruskan memang meneruskan"} | {
        way: formats.percent(found[way].precision) for way in WAYS
    }
    yield {"what": "Kelengkapan: yang meneruskan ditemukan"} | {way: formats.percent(found[way].recall) for way in WAYS}
    for kind, words in KINDS.items():
        right = "ditemukan" if kind in CARRYING else "dibiarkan"
        yield {"what": f"{words}: {right}"} | {way: formats.share(*found[way].kinds[kind]) for way in WAYS}


def plain_ways() -> Html:
    return note(
        f"{WAYS['lima_kata']}: berapa bagian deretan lima kata yang sama. {WAYS['tf_idf']}: kemiripan potongan huruf. "
        "Keduanya diberi ambang terbaik untuk teks uji ini; yang ketat diberi ambang agar jarang salah menyatakan. "
        "Kata hanya menunjukkan pokok bahasan; tanggal, tempat dan angkalah yang menunjukkan pesan yang sama."
    )


def limits() -> Html:
    return steps(
        "Yang dibaca hanya teks. Gambar, suara dan tulisan di dalam video tidak dibaca.",
        "Unggahan yang hanya menulis “simak gambar ini” dikenali lewat laporan, kolaborasi atau tautan saja.",
        "Pesan tanpa tanggal, tempat dan angka sulit dibedakan dari unggahan lain tentang program yang sama.",
        "Cerita ulang tanpa satu pun fakta pesan tidak ditemukan. Ejaan Jawa di luar daftar kata dapat terlewat.",
        "Teks ujinya rekaan. Pada unggahan nyata hasilnya dapat lebih rendah; jawaban petugas disimpan untuk menilai.",
    )


def chains() -> Html:
    """Break points and sources in simulated regencies, with all links known and with some hidden."""
    rows = pd.DataFrame({"told": one} for one in chain_qualities())
    columns = (
        Column("Tautan yang diketahui", lambda row: _known(row["told"]), is_lead=True),
        Column("Sumber", lambda row: _parents(row["told"]), is_figure=True),
        _share("Ketepatan", "break_precision"),
        _share("Kelengkapan", "break_recall"),
        Column("F1", lambda row: formats.number(row["told"].break_f1, 3), is_figure=True),
    )
    return joined(table(rows, columns), note(_simulated(chain_qualities()[0])))


def _share(title: str, name: str) -> Column:
    return Column(title, lambda row: formats.percent(getattr(row["told"], name)), is_figure=True)


def _known(one: ChainQuality) -> str:
    known = formats.percent(1 - one.hidden_share, 0)
    if not one.hidden_share:
        return "Semua"
    seen = f"teks memperlihatkan {formats.percent(one.seen_by_text, 0)} sisanya" if one.seen_by_text else "tanpa teks"
    return f"{known}, {seen}"


def _parents(one: ChainQuality) -> Any:
    between = f"{formats.percent(one.parent_low)} – {formats.percent(one.parent_high)}"
    return tag("span", formats.percent(one.parent_accuracy), title=f"rentang {between}")


def _simulated(one: ChainQuality) -> str:
    return (
        f"Dari {formats.number(one.chains)} penyebaran simulasi yang sumber dan titik putusnya diketahui, dengan "
        f"{formats.number(one.carriers)} penyebar dan {formats.number(one.break_points)} titik putus. Sumber: bagian "
        "penyebar yang sumbernya benar. Ketepatan, kelengkapan dan rata-rata harmonik keduanya (F1) adalah tentang "
        "titik putus."
    )


def assumptions() -> Html:
    """What the estimate of people reached takes for granted, in the words of its definitions."""
    told = (measure(code) for code in ASSUMED)
    return steps(*(joined(tag("a", one.name, href=f"#{one.id}"), ": ", one.limits) for one in told))
