"""Halaman: siapa meneruskan pesan prioritas, siapa belum, dan apa buktinya."""

import streamlit as st

from ui import charts_duty, download, duty_filters, duty_photos, duty_view, filters, formats, parts
from ui.cached import figure
from ui.page import heading
from ui.parts import Tile
from ui.store import count, derived, page, query

UNITS, ROWS = 24, 20

heading(
    "Kewajiban Sebar",
    "Siapa sudah meneruskan pesan prioritas, siapa belum, dan apa buktinya?",
    "kecocokan teks dan rentang 90 %",
)

with filters.row():
    chosen = {"period": filters.period(), "unit_group": duty_filters.unit_group()}

messages = query("duty_messages", period=chosen["period"])
units = query("duty_units", **chosen)
if messages.empty or units.empty:
    parts.show(parts.empty("Belum ada kewajiban sebar dalam pilihan ini",
                           "Pilih periode yang lebih panjang atau unit lain.", duty_view.HOW_DUTIES_ARISE))  # fmt: skip
    st.stop()

totals = duty_view.totals(units)
parts.show(
    parts.sentence(*duty_view.sentence(totals)),
    parts.tiles(
        Tile("Tepat waktu", formats.number(totals["on_time"]), duty_view.share_words(totals)),
        Tile("Terlambat", formats.number(totals["late"]), "diteruskan setelah batas waktu"),
        Tile("Belum", formats.number(totals["missing"]), "berkasnya ada, unggahannya tidak"),
        Tile("Dikecualikan", formats.number(totals["excused"]), "beserta alasannya"),
        Tile("Belum ada data", formats.number(totals["no_data"]), "berkas unit belum masuk"),
    ),
    parts.section("Unit dan pesan", duty_view.about(messages)),
    duty_view.legend(),
)
current = filters.current_page(len(units), UNITS)
down, across = duty_view.down(units.iloc[(current - 1) * UNITS : current * UNITS]), duty_view.across(messages)
wanted = {"of_units": [code for code, *_ in down], "of_messages": [code for code, *_ in across]}
parts.show(derived(duty_view.matrix, "duty_cells", {"units": down, "messages": across}, **wanted))
filters.paginate(len(units), UNITS)

every = chosen | {"agency": "semua", "message": "semua"}
download.buttons(
    "kewajiban-sebar", lambda: duty_view.for_file(query("duty_evidence", **every)), duty_view.EVIDENCE_FILE
)

left, right = st.columns(2, gap="large")
with left:
    parts.show(parts.section("Tepat waktu tiap unit", "Bagian kewajiban jatuh tempo yang ditepati tepat waktu."))
    parts.chart(
        figure(charts_duty.shares, "duty_units", **chosen),
        "Bagian kewajiban yang ditepati tepat waktu tiap unit dengan rentang 90 %",
        "Belum ada kewajiban yang jatuh tempo.",
    )
    parts.show(duty_view.share_legend())

st.html('<div id="bukti"></div>')
parts.show(parts.section("Bukti", "Pilih unit atau pesan untuk melihat bukti tiap kewajiban."))
with st.container(horizontal=True, key="bukti", vertical_alignment="bottom"):
    agency, message = duty_filters.unit(units), duty_filters.message(messages)
asked = chosen | {"agency": agency, "message": message}

with right:
    parts.show(parts.section("Dari bulan ke bulan", "Semua pesan, menurut bulan terbit; pita adalah rentang 90 %."))
    parts.chart(
        figure(charts_duty.trend, "duty_months", unit_group=chosen["unit_group"], agency=agency),
        "Bagian kewajiban yang ditepati tepat waktu tiap bulan",
        "Belum ada bulan dengan kewajiban yang jatuh tempo.",
    )

if agency == message == "semua":
    parts.show(parts.note("Belum ada yang dipilih. Kotak di tabel atas juga membuka buktinya bila ditekan."))
else:
    rows = page("duty_evidence", ROWS, **asked)
    more = count("duty_evidence", **asked) - len(rows)
    parts.show(
        duty_view.proofs(rows),
        parts.note(f"Dan {formats.number(more)} baris lain; unduhan di atas memuat semuanya.") if more > 0 else None,
    )

offline = query("duty_offline", **chosen, agency=agency)
parts.show(
    parts.section(
        "Penyebaran luring", "Papan informasi, pertemuan dan sejenisnya: dicatat terpisah, tidak dihitung unggahan."
    ),
    parts.table(offline.head(ROWS), duty_view.OFFLINE)
    if len(offline)
    else parts.note("Belum ada penyebaran luring yang dilaporkan dalam pilihan ini."),
)
if agency != "semua":
    duty_photos.show(offline)
