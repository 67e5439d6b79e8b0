"""TikTok Studio: the genders of an account's followers, as fractions of one."""

from etl.source import AUDIENCE, Block, Context, Field, Prepared, Source
from etl.sources._audience import entry, fields, laid_out
from etl.sources._rows import column

GENDERS = {"female": "women", "perempuan": "women", "male": "men", "laki-laki": "men"}


def _prepare(block: Block, context: Context) -> Prepared:
    told = zip(block.rows, column(block, ("gender",)), column(block, ("distribution",)), strict=True)
    rows = [entry(row, "gender", GENDERS.get(name.casefold(), name), "", share) for row, name, share in told]
    return Prepared(laid_out(block, rows))


SOURCE = Source(
    name="tiktok_follower_gender",
    title="TikTok Studio: jenis kelamin pengikut",
    platform="tiktok",
    records=AUDIENCE,
    fields={
        "gender": Field(("gender",), needed=True),
        "distribution": Field(("distribution",), needed=True),
        **fields("decimal"),
    },
    needs_account=True,
    prepare=_prepare,
)
