"""What a caption states in set words or signs, found by rules alone: brand, app, slogans, links, capitals, hashtags."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from measures.standard.caption import LINK, TAG, Caption
from measures.standard.marks import BIT

SAID = tomllib.loads(Path(__file__).with_name("facts.toml").read_text(encoding="utf-8"))
OFFICIAL, PLATFORMS, OFFICES = tuple(SAID["official"]), tuple(SAID["platforms"]), tuple(SAID["offices"].split())
HOST = re.compile(r"^(?:https?://)?(?:[^/?#\\]*@)?(?:www\.)?([\w-]+(?:\.[\w-]+)*)")
LEAST_LETTERS = 20  # below it capitals say nothing
PLACE_TAG = re.compile(r"#(?:nganjuk(\w*)|(\w+?)nganjuk(\w*))$")
Span = tuple[int, int]


def spans(marks: Sequence[int], kind: str) -> list[Span]:
    """First and last token of every run of tokens with this mark."""
    wanted = BIT[kind]
    found: list[Span] = []
    for place, bits in enumerate(marks):
        if bits & wanted:
            if found and found[-1][1] == place - 1:
                found[-1] = (found[-1][0], place)
            else:
                found.append((place, place))
    return found


def brand(caption: Caption, marks: Sequence[int]) -> Span | None:
    """The slogan, a nickname of the place, or a hashtag that names the regency as a whole, not one of its offices."""
    found = spans(marks, "brand")
    if found:
        return found[0]
    for place, kind in enumerate(caption.kinds):
        if kind == TAG and is_place_tag(caption.words[place]):
            return place, place
    return None


def is_place_tag(tag: str) -> bool:
    """`#pesonanganjuk` names the place, `#damkarnganjuk` an office of it."""
    found = PLACE_TAG.match(tag)
    if not found:
        return False
    rest = "".join(part for part in found.groups() if part)
    return not any(rest.startswith(office) or rest.endswith(office) for office in OFFICES)


def links(caption: Caption) -> list[int]:
    return [place for place, kind in enumerate(caption.kinds) if kind == LINK and host(caption.words[place])]


def host(link: str) -> str:
    """The host of a link, `` where it names none."""
    found = HOST.match(link)
    name = found[1].strip("_-") if found else ""
    return name if "." in name else ""


def unofficial(caption: Caption) -> int | None:
    """The first link that leads neither to a government site nor to a platform."""
    return next(
        (place for place in links(caption) if not _is_within(host(caption.words[place]), OFFICIAL + PLATFORMS)), None
    )


def _is_within(name: str, domains: Sequence[str]) -> bool:
    return any(name == domain or name.endswith("." + domain) for domain in domains)


def capital_share(caption: Caption) -> float | None:
    """Share of capitals among letters, 0 to 1; None where there are too few letters."""
    return caption.capitals / caption.letters if caption.letters >= LEAST_LETTERS else None
