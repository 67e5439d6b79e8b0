"""From an event to its first post: which post tells of which event, by the words of the event's title."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from measures.cascade.texts import read_text
from measures.cascade.weights import weight

WINDOW_HOURS = 72.0
TELLING = 0.5  # weight of a root from which on it tells one event from another
LEAST_ROOTS = 2  # telling roots that title and caption must share
LEAST_SHARE = 0.6  # of the weight of a title's roots that must stand in the caption


@dataclass(frozen=True)
class Event:
    """hour: when it happened, in hours on any clock. roots: those of its title that tell something, with weights."""

    event_id: int
    hour: float
    roots: dict[str, float]


@dataclass(frozen=True)
class Told:
    """A post of the same unit; hour on the clock of the events."""

    post_id: str
    hour: float
    roots: frozenset[str]


def title_roots(title: str) -> dict[str, float]:
    """The word roots of a title with what each tells (0 to 1); years and other bare numbers tell nothing."""
    return {root: weight(root) for root in read_text(title).roots if not root[:1].isdigit()}


def caption_roots(caption: str) -> frozenset[str]:
    return frozenset(read_text(caption).roots)


def likeness(event: Event, post: Told) -> float:
    """Share of the title's weight that the caption holds (0 to 1); 0 where too little is shared to be sure."""
    shared = [root for root in event.roots if root in post.roots]
    if sum(event.roots[root] >= TELLING for root in shared) < LEAST_ROOTS:
        return 0.0
    share = sum(map(event.roots.__getitem__, shared)) / sum(event.roots.values())
    return share if share >= LEAST_SHARE else 0.0


def first_posts(events: Sequence[Event], posts: Iterable[Told]) -> dict[int, str]:
    """The first post of each event within 72 hours; an event is left out where none is sure.

    A post that fits several events tells of the one it is most like; of equals, of the only one that has no post
    yet, and of none where several wait. Events and posts are those of one unit.
    """
    ordered = sorted(events, key=lambda each: (each.hour, each.event_id))
    hours = [event.hour for event in ordered]
    found: dict[int, str] = {}
    for post in sorted(posts, key=lambda each: (each.hour, each.post_id)):
        near = ordered[bisect_left(hours, post.hour - WINDOW_HOURS) : bisect_right(hours, post.hour)]
        likes = {event.event_id: likeness(event, post) for event in near}
        best = max(likes.values(), default=0.0)
        waiting = [event for event, like in likes.items() if like == best and event not in found]
        if best > 0 and len(waiting) == 1:
            found[waiting[0]] = post.post_id
    return found
