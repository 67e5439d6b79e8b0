"""TikTok Studio viewers per day."""

from etl.recognise import normal
from etl.source import SERIES, Block, Context, Field, Prepared, Source
from etl.sources._rows import column, replaced
from etl.sources._tiktok import DAY_FIELD, dated

VIEWERS = {
    "viewers": ("total viewers",),
    "new_viewers": ("new viewers",),
    "returning_viewers": ("returning viewers",),
}


def _prepare(block: Block, context: Context) -> Prepared:
    """`undefined` comes with zeros beside it that mean nothing, so all three are missing then."""
    prepared = dated(block, context)
    filled, unknown = prepared.block, _unknown_days(block)
    for names in VIEWERS.values():
        cells = ["" if missing else text for missing, text in zip(unknown, column(block, names), strict=True)]
        filled = replaced(filled, names, cells)
    return Prepared(filled, notices=prepared.notices)


def _unknown_days(block: Block) -> list[bool]:
    columns = [column(block, names) for names in VIEWERS.values()]
    return [any(normal(text) == "undefined" for text in texts) for texts in zip(*columns, strict=True)]


SOURCE = Source(
    name="tiktok_viewers",
    title="TikTok Studio: penonton harian",
    platform="tiktok",
    records=SERIES,
    fields={"day": DAY_FIELD, **{name: Field(names, "integer", True) for name, names in VIEWERS.items()}},
    needs_account=True,
    prepare=_prepare,
)
