"""Which posts share enough telling words with which messages to be worth comparing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from unicodedata import normalize

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from etl.vocabulary import Vocabulary
from measures.cascade.matching import Reading

Span = tuple[datetime, datetime]
STRETCH = timedelta(days=10)  # posts are searched in stretches, so that memory stays flat
LEAST_ALIKE = 0.15  # cosine where two figures are shared
LEAST_WITHOUT_FIGURES = 0.2  # else: of 280 labelled pairs that carry two lie below
MOST = 2  # messages per post; in every labelled pair that carries, its message is the most alike
NEARLY = 0.8  # of the likeness of the first, for a second message to be compared at all
WHOLE = 0.999  # of one text's telling words stand in the other: word for word the same, or part of it
LEAST_WHOLE = 6.0  # weight of a part that can only come from this message
PATTERN = "[a-z]{3,}|[0-9]+"
FANCY_LETTER = r"[\x{1D400}-\x{1D7FF}\x{FF01}-\x{FF5E}]"  # bold, italic and wide letters that admins decorate with
FANCY = {
    letter: plain
    for letter in map(chr, (*range(0x1D400, 0x1D800), *range(0xFF01, 0xFF5F)))
    if len(plain := normalize("NFKC", letter)) == 1 and plain.isascii() and plain.isalnum()
}
LETTERS = {"pattern": PATTERN, "is_fancy": FANCY_LETTER, "fancy": "".join(FANCY), "plain": "".join(FANCY.values())}
ROOT = pa.schema([("word", pa.string()), ("root", pa.int32()), ("weight", pa.float32())])
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
AT_A_TIME = 2_000  # posts laid beside all originals in one piece of memory
Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]


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


def candidates(
    con: duckdb.DuckDBPyConnection, posts: str, originals: Sequence[Original], spans: Sequence[Span]
) -> Iterator[Candidate]:
    """Go through the posts (post_id, account_id, published_at, caption, mentions) of the spans, earliest first."""
    vocabulary = Vocabulary()
    told = [_told(original, vocabulary) for original in originals]
    for start, until in _stretches(spans):
        near = [place for place, each in enumerate(originals) if each.since < until and each.until >= start]
        awake = sorted(near, key=lambda place: (originals[place].message_id, place))
        if awake:
            con.execute(TOKENS.format(posts=posts, **LETTERS), {"start": start, "until": until})
            yield from _of_stretch(con, originals, told, awake, vocabulary)


def _of_stretch(
    con: duckdb.DuckDBPyConnection,
    originals: Sequence[Original],
    told: Sequence[dict[int, float]],
    awake: list[int],
    vocabulary: Vocabulary,
) -> Iterator[Candidate]:
    _remember_roots(con, vocabulary)
    said = con.execute(SAID).fetchnumpy()
    if not len(said["place"]):
        return
    weights = np.zeros((len(vocabulary), len(awake)), np.float32)
    for column, place in enumerate(awake):
        weights[list(told[place]), column] = list(told[place].values())
    likeness, is_whole = compared(said["place"], said["root"], said["weight"], weights)
    places = np.unique(said["place"])
    moments = con.execute("select epoch_us(published_at) as moment from token order by place").fetchnumpy()["moment"]
    spans = np.array([[_micros(originals[place].since), _micros(originals[place].until)] for place in awake])
    posted = moments[places][:, None]
    likeness[(posted < spans[:, 0]) | (posted > spans[:, 1])] = 0
    is_figure = vocabulary.figures()[said["root"]]
    figures = figures_shared(said["place"][is_figure], said["root"][is_figure], weights, places)
    likeness[(likeness < LEAST_WITHOUT_FIGURES) & (figures < 2)] = 0
    messages = [originals[place].message_id for place in awake]
    starts = [column for column, each in enumerate(messages) if column == 0 or each != messages[column - 1]]
    yield from _chosen(con, places, likeness, is_whole, awake, starts)


def compared(places: Ints, roots_said: Ints, weights_said: Floats, weights: Floats) -> tuple[Floats, Bools]:
    """Cosine of every post with every original, both of shape (posts, originals), and whether one is all of the other.

    places, roots_said, weights_said: one entry per post and root, in the order of posts. weights: (roots, originals),
    the weight of a root in an original that says it, else 0.
    """
    starts = _starts(places)
    mass = np.add.reduceat(weights_said, starts)[:, None]
    kept: Bools = np.asarray(weights.any(axis=1))[roots_said]  # most words are said by no original at all
    kept[starts] = True
    roots_said, starts = roots_said[kept], _starts(places[kept])
    ends = np.append(starts[1:], len(roots_said))
    shared = np.empty((len(starts), weights.shape[1]), np.float32)
    for first in range(0, len(starts), AT_A_TIME):  # gathered rows are many times the result
        some = slice(first, first + AT_A_TIME)
        low, high = starts[some][0], ends[some][-1]
        shared[some] = np.add.reduceat(weights[roots_said[low:high]], starts[some] - low, axis=0)
    message_mass = weights.sum(axis=0)[None, :]
    with np.errstate(divide="ignore", invalid="ignore"):
        likeness = np.nan_to_num(shared / np.sqrt(mass * message_mass))
    return likeness, shared >= np.maximum(LEAST_WHOLE, WHOLE * np.minimum(mass, message_mass))


def figures_shared(places: Ints, figures_said: Ints, weights: Floats, every: Ints) -> Floats:
    """How many figures every post (of the places `every`) shares with every original."""
    shared = np.zeros((len(every), weights.shape[1]), np.float32)
    counted = (weights > 0).astype(np.float32)
    starts = _starts(places)
    if len(starts):
        shared[np.searchsorted(every, places[starts])] = np.add.reduceat(counted[figures_said], starts, axis=0)
    return shared


def _starts(places: Ints) -> Ints:
    """Where the entries of each post begin."""
    return np.flatnonzero(np.diff(places, prepend=-1))


def _chosen(
    con: duckdb.DuckDBPyConnection, places: Ints, likeness: Floats, is_whole: Bools, awake: list[int], starts: list[int]
) -> Iterator[Candidate]:
    """The posts that are alike enough to any message, with the most alike original of the most alike messages.

    starts: the columns at which the originals of another message begin.
    """
    best = np.maximum.reduceat(likeness, starts, axis=1)
    order = np.argsort(-best, axis=1, kind="stable")[:, :MOST]
    rows = np.flatnonzero(best.max(axis=1) >= LEAST_ALIKE)
    con.register("chosen", pa.table({"place": places[rows]}))
    posts = con.execute(CHOSEN).fetchall()
    con.unregister("chosen")
    ends = [*starts[1:], likeness.shape[1]]
    for row, (post_id, account_id, published_at, caption, mentions) in zip(rows, posts, strict=True):
        least = max(LEAST_ALIKE, NEARLY * best[row, order[row, 0]])
        alike = [message for message in order[row] if best[row, message] >= least]
        columns = [starts[each] + int(likeness[row, starts[each] : ends[each]].argmax()) for each in alike]
        near, whole = [awake[column] for column in columns], bool(is_whole[row, columns[0]])
        yield Candidate(post_id, account_id, published_at, caption, mentions, near, whole)


def _micros(moment: datetime) -> int:
    return int((moment - EPOCH) / timedelta(microseconds=1))


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
            cast(row_number() over (order by published_at, post_id) - 1 as integer) as place,
            post_id, account_id, published_at, caption, mentions
        from {posts}
        where published_at >= $start and published_at < $until and caption is not null
    )
    select
        *,
        list_distinct(regexp_extract_all(lower(
            case when regexp_matches(caption, '{is_fancy}') then translate(caption, '{fancy}', '{plain}')
                else caption end
        ), '{pattern}')) as words
    from awake"""
SAID = """
    select t.place, r.root, any_value(r.weight) as weight
    from (select place, unnest(words) as word from token) as t
    join root_of as r on r.word = t.word
    group by t.place, r.root
    order by t.place, r.root"""
CHOSEN = """
    select p.post_id, p.account_id, p.published_at, p.caption, p.mentions
    from chosen as c
    join token as p using (place)
    order by place"""


def _told(original: Original, vocabulary: Vocabulary) -> dict[int, float]:
    """The telling roots of an original with their weights."""
    said = set(re.findall(PATTERN, " ".join(original.reading.text.words)))
    return dict(found for word in sorted(said) if (found := vocabulary.find(word)))


def _remember_roots(con: duckdb.DuckDBPyConnection, vocabulary: Vocabulary) -> None:
    """Root and weight of every telling word of this stretch, as the table `root_of`."""
    said = con.execute("select distinct unnest(words) as word from token order by word").fetchall()
    rows = [(word, *found) for (word,) in said if (found := vocabulary.find(word))]
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in ROOT]
    con.register("rows_given", pa.table(columns, schema=ROOT))
    con.execute("create or replace temp table root_of as select * from rows_given")
    con.unregister("rows_given")
