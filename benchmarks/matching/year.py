"""An invented year of posts and messages whose carriers are known, as tables for the benchmark."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pyarrow as pa

from etl.demo.captions import Places, compose
from etl.demo.cast import agencies, read_csv, villages
from etl.demo.messages import WORDINGS
from etl.demo.model import Unit

REFERENCE = Path(__file__).parents[2] / "data" / "reference"
WIB = ZoneInfo("Asia/Jakarta")
START, DAYS = datetime(2026, 1, 1, tzinfo=WIB), 365
STYLES = ("service", "education", "result", "figure", "mixed", "neither")
SHAPES = {"copy": 30, "credit": 22, "trim": 16, "reword": 14, "javanese": 10}
CARRIERS = 100  # per message


def year(posts: int, messages: int, seed: int = 1) -> tuple[pa.Table, pa.Table]:
    """Messages (message_id, caption, published_at) and posts (the columns of a match, and `truth`: message or null)."""
    random = Random(seed)
    regions = read_csv(REFERENCE / "regions.csv")
    units = agencies(read_csv(REFERENCE / "agencies.csv"), seed, 1.0) + villages(regions, seed, 1.0)[0]
    places = Places(regions)
    said = list(_messages(units[0], places, messages, random))
    carrying = [
        row for message in said for row in _carriers(message, units, min(CARRIERS, posts // (2 * messages)), random)
    ]
    plain = _plain(units, places, posts - len(carrying), random)
    table = [{"post_id": f"facebook:{place}", **row} for place, row in enumerate([*carrying, *plain])]
    return pa.Table.from_pylist(said), pa.Table.from_pylist(table, POSTS)


MOMENT = pa.timestamp("us", "UTC")
TEXTS = ("post_id", "account_id", "caption", "truth")
POSTS = pa.schema(
    [(name, pa.string()) for name in TEXTS]
    + [("published_at", MOMENT), ("links", pa.list_(pa.string())), ("mentions", pa.list_(pa.string()))]
)


def _moment(random: Random, days: float = DAYS) -> datetime:
    return START + timedelta(days=random.uniform(0, days))


def _messages(unit: Unit, places: Places, number: int, random: Random) -> Iterator[dict]:
    for place in range(number):
        at = _moment(random, DAYS - 14)
        first, tags = compose(unit, "service", at.date(), places, random)
        second, _ = compose(unit, random.choice(("result", "education")), at.date(), places, random)
        yield {"message_id": f"facebook:pesan{place}", "caption": f"{first}\n{second} {tags}", "published_at": at}


def _carriers(message: dict, units: list[Unit], number: int, random: Random) -> Iterator[dict]:
    for _ in range(number):
        unit, shape = random.choice(units), random.choices(list(SHAPES), SHAPES.values())[0]
        text = WORDINGS[shape](message["caption"], unit, random)
        at = message["published_at"] + timedelta(days=min(13.9, random.expovariate(1)), minutes=5)
        yield _row(unit, at, text, message["message_id"])


def _plain(units: list[Unit], places: Places, number: int, random: Random) -> Iterator[dict]:
    for _ in range(number):
        unit, at = random.choice(units), _moment(random)
        body, tags = compose(unit, random.choice(STYLES), at.date(), places, random)
        yield _row(unit, at, f"{body} {tags}", None)


def _row(unit: Unit, at: datetime, caption: str, truth: str | None) -> dict:
    return {"account_id": f"facebook:{unit.stem}", "published_at": at, "caption": caption, "truth": truth}
