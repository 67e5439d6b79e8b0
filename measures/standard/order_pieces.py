"""A caption cut into what can be moved: sentences with their own signs, and sentences that must stay together."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

FACTS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("order.toml").read_text(encoding="utf-8"))
WORD, BULLET = re.compile(r"[^\W\d_]+"), re.compile(r"[^\w\s\"'“‘«(\[#@]|\d{1,2}[.)]|[a-z]\)")
SPACE, TOGETHER = re.compile(r"\s"), re.compile(r"\S+")
LEADS_ON = (":", ",", ";", "?", "👇", "⬇", "⬇\ufe0f", "➡", "➡\ufe0f")
FULL_STOP = re.compile(r"[.!?…]\W*\Z")
POINTS_WITHIN, HEADING, LEANING_NYA, QUOTED_AHEAD, PARAGRAPH = 4, 6, 6, 8, 2
POSSESSIVE, TAG_SIGNS = "nya", ("#", "@")


class Said(Protocol):
    """A sentence of the caption: code points start to stop, and what it does there."""

    @property
    def start(self) -> int: ...
    @property
    def stop(self) -> int: ...
    @property
    def roles(self) -> frozenset[str]: ...


@dataclass(frozen=True)
class Piece:
    """Letters start to stop (code points, excluded) of the caption, no blank at either end; `lines` break before it."""

    start: int
    stop: int
    roles: frozenset[str]
    lines: int
    text: str

    @property
    def words(self) -> list[str]:
        return [word.lower() for word in WORD.findall(self.text)]

    @property
    def is_tags(self) -> bool:
        """Only hashtags and mentions, beside signs."""
        said = [word for word in self.text.split() if any(letter.isalnum() for letter in word)]
        return bool(said) and all(word[0] in TAG_SIGNS for word in said)


@cache
def group(name: str) -> frozenset[str]:
    """One list of words of `order.toml`."""
    return frozenset(FACTS["words"][name].split())


def blocks(caption: str, said: Sequence[Said]) -> list[Piece]:
    """What can be moved, in the order of the caption; together they hold every visible sign of it exactly once."""
    pieces = list(_pieces(caption, said))
    quoted = _quoted(pieces)
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        if found and (at in quoted or _stays(pieces[at - 1], piece)):
            found[-1] = joined(caption, found[-1], piece)
        else:
            found.append(piece)
    return found


def joined(caption: str, first: Piece, last: Piece) -> Piece:
    """Two neighbours as one."""
    return replace(first, stop=last.stop, roles=first.roles | last.roles, text=caption[first.start : last.stop])


def _pieces(caption: str, said: Sequence[Said]) -> Iterator[Piece]:
    """Each sentence with the signs around it; several hashtags at its end are a piece of their own."""
    sentences = list(_apart(said, len(caption)))
    begun = 0
    for place, sentence in enumerate(sentences):
        after = sentences[place + 1].start if place + 1 < len(sentences) else len(caption)
        ends = _cut(caption, sentence.start, min(sentence.stop, after), after)
        for start, stop in pairwise((begun, _tags_from(caption, begun, ends), ends)):
            if caption[start:stop].strip():
                yield _piece(caption, start, stop, sentence.roles)
        begun = ends


def _apart(said: Sequence[Said], length: int) -> Iterator[Said]:
    """Sentences in order that lie in the caption and begin after one another."""
    reached = -1
    for one in sorted(said, key=lambda one: (one.start, one.stop)):
        if reached < one.start < min(one.stop, length):
            reached = one.start
            yield one


def _tags_from(caption: str, start: int, stop: int) -> int:
    """Where two or more hashtags at the end begin; `stop` where there are none."""
    found, begun = 0, stop
    for word in reversed(list(TOGETHER.finditer(caption, start, stop))):
        if word[0][0] not in TAG_SIGNS:
            break
        found, begun = found + 1, word.start()
    return begun if found > 1 else stop


def _cut(caption: str, start: int, stop: int, after: int) -> int:
    """Where the signs between two sentences part: up to the first blank they close the one before."""
    if after == len(caption):
        return after
    blank = SPACE.search(caption, start + len(caption[start:stop].rstrip()), after)
    return blank.start() if blank else after


def _piece(caption: str, start: int, stop: int, roles: frozenset[str]) -> Piece:
    text = caption[start:stop]
    first = start + len(text) - len(text.lstrip())
    before = len(caption[:first].rstrip())
    return Piece(first, start + len(text.rstrip()), roles, caption.count("\n", before, first), text.strip())


def _stays(before: Piece, piece: Piece) -> bool:
    """Whether a sentence makes no sense away from the one before it."""
    if piece.is_tags or before.is_tags:
        return False
    said, earlier = piece.words, before.words
    if piece.start == before.stop or not said or not earlier or before.text.endswith(LEADS_ON):
        return True
    if not piece.lines and (len(said) == 1 or len(earlier) == 1):
        return True
    return (piece.lines < PARAGRAPH and _leans(said)) or _is_list(before, piece) or _is_heading(before, piece)


def _leans(said: list[str]) -> bool:
    first = said[0]
    owned = first.endswith(POSSESSIVE) and len(first) >= LEANING_NYA
    return owned or first in group("leaning") or any(word in group("pointing") for word in said[1:POINTS_WITHIN])


def _is_list(before: Piece, piece: Piece) -> bool:
    return piece.lines == 1 and bool(BULLET.match(piece.text) and BULLET.match(before.text))


def _is_heading(before: Piece, piece: Piece) -> bool:
    """A short line without a full stop belongs to what it announces."""
    is_short = len(before.words) <= HEADING and not FULL_STOP.search(before.text)
    return bool(piece.lines) and is_short and "figure" not in before.roles


def _quoted(pieces: Sequence[Piece]) -> set[int]:
    """Places of the pieces that stand in a quotation or brackets opened before them."""
    found: set[int] = set()
    for at, piece in enumerate(pieces):
        if at not in found and _open(piece.text):
            ahead, text = range(at + 1, min(at + QUOTED_AHEAD, len(pieces))), piece.text
            for place in ahead:
                text += pieces[place].text
                if not _open(text):
                    found.update(range(at + 1, place + 1))
                    break
    return found


def _open(text: str) -> bool:
    return text.count("“") > text.count("”") or text.count("(") > text.count(")") or text.count('"') % 2 == 1
