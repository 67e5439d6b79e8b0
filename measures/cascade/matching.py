"""Whether one post carries one message on: what the two texts share, what speaks against it, and how sure that is."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from measures.cascade.facts import Facts, read_facts
from measures.cascade.texts import Text, read_text, words_of
from measures.cascade.weights import BIAS, WEIGHTS, weight
from measures.cascade.words import group, roots

WIB = ZoneInfo("Asia/Jakarta")
QUOTE = re.compile(r"[\"“”„]([^\"“”„]{12,400})[\"“”]")
KINDS = ("day", "clock", "money", "amount")
STOP = roots("stop")
RARE = 0.99  # weight of a word that hardly any other text has
LEAST_SENTENCE = 4  # content words
LEAST_QUOTED = 4  # words; shorter quotations are names and slogans


@dataclass(frozen=True)
class Reading:
    """A caption read once: its text, its facts, and what its account is called."""

    text: Text
    facts: Facts
    on: date
    handle: str = ""

    def of(self, account: str) -> "Reading":
        """The same text on another account."""
        handle = handle_of(account)
        return self if handle == self.handle else replace(self, handle=handle)

    @cached_property
    def content(self) -> dict[str, float]:
        """Root -> weight, stop words and figures left out."""
        return {each: weight(each) for each in set(self.text.roots) - STOP if not each[0].isdigit()}

    @cached_property
    def mass(self) -> float:
        return sum(self.content.values()) or 1.0

    @cached_property
    def length(self) -> int:
        """Words that are no stop words."""
        return len([each for each in self.text.roots if each not in STOP])

    @cached_property
    def sentences(self) -> list[tuple[frozenset[str], float]]:
        """The content roots and the mass of each sentence that says enough to be recognised."""
        said = (frozenset(each) & self.content.keys() for each in self.text.sentences)
        return [(each, sum(map(self.content.__getitem__, each)) or 1.0) for each in said if len(each) >= LEAST_SENTENCE]

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self.text.words)

    @cached_property
    def days(self) -> frozenset[tuple[int, int]]:
        """Days said, or the coming days whose weekday is said."""
        if self.facts.days or not self.facts.weekdays:
            return self.facts.days
        ahead = [self.on + timedelta(days=step) for step in range(7)]
        return frozenset((day.month, day.day) for day in ahead if day.weekday() in self.facts.weekdays)

    @cached_property
    def quotes(self) -> list[tuple[str, ...]]:
        """What the text sets in quotation marks, as words."""
        said = (tuple(words_of(quote)) for quote in QUOTE.findall(self.text.spoken))
        return [words for words in said if len(words) >= LEAST_QUOTED]

    @cached_property
    def last_day(self) -> date | None:
        """The last day that the text names, in the year that lies nearest."""
        days = [day for month, day_of in self.facts.days if (day := _nearest_year(month, day_of, self.on))]
        return max(days, default=None)

    @cached_property
    def after(self) -> float:
        return _share(self.text.roots, roots("after"))

    @cached_property
    def greeting(self) -> float:
        return _share(self.text.roots, roots("greeting"))


def read(caption: str, published_at: datetime, account: str = "", mentions: Iterable[str] = ()) -> Reading:
    """Read a caption once, to be compared many times. `mentions` are those the platform reports beside the text."""
    text = read_text(caption)
    if mentions:
        text = replace(text, mentions=text.mentions | {each.lower().lstrip("@") for each in mentions})
    on = published_at.astimezone(WIB).date()
    return Reading(text, read_facts(text, on), on, handle_of(account))


def handle_of(account: str) -> str:
    """`instagram:dinkes` -> `dinkes`."""
    return (account.partition(":")[2] or account).lower()


def _nearest_year(month: int, day: int, on: date) -> date | None:
    for year in (on.year, on.year + 1, on.year - 1):
        try:
            found = date(year, month, day)
        except ValueError:
            return None
        if abs((found - on).days) <= 183:
            return found
    return None


def _share(words: tuple[str, ...], wanted: frozenset[str]) -> float:
    return len([word for word in words if word in wanted]) / len(words) if words else 0.0


@dataclass(frozen=True)
class Comparison:
    """Features by name, each about 0 to 1, and the words and facts behind them."""

    features: dict[str, float]

    @property
    def confidence(self) -> float:
        """How sure it is, 0 to 1, that the post carries the message: a logistic model of the features."""
        score = BIAS + sum(WEIGHTS.get(name, 0.0) * value for name, value in self.features.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def compare(post: Reading, message: Reading) -> Comparison:
    """Lay a post beside a message that is older than it."""
    features: dict[str, float] = {}
    _words(features, post, message)
    _facts(features, post, message)
    _manner(features, post, message)
    _together(features)
    return Comparison(features)


def _words(features: dict[str, float], post: Reading, message: Reading) -> None:
    common = post.content.keys() & message.content.keys()
    both = sum(map(post.content.__getitem__, common))
    features["post_in_message"] = both / post.mass
    features["message_in_post"] = both / message.mass
    features["cosine"] = both / math.sqrt(post.mass * message.mass)
    shares = (sum(map(post.content.__getitem__, each & common)) / mass for each, mass in post.sentences)
    features["sentence"] = max(shares, default=0.0)
    features["rare_words"] = min(len([each for each in common if post.content[each] >= RARE]), 8) / 8


def _together(features: dict[str, float]) -> None:
    """What only tells something jointly: the same topic and the same facts, or a fact that the other text denies."""
    hits = sum(features[f"{kind}_any"] for kind in KINDS) + float(features["names_shared"] >= 0.3)
    denied = sum(features[f"{kind}_against"] for kind in KINDS)
    features["hits"] = min(hits, 3) / 3
    features["denied"] = min(denied, 2) / 2
    features["topic_and_facts"] = features["cosine"] * features["hits"]
    features["sentence_and_facts"] = features["sentence"] * features["hits"]
    features["facts_without_topic"] = features["hits"] * max(0.0, 0.2 - features["cosine"]) * 5
    features["after_news"] = min(1.0, features["after"]) * features["amount_new"]
    features["over_news"] = features["event_over"] * features["amount_new"]
    features["news"] = sum(features[f"{kind}_new"] for kind in ("day", "clock", "amount", "names")) / 4


def longest_run(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Length of the longest sequence of words that stands in both."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(other):
        places.setdefault(word, []).append(place)
    best, before = 0, dict[int, int]()
    for word in one:
        here = {place: before.get(place - 1, 0) + 1 for place in places.get(word, ())}
        best = max(best, *here.values()) if here else best
        before = here
    return best


def _facts(features: dict[str, float], post: Reading, message: Reading) -> None:
    p, m = post.facts, message.facts
    _kind(features, "day", post.days, message.days)
    _kind(features, "clock", p.clocks, m.clocks)
    _kind(features, "money", p.money, m.money)
    p_amounts, m_amounts = _telling(p), _telling(m)
    _kind(features, "amount", p_amounts, m_amounts)
    clash = [n for v, n in p.counts for w, k in m.counts if n and n == k and v != w and v not in m.amounts]
    features["amount_against"] = min(len(clash), 2) / 2
    m_parts = dict(m.parts)
    features["part_shared"] = float(bool(m.parts & p.parts))
    features["part_against"] = float(any(m_parts.get(head, number) != number for head, number in p.parts))
    names_m = {name for name in m.names if name not in message.handle}
    names_p = {name for name in p.names if name not in post.handle}
    features["names_shared"] = len(names_m & post.words) / max(3, len(names_m))
    features["names_new"] = len(names_p - message.words) / max(3, len(names_p))


def _telling(facts: Facts) -> frozenset[float]:
    return frozenset(value for value in facts.amounts if value > 3)


def _kind(features: dict[str, float], name: str, post: frozenset, message: frozenset) -> None:
    """How much of what either says about one kind of fact the other says too."""
    both = len(post & message)
    features[f"{name}_shared"] = both / len(message) if message else 0.0
    features[f"{name}_any"] = float(both > 0)
    features[f"{name}_new"] = len(post - message) / len(post) if post and message else 0.0
    features[f"{name}_against"] = float(bool(post) and bool(message) and not both)
    features[f"{name}_unasked"] = float(bool(post) and not message)


def _manner(features: dict[str, float], post: Reading, message: Reading) -> None:
    features["after"] = max(0.0, post.after - message.after) * 5
    features["greeting"] = max(post.greeting, message.greeting)
    features["mention"] = float(message.handle in post.text.mentions)
    features["quoted"] = float(any(_stands_in(quote, message.text.words) for quote in post.quotes))
    features["attributed"] = float(any(word in SOURCES for word in post.text.words))
    features["event_over"] = float(message.last_day is not None and post.on > message.last_day)
    features["length"] = min(1.0, post.length / max(1, message.length))


SOURCES = group("attribution")


def _stands_in(quote: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether at least four fifths of a quotation stand in the text in one piece."""
    return longest_run(quote, words) >= max(LEAST_QUOTED, 0.8 * len(quote))
