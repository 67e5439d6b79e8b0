"""Twitter's tweet activity export of 2013-2023, one row per tweet; its times are in UTC."""

from etl.source import POST, Field, Source

SOURCE = Source(
    name="x_legacy",
    title="Twitter: aktivitas tweet (2013–2023)",
    platform="x",
    records=POST,
    fields={
        "native_id": Field(("tweet id",), "id", needed=True),
        "permalink": Field(("tweet permalink",), needed=True),
        "description": Field(("tweet text",)),
        "published_at": Field(("time",), "moment", True, ("%Y-%m-%d %H:%M +0000", "%Y-%m-%d %H:%M:%S +0000")),
        "impressions": Field(("impressions",), "integer"),
        "engagements": Field(("engagements",), "integer"),
        "shares": Field(("retweets",), "integer"),
        "comments": Field(("replies",), "integer"),
        "likes": Field(("likes", "favorites"), "integer"),
        "profile_visits": Field(("user profile clicks",), "integer"),
        "link_clicks": Field(("url clicks",), "integer"),
        "follows": Field(("follows",), "delta"),
        "views": Field(("media views",), "integer"),
    },
)
