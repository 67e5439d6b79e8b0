"""X account overview, one row per day, newest first (analytics.x.com > Overview > Export)."""

from etl.source import SERIES, Field, Source

SOURCE = Source(
    name="x_overview",
    title="X: ringkasan harian akun",
    platform="x",
    records=SERIES,
    fields={
        "day": Field(("date",), "day", True, ("%a, %b %d, %Y", "%a %b %d %Y", "%Y-%m-%d")),
        "impressions": Field(("impressions",), "integer", needed=True),
        "likes": Field(("likes",), "integer"),
        "engagements": Field(("engagements",), "integer", needed=True),
        "saves": Field(("bookmarks",), "integer"),
        "shares": Field(("reposts",), "integer"),
        "new_followers": Field(("new follows",), "integer", needed=True),
        "lost_followers": Field(("unfollows",), "integer"),
        "comments": Field(("replies",), "integer"),
        "profile_visits": Field(("profile visits",), "integer"),
        "posts": Field(("create post",), "integer"),
        "video_views": Field(("video views",), "integer"),
        "media_views": Field(("media views",), "integer"),
    },
    absent=frozenset({"post id", "post text"}),
    needs_account=True,
)
