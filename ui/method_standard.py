"""How captions are judged, as the methodology shows it: labels, the two steps, measured figures, limits."""

from typing import Any

import pandas as pd

from measures.standard import quality
from ui import formats
from ui.label_words import DEFINITIONS, EMPHASES, title
from ui.markup import Html, joined, tag
from ui.parts import Column, note, strong, table
from ui.wording import steps

STATED = {
    "stale_slogan": "Slogan masa lalu dipakai seolah masih berlaku.",
    "unofficial_link": "Tautan tidak menuju situs pemerintah atau kanal resmi, atau tujuannya tersembunyi.",
}
VALUES = {
    "service": "Isinya layanan, hasil, bahaya atau pengetahuan bagi warga; pejabat boleh disebut.",
    "figure": "Isinya pribadi pejabat; tanpa pejabat itu tidak ada yang dapat dipakai warga.",
    "mixed": "Pribadi pejabat ditonjolkan, tetapi ada juga isi yang berguna bagi warga.",
    "neither": "Ucapan, seremoni, kabar internal atau suasana, tanpa isi layanan dan tanpa penonjolan.",
}


def ways() -> Html:
    """The steps from a caption to a verdict."""
    return steps(
        "Tulisan diratakan dahulu: huruf hias, emoji, huruf yang dipanjangkan, singkatan dan bentuk Jawa dibaca sama.",
        "Aturan mengenali yang tertulis pasti: nama dan jabatan, slogan, aplikasi, tautan, NIK, jam, tanggal dan uang.",
        "Selebihnya ditimbang: setiap kata, pasangan kata dan tanda punya bobot. Kalimat ditimbang lebih dahulu, lalu "
        "seluruh naskah. Kalimat terkuat ditunjukkan sebagai alasan, dengan kata yang paling menentukan.",
        "Bila timbangannya terlalu dekat dengan batas, mesin tidak menjawab: hasilnya “belum pasti” dan orang yang "
        "memutuskan. Yang belum pasti tidak dihitung pada pihak mana pun.",
        "Petugas dapat mengubah label, dan admin dapat mengajukan banding; keduanya dengan alasan. Kata orang "
        "mengalahkan mesin, dan kesepakatan keduanya ditampilkan di halaman Tinjauan.",
        "Unggahan dinilai menurut aturan dan kata yang berlaku pada hari terbitnya. Porsi tiap unit diberi rentang "
        "90 %; bila target ada di dalam rentang, hasilnya “belum pasti”.",
    )


def labels() -> Html:
    """What each label means, in one line."""
    return steps(*(joined(strong(title(label)), ": ", meaning) for label, meaning in (DEFINITIONS | STATED).items()))


def texts_sentence() -> Html:
    """Where the figures come from."""
    told = {name: formats.number(value) for name, value in quality.labelled_texts().items()}
    return note(
        f"Diuji pada {told['held_out']} naskah yang tidak pernah dipakai saat menyusun bobot; bobotnya dari "
        f"{told['developed_on']} naskah lain. Semua naskah itu rekaan dan disusun satu per satu. Naskah dilabeli saat "
        "disusun; sebagian besar dilabeli lagi tanpa melihat label pertama, dan yang berbeda diputuskan tersendiri."
    )


def emphasis() -> Html:
    """The four values of the emphasis with their meaning and figures, then how sure the answer as a whole is."""
    rows = pd.DataFrame({"value": value, "told": found} for value, found in quality.emphases().items())
    columns = (
        Column("Titik berat", lambda row: _value(row["value"]), is_lead=True),
        *_figures(),
    )
    whole = quality.labels()[quality.EMPHASIS]
    return joined(
        table(rows, columns),
        note(
            f"Rata-rata F1 keempatnya {formats.number(whole.f1, 3)}. Pada {formats.percent(whole.abstained)} naskah "
            f"mesin menyerahkan jawabannya kepada orang; dari sisanya {formats.percent(whole.sure)} benar."
        ),
    )


def _value(value: str) -> Html:
    return joined(strong(EMPHASES[value]), tag("div", VALUES[value]))


def figures() -> Html:
    """Precision, recall, abstention and agreement of every label."""
    rows = pd.DataFrame(
        {"label": label, "told": found} for label, found in quality.labels().items() if label != quality.EMPHASIS
    )
    columns = (
        Column("Label", lambda row: title(row["label"]), is_lead=True),
        *_figures(),
        Column("Diserahkan", lambda row: formats.percent(row["told"].abstained), is_figure=True,
               hint="Bagian naskah yang tidak dijawab mesin"),
        Column("Bila dijawab", lambda row: formats.percent(row["told"].sure), is_figure=True,
               hint="Dari yang dijawab mesin, bagian yang benar"),
    )  # fmt: skip
    return joined(table(rows, columns), note(*_weakest()))


def _figures() -> tuple[Column, ...]:
    """The columns both tables share."""
    return (
        Column("Naskah uji", lambda row: formats.number(row["told"].n), is_figure=True,
               hint="Banyaknya naskah uji yang memang demikian"),
        Column("Ketepatan", lambda row: formats.percent(row["told"].precision), is_figure=True,
               hint="Dari yang disebut demikian, bagian yang memang demikian"),
        Column("Kelengkapan", lambda row: formats.percent(row["told"].recall), is_figure=True,
               hint="Dari yang memang demikian, bagian yang ditemukan"),
        Column("F1", lambda row: formats.number(row["told"].f1, 3), is_figure=True,
               hint="Rata-rata harmonik ketepatan dan kelengkapan"),
    )  # fmt: skip


def _weakest() -> tuple[Any, ...]:
    label = quality.weakest()
    return (
        "Yang paling sering keliru: ",
        strong(title(label)),
        f", F1 {formats.number(quality.labels()[label].f1, 3)}.",
    )


def agreement() -> Html:
    """How often both labellings said the same, by label."""
    rows = pd.DataFrame({"label": label, "told": found} for label, found in quality.agreements().items())
    if rows.empty:
        return note("Kesepakatan kedua pelabelan tidak tersedia.")
    columns = (
        Column("Label", lambda row: title(row["label"]), is_lead=True),
        Column("Jawaban sama", lambda row: formats.percent(row["told"].same), is_figure=True),
        Column("Kappa", lambda row: formats.number(row["told"].kappa, 3), is_figure=True,
               hint="Kesepakatan di atas yang dapat terjadi karena kebetulan; paling tinggi 1"),
    )  # fmt: skip
    return joined(table(rows, columns), note(SAME_GUIDE))


SAME_GUIDE = (
    "Kedua pelabelan memakai panduan yang sama dan naskah rekaan yang jelas; pada unggahan asli kesepakatan dapat "
    "lebih rendah."
)


def limits() -> Html:
    return steps(
        "Yang dibaca hanya teks. Gambar, suara, dan tulisan di dalam gambar atau video tidak dibaca.",
        "Pujian yang tersirat, sindiran dan gurauan sering luput; pujian singkat di samping isi yang panjang dapat "
        "dikira pelayanan saja, dan isi singkat di samping pujian panjang dapat dikira figur saja.",
        "Ucapan resmi kantor, kabar budaya dan kegiatan dapat dikira pelayanan bila memakai kata-kata layanan.",
        "Angka hasil mudah tertukar dengan angka lain, seperti kuota, harga dan data umum. Penjelasan singkat mudah "
        "tertukar dengan imbauan, dan acara yang sudah lewat dengan yang akan datang.",
        "Kebenaran tidak diperiksa. “Klaim tanpa sumber” berarti sumbernya tidak disebut, bukan klaimnya salah.",
        "Bahasa Jawa dan istilah di luar daftar kata, serta pejabat di luar daftar pejabat, dapat terlewat.",
        "Naskah ujinya rekaan dan lebih rapi daripada unggahan nyata. Pada unggahan nyata hasilnya dapat lebih rendah; "
        "kesepakatan mesin dengan petugas di Tinjauan menunjukkan yang sebenarnya.",
    )
