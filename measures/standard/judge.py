"""The judge of captions: the same for a draft on a phone, a line of the command, and all posts of the warehouse."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from measures.standard.answer import ALL_LABELS, Answer, Sentence, answers, sentences
from measures.standard.features import read_batch
from measures.standard.marks import Marker
from measures.standard.model import Scores, score
from measures.standard.rules import Rule, in_force
from measures.standard.verdicts import Known, Verdict, decide, found
from measures.standard.vocabulary import Term, Vocabulary

AT_ONCE = 2_000  # captions per batch: enough for whole arrays, little enough for memory
POST = "post"
UNKNOWN = Known()


@dataclass(frozen=True)
class Checked:
    """A caption with its labels, verdicts and sentences; `labels` holds the machine's best guess for every label."""

    emphasis: str
    labels: dict[str, bool]
    unsure: frozenset[str]
    verdicts: tuple[Verdict, ...]
    found: tuple[Verdict, ...]
    sentences: tuple[Sentence, ...]


class Judge:
    """Judges with the terms and rules of a standard, each in force on its days."""

    def __init__(self, terms: Sequence[Term], rules: Sequence[Rule]) -> None:
        self.vocabulary = Vocabulary(tuple(terms))
        self.rules = tuple(rule for rule in rules if rule.scope == POST)
        self._marker = lru_cache(8)(self._made)
        self._days = self.changes()

    def changes(self) -> list[date]:
        """The days on which a word or a rule begins or ends, in order: between them every caption is judged alike."""
        of_rules = {day for rule in self.rules for day in (rule.valid_from, rule.valid_until)}
        return sorted(of_rules | set(self.vocabulary.changes()))

    def check(self, caption: str, day: date, has_ai_media: bool | None = None, alt_text: str | None = None) -> Checked:
        """Everything about one caption published on `day`. Never raises, whatever the text."""
        scores = self.scores([caption], day)
        answer = next(iter(answers(scores)))
        known = Known(has_ai_media, alt_text)
        return Checked(answer.emphasis, labels(answer), answer.unsure, self.verdicts(answer, day, known),
                       tuple(found(answer)), tuple(sentences(scores, 0)))  # fmt: skip

    def judge(self, captions: Iterable[str], day: date) -> Iterator[Answer]:
        """An answer per caption, all as on `day`; read in stretches, so that memory does not grow."""
        stretch: list[str] = []
        for caption in captions:
            stretch.append(caption)
            if len(stretch) == AT_ONCE:
                yield from answers(self.scores(stretch, day))
                stretch = []
        if stretch:
            yield from answers(self.scores(stretch, day))

    def scores(self, captions: Sequence[str], day: date) -> Scores:
        return score(read_batch(captions, self._marker(self._span(day))))

    def verdicts(self, answer: Answer, day: date, known: Known = UNKNOWN) -> tuple[Verdict, ...]:
        """One verdict per post rule in force on `day`."""
        return tuple(decide(rule, answer, known) for rule in self._in_force(self._span(day)))

    def _span(self, day: date) -> date:
        """The first day of the span of days that `day` lies in, on each of which the same words and rules hold."""
        place = bisect_right(self._days, day)
        return self._days[place - 1] if place else date.min

    def _made(self, start: date) -> Marker:
        return Marker(self.vocabulary.on(start))

    @lru_cache(64)  # noqa: B019 - a judge lives as long as its standard
    def _in_force(self, start: date) -> tuple[Rule, ...]:
        return in_force(self.rules, start)


def labels(answer: Answer) -> dict[str, bool]:
    """The machine's best guess for every label."""
    return {label: label in answer.true for label in ALL_LABELS}
