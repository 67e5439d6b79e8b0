"""What logs kept by hand have in common: cells by name, moments, and nothing of a row but what is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from etl.recognise import normal
from etl.source import Block, Row
from etl.sources._handwritten import day_locale
from etl.sources._moments import bare_day, clock, day_and_clock, is_day
from etl.sources._rows import cell, is_missing
from etl.sources.spread_report import TOTAL_ROW
from measures.links import posts_in

Names = Mapping[str, tuple[str, ...]]
NOT_YET = "(waktu belum diisi)"


@dataclass(frozen=True)
class Log:
    """The columns of one sheet by name, and which of day and month its dates write first."""

    places: dict[str, list[int]]
    locale: str | None

    def said(self, row: Row, name: str) -> str:
        """The first cell of that name that says something."""
        return next((text for at in self.places[name] if not is_missing(text := cell(row, at))), "")

    def all_said(self, row: Row, name: str) -> list[str]:
        return [text for at in self.places[name] if not is_missing(text := cell(row, at))]

    def moment(self, text: str, hour: str = "") -> tuple[str, str]:
        """Moment and day as the warehouse reads them; the moment is blank where only the day is known.

        A text that is neither stays in the place of the moment, where it sets the row aside.
        """
        read, told = day_and_clock(text, self.locale)
        told = told or clock(hour)
        if not is_day(read):
            return read, ""
        return (f"{read} {told}" if told else ""), read


def log_of(block: Block, names: Names, dates: Sequence[str]) -> Log:
    places = {
        name: [at for at, title in enumerate(block.header) if normal(title) in titles] for name, titles in names.items()
    }
    written = (bare_day(cell(row, at)) for row in block.rows for name in dates for at in places[name])
    return Log(places, day_locale(written))


def titles(block: Block, log: Log, names: Names, kept: Sequence[str]) -> list[str]:
    """The columns' own titles, so that people find a cell again."""
    return [block.header[at[0]] if (at := log.places[name]) else names[name][0] for name in kept]


def made(row: Row, values: Mapping[str, str], columns: Sequence[str]) -> Row:
    """The row with these values; its raw text holds them alone, so that no other column of the sheet is kept."""
    cells = [values.get(name, "") for name in columns]
    return replace(row, cells=cells, raw=" | ".join(text for text in cells if text))


def is_total(row: Row) -> bool:
    """Whether the row begins with a word for a sum."""
    first = next((text for text in row.cells if text.strip()), "")
    return TOTAL_ROW.fullmatch(first.strip()) is not None


def posts_named(links: Sequence[str]) -> str:
    """The ids of the posts that cells of links name, each once, parted by spaces."""
    found = [post for text in links for post in _posts(text)]
    return " ".join(dict.fromkeys(found))


def _posts(text: str) -> list[str]:
    try:
        return posts_in(text)
    except ValueError:  # brackets or a port that no address can have
        return []
