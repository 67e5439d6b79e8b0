"""Exports of the paid tools a few units use: Hootsuite, Sprout Social, Metricool, Fanpage Karma."""

from datetime import UTC, date, datetime
from random import Random

from etl.demo.calendar import WIB
from etl.demo.links import permalink
from etl.demo.metrics import grown
from etl.demo.model import Account, Post
from etl.demo.writers.tables import AsDate, columns, plain_csv, workbook
from etl.demo.writers.tiktok import followers_on

HOOTSUITE = columns(
    "Date (GMT),Post ID,Post Message,Post Permalink,Post Type,Social Network,Impressions,Reach,"
    "Engagement,Likes,Comments,Shares,Post Link Clicks,Video Views"
)
SPROUT_POSTS = columns(
    "Date,Post ID,Network,Post Type,Content Type,Profile,Sent by,Link,Post,Impressions,Reach,"
    "Engagements,Engagement Rate (per Impression),Reactions,Comments,Shares,Saves,Post Link Clicks,"
    "Video Views"
)
SPROUT_PROFILE = columns(
    "Date,Profile,Network,Audience,Net Audience Growth,Audience Gained,Audience Lost,Published Posts,Impressions"
)
METRICOOL = columns("Date,Followers,Gained followers,Lost followers,Posts,Impressions,Reach,Interactions")
FANPAGE_KARMA = [
    *("network", "Profile", "Profile-ID", "Post-ID", "Date", "Link", "Message", "Type", "Number of Likes"),
    *("Number of comments", "Number of Shares", "Reach per post", "Network"),
]
NETWORK = {"instagram": "Instagram", "facebook": "Facebook"}
NAMES = ("views", "reach", "likes", "comments", "shares", "saves", "clicks")


def hootsuite(posts: list[Post], exported_at: datetime) -> bytes:
    rows = [["Post Performance (contoh)"], [f"Exported {exported_at:%Y-%m-%d}"], HOOTSUITE]
    for post in posts:
        seen = _seen(post, exported_at)
        facts = [
            f"{post.at.astimezone(UTC):%Y-%m-%d %H:%M:%S}",
            post.native_id,
            post.caption,
            permalink(post),
        ]
        facts += [_kind(post), NETWORK[post.account.platform]]
        engaged = seen["likes"] + seen["comments"] + seen["shares"]
        counts = [
            seen["views"],
            seen["reach"],
            engaged,
            seen["likes"],
            seen["comments"],
            seen["shares"],
            seen["clicks"],
        ]
        rows.append([*facts, *map(str, counts), str(seen["views"]) if post.item.kind == "video" else ""])
    return plain_csv(rows).encode()


def sprout_posts(posts: list[Post], exported_at: datetime) -> bytes:
    """Its clock is the workspace's, here WIB."""
    rows = [SPROUT_POSTS]
    for post in posts:
        seen = _seen(post, exported_at)
        engaged = seen["likes"] + seen["comments"] + seen["shares"] + seen["saves"]
        when = post.at.astimezone(WIB).strftime("%m/%d/%Y %I:%M %p").lower()
        network = NETWORK[post.account.platform]
        facts = [when, post.native_id, network, "Post", _kind(post), post.account.name, "Admin (contoh)"]
        facts += [permalink(post), post.caption, str(seen["views"]), str(seen["reach"]), str(engaged)]
        rate = f"{100 * engaged / max(1, seen['views']):.1f}%"
        counts = [str(seen[name]) for name in ("likes", "comments", "shares", "saves", "clicks")]
        rows.append([*facts, rate, *counts, str(seen["views"]) if post.item.kind == "video" else ""])
    return plain_csv(rows).encode()


def sprout_profile(account: Account, days: list[date], random: Random) -> bytes:
    rows, previous = [SPROUT_PROFILE], None
    for day in days:
        followers = followers_on(account, day, days[-1], random)
        growth = 0 if previous is None else followers - previous
        previous = followers
        impressions = round(account.followers * 0.3 * random.lognormvariate(0, 0.4))
        moves = [growth, max(0, growth), max(0, -growth), random.randint(0, 2)]
        counts = [f"{followers:,}", *map(str, moves), f"{impressions:,}"]
        rows.append([f"{day:%m/%d/%Y}", account.name, NETWORK[account.platform], *counts])
    return plain_csv(rows).encode()


def metricool(account: Account, days: list[date], random: Random) -> bytes:
    rows = [METRICOOL]
    for day in days:
        followers = followers_on(account, day, days[-1], random)
        impressions = round(account.followers * 0.4 * random.lognormvariate(0, 0.4))
        counts = [followers, random.randint(0, 9), random.randint(0, 3), random.randint(0, 2), impressions]
        counts += [round(impressions * 0.7), round(impressions * 0.03)]
        rows.append([f"{day:%d/%m/%Y}", *(f"{count:,}".replace(",", ".") for count in counts)])
    return plain_csv(rows, bom=True, delimiter=";", line="\r\n").encode()


def fanpage_karma(posts: list[Post], exported_at: datetime) -> bytes:
    """Four rows of facts above the header, two columns that differ only in case, counts shown as dates."""
    facts: list[list[object]] = [
        ["Fanpage Karma (contoh)"],
        ["Report", "Posts"],
        [f"Created {exported_at:%Y-%m-%d}"],
        [],
    ]
    rows: list[list[object]] = [*facts, [*FANPAGE_KARMA]]
    for post in posts:
        seen = _seen(post, exported_at)
        when = f"{post.at.astimezone(WIB):%Y-%m-%d %H:%M:%S}"
        network = NETWORK[post.account.platform]
        named = [network, post.account.name, post.account.native_id, post.native_id, when, permalink(post)]
        small = [AsDate(seen[name]) if 0 < seen[name] < 60 else seen[name] for name in ("comments", "shares")]
        rows.append([*named, post.caption, _kind(post), seen["likes"], *small, seen["reach"], network])
    return workbook(rows, exported_at, "Posts")


def _kind(post: Post) -> str:
    return {"video": "Video", "link": "Link", "carousel": "Carousel"}.get(post.item.kind, "Photo")


def _seen(post: Post, exported_at: datetime) -> dict[str, int]:
    age = (exported_at - post.at).total_seconds() / 86400
    return {name: grown(getattr(post, name), age, post.account.platform) for name in NAMES}
