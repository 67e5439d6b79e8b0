"""Posts laid beside the originals they might carry; when there are many, by processes of their own."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from typing import Self

from etl.candidates import Candidate, Original
from measures.cascade.evidence import evidence
from measures.cascade.matching import WIB, Reading, compare, handle_of, read
from measures.cascade.weights import REVIEW

REMEMBERED = 20_000  # readings
BATCH = 4_000  # posts; fewer are judged here sooner than a process could start
Given = tuple[Candidate, list[int]]


@dataclass(frozen=True)
class Carried:
    """One post found to carry one message, with a confidence from 0 to 1."""

    message_id: str
    post_id: str
    account_id: str | None
    published_at: datetime
    method: str
    confidence: float
    evidence: dict[str, object]


class Comparing:
    """Posts laid beside originals; texts copied word for word only once, for all accounts whose own name plays no
    part in them."""

    def __init__(self, originals: Sequence[Original]) -> None:
        self._originals = originals
        self._readings: dict[tuple, Reading] = {}
        self._known: dict[tuple, tuple[float, int]] = {}

    def surest(self, each: Candidate, places: Sequence[int]) -> Iterator[Carried]:
        """The original at `places` that the post most surely carries, if any is worth a look."""
        who = each.account_id or ""
        text = (each.caption, each.published_at.astimezone(WIB).date(), *(each.mentions or ()))
        self._forget()
        post = self._readings.get(text) or read(each.caption, each.published_at, who, each.mentions or ())
        self._readings[text] = post
        own = tuple(name for name in sorted(post.facts.names) if name in handle_of(who))
        key = (text, own, *places)
        if key not in self._known:
            self._known[key] = max(
                (compare(post.of(who), self._originals[at].reading).confidence, -at) for at in places
            )
        confidence, place = self._known[key]
        if confidence >= REVIEW:
            yield _carried(each, confidence, self._originals[-place], post)

    def _forget(self) -> None:
        """Copies come within days of each other; what lies further back need not be kept."""
        if len(self._readings) > REMEMBERED:
            self._readings.clear()
            self._known.clear()


def _carried(each: Candidate, confidence: float, original: Original, post: Reading) -> Carried:
    method = "mention" if original.reading.handle in post.text.mentions else "text"
    why = evidence(post, original.reading).as_json()
    return Carried(original.message_id, each.post_id, each.account_id, each.published_at, method, confidence, why)


def _judged(given: Sequence[Given], originals: Sequence[Original]) -> list[Carried]:
    comparing = Comparing(originals)
    return [found for each, places in given for found in comparing.surest(each, places)]


class Judges:
    """Takes posts while the search for more goes on, and answers in the order they were given."""

    def __init__(self, originals: Sequence[Original]) -> None:
        self._originals = originals
        self._waiting: list[Given] = []
        self._sent: list[Future[list[Carried]]] = []
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def give(self, each: Candidate, places: list[int]) -> None:
        """A post and the places of the originals it might carry."""
        self._waiting.append((each, places))
        if len(self._waiting) >= BATCH:
            if self._pool is None:
                processors = min(4, os.cpu_count() or 1)
                self._pool = ProcessPoolExecutor(processors, get_context("spawn"), _remember, (self._originals,))
            self._sent.append(self._pool.submit(_judged_there, self._waiting))
            self._waiting = []

    def verdicts(self) -> Iterator[Carried]:
        for batch in self._sent:
            yield from batch.result()
        yield from _judged(self._waiting, self._originals)


_originals: Sequence[Original] = ()


def _remember(originals: Sequence[Original]) -> None:
    """In a process of its own: the originals, sent once."""
    global _originals
    _originals = originals


def _judged_there(given: Sequence[Given]) -> list[Carried]:
    return _judged(given, _originals)
