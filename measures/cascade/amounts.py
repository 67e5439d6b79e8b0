"""Sums of money and counts in a text, in figures or in words."""

import re
from collections.abc import Iterator

from measures.cascade.words import MULTIPLES, NUMBERS, root

_SCALE = r"ribu|rb|ewu|juta|jt|yuta|miliar|milyar|milyard|triliun|k"
AMOUNT = re.compile(
    rf"(?<![\w.,/:-])(rp\.?\s*)?(\d+(?:\.\d{{3}})+(?:,\d+)?|\d+(?:[.,]\d+)?)\s*({_SCALE})?(?![\w/])(\s*%|\s*persen)?"
)
SCALES = {"k": 10**3} | MULTIPLES
LARGEST = 10**15  # more digits are the number of a card or an account
EARLIEST_YEAR, LATEST_YEAR = 1990, 2045  # such a figure alone is a year, no count


def amounts_in(spoken: str) -> tuple[frozenset[float], frozenset[tuple[float, str]]]:
    """Sums of money, and counts with the noun after them. Number words count like figures."""
    money, counts = set(), set()
    for found in AMOUNT.finditer(spoken):
        value = round(_value(found[2]) * SCALES.get(found[3] or "", 1), 3)  # 2.3 times a thousand million is not exact
        if value >= LARGEST:
            continue
        if found[1]:
            money.add(value)
        elif not (found[3] is None and EARLIEST_YEAR <= value <= LATEST_YEAR and "." not in found[2]):
            counts.add((value, "%" if found[4] else _noun(spoken[found.end() : found.end() + 30])))
    counts.update(_spelled(spoken))
    return frozenset(money), frozenset(counts)


def _value(figure: str) -> float:
    if re.fullmatch(r"\d+(?:\.\d{3})+(?:,\d+)?", figure):
        return float(figure.replace(".", "").replace(",", "."))
    return float(figure.replace(",", "."))


NOUN = re.compile(r"\s*(?:orang\s+|buah\s+|unit\s+|lembar\s+)?([^\W\d_]+)")


def _noun(after: str) -> str:
    found = NOUN.match(after)
    return root(found[1]) if found else ""


LETTERS = re.compile(r"[^\W_]+")


def _spelled(spoken: str) -> Iterator[tuple[float, str]]:
    """Numbers written as words: `dua puluh lima kilogram`, `selawe kilo`; a lone `satu` says nothing."""
    words = LETTERS.findall(spoken)
    if NUMBERS.keys().isdisjoint(words):
        return
    place = 0
    while place < len(words):
        total, part, start = 0.0, 0.0, place
        while place < len(words) and (words[place] in NUMBERS or (place > start and words[place] in MULTIPLES)):
            word = words[place]
            if word in ("belas", "welas"):
                part += 10
            elif word in MULTIPLES:
                scale = MULTIPLES[word]
                total, part = (total + (part or 1) * scale, 0.0) if scale >= 1000 else (total, _times(part, scale))
            else:
                part += NUMBERS[word]
            place += 1
        if place > start and total + part > 1:
            yield total + part, root(words[place]) if place < len(words) else ""
        place = max(place, start + 1)


def _times(part: float, scale: int) -> float:
    """`tiga puluh` is 30, and in `seratus dua puluh` only the last word is multiplied."""
    last = part % 10 or 1
    return part - part % 10 + last * scale
