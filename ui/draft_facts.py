"""What the platforms take: how long a text may be, and how each of them counts."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).with_name("draft.toml")
LINK = re.compile(r"https?://\S+")
NARROW = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))  # code points X counts once


@dataclass(frozen=True)
class Platform:
    """The limits of one platform, in characters as it counts them; None where there is none of its own."""

    code: str
    letters: int
    title: int | None = None
    link: int | None = None
    wide: int = 1

    def count(self, text: str) -> int:
        """How long the platform finds a text."""
        links = 0
        if self.link is not None:
            text, found = LINK.subn("", text)
            links = found * self.link
        return links + sum(1 if self.wide == 1 or _is_narrow(letter) else self.wide for letter in text)


@dataclass(frozen=True)
class Length:
    """One text held against one limit; `is_title` where it is only the first line."""

    platform: str
    used: int
    allowed: int
    is_title: bool = False

    @property
    def is_too_long(self) -> bool:
        return self.used > self.allowed


@dataclass(frozen=True)
class Example:
    """An invented draft to try."""

    id: str
    label: str
    text: str


def _is_narrow(letter: str) -> bool:
    return any(first <= ord(letter) <= last for first, last in NARROW)


@cache
def platforms() -> dict[str, Platform]:
    return {entry["code"]: Platform(**entry) for entry in _book()["platform"]}


@cache
def examples() -> tuple[Example, ...]:
    return tuple(Example(entry["id"], entry["label"], entry["text"].strip()) for entry in _book()["example"])


@cache
def _book() -> dict[str, list[dict]]:
    return tomllib.loads(SOURCE.read_text(encoding="utf-8"))


def lengths(text: str, code: str) -> list[Length]:
    """The text against the limits of one platform; where the first line is a title, the rest is the text."""
    one = platforms()[code]
    if one.title is None:
        return [Length(code, one.count(text.strip()), one.letters)]
    title, _, rest = text.strip().partition("\n")
    return [
        Length(code, one.count(title.strip()), one.title, is_title=True),
        Length(code, one.count(rest.strip()), one.letters),
    ]


def too_long_for(text: str) -> list[Length]:
    """Every limit of every platform that the text exceeds, for who has not chosen one yet."""
    return [one for code in platforms() for one in lengths(text, code) if one.is_too_long and not one.is_title]
