"""An invented year of posts against its messages: ours, MinHash LSH and TF-IDF on the same data, time and accuracy.

`python -m benchmarks.matching.speed 500000 2000` runs ours alone; `... 60000 240 --all` runs all three.
"""

import argparse
import gc
import re
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from multiprocessing import Process
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
from datasketch import MinHash, MinHashLSH
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.matching.year import year
from etl.candidates import Original
from etl.carrying import carried
from measures.cascade.matching import read
from measures.cascade.weights import ACCEPT

WINDOW = timedelta(days=14)
PERMUTATIONS, JACCARD = 64, 0.25
Pair = tuple[str, str, float]  # post, message, score
Way = Callable[[list[dict], Any], Iterator[Pair]]  # ours takes the posts as a table, the others as a list


def ours(messages: list[dict], posts: pa.Table) -> Iterator[Pair]:
    originals = [
        Original(each["message_id"], each["message_id"], each["caption"],
                 read(each["caption"], each["published_at"], "facebook:induk"),
                 each["published_at"], each["published_at"] + WINDOW)
        for each in messages
    ]  # fmt: skip
    with duckdb.connect(config={"threads": 2, "memory_limit": "1200MB"}) as con:
        con.execute("set TimeZone = 'UTC'")
        con.register("given", posts)
        con.execute("create table posts as select * from given")
        for each in carried(con, "posts", originals):
            yield each.post_id, each.message_id, each.confidence


def minhash(messages: list[dict], posts: list[dict]) -> Iterator[Pair]:
    """MinHash LSH over runs of three words, then the estimated Jaccard similarity."""
    index, known = MinHashLSH(threshold=JACCARD, num_perm=PERMUTATIONS), {}
    for each in messages:
        known[each["message_id"]] = each["published_at"], _signature(each["caption"])
        index.insert(each["message_id"], known[each["message_id"]][1])
    for post in posts:
        signature = _signature(post["caption"])
        near = [name for name in index.query(signature) if _in_window(post["published_at"], known[name][0])]
        if near:
            score, name = max((signature.jaccard(known[name][1]), name) for name in near)
            yield post["post_id"], name, score


def _signature(caption: str) -> MinHash:
    words = re.findall(r"\w+", caption.lower())
    found = MinHash(num_perm=PERMUTATIONS)
    found.update_batch([" ".join(words[place : place + 3]).encode() for place in range(max(1, len(words) - 2))])
    return found


def tf_idf(messages: list[dict], posts: list[dict]) -> Iterator[Pair]:
    """TF-IDF of words and pairs of words, and a sparse product of every stretch of posts with the messages awake."""
    vectors = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, dtype=np.float32)
    table = vectors.fit_transform([each["caption"] for each in (*messages, *posts)])
    posts_from = len(messages)
    order = sorted(range(len(posts)), key=lambda place: posts[place]["published_at"])
    for start in range(0, len(order), 5000):
        rows = order[start : start + 5000]
        first, last = posts[rows[0]]["published_at"], posts[rows[-1]]["published_at"]
        awake = [at for at, each in enumerate(messages) if first - WINDOW <= each["published_at"] <= last]
        alike = (table[[posts_from + row for row in rows]] @ table[awake].T).toarray() if awake else np.zeros((0, 0))
        for row, scores in zip(rows, alike, strict=False):
            at = int(scores.argmax())
            if scores[at] > 0 and _in_window(posts[row]["published_at"], messages[awake[at]]["published_at"]):
                yield posts[row]["post_id"], messages[awake[at]]["message_id"], float(scores[at])


def _in_window(post: datetime, message: datetime) -> bool:
    return message <= post <= message + WINDOW


WAYS: dict[str, Way] = {"jangkau": ours, "minhash_lsh": minhash, "tf_idf": tf_idf}


def measure(name: str, size: Sequence[int]) -> None:
    """Run one way in this process and print what it took; thresholds of the plain ways are the best for these data."""
    told, table = year(*size)
    messages, posts = told.to_pylist(), table if name == "jangkau" else table.to_pylist()
    gc.collect()
    gc.freeze()  # the texts of the other ways are no garbage to look through again and again
    start = time.perf_counter()
    pairs = list(WAYS[name](messages, posts))
    took = time.perf_counter() - start
    truth = dict(zip(table["post_id"].to_pylist(), table["truth"].to_pylist(), strict=True))
    carrying = sum(each is not None for each in truth.values())
    steps = [ACCEPT] if name == "jangkau" else np.arange(0.05, 1.0, 0.05)
    best = max((_quality(pairs, truth, carrying, float(least)) for least in steps), key=lambda each: each[0])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{name}: {took:.1f} s, precision {best[1]:.3f}, recall {best[2]:.3f}, peak {memory:.2f} GB with the texts")


def _quality(
    pairs: list[Pair], truth: dict[str, str | None], carrying: int, least: float
) -> tuple[float, float, float]:
    said = [(post, message) for post, message, score in pairs if score >= least]
    right = sum(truth[post] == message for post, message in said)
    precision, recall = right / (len(said) or 1), right / carrying
    return 2 * precision * recall / ((precision + recall) or 1), precision, recall


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posts", type=int, nargs="?", default=500_000)
    parser.add_argument("messages", type=int, nargs="?", default=2_000)
    parser.add_argument("--all", action="store_true", help="MinHash LSH and TF-IDF too")
    args = parser.parse_args()
    for name in WAYS if args.all else ["jangkau"]:
        process = Process(target=measure, args=(name, (args.posts, args.messages)))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
