"""X content, one row per post or reply (analytics.x.com > Content > Export, Premium only)."""

from html import unescape

from etl.source import POST, Block, Context, Field, Prepared, Source
from etl.sources._rows import INSTANT, changed, column, instant, with_column
from measures.links import canonical, native_id, post_clock

TEXT = ("post text",)
LINK = ("post link", "link")


def _prepare(block: Block, context: Context) -> Prepared:
    """The day in the file follows no fixed clock; the id tells the moment, the link tells the account."""
    links = column(block, LINK)
    ids = [
        own if own.isdigit() else native_id("x", link) or ""
        for own, link in zip(column(block, ("post id",)), links, strict=True)
    ]
    told = changed(block, TEXT, unescape)
    told = with_column(told, "jangkau:published_at", [instant(post_clock("x", each)) for each in ids])
    told = with_column(told, "jangkau:handle", [_handle(link) for link in links])
    told = with_column(told, "jangkau:type", [_type(text) for text in column(told, TEXT)])
    return Prepared(told)


def _handle(text: str) -> str:
    link = canonical(text)
    return link.handle or "" if link else ""


def _type(text: str) -> str:
    return "reply" if text.startswith("@") else "post"


SOURCE = Source(
    name="x_content",
    title="X: konten per unggahan",
    platform="x",
    records=POST,
    fields={
        "native_id": Field(("post id",), "id", needed=True),
        "description": Field(TEXT, needed=True),
        "permalink": Field(LINK),
        "published_at": Field(("jangkau:published_at",), "moment", formats=(INSTANT,)),
        "published_on": Field(("date",), "day", formats=("%a, %b %d, %Y", "%a %b %d %Y", "%Y-%m-%d")),
        "account_handle": Field(("jangkau:handle",)),
        "post_type": Field(("jangkau:type",)),
        "impressions": Field(("impressions",), "integer"),
        "likes": Field(("likes",), "integer"),
        "engagements": Field(("engagements",), "integer"),
        "saves": Field(("bookmarks",), "integer"),
        "shares": Field(("reposts",), "integer"),
        "comments": Field(("replies",), "integer"),
        "follows": Field(("new follows",), "delta"),
        "profile_visits": Field(("profile visits",), "integer"),
        "link_clicks": Field(("url clicks",), "integer"),
    },
    prepare=_prepare,
)
