"""A suggested order of a caption's own sentences: what serves the reader first, persons and hashtags last."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from measures.standard.order_pieces import FACTS, Piece, Said, blocks, group, joined


@dataclass(frozen=True)
class Part:
    """One place in the order, with what it is called and why it stands there."""

    id: str
    title: str
    reason: str


@dataclass(frozen=True)
class Placed:
    """Code points start to stop (excluded) of the caption, exactly as written, and the part in which they belong.

    `is_new_line` tells whether they began a line in the caption.
    """

    start: int
    stop: int
    part: str
    is_new_line: bool


PARTS = {entry["id"]: Part(**entry) for entry in FACTS["part"]}
RANKS = {code: place for place, code in enumerate(PARTS)}
SERVING = ("benefit", "when", "act")
TIED = frozenset({"named", "speech"})
PERSON = "figure"
USEFUL = frozenset(
    {"useful", "educational", "service_info", "call_for_vigilance_or_correction", "accountability", "smart_city_cta"}
)
TOLD = USEFUL - {"useful"}  # a quotation that teaches or informs is more than a quotation
SHORT, MOST_WORDS = 6, 40  # words of a greeting, of an introduction
MOST_SENTENCES, LONGEST = 60, 10_000  # above that it is an article, whose order is its author's
QUOTED = re.compile(rf"[\"”»][,.]?\s+(?:{'|'.join(sorted(group('quoting')))})\b", re.IGNORECASE)


def suggested_order(caption: str, said: Sequence[Said], has_praise: bool = True) -> tuple[Placed, ...]:
    """The caption's sentences in the suggested order, each exactly once; empty where the order is good already.

    `said` are the sentences with their roles (code points of `caption`); `has_praise` is whether the caption as a whole
    puts a person forward: if not, none of it is called praise. Sentences that lean on the one before them move with it.
    Order: greeting, benefit, when and where, how to act, further facts, who was there, benefit tied to a person, who
    spoke, praise, hashtags (our proposal, after norms N3, N4 and N22). Nothing is ever added.
    """
    if len(said) > MOST_SENTENCES or len(caption) > LONGEST:
        return ()
    stretches = _settled(caption, blocks(caption, said), has_praise)
    parts = [part for _, part in stretches]
    if not set(parts) & set(SERVING):
        return ()
    ranks = _ranks(parts)
    order = sorted(range(len(stretches)), key=lambda place: ranks[place])
    if order == list(range(len(stretches))):
        return ()
    return tuple(
        Placed(piece.start, piece.stop, part, piece.lines > 0) for piece, part in map(stretches.__getitem__, order)
    )


def rewritten(caption: str, placed: Sequence[Placed]) -> str:
    """The same sentences as one text: a blank line between parts, else lines and blanks as they were."""
    text, before = "", None
    for one in placed:
        between = "" if before is None else "\n\n" if one.part != before else "\n" if one.is_new_line else " "
        text += between + caption[one.start : one.stop]
        before = one.part
    return text


def _settled(caption: str, pieces: list[Piece], has_praise: bool) -> list[tuple[Piece, str]]:
    """Each stretch with its part; a plain sentence after a useful one belongs to it, an introduction to the next."""
    found: list[tuple[Piece, str]] = []
    longest = SHORT if has_praise else MOST_WORDS
    for piece, part in zip(pieces, _parts(pieces, has_praise), strict=True):
        first = found[-1] if found else None
        if first and part == "other" and first[1] in SERVING:
            found[-1] = joined(caption, first[0], piece), first[1]
        elif first and len(found) == 1 and first[1] == "other" and len(first[0].words) <= longest and part != "tags":
            found[-1] = joined(caption, first[0], piece), part
        else:
            found.append((piece, part))
    return found


def _parts(pieces: list[Piece], has_praise: bool) -> list[str]:
    parts = [_part(piece, has_praise) for piece in pieces]
    if "benefit" not in parts and set(parts) & TIED:  # then what is told with the person is what the text is about
        parts = ["benefit" if part in TIED and piece.roles & USEFUL else part
                 for piece, part in zip(pieces, parts, strict=True)]  # fmt: skip
    if serving := [place for place, part in enumerate(parts) if part in SERVING and "useful" in pieces[place].roles]:
        parts[serving[0]] = "benefit"
    for place, code in _greetings(pieces, parts):
        parts[place] = code
    return parts


def _part(piece: Piece, has_praise: bool) -> str:
    """What one stretch is, by itself."""
    if piece.is_tags:
        return "tags"
    if PERSON in piece.roles and has_praise:
        return "named" if piece.roles & USEFUL else "praise"
    if PERSON in piece.roles and not piece.roles & USEFUL and set(piece.words) & group("leader"):
        return "person"
    if _is_speech(piece) and not piece.roles & TOLD:
        return "speech"
    if "smart_city_cta" in piece.roles or ("service_info" in piece.roles and set(piece.words) & group("act")):
        return "act"
    if "service_info" in piece.roles:
        return "when"
    return "benefit" if piece.roles & USEFUL else "other"


def _is_speech(piece: Piece) -> bool:
    return bool(set(piece.words) & group("speech") or QUOTED.search(piece.text))


def _greetings(pieces: list[Piece], parts: list[str]) -> list[tuple[int, str]]:
    """A greeting at the very beginning, and a few words without a role before the hashtags at the end."""
    told = [place for place, part in enumerate(parts) if part != "tags"]
    ends = {told[0]: "opening", told[-1]: "closing"} if len(told) > 1 else {}
    short = [place for place in ends if parts[place] == "other" and len(pieces[place].words) <= SHORT]
    return [(place, ends[place]) for place in short
            if ends[place] == "closing" or set(pieces[place].words) & group("greeting")]  # fmt: skip


def _ranks(parts: list[str]) -> list[int]:
    """Where each stretch belongs; times and steps told in turns, and plain words, stay with what they tell about."""
    serving = [part for part in parts if part in SERVING]
    apart = sum(one != other for one, other in pairwise(serving)) < len(set(serving))
    found: list[int] = []
    for place, part in enumerate(parts):
        if part == "other" and place and parts[place - 1] != "opening":
            found.append(found[-1])
        else:
            found.append(RANKS["benefit" if part in SERVING and not apart else part])
    return found
