"""YouTube Studio totals: one charted number of the channel per day."""

from etl.errors import RefusedFile
from etl.recognise import normal
from etl.source import SERIES, Block, Context, Field, Prepared, Source
from etl.sources._rows import renamed
from etl.sources.youtube_chart import CUTS

METRICS = {
    "views": ("views", "penayangan"),
    "engaged_views": ("engaged views", "penayangan dengan interaksi"),
    "impressions": ("impressions", "tayangan"),
    "watch_hours": ("watch time (hours)", "waktu tonton (jam)"),
    "subscribers_gained_net": ("subscribers", "subscriber"),
    "likes": ("likes", "suka"),
    "comments": ("comments added",),
}
CHARTED = tuple(title for titles in METRICS.values() for title in titles)
MORE_COLUMNS = "Totals YouTube seharusnya hanya berisi tanggal dan satu angka, tetapi di sini ada: {others}."


def _prepare(block: Block, context: Context) -> Prepared:
    """The only column beside the date is whatever was charted."""
    others = [title for title in block.header[1:] if title.strip()]
    if len(others) != 1:
        raise RefusedFile(MORE_COLUMNS.format(others=", ".join(others)))
    metric = next(name for name, titles in METRICS.items() if normal(others[0]) in titles)
    return Prepared(renamed(block, CHARTED, f"jangkau:{metric}"))


SOURCE = Source(
    name="youtube_totals",
    title="YouTube Studio: total harian",
    platform="youtube",
    records=SERIES,
    fields={
        "day": Field(("date", "tanggal"), "day", True, ("%Y-%m-%d", "%d-%m-%Y")),
        "charted": Field(CHARTED, needed=True),
        **{metric: Field((f"jangkau:{metric}",), "decimal") for metric in METRICS},
    },
    absent=frozenset({*CUTS, "primary", "page id", "post id", "followers", "link", "tautan", "url"}),
    is_exact=True,
    needs_account=True,
    day_clock="pacific",
    prepare=_prepare,
)
