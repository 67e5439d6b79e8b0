"""warehouse.message, message_post and message_notice: which messages there are, by rule and by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import duckdb
import pyarrow as pa

from etl.designation_notices import event_notices
from etl.designation_words import WIB, Audience, Designation, Withdrawal, Words, moment_wib, read_words
from etl.judged import keep
from etl.named_posts import NamedPost, as_post, find_posts
from measures.cascade.designate import Candidate, Programme, grouped, programme_in, programme_of, title_of

A_DAY = timedelta(days=1)
MOMENT, WORDS = pa.timestamp("us", tz="UTC"), pa.list_(pa.string())
TEXTS = ("message_id", "title", "caption", "programme_code", "programme_name", "designated_by", "said_by")
MESSAGE = pa.schema(
    [(name, pa.string()) for name in TEXTS]
    + [("published_at", MOMENT), ("published_on", pa.date32()), ("deadline_at", MOMENT), ("window_until", MOMENT)]
    + [("audience_kind", pa.string()), ("audience_values", WORDS), ("audience_label", pa.string())]
    + [("originals", pa.int32()), ("times_designated", pa.int32()), ("is_withdrawn", pa.bool_())]
    + [("withdrawn_reason", pa.string()), ("withdrawn_at", MOMENT)]
)
POST = pa.schema(
    [(name, pa.string()) for name in ("message_id", "post_id", "account_id", "platform")] + [("published_at", MOMENT)]
)
NOTICE = pa.schema(
    [("message_id", pa.string()), ("said_at", MOMENT), ("event_sha256", pa.string()), ("notice", pa.string())]
)
MAIN_POSTS = """
    select p.post_id, p.platform, p.account_id, p.published_at, p.published_on, p.agency_text, p.caption
    from warehouse.post as p
    join warehouse.account_unit as u
        on u.account_id = p.account_id and p.published_on >= u.valid_from and p.published_on < u.valid_until
    where u.tier = 'regency' and p.published_at is not null
    order by p.published_at, p.post_id"""


@dataclass(frozen=True)
class Message:
    """The originals of one message, oldest first, and what was said of it, latest last."""

    posts: Sequence[Candidate]
    said: Sequence[Designation]
    withdrawn: Withdrawal | None

    @property
    def id(self) -> str:
        return self.posts[0].post_id


def designations(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    rules = limits["message"]
    words = read_words(con, rules["deadline_hours"])
    known = find_posts(con, {post for word in words.designations for post in word.posts})
    words = _with_own_ids(words, known)
    programmes = _programmes(con)
    posts = _candidates(con, words, known, programmes)
    messages = _messages(posts, words, timedelta(days=rules["window_days"]))
    names = {programme.code: programme.name for programme in programmes}
    keep(con, "warehouse.message", MESSAGE, [_row(message, rules, names) for message in messages])
    posted = (_post(message.id, post) for message in messages for post in message.posts)
    keep(con, "warehouse.message_post", POST, posted)
    told = [*words.notices, *event_notices(con, words, known, messages)]
    noticed = sorted({(n.message, n.said_at, n.sha256, n.text) for n in told}, key=str)
    keep(con, "warehouse.message_notice", NOTICE, noticed)


def made_together(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    """The posts and notices of messages were made with the messages themselves."""


def _with_own_ids(words: Words, known: dict[str, NamedPost]) -> Words:
    """Posts under the ids they have in the data."""
    own = {name: post.post_id for name, post in known.items()}
    said = [replace(word, posts=tuple(own.get(post, post) for post in word.posts)) for word in words.designations]
    return Words(said, words.withdrawals, words.notices)


def _programmes(con: duckdb.DuckDBPyConnection) -> list[Programme]:
    sql = "select code, name, hashtags, phrases, valid_from, valid_until from reference.programme order by code"
    return [
        Programme(code, name, tuple(tags), tuple(phrases), *span)
        for code, name, tags, phrases, *span in con.execute(sql).fetchall()
    ]


def _candidates(
    con: duckdb.DuckDBPyConnection, words: Words, known: dict[str, NamedPost], programmes: Sequence[Programme]
) -> list[Candidate]:
    """The posts of main accounts and those named by hand; what has no moment or lies in the future is left out."""
    latest = newest_moment(con)
    main = [as_post(row) for row in _main_posts(con)]
    of_main = {post.post_id for post in main}
    named = {post.post_id: post for post in known.values()}
    every = {post.post_id: post for post in [*main, *named.values()]}
    return [
        Candidate(
            post.post_id, post.account_id, post.platform, post.published_at, post.caption,
            programme_of(post.caption, post.published_at.astimezone(WIB).date(), programmes)
            if post.post_id in of_main else None,
            post.post_id in named, post.post_id in of_main,
        )
        for post in every.values() if post.published_at and latest and post.published_at <= latest
    ]  # fmt: skip


def _main_posts(con: duckdb.DuckDBPyConnection) -> list[tuple]:
    """Nothing is read of the posts where no main account is registered."""
    has_main = "select 1 from warehouse.account_unit where tier = 'regency' limit 1"
    return con.execute(MAIN_POSTS).fetchall() if con.execute(has_main).fetchall() else []


def newest_moment(con: duckdb.DuckDBPyConnection) -> datetime | None:
    """A post later than this lies in the future."""
    clock = con.execute("select data_as_of from warehouse.clock").fetchall()
    return clock[0][0] + A_DAY if clock else None


def _messages(posts: Sequence[Candidate], words: Words, window: timedelta) -> list[Message]:
    groups = [group for group in grouped(posts, window) if any(post.programme or post.is_named for post in group)]
    joined = _joined(groups, words.designations)
    return sorted((_message(group, words) for group in joined), key=lambda message: message.id)


def _joined(groups: Sequence[Sequence[Candidate]], said: Iterable[Designation]) -> list[list[Candidate]]:
    """Groups that one designation names together are one message."""
    home = {post.post_id: place for place, group in enumerate(groups) for post in group}
    members = {place: list(group) for place, group in enumerate(groups)}
    for word in said:
        places = sorted({home[post] for post in word.posts if post in home})
        for other in places[1:]:
            members[places[0]] += members.pop(other)
            home |= {post.post_id: places[0] for post in members[places[0]]}
    return [sorted(group, key=lambda post: (post.published_at, post.post_id)) for group in members.values()]


def _message(group: list[Candidate], words: Words) -> Message:
    ids = {post.post_id for post in group}
    said = [word for word in words.designations if ids & set(word.posts)]
    taken_back = [word for word in words.withdrawals if word.post in ids]
    last = taken_back[-1] if taken_back else None
    is_withdrawn = last is not None and not (said and said[-1].said_at > last.said_at)
    return Message(group, said, last if is_withdrawn else None)


def _row(message: Message, rules: dict, names: dict[str, str]) -> tuple:
    first, said, withdrawn = message.posts[0], message.said, message.withdrawn
    latest = said[-1] if said else None
    caption = max((post.caption for post in message.posts), key=len)
    titles = [word.title for word in said if word.title]
    audience = next((word.audience for word in reversed(said) if word.audience), Audience())
    hours = latest.hours if latest and latest.hours else rules["deadline_hours"]
    deadline = first.published_at + timedelta(hours=hours)
    code = programme_in(message.posts)
    title = titles[-1] if titles else title_of(caption) or f"Unggahan {moment_wib(first.published_at)}"
    return (
        message.id, title, caption or None, code, names.get(code or ""), "hand" if said else "rule",
        latest.said_by if latest else None, first.published_at, first.published_at.astimezone(WIB).date(), deadline,
        max(deadline, first.published_at + timedelta(days=rules["window_days"])),
        audience.kind, list(audience.values), audience.label, len(message.posts), max(1, len(said)),
        withdrawn is not None, withdrawn and withdrawn.reason, withdrawn and withdrawn.said_at,
    )  # fmt: skip


def _post(message_id: str, post: Candidate) -> tuple:
    return message_id, post.post_id, post.account_id, post.platform, post.published_at
