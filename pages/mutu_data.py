"""Halaman: seberapa jauh data ini dapat dipercaya."""

from ui import charts_time, columns, download, filters, formats, parts, standard_alert, texts, wording
from ui.cached import figure
from ui.page import heading
from ui.parts import Tile
from ui.store import count, page, query

SIZE = 25
PARTS = {
    "ringkas": "Ringkas",
    "akun": "Akun",
    "berkas": "Berkas",
    "baris": "Baris disisihkan",
    "periksa": "Pemeriksaan",
}

heading("Mutu Data", "Seberapa lengkap dan segar data ini, dan apa yang perlu dibetulkan?")

standard_alert.show(query("standard_notice"))

with filters.row():
    shown = filters.segments("bagian", "Bagian", PARTS, "ringkas")


def long_table(name, columns, otherwise, **params):
    total = count(name, **params)
    current = filters.current_page(total, SIZE)
    rows = page(name, SIZE, (current - 1) * SIZE, **params)
    parts.show(parts.table(rows, columns) if total else parts.note(otherwise))
    filters.paginate(total, SIZE)


if shown == "ringkas":
    facts = query("snapshot").iloc[0].to_dict()
    fresh = query("freshness_counts").iloc[0].to_dict()
    months = query("coverage_months")
    parts.show(
        parts.tiles(
            Tile(
                "Akun segar",
                formats.share(fresh["fresh"], fresh["registered"]),
                texts.FRESHNESS_HINTS["fresh"],
            ),
            Tile("Akun lama atau kosong", formats.number(fresh["stale"] + fresh["unseen"]), "perlu ekspor baru"),
            Tile(
                "Akun belum terdaftar",
                formats.number(fresh["unregistered"]),
                "ada di berkas, belum punya unit",
            ),
            Tile(
                "Baris disisihkan",
                formats.number(facts["rows_set_aside"]),
                f"dari {formats.number(facts['files'])} berkas",
            ),
        ),
        parts.section("Unit aktif dan unit wajib", wording.explained("coverage")),
    )
    parts.chart(
        figure(charts_time.coverage_over_time, "coverage_months"),
        "Unit aktif dibanding unit wajib tiap bulan",
    )
    if len(months):
        parts.show(parts.table(months.head(6), columns.COVERAGE))
    parts.show(
        parts.section("Seri terputus", "Hari ketika platform mengubah cara menghitung; angkanya tidak disambung.")
    )
    breaks = query("series_breaks")
    parts.show(
        parts.table(breaks, columns.BREAKS) if len(breaks) else parts.note("Tidak ada seri terputus yang tercatat.")
    )

if shown == "akun":
    parts.show(parts.section("Kesegaran tiap akun terdaftar", wording.explained("freshness")))
    long_table("account_freshness", columns.FRESHNESS, "Belum ada akun terdaftar.", registered=True)
    strangers = page("account_freshness", SIZE, registered=False)
    parts.show(
        parts.section(
            "Akun yang belum terdaftar",
            "Tambahkan ke accounts.csv agar unggahannya dihitung untuk unit yang benar.",
        ),
        parts.table(strangers, columns.FRESHNESS)
        if len(strangers)
        else parts.note("Semua akun di berkas sudah terdaftar."),
    )

if shown == "berkas":
    parts.show(parts.section("Berkas yang masuk", "Yang ditolak dan yang dimuat sebagian di atas, dengan alasannya."))
    long_table("files", columns.FILES, "Belum ada berkas yang masuk.")

if shown == "baris":
    parts.show(
        parts.section(
            "Baris yang disisihkan", "Baris ini tidak dihitung sampai dibetulkan. Berkas aslinya tetap utuh."
        ),
        wording.how_to_correct(),
    )
    if count("set_aside"):
        download.buttons("baris-disisihkan", lambda: query("set_aside"), columns.SET_ASIDE_FILE)
    long_table("set_aside", columns.SET_ASIDE, "Tidak ada baris yang disisihkan.")

if shown == "periksa":
    parts.show(parts.section("Hasil pemeriksaan otomatis", "Yang menghentikan penerbitan di atas; sisanya peringatan."))
    checks = query("checks")
    parts.show(parts.table(checks, columns.CHECKS) if len(checks) else parts.note("Belum ada hasil pemeriksaan."))
