"""TikTok Studio (days without a year, every cell a string) and TikTok Business Suite exports."""

from datetime import UTC, date, datetime, timedelta
from random import Random

from etl.demo.calendar import day_without_year, wib_day
from etl.demo.links import permalink
from etl.demo.metrics import grown
from etl.demo.model import Account, Post
from etl.demo.writers.tables import columns, plain_csv

MOST_VIDEOS = 15  # TikTok Studio lists only the newest few
OVERVIEW = ["Date", "Video Views", "Profile Views", "Likes", "Comments", "Shares"]
CONTENT = [
    *("Time", "Video title", "Video link", "Post time"),
    *("Total likes", "Total comments", "Total shares", "Total views"),
]
HISTORY = ["Date", "Followers", "Difference in followers from previous day"]
BUSINESS_VIDEO = columns("Video title,Video link,Post time,Video views,Likes,Comments,Shares,Add to Favorites")
BUSINESS_OVERVIEW = [
    *("Date", "Video views", "Reached audience", "Profile views", "Likes", "Shares", "Comments"),
    *("Phone number clicks ", "Leads submission", "Net growth", "New followers", "Lost followers"),
]
BUSINESS_AUDIENCE = ["Date", "New followers", "Total followers", "Reached audience", "Engaged audience"]
TERRITORIES = [("ID", 0.921), ("MY", 0.024), ("TW", 0.017), ("HK", 0.011), ("SA", 0.008), ("Others", 0.019)]


def content(posts: list[Post], exported_at: datetime, indonesian: bool, random: Random) -> list[list[str]]:
    """The newest videos in no stable order; the day of export stands on every row."""
    newest = sorted(posts, key=lambda post: post.at)[-MOST_VIDEOS:]
    random.shuffle(newest)
    today = day_without_year(wib_day(exported_at), indonesian)
    rows = [CONTENT]
    for post in newest:
        seen = _seen(post, exported_at)
        title = "" if Random(post.native_id).random() < 0.04 else post.caption
        facts = [today, title, permalink(post), day_without_year(wib_day(post.at), indonesian)]
        rows.append([*facts, seen["likes"], seen["comments"], seen["shares"], seen["views"]])
    return rows


def overview(account: Account, days: list[date], indonesian: bool, random: Random) -> list[list[str]]:
    rows = [OVERVIEW]
    for day in days:
        views = account.followers * 0.3 * random.lognormvariate(0, 0.8)
        counts = [views, views * 0.02, views * 0.04, views * 0.002, views * 0.005]
        cells = [str(round(count)) for count in counts]
        if random.random() < 0.05:
            cells[3] = str(-random.randint(1, 4))  # comments that were deleted
        rows.append([day_without_year(day, indonesian), *cells])
    return rows


def follower_history(account: Account, days: list[date], indonesian: bool, random: Random) -> list[list[str]]:
    rows, previous = [HISTORY], None
    for day in days:
        followers = followers_on(account, day, days[-1], random)
        change = 0 if previous is None else followers - previous
        rows.append([day_without_year(day, indonesian), str(followers), str(change)])
        previous = followers
    return rows


def followers_on(account: Account, day: date, last: date, random: Random) -> int:
    """Grows to the account's size on the last day."""
    grown_share = 1 - 0.0011 * (last - day).days
    return max(1, round(account.followers * grown_share + random.gauss(0, 1.5)))


def follower_activity(account: Account, last: date, indonesian: bool, random: Random) -> list[list[str]]:
    rows = [["Date", "Hour", "Active followers"]]
    for back in range(6, -1, -1):
        for hour in range(24):
            awake = 0.42 if 18 <= hour <= 21 else 0.22 if 6 <= hour <= 17 else 0.06
            active = round(account.followers * awake * random.uniform(0.8, 1.2))
            rows.append([day_without_year(last - timedelta(days=back), indonesian), str(hour), str(active)])
    return rows


def follower_gender(random: Random) -> list[list[str]]:
    women = round(random.uniform(0.42, 0.64), 3)
    rest = [("Female", women), ("Male", round(0.985 - women, 3)), ("Other", 0.015)]
    return [["Gender", "Distribution"], *([name, f"{share:g}"] for name, share in rest)]


def follower_territories() -> list[list[str]]:
    return [["Top territories", "Distribution"], *([code, f"{share:g}"] for code, share in TERRITORIES)]


def viewers(account: Account, days: list[date], indonesian: bool, random: Random) -> list[list[str]]:
    rows = [["Date", "Total Viewers", "New Viewers", "Returning Viewers"]]
    for day in days:
        total = round(account.followers * 0.2 * random.lognormvariate(0, 0.7))
        fresh = round(total * random.uniform(0.5, 0.8))
        cells = [str(total), str(fresh), str(total - fresh)]
        if random.random() < 0.07:
            cells = ["undefined", "0", "0"]
        rows.append([day_without_year(day, indonesian), *cells])
    return rows


def business_video(posts: list[Post], exported_at: datetime) -> bytes:
    """All videos; the publish time is UTC."""
    rows = [BUSINESS_VIDEO]
    for post in posts:
        seen = _seen(post, exported_at)
        facts = [post.caption, permalink(post), post.at.astimezone(UTC).strftime("%Y/%m/%d %H:%M:%S")]
        counts = [seen[name] for name in ("views", "likes", "comments", "shares", "saves")]
        rows.append([*facts, *counts])
    return plain_csv(rows, bom=True).encode()


def business_overview(account: Account, days: list[date], random: Random) -> bytes:
    rows = [BUSINESS_OVERVIEW]
    for day in days:
        views = account.followers * 0.3 * random.lognormvariate(0, 0.7)
        gained, lost = round(views * 0.003), round(views * 0.001)
        counts = [views, views * 0.7, views * 0.02, views * 0.04, views * 0.005, views * 0.002]
        numbers = [str(round(count)) for count in counts]
        tail = ["NAN", "NAN", str(gained - lost), str(gained), str(lost)]
        rows.append([f"{day:%Y/%m/%d}", *numbers, *tail])
    return plain_csv(rows, bom=True).encode()


def business_audience(account: Account, days: list[date], random: Random) -> bytes:
    rows = [BUSINESS_AUDIENCE]
    for place, day in enumerate(days):
        reached = round(account.followers * 0.21 * random.lognormvariate(0, 0.6))
        total = followers_on(account, day, days[-1], random)
        missing = place % 11 == 7
        engaged = "--" if missing else str(round(reached * 0.06))
        gained = "NAN" if missing else str(round(reached * 0.004))
        rows.append([f"{day:%Y/%m/%d}", gained, str(total), str(reached), engaged])
    return plain_csv(rows, bom=True).encode()


def _seen(post: Post, exported_at: datetime) -> dict[str, str]:
    age = (exported_at - post.at).total_seconds() / 86400
    names = ("views", "likes", "comments", "shares", "saves")
    return {name: str(grown(getattr(post, name), age, "tiktok")) for name in names}
