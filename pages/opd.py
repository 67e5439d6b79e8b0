"""Halaman: satu unit dari dekat."""

import streamlit as st

from ui import charts_time, columns, filters, formats, parts, texts, wording
from ui.cached import figure
from ui.page import heading
from ui.parts import Tile
from ui.store import page, query

heading("OPD", "Bagaimana keadaan unit ini, dan apa yang bisa diperbaiki?", "rentang 90 % dan harapan")

with filters.row():
    agency, period, platform = filters.unit(), filters.period(), filters.platform()

card = query("agency_card", agency=agency, period=period)
if card.empty:
    parts.show(parts.empty("Unit ini belum punya data", "Pilih unit lain, atau daftarkan akunnya lebih dahulu."))
    st.stop()

unit = card.iloc[0].to_dict()
parts.show(
    parts.sentence(wording.unit_sentence(unit)),
    parts.tiles(
        Tile(
            "Unggahan",
            formats.number(unit["posts"]),
            f"{formats.number(unit['posts_per_week'], 1)} per pekan",
        ),
        Tile("Hari dengan unggahan", formats.number(unit["active_days"]), "dalam periode ini"),
        Tile("Jeda terpanjang", formats.days(unit["longest_gap_days"]), "tanpa unggahan"),
        Tile(
            "Terakhir terbit",
            formats.day(unit["last_posted_on"]),
            wording.silence(unit),
            wording.tone(unit["is_active"]),
        ),
    ),
    parts.section(
        "Kalender keaktifan",
        "26 pekan terakhir, semua platform. Makin gelap makin banyak; abu-abu: tidak ada.",
    ),
)
parts.chart(figure(charts_time.calendar, "agency_calendar", agency=agency), "Kalender hari unggah 26 pekan terakhir")

metric = filters.metric()
parts.show(parts.section(f"{texts.METRICS[metric].capitalize()} tiap pekan", wording.trend_note(platform)))
if platform == "semua" and metric != "interactions":
    parts.show(parts.note("Angka ini tidak boleh dicampur antarplatform. Pilih satu platform di atas."))
else:
    breaks = query("trend_breaks", platform=platform, metric=metric)
    options = {"name": texts.METRICS[metric], "breaks": wording.break_days(breaks)}
    asked = {"agency": agency, "platform": platform, "metric": metric}
    parts.chart(
        figure(charts_time.weekly_median, "agency_trend", options, **asked),
        f"Nilai tengah {texts.METRICS[metric]} tiap pekan",
        f"Platform tidak melaporkan {texts.METRICS[metric]} untuk pilihan ini.",
    )
    if len(breaks):
        parts.show(wording.break_list(breaks))

peers = query("agency_peers", agency=agency, period=period, platform=platform)
parts.show(
    parts.section("Dibanding unit sebanding", f"Kelompok {unit['peer_group_label']}, tanpa unit ini sendiri."),
    parts.table(peers, columns.PEERS) if len(peers) else parts.note("Belum ada unggahan terukur dalam pilihan ini."),
)

left, right = st.columns(2, gap="large")
for place, by, title in ((left, "interaksi", "Interaksi terbanyak"), (right, "harapan", "Melampaui harapan")):
    best = page("best_posts", 4, period=period, agency=agency, by=by)
    with place:
        parts.show(
            parts.section(title),
            parts.posts(best, by) if len(best) else parts.note(texts.NOTHING_FOR_CHOICE),
        )

left, right = st.columns(2, gap="large")
with left:
    accounts = query("agency_accounts", agency=agency)
    parts.show(
        parts.section("Akun dan kesegaran data", wording.measure("freshness").definition),
        parts.table(accounts, columns.ACCOUNTS)
        if len(accounts)
        else parts.note("Belum ada akun terdaftar untuk unit ini."),
    )
with right:
    gaps = page("agency_gaps", 6, agency=agency)
    parts.show(
        parts.section("Masa tanpa unggahan", "Jeda lebih dari 7 hari, yang terpanjang di atas."),
        parts.table(gaps, columns.GAPS) if len(gaps) else parts.note("Tidak ada jeda lebih dari 7 hari."),
    )
