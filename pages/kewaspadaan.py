"""Halaman: kabar bohong dan akun palsu, dari laporan sampai klarifikasi."""

import streamlit as st

from ui import acts, charts_issue, download, filters, issue_ai, issue_log, issue_match, issue_move, issue_report, parts
from ui.cached import figure
from ui.page import heading
from ui.store import query

PARTS = {"catatan": "Catatan", "lapor": "Lapor", "ai": "Media AI"}
FOR_STAFF = {"mirip": "Mirip unggahan"}

heading(
    "Kewaspadaan",
    "Kabar bohong apa yang masuk, dan secepat apa kita meluruskannya?",
    "kemiripan teks dan rentang 90 %",
)

issues, pace, is_staff = issue_log.rows(), issue_log.speed(), acts.may("move_issue")
parts.show(issue_log.sentence(issues, pace), issue_log.tiles(issues, pace), issue_log.fresh(issues))

with filters.row():
    shown = filters.segments("bagian", "Bagian", PARTS | (FOR_STAFF if is_staff else {}), "catatan")

if shown == "catatan":
    opened = issue_move.opened(issues) if is_staff else None
    if opened is not None:
        parts.show(parts.section("Tangani isu"))
        issue_move.show(opened)
    if not issues:
        parts.show(parts.empty("Belum ada isu yang tercatat", *issue_log.HOW_ISSUES_ARISE))
        st.stop()
    parts.show(parts.section("Catatan isu", "Keadaan dan putusan hanya dari petugas; kata sumber tetap kata sumber."))
    chosen = issue_log.chosen(issues)
    issue_log.listed(chosen)
    if chosen:
        download.buttons("kewaspadaan", lambda: issue_log.for_file(chosen), issue_log.FILE)
    else:
        parts.show(parts.empty("Tidak ada isu dalam pilihan ini", "Pilih keadaan lain atau kosongkan pencarian."))
    parts.show(parts.section("Diklarifikasi tepat waktu", "Menurut bulan masuknya isu; batang adalah rentang 90 %."))
    parts.chart(
        figure(charts_issue.in_time, "issue_months"),
        "Bagian isu yang diklarifikasi tepat waktu tiap bulan dengan rentang 90 %",
        "Belum ada isu yang bisa dinilai.",
    )
    notices = query("issue_notices")
    if len(notices):
        parts.show(parts.section("Yang tidak dipakai"), parts.table(notices, issue_log.NOTICES))

if shown == "lapor":
    parts.show(parts.section("Laporkan isu"))
    issue_report.show()

if shown == "mirip":
    parts.show(parts.section("Unggahan yang mirip klaim"))
    issue_match.show()

if shown == "ai":
    issue_ai.trend()
    if is_staff:
        issue_ai.marking()
