"""One metric of one Meta account per day (Meta Business Suite > Wawasan > Hasil > Ekspor)."""

from etl.errors import RefusedFile
from etl.recognise import normal
from etl.source import SERIES, Block, Context, Field, Prepared, Source
from etl.sources._rows import renamed, with_column

METRICS = {
    "views": ("views", "tayangan"),
    "viewers": ("viewers", "penonton"),
    "reach": ("reach", "jangkauan"),
    "follows": ("follows", "pengikut", "mengikuti"),
    "interactions": ("content interactions", "interactions", "interaksi konten", "interaksi"),
    "profile_visits": ("visits", "profile visits", "kunjungan", "kunjungan profil"),
    "link_clicks": ("link clicks", "klik tautan"),
}
"""Canonical metric -> its titles once the platform's name is taken out."""

PLATFORMS = ("facebook", "instagram")
VALUE = ("primary", "utama")
NO_TITLE = (
    "Tabel harian Meta ini tidak berjudul, sehingga tidak diketahui angka apa isinya. Unggah berkas asli dari"
    " Meta Business Suite tanpa mengubahnya."
)
OTHER_TITLE = "Judul tabel “{title}” belum dikenal. Yang dapat dibaca: {known}."
OTHER_PLATFORM = "Tabel “{title}” berasal dari {platform}, tetapi akun yang dipilih adalah {account}."


def _prepare(block: Block, context: Context) -> Prepared:
    """The title above the table says which metric its only column holds, and sometimes the platform."""
    platform = _platform(block, context)
    named = with_column(block, "jangkau:platform", [platform] * len(block.rows))
    return Prepared(renamed(named, VALUE, _metric(block.title)))


def _metric(title: str | None) -> str:
    if not title:
        raise RefusedFile(NO_TITLE)
    bare = " ".join(word for word in normal(title).split() if word not in PLATFORMS)
    found = [metric for metric, titles in METRICS.items() if bare in titles]
    if not found:
        known = ", ".join(titles[-1] for titles in METRICS.values())
        raise RefusedFile(OTHER_TITLE.format(title=title.strip(), known=known))
    return found[0]


def _platform(block: Block, context: Context) -> str:
    said = [platform for platform in PLATFORMS if platform in normal(block.title or "").split()]
    told = (context.account or "").partition(":")[0]
    if said and told and said[0] != told:
        names = {
            "title": (block.title or "").strip(),
            "platform": said[0].title(),
            "account": context.account,
        }
        raise RefusedFile(OTHER_PLATFORM.format(**names))
    return said[0] if said else told


SOURCE = Source(
    name="meta_daily",
    title="Facebook atau Instagram: satu angka per hari (Meta Business Suite)",
    platform=None,
    records=SERIES,
    fields={
        "day": Field(("date", "tanggal"), "day", True, ("%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d")),
        "value": Field(VALUE, "delta", needed=True),
        "platform": Field(("jangkau:platform",)),
        **{metric: Field((metric,), "delta") for metric in METRICS},
    },
    needs_account=True,
    day_clock="pacific",
    prepare=_prepare,
)
