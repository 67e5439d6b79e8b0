"""Meta Business Suite content export for Facebook pages: posts in three forms, daily page, video level."""

from datetime import date, datetime
from random import Random

from etl.demo.ids import digits, facebook_pfbid
from etl.demo.links import permalink
from etl.demo.metrics import grown
from etl.demo.model import Account, Post
from etl.demo.writers.instagram import pacific_minute
from etl.demo.writers.tables import meta_csv

IDENTITY = [
    *("Post ID", "Page ID", "Page name", "Title", "Description", "Duration (sec)", "Publish time"),
    *("Caption type", "Permalink", "Is crosspost", "Is share", "Post type", "Languages", "Custom labels"),
    *("Funded content status", "Data comment", "Date"),
]
COLUMNS = {
    "en-2025": [
        *(
            "Views",
            "Reach",
            "Reactions, Comments and Shares",
            "Reactions",
            "Comments",
            "Shares",
            "Total clicks",
        ),
        *("Link Clicks", "Other Clicks", "Matched Audience Targeting Consumption (Photo Click)"),
        *("Seconds viewed", "Average Seconds viewed", "Estimated earnings (USD)", "Ad impressions"),
    ],
    "double-views": [
        *(
            "Views",
            "Reach",
            "Reactions, Comments and Shares",
            "Reactions",
            "Comments",
            "Shares",
            "Total clicks",
        ),
        *("Views", "Reach from Organic posts", "Reach from Boosted posts", "3-second video views"),
        "1-minute video views",
    ],
    "en-2026": [
        *(
            "Views",
            "Reach",
            "Reactions, comments and shares",
            "Reactions",
            "Comments",
            "Shares",
            "Total clicks",
        ),
        *("Link clicks", "Other clicks", "Matched audience targeting consumption (Photo Click)"),
        *("Views from Boosted posts", "Views from Organic posts"),
        *(
            "Reach from Boosted posts",
            "Reach from Organic posts",
            "3-second video views",
            "1-minute video views",
        ),
        *("Seconds viewed", "Average Seconds viewed"),
        *(f"Percentage of total views at interval {interval}" for interval in range(41)),
        *(
            "3-second video views by country (Indonesia (ID))",
            "3-second video views by country (Malaysia (MY))",
        ),
    ],
}
ERROR_COLUMN = "IMPRESSION:UNIQUE_USERS"
ERROR_TEXT = "An error occurred while computing metadata for content with ID {id}."
TYPES = {"photo": "Photos", "carousel": "Photos", "video": "Reels", "link": "Links", "text": "Text"}
VIDEO_LEVEL = [
    *("Video asset ID", "Universal video ID", "Page ID", "Page name", "Title", "Duration (sec)"),
    *("Publish time", "Custom labels", "Data comment", "Date", "Reach", "3-second video views"),
    *("1-minute video views", "Seconds viewed"),
]
PAGE_DAILY = [
    *("Page ID", "Page name", "Data comment", "Date", "Unique user engagements"),
    *("Overall negative feedback", "Views", "Reach"),
]


def content(posts: list[Post], exported_at: datetime, dialect: str) -> list[list[str]]:
    columns = IDENTITY + COLUMNS[dialect]
    rows = [columns]
    for post in posts:
        random = Random(f"{post.native_id}:{exported_at:%Y%m%d}")
        cells = _identity(post, random) | _metrics(post, exported_at, random)
        rows.append([cells.get(name.casefold(), "") for name in columns])
    return rows


def with_error_row(rows: list[list[str]], random: Random) -> list[list[str]]:
    """Adds the row Meta writes when it fails on one post: nothing but a complaint and a leaked column."""
    header = [*rows[0], ERROR_COLUMN]
    broken = [""] * len(header)
    broken[header.index("Data comment")] = ERROR_TEXT.format(id=digits(random, 15))
    broken[-1] = str(random.randint(3, 60))
    return [header, *([*row, ""] for row in rows[1:]), broken]


def cut_short(rows: list[list[str]], every: int = 40) -> list[list[str]]:
    """Meta leaves the last cells of some rows away altogether."""
    return [row[:-4] if place % every == every - 1 else row for place, row in enumerate(rows)]


def _identity(post: Post, random: Random) -> dict[str, str]:
    is_video = post.item.kind == "video"
    address = permalink(post)
    if not is_video and random.random() < 0.35:
        address = f"https://www.facebook.com/{post.account.handle}/posts/{facebook_pfbid(random)}"
    return {
        "post id": post.native_id,
        "page id": post.account.native_id,
        "page name": post.account.name,
        "title": post.caption,
        "description": post.caption if is_video else "",
        "duration (sec)": str(post.seconds),
        "publish time": pacific_minute(post.at),
        "caption type": "uploaded" if is_video else "N/A",
        "permalink": address,
        "is crosspost": "1" if post.is_crosspost else "0",
        "is share": "0",
        "post type": "Videos" if post.is_crosspost else TYPES[post.item.kind],
        "date": "Lifetime",
    }


def _metrics(post: Post, exported_at: datetime, random: Random) -> dict[str, str]:
    age = (exported_at - post.at).total_seconds() / 86400
    seen = {
        name: grown(getattr(post, name), age, "facebook")
        for name in ("views", "reach", "likes", "comments", "shares", "clicks", "boosted_reach")
    }
    watched = seen["views"] * 0.4 if post.item.kind == "video" else 0
    together = str(seen["likes"] + seen["comments"] + seen["shares"])
    video = {
        "seconds viewed": f"{watched * 8.3:.3f}",
        "average seconds viewed": f"{random.uniform(3, 14):.3f}",
        "3-second video views": str(round(watched)),
        "1-minute video views": str(round(watched * 0.1)),
    }
    return {
        "views": str(seen["views"]),
        "reach": str(seen["reach"] + seen["boosted_reach"]),
        "reactions, comments and shares": together,
        "reactions": str(seen["likes"]),
        "comments": str(seen["comments"]),
        "shares": str(seen["shares"]),
        "total clicks": str(seen["clicks"]),
        "link clicks": str(seen["clicks"] // 3) if post.item.kind == "link" else "",
        "other clicks": str(seen["clicks"] // 2),
        "views from boosted posts": str(round(seen["boosted_reach"] * 1.2)),
        "views from organic posts": str(seen["views"]),
        "reach from boosted posts": str(seen["boosted_reach"]),
        "reach from organic posts": str(seen["reach"]),
        "estimated earnings (usd)": "0" if watched else "",
        "ad impressions": "0" if watched else "",
    } | (video if watched else {})


def page_daily(account: Account, days: list[date], random: Random) -> bytes:
    """Page level, one row a day; its page id is another one than in the content files."""
    rows = [PAGE_DAILY]
    for day in days:
        views = round(account.followers * 0.3 * random.lognormvariate(0, 0.4))
        reach = round(views * 0.7)
        facts = [account.second_id, account.name, "", f"{day:%m/%d/%Y}"]
        rows.append([*facts, str(round(reach * 0.05)), str(random.randint(0, 2)), str(views), str(reach)])
    return meta_csv(rows)


def video_level(posts: list[Post], random: Random) -> bytes:
    """A file that cannot be joined to posts; the loader should refuse it and say so."""
    rows = [VIDEO_LEVEL]
    for post in posts:
        ids = [digits(random, 16), digits(random, 16), post.account.native_id, post.account.name]
        facts = [post.caption, str(post.seconds), pacific_minute(post.at), "", "", "Lifetime"]
        watched = [str(round(post.reach)), str(round(post.views * 0.4)), "0", f"{post.views * 3.1:.3f}"]
        rows.append([*ids, *facts, *watched])
    return meta_csv(rows)
