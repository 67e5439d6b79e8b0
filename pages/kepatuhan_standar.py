"""Halaman: apakah unit mengedepankan pelayanan, dan apa yang memperbaiki yang belum."""

import streamlit as st

from ui import (
    charts_standard,
    download,
    filters,
    parts,
    standard_alert,
    standard_examples,
    standard_filters,
    standard_ledger,
    standard_posts,
    standard_view,
)
from ui.cached import figure
from ui.page import heading
from ui.standard_words import ENOUGH, sentence, tiles
from ui.store import derived, query

UNITS = 20

heading(
    "Kepatuhan Standar",
    "Apakah setiap unit mengedepankan pelayanan, bukan figur, dan apa yang perlu diperbaiki?",
    "penilaian teks oleh mesin, rentang 90 %",
)

months, units = query("standard_months"), query("standard_units")
if months.empty or units.empty:
    parts.show(parts.empty("Belum ada unggahan yang dinilai", standard_view.NOTHING_JUDGED))
    st.stop()

with filters.row():
    month = standard_filters.month(months)
    group = standard_filters.peer_group(units)
    chosen = {"month": month, "peer_group": group}
    judged = chosen | {"enough": ENOUGH}
    cells = query("standard_cells", **judged)
    rule = standard_filters.norm(cells)

norms = query("standard_norms", month=month, enough=ENOUGH)
parts.show(
    parts.sentence(sentence(standard_filters.month_name(month), norms)),
    parts.tiles(*tiles(norms)),
)
if cells.empty:
    parts.show(parts.empty("Kelompok ini belum punya unggahan yang dinilai", standard_view.NOTHING_JUDGED))
    st.stop()

shares = query("standard_shares", **judged, rule=rule)
current = filters.current_page(len(shares), UNITS, filters.PAGE_OF_UNITS)
start = (current - 1) * UNITS
left, right = st.columns([3, 2], gap="large")
with left:
    parts.show(parts.section("Unit demi unit", standard_view.about_norm(shares)))
    options = {"start": start, "size": UNITS}
    parts.chart(
        figure(charts_standard.intervals, "standard_shares", options, **judged, rule=rule),
        "Porsi unggahan tiap unit dengan rentang 90 %",
        f"Belum ada unit dengan sedikitnya {ENOUGH} unggahan yang dinilai di bagian ini.",
    )
    parts.show(standard_view.interval_legend())
with right:
    failures = query("standard_failures", **chosen)
    parts.show(parts.section("Yang paling perlu dibenahi", "Yang paling banyak belum dipenuhi, beserta sarannya."))
    parts.show(standard_view.mends(cells, failures))

shown = shares.iloc[start : start + UNITS]
parts.show(standard_view.shares(shown))
filters.paginate(len(shares), UNITS, filters.PAGE_OF_UNITS)

parts.show(
    parts.section("Norma demi norma", "Tekan satu tanda atau unit untuk melihat nilai, rentang dan targetnya."),
    standard_ledger.legend(),
    derived(standard_ledger.ledger, "standard_cells", {"codes": tuple(shown["agency_code"]), "rule": rule}, **judged),
)
download.buttons("kepatuhan-standar", lambda: standard_view.for_file(cells), standard_view.SHARES_FILE)

standard_examples.show(chosen)

members = units[units["peer_group"] == group]
parts.show(parts.section("Satu unit dari dekat", standard_view.about_months(shares)))
with st.container(horizontal=True, key="bukti", vertical_alignment="bottom"):
    agency = standard_filters.unit(members)
    asked = chosen | {"agency": agency, "rule": standard_filters.rule(), "verdict": standard_filters.verdict()}
is_one_unit = agency != standard_filters.EVERYTHING
parts.chart(
    figure(charts_standard.trend, "standard_trend", {"is_one_unit": is_one_unit},
           agency=agency, peer_group=group, rule=rule),
    "Porsi tiap bulan dengan rentang 90 %",
    "Belum ada bulan dengan unggahan yang dinilai.",
)  # fmt: skip
parts.show(standard_view.trend_legend(is_one_unit))

rules = query("standard_rules")
standard_posts.show(asked, standard_filters.titles_of(rules))

parts.show(parts.section("Standarnya", "Aturan yang sedang berlaku; ambang yang diubah tidak mengubah bulan lalu."))
standard_alert.show(query("standard_notice"))
parts.show(standard_view.rules(rules))
