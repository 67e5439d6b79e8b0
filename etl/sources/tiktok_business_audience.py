"""TikTok Business Suite audience: the account's followers per day."""

from etl.source import SERIES, Field, Source

SOURCE = Source(
    name="tiktok_business_audience",
    title="TikTok Business Suite: pemirsa harian",
    platform="tiktok",
    records=SERIES,
    fields={
        "day": Field(("date",), "day", True, ("%Y/%m/%d", "%Y-%m-%d")),
        "followers": Field(("total followers",), "integer", needed=True),
        "new_followers": Field(("new followers",), "delta"),
        "reach": Field(("reached audience",), "integer"),
        "engaged_users": Field(("engaged audience",), "integer", needed=True),
    },
    needs_account=True,
)
