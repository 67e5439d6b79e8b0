"""warehouse.match_pair: posts that carry messages on, found anew only where something around a message changed."""

import json
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import duckdb
import pyarrow as pa

from etl.candidates import Original
from etl.carrying import carried
from etl.comparing import Carried
from etl.judged import NUMBER, TEXT, add, forget_stale
from measures.cascade.matching import read
from measures.cascade.weights import ACCEPT
from measures.links import pages_in

TABLE = "warehouse.match_pair"
PAIR = pa.schema(
    {"message_id": TEXT, "post_id": TEXT, "account_id": TEXT, "published_at": pa.timestamp("us", "UTC")}
    | {"method": TEXT, "confidence": NUMBER, "decision": TEXT, "evidence": TEXT}
)
SIGNED = pa.schema({"message_id": TEXT, "signature": pa.uint64()})
ORIGINALS = """
    select o.message_id, o.post_id, p.caption, o.account_id, o.published_at, m.published_at, m.window_until
    from warehouse.message_post as o
    join warehouse.message as m using (message_id)
    join warehouse.post as p on p.post_id = o.post_id
    where p.caption is not null
    order by o.message_id, o.published_at, o.post_id"""
# Where only the day is known, the post counts from the end of that day: it may not pass for older than the message.
POSTS = """
    create or replace temp view carrying_post as
    select
        p.post_id, p.account_id, p.caption, null::varchar[] as links, null::varchar[] as mentions,
        coalesce(p.published_at, timezone('Asia/Jakarta', p.published_on + interval 1 day - interval 1 second))
            as published_at
    from warehouse.post as p
    where p.account_id is not null and p.post_id not in (select post_id from warehouse.message_post)
        and p.account_id not in (select account_id from warehouse.account_unit where tier = 'regency')"""
DAYS = """
    select published_on, bit_xor(hash(post_id, account_id, published_at, caption))
    from warehouse.post
    where published_on >= (select min(published_on) from warehouse.message)
    group by published_on"""


def match_pairs(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    """Match the messages whose texts, time or surrounding posts changed since they were matched last.

    Their posts are laid beside every message of that time: a post carries the message it is most like.
    """
    originals = _originals(con)
    stale = _stale(con, originals, is_whole)
    if not stale:
        return
    con.execute(POSTS)
    spans = [(each.since, each.until) for each in originals if each.message_id in stale]
    pairs = carried(con, "carrying_post", originals, spans)
    add(con, TABLE, PAIR, (_row(each) for each in pairs if each.message_id in stale))


def _originals(con: duckdb.DuckDBPyConnection) -> list[Original]:
    found = []
    for message, post, caption, account, published_at, since, until in con.execute(ORIGINALS).fetchall():
        reading, pages = read(caption, published_at, account or ""), frozenset(pages_in(caption))
        found.append(Original(message, post, caption, reading, since, until, pages, account))
    return found


def _stale(con: duckdb.DuckDBPyConnection, originals: Sequence[Original], is_whole: bool) -> set[str]:
    """The messages to match anew; their pairs are gone."""
    signed = _signatures(con, originals)
    con.register("rows_signed", pa.table([list(signed), list(signed.values())], schema=SIGNED))
    forget_stale(con, TABLE, PAIR, "select * from rows_signed", is_whole)
    con.unregister("rows_signed")
    return {message for (message,) in con.execute("select message_id from stale").fetchall()}


def _signatures(con: duckdb.DuckDBPyConnection, originals: Sequence[Original]) -> dict[str, int]:
    """What a message's matches depend on, as one number: its originals, those of every message of the same time, and
    the posts of every day of its window."""
    days: dict[date, int] = dict(con.execute(DAYS).fetchall()) if originals else {}
    pages = Counter(page for each in originals for page in each.pages)
    own = [_own(each, sorted(page for page in each.pages if pages[page] == 1)) for each in originals]
    ordered = sorted(range(len(originals)), key=lambda place: originals[place].since)
    starts = [originals[place].since for place in ordered]
    longest = max((each.until - each.since for each in originals), default=timedelta())
    digests: dict[str, Any] = defaultdict(sha256)
    for each in originals:
        near = ordered[bisect_left(starts, each.since - longest) : bisect_right(starts, each.until)]
        digests[each.message_id].update(b"".join(sorted(own[place] for place in near)))
        digests[each.message_id].update(repr([days.get(day) for day in _days(each)]).encode())
    return {message: int.from_bytes(digest.digest()[:8], "big") for message, digest in digests.items()}


def _own(original: Original, pages: list[str]) -> bytes:
    return sha256(repr((original.post_id, original.caption, original.since, original.until, pages)).encode()).digest()


def _days(original: Original) -> list[date]:
    first = original.since.date() - timedelta(days=1)
    return [first + timedelta(days=step) for step in range((original.until.date() - first).days + 2)]


def _row(pair: Carried) -> tuple:
    decision = "carry" if pair.confidence >= ACCEPT else "review"
    return (
        pair.message_id, pair.post_id, pair.account_id, pair.published_at, pair.method, round(pair.confidence, 4),
        decision, json.dumps(pair.evidence, ensure_ascii=False),
    )  # fmt: skip
