"""Hootsuite post performance export; its times are in UTC (`Date (GMT)`)."""

from etl.source import POST, Block, Context, Field, Prepared, Source
from etl.sources._networks import platform_of
from etl.sources._rows import changed

MOMENTS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%m/%d/%Y %H:%M", "%b %d, %Y %I:%M %p")
NETWORK = ("social network",)


def _prepare(block: Block, context: Context) -> Prepared:
    return Prepared(changed(block, NETWORK, platform_of))


SOURCE = Source(
    name="hootsuite",
    title="Hootsuite: kinerja unggahan",
    platform=None,
    records=POST,
    fields={
        "platform": Field(NETWORK, needed=True),
        "native_id": Field(("post id",), "id"),
        "published_at": Field(("date (gmt)",), "moment", True, MOMENTS),
        "permalink": Field(("post permalink",), needed=True),
        "description": Field(("post message",)),
        "post_type": Field(("post type",)),
        "impressions": Field(("impressions",), "integer"),
        "reach": Field(("reach",), "integer"),
        "engagements": Field(("engagement", "engagements"), "integer"),
        "likes": Field(("likes", "reactions"), "integer"),
        "comments": Field(("comments",), "integer"),
        "shares": Field(("shares",), "integer"),
        "saves": Field(("saves",), "integer"),
        "link_clicks": Field(("post link clicks",), "integer"),
        "views": Field(("video views",), "integer"),
    },
    prepare=_prepare,
)
