"""On which line of a TOML text something stands, which the parser of the standard library does not tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

HEADER = re.compile(r"\s*\[\[\s*[\"']?rule[\"']?\s*\]\]")
KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*[=.]")
QUOTES = re.compile("\"\"\"|'''")
PLACE = re.compile(r"at line (\d+)")


@dataclass
class Block:
    """One [[rule]]: its own line, and those of its keys."""

    line: int = 1
    keys: dict[str, int] = field(default_factory=dict)

    def line_of(self, key: str) -> int:
        return self.keys.get(key, self.line)


def blocks(text: str, expected: int) -> list[Block]:
    """The blocks in order; blocks without a known line where the text writes them in another way."""
    found: list[Block] = []
    for number, line in _outside_texts(text):
        if HEADER.match(line):
            found.append(Block(number))
        elif found and (key := KEY.match(line)):
            found[-1].keys.setdefault(key[1], number)
    return found if len(found) == expected else [Block() for _ in range(expected)]


def top_line(text: str, name: str) -> int:
    """The line of a key or table at the top."""
    start = re.compile(rf"\s*\[*\s*[\"']?{re.escape(name)}\b")
    return next((number for number, line in _outside_texts(text) if start.match(line)), 1)


def line_of_error(told: str, text: str) -> int:
    """The line a parser's message names; the last one where it names the end of the document."""
    found = PLACE.search(told)
    return int(found[1]) if found else max(1, len(text.splitlines()))


def _outside_texts(text: str) -> Iterator[tuple[int, str]]:
    """Lines that do not begin inside a text of several lines, with their numbers."""
    inside: str | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if inside is None:
            yield number, line
        for quotes in QUOTES.findall(line):
            inside = quotes if inside is None else None if quotes == inside else inside
