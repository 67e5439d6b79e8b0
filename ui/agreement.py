"""How often the machine and staff say the same of a caption: each label with its interval, and month by month."""

from typing import Any

import pandas as pd

from ui import charts_agreement, filters, formats, label_words, parts
from ui.parts import Column
from ui.store import derived, query

CAVEAT = (
    "Dihitung dari jawaban terakhir petugas per unggahan dan penilaian mesin saat ini. Antrean mendahulukan unggahan "
    "yang sulit, jadi angka di sini cenderung lebih rendah daripada untuk semua unggahan. Jawaban yang diberikan "
    "setelah melihat jawaban mesin cenderung sama; pakai “Sembunyikan jawaban mesin” agar adil."
)
NOTHING = "Belum ada yang bisa dibandingkan. Angka muncul setelah petugas menjawab beberapa unggahan."

Row = dict[str, Any]

COLUMNS = [
    Column("Label", lambda row: label_words.title(row["label"]), is_lead=True),
    Column("Sama", lambda row: formats.share(row["agreed"], row["decided"]), True),
    Column("Porsi", lambda row: formats.percent(row["share"], 0), True),
    Column("Rentang 90 %", lambda row: formats.interval(row["low"], row["high"], "rate"), True),
    Column("Mesin belum pasti", lambda row: formats.number(row["abstained"]), True, "tidak dihitung benar atau salah"),
]


def show() -> None:
    parts.show(parts.section("Seberapa sering mesin dan petugas sepakat?", CAVEAT))
    rows = query("agreement_labels")
    if rows.empty:
        parts.show(parts.note(NOTHING))
        return
    parts.show(parts.table(rows, COLUMNS))
    _over_time(rows)


def _over_time(rows: pd.DataFrame) -> None:
    names = {label: label_words.title(label) for label in rows["label"]}
    label = filters.choice("label", "Label dari bulan ke bulan", names, next(iter(names)), width=320)
    drawn = derived(charts_agreement.months, "agreement_months", {"name": names[label]}, label=label)
    describes = f"Porsi jawaban yang sama antara mesin dan petugas untuk {names[label]}, per bulan."
    parts.chart(drawn, describes, NOTHING)
