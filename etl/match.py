"""`python -m etl match`: posts as JSON lines in, the message each one carries out; the pipeline's own code."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import IO
from zoneinfo import ZoneInfo

import duckdb
import pyarrow as pa

from etl.candidates import Original
from etl.carrying import carried
from etl.comparing import Carried
from etl.errors import BadReference, EtlError
from etl.settings import settings
from landing.places import Places, places
from measures.cascade.matching import read
from measures.cascade.weights import ACCEPT
from measures.links import pages_in

WIB = ZoneInfo("Asia/Jakarta")
SOME_SET_ASIDE = 3
YEARS = range(2000, 2100)
MOST_DAYS = 10_000
COLUMNS = pa.schema(
    [("post_id", pa.string()), ("account_id", pa.string()), ("published_at", pa.timestamp("us", "UTC")),
     ("caption", pa.string()), ("links", pa.list_(pa.string())), ("mentions", pa.list_(pa.string()))]
)  # fmt: skip


@dataclass(frozen=True)
class Post:
    post_id: str
    account: str
    published_at: datetime | None
    caption: str
    links: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    is_message: bool = False


def run(args: argparse.Namespace) -> int:
    """Answers to stdout in the order of the posts; what cannot be read is named on stderr with its line."""
    with _opened(args.path) as lines:
        posts, unreadable = read_posts(line.decode("utf-8", "replace").lstrip("\ufeff") for line in lines)
    for answer in match(posts, _window(places())):
        print(json.dumps(answer, ensure_ascii=False))
    for said in unreadable:
        print(said, file=sys.stderr)
    return SOME_SET_ASIDE if unreadable else 0


def _window(where: Places) -> timedelta:
    days = settings(where).get("message", {}).get("window_days")
    if not isinstance(days, int | float) or not 0 < days < MOST_DAYS:
        raise BadReference("settings.toml: [message] window_days tidak ada atau keliru. Salin barisnya dari bawaan.")
    return timedelta(days=days)


def _opened(path: Path | None) -> AbstractContextManager[IO[bytes]]:
    """Bytes, for only they end a line where JSON lines end: a caption may hold other line ends as they are."""
    try:
        return path.open("rb") if path else nullcontext(sys.stdin.buffer)
    except OSError as error:
        raise EtlError(f"{path} tidak dapat dibuka. Periksa nama dan foldernya.") from error


def read_posts(lines: Iterable[str]) -> tuple[list[Post], list[str]]:
    """Every post that can be read, and a sentence for every line that cannot. A post is known by its id: once."""
    posts: dict[str, Post] = {}
    unreadable = []
    for number, line in enumerate(lines, 1):
        try:
            post = parse(line) if line.strip() else None
        except UnreadableLine as error:
            unreadable.append(f"Baris {number}: {error}. Baris ini dilewati.")
            continue
        if post and posts.setdefault(post.post_id, post) is not post:
            unreadable.append(f"Baris {number}: post_id {post.post_id} sudah ada. Baris ini dilewati.")
    return list(posts.values()), unreadable


class UnreadableLine(ValueError):
    """A line that is no post; its message says why."""


def parse(line: str) -> Post:
    """One JSON line. What the line does not tell is missing, not invented."""
    try:
        said = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableLine("bukan JSON") from error
    if not isinstance(said, dict) or not isinstance(said.get("post_id"), str) or not said["post_id"]:
        raise UnreadableLine("tidak menyebut post_id")
    return Post(
        _storable(said["post_id"]), _text(said, "account"), _moment(said.get("published_at")), _text(said, "caption"),
        _texts(said, "links"), _texts(said, "mentions"), said.get("is_message") is True,
    )  # fmt: skip


def _text(said: dict, name: str) -> str:
    value = said.get(name) or ""
    if not isinstance(value, str):
        raise UnreadableLine(f"{name} bukan teks")
    return _storable(value)


def _storable(text: str) -> str:
    """Half an emoji, as exports leave it where they cut a text, cannot be stored."""
    return text.encode("utf-8", "replace").decode()


def _texts(said: dict, name: str) -> tuple[str, ...]:
    value = said.get(name) or []
    if not isinstance(value, list):
        raise UnreadableLine(f"{name} bukan daftar")
    return tuple(_storable(each) for each in value if isinstance(each, str))


def _moment(value: object) -> datetime | None:
    """A time without a zone is WIB, a day without a time the end of that day."""
    if value is None or value == "":
        return None
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise UnreadableLine(f"published_at berisi “{value}”, seharusnya seperti 2026-03-04T08:15:00+07:00") from error
    if found.year not in YEARS:
        raise UnreadableLine(f"published_at berisi tahun {found.year}")
    found = found + timedelta(days=1, seconds=-1) if _is_day(str(value)) else found
    return found if found.tzinfo else found.replace(tzinfo=WIB)


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def match(posts: Sequence[Post], window: timedelta) -> Iterator[dict[str, object]]:
    """One answer per post, in the order given: the message it carries, or null, and why."""
    originals = [_original(post, window) for post in posts if post.is_message and post.published_at]
    with duckdb.connect() as con:
        con.execute("set TimeZone = 'UTC'")
        con.register("posts", _table(post for post in posts if not post.is_message))
        pairs = carried(con, "posts", originals)
    best: dict[str, Carried] = {}
    for pair in pairs:
        if pair.post_id not in best or pair.confidence > best[pair.post_id].confidence:
            best[pair.post_id] = pair
    yield from (_answer(post, best.get(post.post_id)) for post in posts)


def _original(post: Post, window: timedelta) -> Original:
    assert post.published_at
    reading = read(post.caption, post.published_at, post.account)
    pages = frozenset(pages_in(" ".join((post.caption, *post.links))))
    until = post.published_at + window
    return Original(post.post_id, post.post_id, post.caption, reading, post.published_at, until, pages)


def _table(posts: Iterable[Post]) -> pa.Table:
    rows = [
        {"post_id": post.post_id, "account_id": post.account, "published_at": post.published_at,
         "caption": post.caption, "links": list(post.links), "mentions": list(post.mentions)}
        for post in posts
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, COLUMNS)


def _answer(post: Post, pair: Carried | None) -> dict[str, object]:
    carries = pair is not None and pair.confidence >= ACCEPT
    return {
        "post_id": post.post_id,
        "message_post_id": pair.message_id if pair and carries else None,
        "method": pair.method if pair and carries else None,
        "confidence": round(pair.confidence, 4) if pair else None,
        "evidence": pair.evidence if pair else {"why": _why_not(post)},
    }


def _why_not(post: Post) -> str:
    if post.is_message:
        return "Unggahan ini adalah pesan itu sendiri."
    if post.published_at is None:
        return "Waktu terbit tidak diketahui, jadi tidak dapat dibandingkan."
    return "Tidak ada pesan sebelumnya yang serupa."
