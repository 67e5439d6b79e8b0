"""X exports: content, account overview, and the legacy tweet activity file."""

import html
from datetime import date, datetime
from random import Random

from etl.demo.calendar import DAYS_EN, MONTHS_EN, wib_day
from etl.demo.links import permalink
from etl.demo.metrics import grown
from etl.demo.model import Account, Post
from etl.demo.writers.tables import columns, plain_csv

CONTENT = columns(
    "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,"
    "Replies,Reposts,Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks"
)
OVERVIEW = columns(
    "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,"
    "Profile visits,Create Post,Video views,Media views"
)
LEGACY_COUNTS = columns(
    "impressions,engagements,engagement rate,retweets,replies,likes,user profile clicks,url clicks,"
    "hashtag clicks,detail expands,permalink clicks,app opens,app installs,follows,email tweet,"
    "dial phone,media views,media engagements"
)
LEGACY = [
    *("Tweet id", "Tweet permalink", "Tweet text", "time"),
    *LEGACY_COUNTS,
    *(f"promoted {name}" for name in LEGACY_COUNTS),
]
REPLIES = [
    "@warga_contoh Terima kasih laporannya, sudah kami teruskan ke petugas wilayah.",
    "@sedulur_contoh Mohon kirim titik lokasi dan waktu kejadian lewat pesan, nggih.",
    "@info_contoh Jadwal lengkapnya ada di utas kemarin. Matur nuwun.",
]


def content(posts: list[Post], exported_at: datetime) -> bytes:
    """Posts and, mixed in between, replies (they begin with @). The day only; the id knows the time."""
    rows = [CONTENT]
    for post in posts:
        random = Random(post.native_id)
        is_reply = not post.item.message and random.random() < 0.2
        text = random.choice(REPLIES) if is_reply else html.escape(post.caption, quote=False)
        seen = _seen(post, exported_at)
        rows.append([post.native_id, _day(wib_day(post.at)), text, permalink(post), *_counts(seen)])
    return plain_csv(rows).encode()


def overview(account: Account, days: list[date], random: Random) -> bytes:
    """Newest day first."""
    rows = [OVERVIEW]
    for day in reversed(days):
        impressions = account.followers * 0.4 * random.lognormvariate(0, 0.5)
        shares = (1, 0.012, 0.03, 0.001, 0.001, 0.0005, 0.0002, 0.002, 0.003, 0.01)
        counts = [str(round(impressions * share)) for share in shares]
        tail = [str(random.randint(0, 3)), str(round(impressions * 0.1)), str(round(impressions * 0.15))]
        rows.append([_day(day), *counts, *tail])
    return plain_csv(rows).encode()


def legacy(posts: list[Post], exported_at: datetime) -> bytes:
    """Forty columns, all quoted, counts as floats, a dash for everything promoted; the time is UTC."""
    rows = [LEGACY]
    for post in posts:
        seen = _seen(post, exported_at)
        engagements = sum(seen[name] for name in ("likes", "comments", "shares", "clicks"))
        rate = engagements / seen["views"] if seen["views"] else 0.0
        known = {
            "impressions": f"{seen['views']:.1f}",
            "engagements": f"{engagements:.1f}",
            "engagement rate": f"{rate:.6f}",
            "retweets": f"{seen['shares']:.1f}",
            "replies": f"{seen['comments']:.1f}",
            "likes": f"{seen['likes']:.1f}",
            "url clicks": f"{seen['clicks']:.1f}",
        }
        counts = [known.get(name, "0.0") for name in LEGACY_COUNTS]
        facts = [post.native_id, permalink(post), post.caption, f"{post.at:%Y-%m-%d %H:%M} +0000"]
        rows.append([*facts, *counts, *["-"] * len(LEGACY_COUNTS)])
    return "".join(",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) + "\n" for row in rows).encode()


def _counts(seen: dict[str, int]) -> list[str]:
    engagements = seen["likes"] + seen["comments"] + seen["shares"] + seen["saves"] + seen["clicks"]
    first = [seen["views"], seen["likes"], engagements, seen["saves"], seen["shares"] // 3, seen["follows"]]
    second = [
        seen["comments"],
        seen["shares"],
        seen["clicks"] // 2,
        seen["clicks"],
        seen["clicks"] // 3,
        0,
        0,
    ]
    return [str(count) for count in first + second]


def _seen(post: Post, exported_at: datetime) -> dict[str, int]:
    age = (exported_at - post.at).total_seconds() / 86400
    names = ("views", "likes", "comments", "shares", "saves", "follows", "clicks")
    return {name: grown(getattr(post, name), age, "x") for name in names}


def _day(day: date) -> str:
    return f"{DAYS_EN[day.weekday()]}, {MONTHS_EN[day.month - 1][:3]} {day.day}, {day.year}"
