"""What invented staff decided about invented captions, and the appeals of invented admins."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256
from random import Random

from etl.demo.calendar import ENDS_AT, WIB, at_wib
from etl.demo.links import known_id
from etl.demo.model import Post, Unit
from etl.demo.world import World

SINCE = date(2026, 8, 1)
EMPHASES = {
    "service": "service", "education": "service", "result": "service", "warning": "service", "figure": "figure",
    "mixed": "mixed", "neither": "neither",
}  # fmt: skip
ALWAYS, OF_ALWAYS, OTHERS = "DINKES", 12, 30
RULE = "no_personal_praise"
APP = "Nganjuk Smart City"
WHY = {
    "service": "Yang ditonjolkan layanannya (rekaan).", "figure": "Yang ditonjolkan pejabatnya (rekaan).",
    "mixed": "Ada layanan, ada juga pujian (rekaan).", "neither": "Kegiatan internal (rekaan).",
}  # fmt: skip
ANSWERS = (
    (True, "Pujian itu kutipan warga, jadi aturannya terpenuhi (rekaan)."),
    (False, "Kalimat pembukanya tetap memuji pejabat (rekaan)."),
    None,
)
Said = tuple[datetime, str, str, dict]


def told(said: Said) -> str:
    """An event as a form lands it."""
    at, event, by, details = said
    body = {"event": event, "by": by, "at": at.isoformat(timespec="microseconds"), **details}
    return json.dumps(body, ensure_ascii=False, sort_keys=True)


def reviewed(world: World, seed: int, officer: str, head: str) -> Iterator[Said]:
    """A sample of posts labelled in the days after them, one taken back, one of a post nobody has."""
    posts = list(_sample(world, seed))
    for post in posts:
        emphasis = EMPHASES[post.item.style]
        labels = {"emphasis": emphasis, "smart_city": APP.lower() in post.caption.lower()}
        yield _later(post.at, 1), *_decision(officer, known_id(post), labels, WHY[emphasis])
    yield _later(posts[0].at, 2), *_decision(officer, known_id(posts[0]), {}, "Dicabut, akan dibaca lagi (rekaan).")
    gone = _decision(officer, "instagram:TidakAda01", {"emphasis": "service"}, "Unggahannya sudah dihapus (rekaan).")
    yield _later(posts[0].at, 3), *gone
    yield from _appeals(world, head)


def _decision(by: str, post: str, labels: dict, reason: str) -> tuple[str, str, dict]:
    return "judgement-decided", by, {"post_id": post, "labels": labels, "reason": reason}


def _sample(world: World, seed: int) -> Iterator[Post]:
    random = Random(f"{seed}:reviews")
    posts = [post for account in world.all_accounts for post in world.posts[account.key] if _can_be_reviewed(post)]
    for is_always, size in ((True, OF_ALWAYS), (False, OTHERS)):
        some = [post for post in posts if (post.account.unit.code == ALWAYS) is is_always]
        yield from random.sample(some, min(size, len(some)))


def _can_be_reviewed(post: Post) -> bool:
    is_recent = post.at.astimezone(WIB).date() >= SINCE and _later(post.at, 3) < ENDS_AT
    return is_recent and post.item.style in EMPHASES and bool(post.caption) and not post.is_crosspost


def _appeals(world: World, head: str) -> Iterator[Said]:
    """One accepted, one refused, one that still waits; an answer names the appeal by the hash of what was said."""
    posts = [post for account in world.accounts[ALWAYS] for post in world.posts[account.key] if _can_be_reviewed(post)]
    posts.sort(key=lambda post: (EMPHASES[post.item.style] in ("figure", "mixed"), post.at, post.native_id))
    for post, answer in zip(posts[-len(ANSWERS) :], ANSWERS, strict=True):
        details = {"post_id": known_id(post), "rule_id": RULE, "agency_code": post.account.unit.code,
                   "reason": "Kami mengutip ucapan warga (rekaan)."}  # fmt: skip
        appeal = (_later(post.at, 1), "judgement-appealed", _admin(post.account.unit), details)
        yield appeal
        if answer is not None:
            named = {"appeal_id": sha256(told(appeal).encode()).hexdigest(), "accepted": answer[0], "reason": answer[1]}
            yield _later(post.at, 2), "appeal-answered", head, named


def _admin(unit: Unit) -> str:
    return f"Admin {unit.short} (contoh)"


def _later(moment: datetime, days: int) -> datetime:
    """Ten o'clock, so many days after."""
    return at_wib(moment.astimezone(WIB).date() + timedelta(days=days), 10)
