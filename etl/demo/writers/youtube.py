"""YouTube Studio, advanced mode: the zip of three tables, in English and Indonesian."""

from datetime import date, datetime
from random import Random

from etl.demo.calendar import MONTHS_EN, PACIFIC
from etl.demo.metrics import grown
from etl.demo.model import Post
from etl.demo.writers.tables import archive, plain_csv
from measures.months import SHORT_MONTHS

DEFAULT = [
    *("Content", "Video title", "Video publish time", "Duration", "Views", "Watch time (hours)"),
    *("Subscribers", "Impressions", "Impressions click-through rate (%)"),
]
INDONESIAN = [
    *("Konten", "Judul video", "Waktu publikasi video", "Durasi", "Penayangan", "Waktu tonton (jam)"),
    *("Subscriber", "Tayangan", "Rasio klik-tayang dari tayangan (%)"),
]
WIDE = [
    *("Content", "Video title", "Video publish time", "Duration", "Engaged views", "Average view duration"),
    *("Average percentage viewed (%)", "Returning viewers", "Casual viewers", "Regular viewers", "Hypes"),
    *(
        "Hype points",
        "Subscribers gained",
        "Subscribers lost",
        "Likes",
        "Dislikes",
        "Likes (vs dislikes) (%)",
    ),
    *("Shares", "Comments added", "Post subscribers", "Views", "Watch time (hours)", "Subscribers"),
    *("Impressions", "Impressions click-through rate (%)"),
]
MOST_ROWS = 500
CAP_NOTICE = "Showing top 500 results"
SUMMED = ("Views", "Watch time (hours)", "Subscribers", "Likes", "Shares", "Comments added")


def table(posts: list[Post], exported_at: datetime, form: str, most: int = MOST_ROWS) -> bytes:
    """`form`: default | wide | id. The second row is the total; a capped list ends with a notice."""
    columns = WIDE if form == "wide" else DEFAULT
    cells = [_cells(post, exported_at, form == "id") for post in posts]
    cells.sort(key=lambda row: (-float(row["Views"]), row["Content"]))
    total = _total(cells)
    rows = [INDONESIAN if form == "id" else columns, [total.get(name, "") for name in columns]]
    rows += [[row[name] for name in columns] for row in cells[:most]]
    if len(cells) > most:
        rows.append([CAP_NOTICE])
    return plain_csv(rows).encode()


def export(posts: list[Post], days: list[date], exported_at: datetime, form: str, most: int, seed: str) -> bytes:
    members = {"Data tabel.csv" if form == "id" else "Table data.csv": table(posts, exported_at, form, most)}
    if form != "id":
        members["Chart data.csv"] = _chart(posts, days, Random(seed))
        members["Totals.csv"] = _totals(posts, days, Random(seed))
    return archive(members, exported_at)


def _cells(post: Post, exported_at: datetime, indonesian: bool) -> dict[str, str]:
    age = (exported_at - post.at).total_seconds() / 86400
    names = ("views", "likes", "comments", "shares", "follows")
    seen = {name: grown(getattr(post, name), age, "youtube") for name in names}
    random = Random(post.native_id)
    watched = random.uniform(0.3, 0.8)
    hours = seen["views"] * post.seconds * watched / 3600
    regular = round(seen["views"] * 0.11)
    mean = round(post.seconds * watched)
    return {
        "Content": post.native_id,
        "Video title": post.caption,
        "Video publish time": _publish_day(post.at, indonesian),
        "Duration": str(post.seconds),
        "Views": str(seen["views"]),
        "Watch time (hours)": f"{hours:.4f}",
        "Subscribers": str(seen["follows"] - (1 if random.random() < 0.03 else 0)),
        "Impressions": str(round(seen["views"] * random.uniform(4, 22))),
        "Impressions click-through rate (%)": f"{random.uniform(0.8, 9):.2f}",
        "Engaged views": str(round(seen["views"] * 0.62)),
        "Average view duration": f"0:{mean // 60:02d}:{mean % 60:02d}",
        "Average percentage viewed (%)": f"{watched * 100:.2f}",
        "Returning viewers": str(round(seen["views"] * 0.2)),
        "Casual viewers": str(round(seen["views"] * 0.09)),
        "Regular viewers": str(regular),
        "Hypes": "0",
        "Hype points": "0",
        "Subscribers gained": str(seen["follows"]),
        "Subscribers lost": "0",
        "Likes": str(seen["likes"]),
        "Dislikes": str(seen["likes"] // 40),
        "Likes (vs dislikes) (%)": "" if seen["likes"] == 0 else "97.5",
        "Shares": str(seen["shares"]),
        "Comments added": str(seen["comments"]),
        "Post subscribers": "0",
    }


def _total(cells: list[dict[str, str]]) -> dict[str, str]:
    sums = {name: sum(float(row[name]) for row in cells) for name in SUMMED}
    return {"Content": "Total"} | {name: f"{value:.4f}".rstrip("0").rstrip(".") for name, value in sums.items()}


def _publish_day(moment: datetime, indonesian: bool) -> str:
    day = moment.astimezone(PACIFIC)
    if indonesian:
        return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"
    return f"{MONTHS_EN[day.month - 1][:3]} {day.day}, {day.year}"


def _chart(posts: list[Post], days: list[date], random: Random) -> bytes:
    rows = [["Date", "Content", "Video title", "Video publish time", "Duration", "Views"]]
    top = sorted(posts, key=lambda post: -post.views)[:5]
    for day in days[-28:]:
        for post in top:
            views = str(round(post.views / 60 * random.random()))
            facts = [post.native_id, post.caption, _publish_day(post.at, False), str(post.seconds)]
            rows.append([day.isoformat(), *facts, views])
    return plain_csv(rows).encode()


def _totals(posts: list[Post], days: list[date], random: Random) -> bytes:
    daily = sum(post.views for post in posts) / max(1, len(days))
    rows = [["Date", "Views"]]
    rows += [[day.isoformat(), str(round(daily * random.lognormvariate(0, 0.4)))] for day in days]
    return plain_csv(rows).encode()
