"""The words of the standard with their terms of validity, and which of them stand in a caption."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from measures.standard.caption import Caption, read_caption

NAME = "name"  # the kind of an office holder's name


@dataclass(frozen=True)
class Term:
    """One word or phrase of a kind, valid from `valid_from` until the day before `valid_until`."""

    kind: str
    phrase: str
    valid_from: date
    valid_until: date


@dataclass(frozen=True)
class Hit:
    """A term found: its kind, and its first and last token."""

    kind: str
    first: int
    last: int


@dataclass(frozen=True)
class Vocabulary:
    """Terms in force together. Make one per span of days in which nothing changes (`on`)."""

    terms: tuple[Term, ...]

    def on(self, day: date) -> "Vocabulary":
        """Only what is valid on this day."""
        return Vocabulary(tuple(term for term in self.terms if term.valid_from <= day < term.valid_until))

    def changes(self) -> list[date]:
        """The days on which a term begins or ends, in order."""
        return sorted({day for term in self.terms for day in (term.valid_from, term.valid_until)})

    @cached_property
    def words(self) -> dict[str, frozenset[str]]:
        """Each single word to its kinds."""
        return self._split[0]

    @cached_property
    def phrases(self) -> dict[tuple[str, str], tuple[tuple[tuple[str, ...], str], ...]]:
        """The first two words of each longer phrase to its further words and its kind."""
        return self._split[1]

    @cached_property
    def _split(self) -> tuple[dict, dict]:
        words: dict[str, set[str]] = {}
        phrases: dict[tuple[str, str], set] = {}
        for term in self.terms:
            said = read_caption(term.phrase).words
            if len(said) == 1:
                words.setdefault(said[0], set()).add(term.kind)
            elif said:
                phrases.setdefault((said[0], said[1]), set()).add((tuple(said[2:]), term.kind))
        kept = {first: tuple(sorted(ways)) for first, ways in phrases.items()}
        return {word: frozenset(kinds) for word, kinds in words.items()}, kept

    def hits(self, caption: Caption, kinds: Iterable[str]) -> list[Hit]:
        """Where terms of these kinds stand in the caption, in order."""
        wanted, said = frozenset(kinds), caption.words
        found = [
            Hit(kind, at, at) for at, word in enumerate(said) for kind in self.words.get(word, ()) if kind in wanted
        ]
        found += [Hit(kind, first, last) for first, last, kind in self.longer(said) if kind in wanted]
        return sorted(found, key=lambda hit: (hit.first, -hit.last, hit.kind))

    def longer(self, said: Sequence[str]) -> list[tuple[int, int, str]]:
        """Phrases of several words: first and last token, kind."""
        phrases, found = self.phrases, []
        for at in [place for place, pair in enumerate(pairwise(said)) if pair in phrases]:
            for rest, kind in phrases[said[at], said[at + 1]]:
                last = at + 1 + len(rest)
                if not rest or tuple(said[at + 2 : last + 1]) == rest:
                    found.append((at, last, kind))
        return found


def terms_of(rows: Iterable[Sequence]) -> tuple[Term, ...]:
    """Terms from rows (kind, phrase, valid_from, valid_until)."""
    return tuple(Term(*row) for row in rows)
