"""One more day of posts after a matched year: `python -m benchmarks.matching.day [posts messages]`."""

import argparse
import gc
import time
from datetime import timedelta

import duckdb
import pyarrow as pa

from benchmarks.matching.year import DAYS, START, year
from etl.repost_match import match_pairs

NEW_POSTS = 1_500
WINDOW = timedelta(days=14)
TABLES = """
    create schema warehouse;
    create table warehouse.account_unit (account_id varchar, tier varchar);
    create table warehouse.post as
        select post_id, account_id, published_at, cast(published_at as date) as published_on, caption from posts;
    create table warehouse.message as
        select message_id, published_at, cast(published_at as date) as published_on,
            published_at + interval 14 day as window_until
        from messages;
    create table warehouse.message_post as
        select message_id, message_id as post_id, 'facebook:induk' as account_id, published_at from messages;
    insert into warehouse.post
        select message_id, 'facebook:induk', published_at, cast(published_at as date), caption from messages;
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posts", type=int, nargs="?", default=500_000)
    parser.add_argument("messages", type=int, nargs="?", default=2_000)
    args = parser.parse_args()
    messages, posts = year(args.posts, args.messages)
    gc.freeze()
    with duckdb.connect(config={"threads": 2, "memory_limit": "1200MB"}) as con:
        con.execute("set TimeZone = 'Asia/Jakarta'")
        con.register("messages", messages)
        con.register("posts", posts)
        con.execute(TABLES)
        _timed("the year", con, is_whole=True)
        _timed("nothing new", con, is_whole=False)
        con.register("day", _day(posts))
        con.execute("insert into warehouse.post select * from day")
        _timed(f"{NEW_POSTS} posts more", con, is_whole=False)


def _day(posts: pa.Table) -> pa.Table:
    """The first posts of the year once more, as posts of its last days."""
    rows = posts.slice(0, NEW_POSTS).to_pylist()
    at = START + timedelta(days=DAYS - 1)
    moments = [at + timedelta(seconds=50 * place) for place in range(len(rows))]
    return pa.table(
        {
            "post_id": [f"{row['post_id']}-lagi" for row in rows],
            "account_id": [row["account_id"] for row in rows],
            "published_at": moments,
            "published_on": [moment.date() for moment in moments],
            "caption": [row["caption"] for row in rows],
        }
    )


def _timed(what: str, con: duckdb.DuckDBPyConnection, is_whole: bool) -> None:
    start = time.perf_counter()
    match_pairs(con, {}, is_whole)
    [(pairs,)] = con.execute("select count(*) from warehouse.match_pair").fetchall()
    print(f"{what}: {time.perf_counter() - start:.1f} s, {pairs} pairs")


if __name__ == "__main__":
    main()
