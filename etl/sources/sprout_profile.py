"""Sprout Social profile performance export, one row per profile and day."""

from etl.source import SERIES, Block, Context, Field, Prepared, Source
from etl.sources._networks import platform_of
from etl.sources._rows import changed

NETWORK = ("network",)


def _prepare(block: Block, context: Context) -> Prepared:
    return Prepared(changed(block, NETWORK, platform_of))


SOURCE = Source(
    name="sprout_profile",
    title="Sprout Social: kinerja profil harian",
    platform=None,
    records=SERIES,
    fields={
        "platform": Field(NETWORK, needed=True),
        "account_name": Field(("profile",), needed=True),
        "day": Field(("date",), "day", True, ("%m/%d/%Y", "%m-%d-%Y", "%Y-%m-%d")),
        "followers": Field(("audience", "followers"), "integer", needed=True),
        "follows": Field(("net audience growth", "net follower growth"), "delta"),
        "new_followers": Field(("audience gained", "followers gained"), "integer"),
        "lost_followers": Field(("audience lost", "followers lost"), "integer"),
        "posts": Field(("published posts",), "integer"),
        "impressions": Field(("impressions",), "integer"),
        "reach": Field(("reach",), "integer"),
        "views": Field(("video views",), "integer"),
        "engagements": Field(("engagements",), "integer"),
        "likes": Field(("reactions",), "integer"),
        "comments": Field(("comments",), "integer"),
        "shares": Field(("shares",), "integer"),
        "link_clicks": Field(("post link clicks",), "integer"),
    },
    absent=frozenset({"post id", "link"}),
    needs_account=True,
    prepare=_prepare,
)
