"""Why a post was taken to carry a message: the words and facts both texts hold, in words for people."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from measures.cascade.facts import NAME
from measures.cascade.matching import Reading
from measures.cascade.words import group
from measures.months import MONTHS

SHORTEST_PHRASE, LONGEST_PHRASE, MOST_PHRASES, MOST_FACTS = 3, 14, 3, 8


@dataclass(frozen=True)
class Evidence:
    """Phrases that stand in both texts, facts that both state, and those that only one of them states."""

    words: tuple[str, ...]
    shared: tuple[str, ...]
    only_message: tuple[str, ...]
    only_post: tuple[str, ...]
    against: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        lists = {
            name: list(getattr(self, name)) for name in ("words", "shared", "only_message", "only_post", "against")
        }
        return {**lists, "why": self.why}

    @property
    def why(self) -> str:
        parts = []
        if self.shared:
            parts.append(f"Fakta yang sama: {', '.join(self.shared[:4])}.")
        if self.words:
            parts.append(f"Kalimat yang sama: “{self.words[0]}”.")
        if self.against:
            parts.append(f"Yang berbeda: {', '.join(self.against[:3])}.")
        return " ".join(parts) or "Pokok bahasannya sama, tanpa fakta yang dapat dicocokkan."


def evidence(post: Reading, message: Reading) -> Evidence:
    """The evidence of one pair, shortened for the screen."""
    said, original = _facts(post), _facts(message)
    written = {found[1].lower(): found[1] for found in NAME.finditer(message.text.spoken)}
    names = sorted(written[name] for name in message.facts.names & post.words)
    shared = [fact for fact in said if fact in original] + names
    only_post, only_message = [f for f in said if f not in original], [f for f in original if f not in said]
    return Evidence(
        tuple(_phrases(post, message)), tuple(shared[:MOST_FACTS]), tuple(only_message[:MOST_FACTS]),
        tuple(only_post[:MOST_FACTS]), tuple(_against(post, message)),
    )  # fmt: skip


def _facts(reading: Reading) -> list[str]:
    facts = reading.facts
    return [
        *(f"{day} {MONTHS[month - 1]}" for month, day in sorted(facts.days)),
        *(f"pukul {_clock(minutes)}" for minutes in sorted(facts.clocks)),
        *(f"Rp{_number(value)}" for value in sorted(facts.money)),
        *dict.fromkeys(f"{_number(value)}{'%' if noun == '%' else ''}" for value, noun in sorted(facts.counts)),
        *(f"{head} {number}" for head, number in sorted(facts.parts)),
    ]


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}.{minutes % 60:02d}"


def _number(value: float) -> str:
    text = f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
    return text.translate(str.maketrans(",.", ".,"))


def _against(post: Reading, message: Reading) -> Iterator[str]:
    p, m = post.facts, message.facts
    if p.days and m.days and not p.days & m.days:
        yield f"tanggal ({_listed(_days(m.days))} dan {_listed(_days(p.days))})"
    if p.clocks and m.clocks and not p.clocks & m.clocks:
        yield f"jam ({_listed(map(_clock, sorted(m.clocks)))} dan {_listed(map(_clock, sorted(p.clocks)))})"
    for head, number in sorted(p.parts):
        if dict(m.parts).get(head, number) != number:
            yield f"{head} {number}"


def _days(days: Iterable[tuple[int, int]]) -> Iterator[str]:
    return (f"{day} {MONTHS[month - 1]}" for month, day in sorted(days))


def _listed(words: Iterable[str]) -> str:
    return ", ".join(list(words)[:3])


def _phrases(post: Reading, message: Reading) -> list[str]:
    """The longest runs of words that stand in both texts as they are, longest first."""
    found = sorted(set(_runs(post.text.words, message.text.words)), key=lambda run: (-len(run), run))
    return [" ".join(run[:LONGEST_PHRASE]) for run in found[:MOST_PHRASES]]


def _runs(one: tuple[str, ...], other: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Stretches of `one` of which every three words in a row stand in `other`."""
    known = set(zip(other, other[1:], other[2:], strict=False))
    start = None
    for place, three in enumerate((*zip(one, one[1:], one[2:], strict=False), None)):
        if three in known:
            start = place if start is None else start
        elif start is not None:
            run, start = one[start : place + SHORTEST_PHRASE - 1], None
            if any(word not in EMPTY for word in run):
                yield run


EMPTY = group("stop") | group("common")
