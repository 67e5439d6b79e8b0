"""The check of pasted links before they are reported: what each piece is, and whether it counts for this message."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from measures.links import HOST_PATTERN, LINK, Link, canonical, post_clock

Verdict = Literal[
    "good", "unregistered", "unseen", "not_a_link", "other_site", "short", "profile", "no_post",
    "original", "repeated", "known", "foreign", "older", "future",
]  # fmt: skip
SETTLED: tuple[Verdict, ...] = ("repeated", "known")
SENDABLE: tuple[Verdict, ...] = ("good", "unregistered", "unseen")
# An id is made at upload, up to a quarter of an hour before the post is seen; clocks differ by less.
SLACK = timedelta(minutes=15)
# Where one link ends and the next begins, also when they were pasted without a space between them.
NEXT_LINK = re.compile(rf"(?=https?://)|[,;|](?=(?:[a-z0-9-]+\.)*(?:{HOST_PATTERN})/)", re.IGNORECASE)
HIDDEN_ID = re.compile(r"pfbid\w+", re.IGNORECASE)
MOST_TEXT = 20_000


@dataclass(frozen=True)
class KnownPost:
    """What the data say of a post: the units it belongs to (partners too) and when it appeared."""

    agency_codes: frozenset[str]
    published_at: datetime | None


@dataclass(frozen=True)
class Circumstances:
    """What a link is held against. Handles are `(platform, handle in small letters)` -> unit; ids as in `post_id`."""

    agency_code: str
    published_at: datetime
    now: datetime
    originals: frozenset[str] = frozenset()
    reported: frozenset[str] = frozenset()
    owners: Mapping[tuple[str, str], str] = field(default_factory=dict)
    posts: Mapping[str, KnownPost] = field(default_factory=dict)


@dataclass(frozen=True)
class Checked:
    """One piece of what was pasted, exactly as pasted, and its verdict; `post_id` where the link names a post."""

    raw: str
    verdict: Verdict
    link: Link | None = None
    post_id: str | None = None

    @property
    def is_sendable(self) -> bool:
        return self.verdict in SENDABLE


def check(text: str, against: Circumstances) -> list[Checked]:
    """Every link of `text` in order with its verdict; a line that holds no link at all is one piece of its own.

    Links of an `unregistered` account and of a post yet `unseen` are sent too: they count once the data know better.
    Never raises, whatever was pasted; beyond 20.000 letters the rest is not read.
    """
    seen: set[str] = set()
    found = []
    for raw in pieces(text[:MOST_TEXT]):
        one = _judged(raw, against, seen)
        found.append(one)
        if one.is_sendable:
            seen.add(identity(one))
    return found


def pieces(text: str) -> Iterator[str]:
    """The links of each line; of a line without any, its words."""
    for line in text.splitlines():
        links = [link for part in NEXT_LINK.split(line) for link in LINK.findall(part)]
        words = line.strip()
        yield from links or ([words] if words else [])


def post_ids(text: str) -> list[str]:
    """The posts that the links of `text` name, each once: what must be looked up before checking."""
    named = (_post_id(_link(raw)) for raw in pieces(text[:MOST_TEXT]))
    return list(dict.fromkeys(one for one in named if one))


def identities(text: str) -> set[str]:
    """What the links of `text` are known by, whether or not they count."""
    links = (_link(raw) for raw in pieces(text[:MOST_TEXT]))
    return {_post_id(link) or link.canonical_url for link in links if link}


def identity(one: Checked) -> str:
    """What makes two reports the same: the post where it is known, else the link in its one true spelling."""
    return one.post_id or (one.link.canonical_url if one.link else one.raw)


def sendable(checked: list[Checked]) -> list[str]:
    """What may be reported, as it was pasted."""
    return [one.raw for one in checked if one.is_sendable]


def left_over(checked: list[Checked]) -> str:
    """What stays in the box: what was neither sent now nor before, one piece a line, each once."""
    kept = (one.raw for one in checked if not one.is_sendable and one.verdict not in SETTLED)
    return "\n".join(dict.fromkeys(kept))


def _judged(raw: str, against: Circumstances, seen: set[str]) -> Checked:
    link = _link(raw)
    if link is None:
        return Checked(raw, "other_site" if LINK.fullmatch(raw) else "not_a_link")
    post = _post_id(link)
    one = Checked(raw, _nameless(link) if post is None else "good", link, post)
    if not one.is_sendable:
        return one
    return Checked(raw, _held_against(one, against, seen), link, post)


def _link(raw: str) -> Link | None:
    return canonical(raw) if LINK.search(raw) else None


def _post_id(link: Link | None) -> str | None:
    return f"{link.platform}:{link.native_id}" if link and link.platform and link.native_id else None


def _nameless(link: Link) -> Verdict:
    """A link without a readable id: Facebook hides ids in `pfbid`, all else is no post."""
    if link.is_short:
        return "short"
    if link.platform == "facebook" and HIDDEN_ID.search(link.canonical_url):
        return "unseen"
    return "profile" if link.handle else "no_post"


def _held_against(one: Checked, against: Circumstances, seen: set[str]) -> Verdict:
    if one.post_id in against.originals:
        return "original"
    if identity(one) in seen:
        return "repeated"
    if identity(one) in against.reported:
        return "known"
    owned = _ownership(one, against)
    return owned if owned == "foreign" else _timing(one, against) or owned


def _ownership(one: Checked, against: Circumstances) -> Verdict:
    """Whose post it is: by the post where the data know it, else by the handle in the link."""
    known = against.posts.get(one.post_id or "")
    if known is not None and known.agency_codes:
        return "good" if against.agency_code in known.agency_codes else "foreign"
    if one.link is None or one.link.handle is None:
        return "unseen"
    owner = against.owners.get((one.link.platform or "", one.link.handle.lower()))
    if owner is None:
        return "unregistered"
    return "good" if owner == against.agency_code else "foreign"


def _timing(one: Checked, against: Circumstances) -> Verdict | None:
    known = against.posts.get(one.post_id or "")
    seen_at = known.published_at if known else None
    made = seen_at or (post_clock(one.link.platform, one.link.native_id) if one.link else None)
    if made is None:
        return None
    if made < against.published_at - (timedelta() if seen_at else SLACK):
        return "older"
    return "future" if made > against.now + SLACK else None
