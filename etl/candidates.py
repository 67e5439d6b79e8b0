"""Which posts share enough telling words with which messages to be worth comparing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import duckdb
import pyarrow as pa

from measures.cascade.matching import Reading
from measures.cascade.weights import weight
from measures.cascade.words import root, roots

Span = tuple[datetime, datetime]
STRETCH = timedelta(days=10)  # posts are searched in stretches, so that memory stays flat
NUMBER_WEIGHT = 0.5
TELLING = 0.3  # weight below which a word is said by too many to search for it
LEAST_ALIKE = 0.13  # cosine; every labelled pair that carries has at least 0.17
MOST = 2  # originals per post; in every labelled pair that carries, the original is the most alike
WHOLE = 0.999  # of one text's telling words stand in the other: word for word the same, or part of it
LEAST_WHOLE = 6.0  # weight of a part that can only come from this message
PATTERN = "[a-z]{3,}|[0-9]+"
ROOT = pa.schema([("word", pa.string()), ("root", pa.int32()), ("weight", pa.float32())])
TOLD = pa.schema(
    [("original", pa.int32()), ("root", pa.int32()), ("weight", pa.float32()), ("mass", pa.float32()),
     ("since", pa.timestamp("us", "UTC")), ("until", pa.timestamp("us", "UTC"))]
)  # fmt: skip


@dataclass(frozen=True)
class Original:
    """One text of a message, the pages it points to, and the time in which posts may carry it."""

    message_id: str
    post_id: str
    caption: str
    reading: Reading
    since: datetime
    until: datetime
    pages: frozenset[str] = frozenset()
    account_id: str | None = None  # whose own posts do not carry the message on; None to compare all


@dataclass(frozen=True)
class Candidate:
    """A post, and the places of the originals it might carry, the most alike first.

    is_whole: all telling words and figures of the first original stand in the post, or all of the post's in it.
    """

    post_id: str
    account_id: str
    published_at: datetime
    caption: str
    mentions: list[str] | None
    originals: list[int]
    is_whole: bool


class Vocabulary:
    """Roots as numbers; a word is looked up once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words: dict[str, tuple[int, float] | None] = {}

    def find(self, word: str) -> tuple[int, float] | None:
        """Number and weight of a word's root; None for a word that tells nothing. A figure is its own root."""
        if word not in self._words:
            self._words[word] = self._new(word)
        return self._words[word]

    def _new(self, word: str) -> tuple[int, float] | None:
        found = word if word.isdigit() else root(word)
        tells = NUMBER_WEIGHT if word.isdigit() else 0.0 if found in roots("stop") else weight(found)
        return (self._numbers.setdefault(found, len(self._numbers)), tells) if tells >= TELLING else None


def candidates(
    con: duckdb.DuckDBPyConnection, posts: str, originals: Sequence[Original], spans: Sequence[Span]
) -> Iterator[Candidate]:
    """Go through the posts (post_id, account_id, published_at, caption, mentions) of the spans, earliest first."""
    vocabulary = Vocabulary()
    _remember_words(con, originals, vocabulary)
    for start, until in _stretches(spans):
        con.execute(TOKENS.format(posts=posts, pattern=PATTERN), {"start": start, "until": until})
        _remember_roots(con, vocabulary)
        limits = {"alike": LEAST_ALIKE, "most": MOST, "whole": WHOLE, "least_whole": LEAST_WHOLE}
        yield from (Candidate(*row) for row in con.execute(SHARED, limits).fetchall())


def _stretches(spans: Sequence[Span]) -> Iterator[Span]:
    """Stretches [start, until) that together hold every span, none twice."""
    for since, until in _merged(spans):
        at = since
        while at <= until:
            end = min(at + STRETCH, until + timedelta(microseconds=1))
            yield at, end
            at = end


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Spans that touch become one."""
    merged: list[Span] = []
    for since, until in sorted(spans):
        if merged and since <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], until)
        else:
            merged.append((since, until))
    return merged


TOKENS = """
    create or replace temp table token as
    with awake as (
        select
            cast(row_number() over (order by published_at, post_id) as integer) as place,
            post_id, account_id, published_at, caption, mentions
        from {posts}
        where published_at >= $start and published_at < $until and caption is not null
    )
    select *, list_distinct(regexp_extract_all(lower(caption), '{pattern}')) as words
    from awake"""
SHARED = """
    with
        said as (
            select t.place, r.root, any_value(r.weight) as weight
            from (select place, unnest(words) as word from token) as t
            join root_of as r on r.word = t.word
            group by t.place, r.root
        ),
        weighed as (select place, sum(weight) as mass from said group by place),
        shared as (
            select s.place, t.original, sum(t.weight) as weight, any_value(t.mass) as message_mass
            from said as s
            join token as p on p.place = s.place
            join told as t on t.root = s.root and p.published_at between t.since and t.until
            group by s.place, t.original
        ),
        alike as (
            select
                s.place, s.original, s.weight / sqrt(s.message_mass * w.mass) as likeness,
                s.weight >= greatest($least_whole, $whole * least(s.message_mass, w.mass)) as is_whole
            from shared as s
            join weighed as w using (place)
            where s.weight >= $alike * sqrt(s.message_mass * w.mass)
            qualify row_number() over (partition by s.place order by likeness desc, s.original) <= $most
        ),
        by_post as (
            select
                place, list(original order by likeness desc, original) as originals,
                first(is_whole order by likeness desc, original) as is_whole
            from alike
            group by place
        )
    select p.post_id, p.account_id, p.published_at, p.caption, p.mentions, b.originals, b.is_whole
    from by_post as b
    join token as p using (place)
    order by b.place"""


def _remember_words(con: duckdb.DuckDBPyConnection, originals: Sequence[Original], vocabulary: Vocabulary) -> None:
    """The telling roots of every original, as the table `told`."""
    rows = []
    for place, original in enumerate(originals):
        found = map(vocabulary.find, set(re.findall(PATTERN, " ".join(original.reading.text.words))))
        said = dict(each for each in found if each)
        mass = sum(said.values())
        rows += [(place, each, tells, mass, original.since, original.until) for each, tells in said.items()]
    _table(con, "told", rows, TOLD)


def _remember_roots(con: duckdb.DuckDBPyConnection, vocabulary: Vocabulary) -> None:
    """Root and weight of every telling word of this stretch, as the table `root_of`."""
    said = con.execute("select distinct unnest(words) as word from token").fetchall()
    _table(con, "root_of", [(word, *found) for (word,) in said if (found := vocabulary.find(word))], ROOT)


def _table(con: duckdb.DuckDBPyConnection, name: str, rows: Sequence[tuple], schema: pa.Schema) -> None:
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in schema]
    con.register("rows_given", pa.table(columns, schema=schema))
    con.execute(f"create or replace temp table {name} as select * from rows_given")
    con.unregister("rows_given")
