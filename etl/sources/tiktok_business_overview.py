"""TikTok Business Suite overview: the account's daily counts."""

from etl.source import SERIES, Field, Source

SOURCE = Source(
    name="tiktok_business_overview",
    title="TikTok Business Suite: ringkasan harian",
    platform="tiktok",
    records=SERIES,
    fields={
        "day": Field(("date",), "day", True, ("%Y/%m/%d", "%Y-%m-%d")),
        "views": Field(("video views",), "delta", needed=True),
        "reach": Field(("reached audience",), "integer", needed=True),
        "profile_views": Field(("profile views",), "delta"),
        "likes": Field(("likes",), "delta"),
        "shares": Field(("shares",), "delta"),
        "comments": Field(("comments",), "delta"),
        "phone_clicks": Field(("phone number clicks",), "integer"),
        "leads": Field(("leads submission",), "integer"),
        "follows": Field(("net growth",), "delta"),
        "new_followers": Field(("new followers",), "integer"),
        "lost_followers": Field(("lost followers",), "integer"),
    },
    needs_account=True,
)
