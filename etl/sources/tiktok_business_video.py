"""TikTok Business Suite videos; its publish time is in UTC."""

from etl.source import POST, Block, Context, Field, Prepared, Source
from etl.sources._tiktok import VIDEO_FIELDS, with_video_facts


def _prepare(block: Block, context: Context) -> Prepared:
    return Prepared(with_video_facts(block))


SOURCE = Source(
    name="tiktok_business_video",
    title="TikTok Business Suite: video",
    platform="tiktok",
    records=POST,
    fields={
        **VIDEO_FIELDS,
        "published_at": Field(("post time",), "moment", True, ("%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M")),
        "views": Field(("video views",), "integer", needed=True),
        "likes": Field(("likes",), "integer"),
        "comments": Field(("comments",), "integer"),
        "shares": Field(("shares",), "integer"),
        "saves": Field(("add to favorites",), "integer"),
        "watch_seconds": Field(("total play time",), "decimal"),
        "reach": Field(("reached audience",), "integer"),
    },
    prepare=_prepare,
)
