"""Meta Business Suite content export for Instagram: posts and stories, English and Indonesian."""

from datetime import datetime
from random import Random

from etl.demo.calendar import PACIFIC
from etl.demo.links import permalink
from etl.demo.metrics import grown
from etl.demo.model import Account, Post
from etl.demo.writers.tables import columns, meta_csv

IDENTITY = columns(
    "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,"
    "Permalink,Post type,Data comment,Date"
)
INDONESIAN = {
    "Post ID": "ID Postingan",
    "Account ID": "ID Akun",
    "Account username": "Nama pengguna akun",
    "Account name": "Nama akun",
    "Description": "Deskripsi",
    "Duration (sec)": "Durasi (detik)",
    "Publish time": "Waktu penerbitan",
    "Permalink": "Permalink",
    "Post type": "Jenis postingan",
    "Data comment": "Komentar data",
    "Date": "Tanggal",
    "Views": "Tayangan",
    "Reach": "Jangkauan",
    "Likes": "Suka",
    "Shares": "Frekuensi dibagikan",
    "Comments": "Komentar",
    "Saves": "Frekuensi Disimpan",
    "Follows": "Mengikuti",
    "Profile visits": "Kunjungan profil",
    "Replies": "Balasan",
    "Navigation": "Navigasi",
    "Sticker taps": "Ketukan stiker",
}
METRICS = {
    "en-2026": columns("Views,Reach,Likes,Shares,Follows,Comments,Saves"),
    "en-2025": columns("Views,Reach,Likes,Shares,Comments,Saves,Follows"),
    "id": columns("Views,Likes,Shares,Comments,Saves,Reach,Follows"),
}
STORY_METRICS = {
    "en": [
        "Views",
        "Reach",
        "Navigation",
        "Profile visits",
        "Replies",
        "Link clicks",
        "Sticker taps",
        "Follows",
    ],
    "id": ["Views", "Reach", "Likes", "Shares", "Profile visits", "Replies", "Navigation", "Sticker taps"],
}
TYPES = {
    "en": {"photo": "IG image", "carousel": "IG carousel", "video": "IG reel", "story": "IG story"},
    "id": {"photo": "Gambar IG", "carousel": "Carousel IG", "video": "Reel IG", "story": "Cerita IG"},
}
PERIOD = {"en": "Lifetime", "id": "Sepanjang Masa"}


def content(owner: Account, posts: list[Post], exported_at: datetime, dialect: str) -> list[list[str]]:
    """Header and rows. Posts of other accounts are collaborations: their reach and follows stay blank."""
    language = dialect[:2]
    columns = IDENTITY + METRICS[dialect]
    rows = [[INDONESIAN[name] for name in columns] if language == "id" else columns]
    for post in posts:
        cells = _identity(post, language) | _metrics(post, exported_at)
        if post.account != owner:
            cells |= {"Reach": "", "Follows": ""}
        rows.append([cells[name] for name in columns])
    return rows


def stories(posts: list[Post], exported_at: datetime, language: str) -> bytes:
    columns = IDENTITY + STORY_METRICS[language]
    rows = [[INDONESIAN[name] for name in columns] if language == "id" else columns]
    for post in posts:
        cells = _identity(post, language) | _metrics(post, exported_at) | _story_metrics(post)
        rows.append([cells[name] for name in columns])
    return meta_csv(rows)


def pacific_minute(moment: datetime) -> str:
    """Meta writes US Pacific time whatever the account's zone, in American order whatever the language."""
    return moment.astimezone(PACIFIC).strftime("%m/%d/%Y %H:%M")


def _identity(post: Post, language: str) -> dict[str, str]:
    types = TYPES[language]
    return {
        "Post ID": post.native_id,
        "Account ID": post.account.native_id,
        "Account username": post.account.handle,
        "Account name": post.account.name,
        "Description": post.caption,
        "Duration (sec)": str(post.seconds),
        "Publish time": pacific_minute(post.at),
        "Permalink": permalink(post),
        "Post type": types.get(post.item.kind, types["photo"]),
        "Data comment": "",
        "Date": PERIOD[language],
    }


def _metrics(post: Post, exported_at: datetime) -> dict[str, str]:
    age = (exported_at - post.at).total_seconds() / 86400
    follows_shown = Random(post.native_id).random() < 0.6
    return {
        "Views": str(grown(post.views, age, "instagram")),
        "Reach": str(grown(post.reach + post.boosted_reach, age, "instagram")),
        "Likes": str(grown(post.likes, age, "instagram")),
        "Shares": str(grown(post.shares, age, "instagram")),
        "Comments": str(grown(post.comments, age, "instagram")),
        "Saves": str(grown(post.saves, age, "instagram")),
        "Follows": str(grown(post.follows, age, "instagram")) if follows_shown else "",
    }


def _story_metrics(post: Post) -> dict[str, str]:
    return {
        "Navigation": str(round(post.views * 1.1)),
        "Profile visits": str(round(post.reach * 0.01)),
        "Replies": str(round(post.comments * 0.4)),
        "Link clicks": str(round(post.clicks)),
        "Sticker taps": str(round(post.likes * 0.2)),
    }
