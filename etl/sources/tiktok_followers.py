"""TikTok Studio follower history. Its column of differences is left out: what it compares varies."""

from etl.source import SERIES, Field, Source
from etl.sources._tiktok import DAY_FIELD, dated

SOURCE = Source(
    name="tiktok_followers",
    title="TikTok Studio: riwayat pengikut",
    platform="tiktok",
    records=SERIES,
    fields={"day": DAY_FIELD, "followers": Field(("followers",), "integer", needed=True)},
    absent=frozenset({"posts", "impressions", "post id", "link"}),
    needs_account=True,
    prepare=dated,
)
