"""Halaman: peringkat unit di dalam kelompok yang sebanding."""

import streamlit as st

from ui import charts_rank, columns, download, filters, parts, texts, wording
from ui.cached import figure
from ui.page import heading
from ui.store import query

heading("Peringkat OPD", "Siapa yang sudah baik, siapa yang perlu didampingi?", "rentang 90 % dan harapan")

with filters.row():
    chosen = {"period": filters.period(), "platform": filters.platform(), "peer_group": filters.peer_group()}
    code = filters.measure()
    comparison = filters.segments("pembanding", "Nilai tengah pembanding", texts.COMPARISONS, "tanpa")

asked = chosen | {"measure": code, "comparison": comparison}
measure = wording.measure(code)
ranking = query("engagement_ranking", **asked)
activity = query("activity_ranking", **chosen)
if ranking.empty and activity.empty:
    parts.show(parts.empty())
    st.stop()

certainty = query("ranking_certainty", **chosen, measure=code).iloc[0]
parts.show(parts.sentence(wording.order_sentence(certainty["ranked"], certainty["unsure"], certainty["unranked"])))

left, right = st.columns(2, gap="large")
with left:
    parts.show(parts.section(measure.name, measure.definition))
    parts.chart(
        figure(charts_rank.intervals, "engagement_ranking", {"unit": measure.shown_as}, **asked),
        f"{measure.name} tiap unit dengan rentang 90 %",
        "Belum ada unit dengan sedikitnya 5 unggahan terukur.",
    )
    parts.show(parts.legend("nilai tengah unit", "rentang 90 %", "nilai tengah unit sebanding"))
with right:
    parts.show(parts.section("Unggahan per pekan", wording.measure("posts_per_week").definition))
    parts.chart(
        figure(charts_rank.activity, "activity_ranking", **chosen),
        "Unggahan per pekan tiap unit",
        "Tidak ada unggahan dari kelompok ini dalam periode yang dipilih.",
    )
    parts.show(parts.note("Banyak belum tentu baik: bacalah bersama keterlibatan di sebelahnya."))

parts.show(
    parts.section("Rincian keterlibatan", wording.measure("median_interval").limits),
    parts.table(ranking, columns.ranking(code))
    if len(ranking)
    else parts.note("Ukuran ini tidak tersedia untuk pilihan ini."),
)
if len(ranking):
    download.buttons("peringkat", lambda: query("engagement_ranking", **asked), columns.RANKING_FILE)

parts.show(
    parts.section("Keaktifan dan kesinambungan", wording.explained("steady_share")),
    parts.table(activity, columns.ACTIVITY),
)
