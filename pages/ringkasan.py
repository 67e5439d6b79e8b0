"""Halaman: ringkasan pekan ini."""

import streamlit as st

from ui import charts_rank, charts_time, columns, formats, parts, wording
from ui.cached import figure
from ui.page import heading
from ui.parts import Tile
from ui.store import count, page, query

SILENT_SHOWN = 8

heading("Ringkasan", "Apa yang terjadi pekan ini, dan siapa yang perlu didampingi?", "harapan per unggahan")

glance = query("week_glance")
if glance.empty or not glance["units"].iloc[0] + glance["units_before"].iloc[0]:
    parts.show(parts.empty("Belum ada unggahan dalam dua pekan terakhir", "Masukkan ekspor terbaru lebih dahulu."))
    st.stop()

week = glance.iloc[0].to_dict()
parts.show(
    parts.sentence(wording.week_sentence(week)),
    parts.tiles(
        Tile("Unggahan semua unit", formats.number(week["posts_all"]), wording.more_or_less(week, "posts_all")),
        Tile("Unit menerbitkan", formats.number(week["units"]), wording.more_or_less(week, "units")),
        Tile("Unit aktif", formats.share(week["units_active"], week["units_obliged"]), "dalam 14 hari terakhir"),
        Tile("Unit diam", formats.number(week["units_silent"]), "lebih dari 14 hari", wording.silence_tone(week)),
    ),
)

left, right = st.columns([3, 2], gap="large")
with left:
    span = f"Pekan ini: {formats.day(week['starts_on'])} sampai {formats.day(week['ends_on'])}."
    parts.show(parts.section("Unggahan tiap pekan", f"26 pekan terakhir; pekan berjalan berwarna pucat. {span}"))
    parts.chart(figure(charts_time.weekly_posts, "weekly_trend"), "Banyaknya unggahan tiap pekan")
with right:
    parts.show(parts.section("Unit aktif per kelompok", "Bulan terbaru, dibanding unit yang wajib aktif."))
    parts.chart(
        figure(charts_rank.coverage, "coverage_now"),
        "Unit aktif dibanding unit wajib, per kelompok",
        "Daftar unit wajib (roster.csv) belum diisi.",
    )

left, right = st.columns([3, 2], gap="large")
with left:
    best = page("best_posts", 5, period="7-hari", agency="semua", by="harapan")
    parts.show(
        parts.section("Unggahan yang melampaui harapan", wording.measure("overperformance").definition),
        parts.posts(best, "harapan")
        if len(best)
        else parts.note("Belum ada unggahan pekan ini yang bisa dibandingkan dengan harapannya."),
    )
with right:
    silent = page("silent_units", SILENT_SHOWN)
    total = count("silent_units")
    more = total - len(silent)
    parts.show(
        parts.section("Unit yang diam", "Paling lama diam di atas; yang belum pernah terlihat lebih dahulu."),
        parts.table(silent, columns.SILENT)
        if len(silent)
        else parts.note("Semua unit wajib menerbitkan sesuatu dalam 14 hari terakhir."),
        parts.note(f"Dan {formats.number(more)} unit lain; lihat halaman Peringkat OPD.") if more > 0 else None,
        parts.note("Unit yang berkasnya belum masuk juga tampak diam; periksa Mutu Data lebih dahulu."),
    )
