"""How often a matcher, ours above all, is right on labelled texts: precision, recall, the share right of every kind."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from benchmarks.matching.labelled import Labelled, posts
from etl.match import match

WINDOW = timedelta(days=14)


@dataclass(frozen=True)
class Quality:
    """precision and recall 0-1 over all posts; kinds: kind -> (right, of)."""

    precision: float
    recall: float
    kinds: dict[str, tuple[int, int]]


def ours(texts: Sequence[Labelled]) -> Quality:
    answers = match(posts(texts), WINDOW)
    return judged(texts, {str(each["post_id"]): each["message_post_id"] for each in answers})  # type: ignore[misc]


def judged(texts: Sequence[Labelled], answers: Mapping[str, str | None]) -> Quality:
    """`answers`: post id -> the message it is said to carry, or None. A wrong message is a false and a missed one."""
    judging = [each for each in texts if not each.post.is_message]
    said = [(each, answers.get(each.post.post_id)) for each in judging]
    right = sum(1 for each, answer in said if answer and answer == each.truth)
    named = sum(1 for _, answer in said if answer)
    carrying = sum(1 for each in judging if each.truth)
    good = Counter(each.kind for each, answer in said if answer == each.truth)
    every = Counter(each.kind for each in judging)
    kinds = {kind: (good[kind], every[kind]) for kind in sorted(every)}
    return Quality(right / named if named else 0.0, right / carrying if carrying else 0.0, kinds)
