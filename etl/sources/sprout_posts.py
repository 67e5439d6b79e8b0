"""Sprout Social post performance export. Its times follow the workspace, here taken to be WIB."""

from etl.source import POST, Block, Context, Field, Prepared, Source
from etl.sources._networks import platform_of
from etl.sources._rows import changed

MOMENTS = ("%m/%d/%Y %I:%M %p", "%m/%d/%Y %H:%M", "%Y-%m-%d %H:%M:%S")
NETWORK = ("network",)
CLOCK = "Jam unggah Sprout Social mengikuti setelan akun Sprout; di sini dibaca sebagai WIB."


def _prepare(block: Block, context: Context) -> Prepared:
    return Prepared(changed(block, NETWORK, platform_of), notices=(CLOCK,))


SOURCE = Source(
    name="sprout_posts",
    title="Sprout Social: kinerja unggahan",
    platform=None,
    records=POST,
    fields={
        "platform": Field(NETWORK, needed=True),
        "native_id": Field(("post id",), "id", needed=True),
        "published_at": Field(("date",), "moment", True, MOMENTS, "Asia/Jakarta"),
        "account_name": Field(("profile",), needed=True),
        "permalink": Field(("link",)),
        "description": Field(("post",)),
        "post_type": Field(("content type", "post type")),
        "impressions": Field(("impressions",), "integer"),
        "reach": Field(("reach",), "integer"),
        "engagements": Field(("engagements",), "integer"),
        "likes": Field(("reactions", "likes"), "integer"),
        "comments": Field(("comments",), "integer"),
        "shares": Field(("shares",), "integer"),
        "saves": Field(("saves",), "integer"),
        "link_clicks": Field(("post link clicks",), "integer"),
        "views": Field(("video views",), "integer"),
    },
    prepare=_prepare,
)
