"""Which source a header belongs to: by the set of casefolded names, never by file name or order."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from etl.source import Source

MINIMUM_LIKENESS = 0.34


@dataclass(frozen=True)
class Match:
    source: Source
    matched: int


@dataclass(frozen=True)
class Nearest:
    """The known format that comes closest, and the columns it would still need."""

    source: Source
    missing: tuple[str, ...]


def normal(cell: str) -> str:
    return re.sub(r"\s+", " ", cell.replace("\ufeff", "")).strip().casefold()


def recognise(cells: Sequence[str], sources: Iterable[Source], title: str | None = None) -> Match | None:
    """The source whose needed columns are all there and that knows the most of the others."""
    names = {normal(cell) for cell in cells}
    if title and (titled := [s for s in sources if normal(title) in s.titles]):
        return Match(titled[0], len(names))
    fitting = [Match(source, _known(source, names)) for source in sources if _fits(source, names)]
    return max(
        fitting, key=lambda match: (not match.source.is_saved, match.matched, len(match.source.needed)), default=None
    )


def _fits(source: Source, names: set[str]) -> bool:
    if source.is_exact and names - {""} - {header for facts in source.fields.values() for header in facts.headers}:
        return False
    return bool(source.needed) and not _missing(source, names) and not (source.absent & names)


def _missing(source: Source, names: set[str]) -> list[str]:
    return [facts.headers[0] for facts in source.fields.values() if facts.needed and names.isdisjoint(facts.headers)]


def _known(source: Source, names: set[str]) -> int:
    return sum(not names.isdisjoint(facts.headers) for facts in source.fields.values())


def nearest(cells: Sequence[str], sources: Iterable[Source]) -> Nearest | None:
    """The source that knows the most of these columns, when enough of those it needs are there.

    A source that only a column too many keeps out has nothing to ask for and is not named.
    """
    names = {normal(cell) for cell in cells}
    scored = [
        (_known(source, names), 1 - len(missing) / len(source.needed), Nearest(source, tuple(missing)))
        for source in sources
        if (missing := _missing(source, names))
    ]
    alike = [score for score in scored if score[1] >= MINIMUM_LIKENESS]
    return max(alike, key=lambda score: score[:2])[2] if alike else None


def columns(header: Sequence[str], source: Source) -> dict[str, int]:
    """Field name -> position in this header. Of a name that occurs twice the first counts."""
    positions: dict[str, int] = {}
    for index, cell in enumerate(header):
        positions.setdefault(normal(cell), index)
    found = {
        name: [positions[alias] for alias in facts.headers if alias in positions]
        for name, facts in source.fields.items()
    }
    return {name: indexes[0] for name, indexes in found.items() if indexes}
