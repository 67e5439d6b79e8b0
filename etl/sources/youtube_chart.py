"""YouTube Studio chart data: days by video or another cut; the channel's days come from the totals."""

from etl.source import SERIES, Field, NonPost, Source

CUTS = (
    "content",
    "konten",
    "geography",
    "geografi",
    "subscription status",
    "status langganan",
    "traffic source",
    "sumber traffic",
    "device type",
    "jenis perangkat",
    "viewer age",
    "usia penonton",
    "viewer gender",
    "gender penonton",
    "cities",
    "kota",
    "operating system",
    "playlist",
    "content type",
    "jenis konten",
)

# Kept as a known format so that a whole zip loads; its rows are cuts of the totals and would count twice.
SOURCE = Source(
    name="youtube_chart",
    title="YouTube Studio: data diagram (rincian)",
    platform="youtube",
    records=SERIES,
    fields={
        "day": Field(("date", "tanggal"), "day", True, ("%Y-%m-%d",)),
        "cut": Field(CUTS, needed=True),
    },
    absent=frozenset({"post id", "id postingan", "link", "tautan", "url"}),
    non_post=(NonPost("day", r".*", "rincian diagram; angka harian akun dibaca dari Totals.csv"),),
    needs_account=True,
    day_clock="pacific",
)
