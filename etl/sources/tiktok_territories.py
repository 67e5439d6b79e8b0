"""TikTok Studio: the territories of an account's followers (ISO codes), as fractions of one."""

from etl.source import AUDIENCE, Block, Context, Field, Prepared, Source
from etl.sources._audience import entry, fields, laid_out
from etl.sources._rows import column


def _prepare(block: Block, context: Context) -> Prepared:
    told = zip(block.rows, column(block, ("top territories",)), column(block, ("distribution",)), strict=True)
    return Prepared(laid_out(block, [entry(row, "country", name, "", share) for row, name, share in told]))


SOURCE = Source(
    name="tiktok_territories",
    title="TikTok Studio: wilayah pengikut",
    platform="tiktok",
    records=AUDIENCE,
    fields={
        "territory": Field(("top territories",), needed=True),
        "distribution": Field(("distribution",), needed=True),
        **fields("decimal"),
    },
    needs_account=True,
    prepare=_prepare,
)
