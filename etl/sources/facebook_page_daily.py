"""Facebook page level content export: one row per page and day."""

from etl.source import SERIES, Field, Source

SOURCE = Source(
    name="facebook_page_daily",
    title="Facebook: halaman per hari (Meta Business Suite)",
    platform="facebook",
    records=SERIES,
    fields={
        "account_native_id": Field(("page id", "id halaman"), "id", needed=True),
        "account_name": Field(("page name", "nama halaman")),
        "day": Field(("date", "tanggal"), "day", True, ("%m/%d/%Y",)),
        "engaged_users": Field(("unique user engagements",), "integer"),
        "negative_feedback": Field(("overall negative feedback",), "integer"),
        "views": Field(("views", "tayangan"), "integer"),
        "impressions": Field(("impressions", "impresi"), "integer"),
        "reach": Field(("reach", "jangkauan"), "integer"),
        "viewers": Field(("viewers", "penonton"), "integer"),
        "new_followers": Field(("new follows", "page follows", "follows"), "integer"),
        "lost_followers": Field(("unfollows", "page unfollows"), "integer"),
    },
    absent=frozenset({"post id", "id postingan", "video asset id", "id aset video"}),
    day_clock="pacific",
)
