"""TikTok Studio overview: daily counts of an account. Negative ones are real corrections."""

from etl.source import SERIES, Field, Source
from etl.sources._tiktok import DAY_FIELD, dated

SOURCE = Source(
    name="tiktok_overview",
    title="TikTok Studio: ringkasan harian",
    platform="tiktok",
    records=SERIES,
    fields={
        "day": DAY_FIELD,
        "views": Field(("video views",), "delta", needed=True),
        "profile_views": Field(("profile views",), "delta", needed=True),
        "likes": Field(("likes",), "delta"),
        "comments": Field(("comments",), "delta"),
        "shares": Field(("shares",), "delta"),
    },
    needs_account=True,
    prepare=dated,
)
