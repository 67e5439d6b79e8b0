"""Invented numbers that behave like real ones: small accounts reach relatively more, posts saturate."""

from dataclasses import dataclass
from math import exp
from random import Random

from etl.demo.model import Item

STYLE_PULL = {
    "service": 1.25,
    "education": 1.05,
    "result": 0.95,
    "warning": 1.5,
    "mixed": 0.9,
    "figure": 0.72,
    "neither": 0.7,
    "empty": 0.28,
    "message": 1.1,
}
STYLE_WARMTH = {"service": 1.0, "education": 0.9, "figure": 1.35, "mixed": 1.1, "empty": 0.7, "warning": 0.8}
KIND_PULL = {
    "video": 1.7,
    "carousel": 1.15,
    "photo": 1.0,
    "link": 0.5,
    "text": 0.6,
    "story": 0.35,
    "short": 0.5,
}
VIEWS_PER_REACH = {"instagram": (1.2, 1.9), "facebook": (1.1, 1.7), "x": (1.0, 1.0)}
BASE_RATE = {"instagram": 0.34, "facebook": 0.22, "tiktok": 0.55, "youtube": 0.12, "x": 0.3}
SPREAD = {"instagram": 0.5, "facebook": 0.6, "tiktok": 1.05, "youtube": 0.9, "x": 0.7}
DAYS_TO_SETTLE = {"instagram": 1.6, "facebook": 2.0, "tiktok": 4.0, "youtube": 14.0, "x": 0.8}


@dataclass(frozen=True)
class Numbers:
    """What a post ends up with once nobody looks at it any more."""

    views: float
    reach: float
    likes: float
    comments: float
    shares: float
    saves: float
    follows: float
    clicks: float
    boosted_reach: float


def final_numbers(platform: str, followers: int, item: Item, boosted: bool, random: Random) -> Numbers:
    rate = BASE_RATE[platform] * (followers / 1000) ** -0.3
    pull = STYLE_PULL[item.style] * KIND_PULL[item.kind] * item.pull
    reach = max(3.0, followers * min(rate, 0.9) * pull * random.lognormvariate(0, SPREAD[platform]))
    views = reach * random.uniform(*VIEWS_PER_REACH.get(platform, (1.05, 1.3)))
    warmth = STYLE_WARMTH.get(item.style, 1.0) * random.lognormvariate(0, 0.35)
    likes = reach * 0.045 * warmth
    useful = 2.2 if item.style in ("service", "warning", "message") else 0.7
    return Numbers(
        views=views,
        reach=reach,
        likes=likes,
        comments=likes * 0.07 * random.lognormvariate(0, 0.6),
        shares=likes * 0.09 * useful * random.lognormvariate(0, 0.5),
        saves=likes * 0.06 * useful * random.lognormvariate(0, 0.5),
        follows=reach * 0.0012 * random.random(),
        clicks=reach * 0.012 * random.random(),
        boosted_reach=views * random.uniform(6, 28) if boosted else 0.0,
    )


def grown(final: float, age_days: float, platform: str) -> int:
    """The value seen at this age: fast at first, then flat; never falls."""
    if age_days <= 0:
        return 0
    settle = DAYS_TO_SETTLE[platform]
    share = 0.82 * (1 - exp(-age_days / settle)) + 0.18 * (1 - exp(-age_days / (settle * 12)))
    return int(final * share + 0.5)
