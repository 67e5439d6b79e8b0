"""Hand-filled recap sheets of a kecamatan: title rows, gaps, several links in a cell, a total."""

from datetime import datetime
from random import Random

from etl.demo.calendar import long_day, wib_day
from etl.demo.links import permalink
from etl.demo.metrics import grown
from etl.demo.model import Post
from measures.months import MONTHS

HEADER = [
    "No",
    "Desa/Kelurahan",
    "Tanggal",
    "Judul",
    "Link",
    "Tayangan",
    "Suka",
    "Komentar",
    "Dibagikan",
    "Keterangan",
]
JUNK = ["?igsh=MWNvbnRvaA==", "?utm_source=ig_web_copy_link", "", "", ""]


def sheet(title: str, posts: list[Post], exported_at: datetime, random: Random) -> list[list[str]]:
    """Rows as people type them; `posts` sorted by village and time."""
    month = MONTHS[wib_day(exported_at).month - 1].upper()
    rows = [[f"REKAP MEDIA SOSIAL DESA SE-{title.upper()}"], [f"BULAN {month} 2026 (contoh)"], [], HEADER]
    number, village, likes, place = 0, "", 0, 0
    while place < len(posts):
        post = posts[place]
        together = _same_day(posts, place) if random.random() < 0.3 else [post]
        place += len(together)
        number += 1
        own = post.account.unit.short
        shown = "" if own == village and random.random() < 0.7 else own
        village = own
        likes += grown(post.likes, 7, post.account.platform)
        rows.append(
            [
                str(number),
                shown,
                _day(post, random),
                _title(post),
                _links(together, random),
                *_counts(post, random),
            ]
        )
    rows.append(["", "Jumlah", "", "", "", "", str(likes), "", "", ""])
    signed = [[], ["Mengetahui,", "", "", "", "", "", "Camat"]] if random.random() < 0.15 else []
    return rows + signed


def _same_day(posts: list[Post], place: int) -> list[Post]:
    """This post and the next, where one village published both on one day."""
    pair = posts[place : place + 2]
    same = len(pair) == 2 and pair[0].account == pair[1].account and wib_day(pair[0].at) == wib_day(pair[1].at)
    return pair if same else pair[:1]


def _day(post: Post, random: Random) -> str:
    day = wib_day(post.at)
    return long_day(day) if random.random() < 0.15 else f"{day:%d/%m/%Y}"


def _title(post: Post) -> str:
    return " ".join(post.caption.split())[:70]


def _links(posts: list[Post], random: Random) -> str:
    return "\n".join(permalink(post) + random.choice(JUNK) for post in posts)


def _counts(post: Post, random: Random) -> list[str]:
    age = random.uniform(2, 12)
    names = ("views", "likes", "comments", "shares")
    cells = [_typed(grown(getattr(post, name), age, post.account.platform)) for name in names]
    if random.random() < 0.3:
        cells[0] = "-"
    return [*cells, random.choice(["", "", "", "sudah dilaporkan", "kurang foto"])]


def _typed(count: int) -> str:
    return f"{count / 1000:.1f} rb".replace(".", ",") if count >= 1000 else str(count)
