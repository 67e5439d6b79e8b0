"""The evidence for a carry in a reader's words: matching words and facts, and where they stand in a text."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

from ui import formats
from ui.markup import Html, joined, tag

MOST_PHRASES = 60
WORD = re.compile(r"\w+")
AGREES, CONFLICTS = "jk-agrees", "jk-conflicts"


@dataclass(frozen=True)
class Evidence:
    """What was found in both texts, in only one, and what speaks against; `why` is one sentence."""

    words: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    only_message: tuple[str, ...] = ()
    only_post: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    why: str = ""

    @property
    def agreeing(self) -> tuple[str, ...]:
        return self.words + self.shared


LISTS = ("words", "shared", "only_message", "only_post", "against")
TITLES = {
    "words": "Kata yang sama",
    "shared": "Fakta yang sama",
    "against": "Fakta yang bertentangan",
    "only_message": "Hanya di pesan",
    "only_post": "Hanya di unggahan",
}


def read(value: Any) -> Evidence:
    """From the stored JSON; whatever is not as agreed is left out, because a page must not fail over it."""
    try:
        told = json.loads(formats.text(value, "{}"))
    except ValueError:
        return Evidence()
    if not isinstance(told, dict):
        return Evidence()
    return Evidence(**{name: _texts(told.get(name)) for name in LISTS}, why=formats.text(told.get("why"), ""))


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(str(one) for one in value if str(one).strip())[:MOST_PHRASES] if isinstance(value, list) else ()


def told(found: Evidence, names: Iterable[str] = tuple(TITLES)) -> Html | None:
    """The lists that are not empty, each as a line of short marks; None where there is nothing to tell."""
    lines = [_line(name, getattr(found, name)) for name in names if getattr(found, name)]
    why = [tag("p", found.why, cls="jk-why")] if found.why else []
    return tag("div", *why, *lines, cls="jk-evidence") if lines or why else None


def _line(name: str, phrases: tuple[str, ...]) -> Html:
    tone = CONFLICTS if name == "against" else AGREES if name in ("words", "shared") else "jk-lonely"
    marks = (tag("span", phrase, cls=f"jk-chip {tone}") for phrase in phrases)
    return tag("p", tag("b", TITLES[name]), " ", joined(*marks, by=" "))


def marked(text: Any, found: Evidence) -> Html:
    """The text, escaped, with the agreeing and the conflicting words marked where they stand."""
    words = formats.text(text, "(tanpa teks)")
    kinds = [""] * len(words)
    for phrases, kind in ((found.agreeing, AGREES), (found.against, CONFLICTS)):
        for start, end in _places(words, phrases):
            kinds[start:end] = [kind] * (end - start)
    edges = [0, *(at for at in range(1, len(words)) if kinds[at] != kinds[at - 1]), len(words)]
    return joined(*(_piece(words[start:end], kinds[start]) for start, end in pairwise(edges)))


def _piece(words: str, kind: str) -> Any:
    return tag("mark", words, cls=kind) if kind else words


def _places(text: str, phrases: Iterable[str]) -> Iterable[tuple[int, int]]:
    """Where the phrases stand, whatever punctuation lies between their words."""
    patterns = (r"[\W_]+".join(map(re.escape, WORD.findall(phrase))) for phrase in phrases)
    found = (re.finditer(rf"\b{one}\b", text, re.IGNORECASE) for one in patterns if one)
    return (match.span() for match in chain.from_iterable(found))
