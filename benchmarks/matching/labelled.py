"""The labelled texts: which post carries which message, composed one by one and invented."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from etl.match import Post, parse

FOLDER = Path(__file__).with_name("texts")
DEVELOPED_ON = ("a", "b")  # weights and words were tuned on these
HELD_OUT = "heldout"  # and never on this third
CARRYING = ("verbatim", "trimmed", "reworded", "summarised", "quoted", "javanese")


@dataclass(frozen=True)
class Labelled:
    """A post, the message it carries (None for none), the kind of text it is, the message it was written around."""

    post: Post
    truth: str | None
    kind: str
    around: str | None


@cache
def labelled(name: str) -> tuple[Labelled, ...]:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_labelled(line) for line in lines if line.strip())


def _labelled(line: str) -> Labelled:
    said = json.loads(line)
    return Labelled(parse(line), said["truth"], said["kind"], said.get("of"))


def developed_on() -> tuple[Labelled, ...]:
    return tuple(each for name in DEVELOPED_ON for each in labelled(name))


def posts(texts: Iterable[Labelled]) -> list[Post]:
    return [each.post for each in texts]
