"""What a text states and another can confirm or contradict: days, hours, sums, counts, parts, names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from measures.cascade.amounts import amounts_in
from measures.cascade.texts import PHONE, Text
from measures.cascade.words import MONTHS, NUMBERS, RELATIVE, WEEKDAYS, group

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_LINK = r"\s*(?:-|–|—|s\.?/?d\.?|sampai|hingga|dan|&|/|,|nganti|tekan|lan|ngantos|dumugi)\s*"
_TO = r"\s*(?:-|–|—|s\.?/?d\.?|sampai|hingga|nganti|tekan|ngantos)\s*"
APART = re.compile(r"dan|lan|&|(?<!s)/|,")
DAY_MONTH = re.compile(rf"\b((?:{_DAY}{_LINK}){{0,9}}{_DAY})(?:\s+|[-/ ])({_MONTH})\b\.?(?:\s+(20\d\d))?")
# `3-5` alone may be a span of anything, so between hyphens the year must stand too; `24/7` means always.
SLASHED = re.compile(
    rf"(?<![\d/.,-])(?!24/7\b)({_DAY})(?:\s?/\s?(0?[1-9]|1[0-2])(?:\s?/\s?(?:20\d\d|\d\d))?"
    r"|-(0?[1-9]|1[0-2])-(?:20\d\d|\d\d))(?![\d/])"
)
DAY_ONLY = re.compile(
    rf"\b(?:tgl|tanggal|tanggale|tanggalipun)\.?\s*({_DAY}(?:(?:{_TO}|\s*(?:dan|lan|&)\s*){_DAY})?)\b"
    rf"(?!\s*[/-]?\s*(?:\d|{_MONTH}))"
)
DIGITS = re.compile(r"\d+")
_PART = r"(?:\s*(pagi|siang|sore|malam|esuk|isuk|enjing|awan|sonten|bengi|dalu))?"
_HOUR_WORD = "|".join(sorted((w for w, n in NUMBERS.items() if 1 <= n <= 12 and n == int(n)), key=len, reverse=True))
_SPOKEN_HOUR = rf"(?:setengah\s+)?(?:{_HOUR_WORD})|setengah\s+(?:1[0-2]|[1-9])"
CLOCK = re.compile(
    r"\b(?:pukul|pkl|jam|jame|tabuh)\.?\s*"
    rf"(?:(2[0-4]|[01]?\d)(?!\d)(?:[.:]([0-5]\d))?|({_SPOKEN_HOUR})\b){_PART}"
    rf"|(?<![\d.,:])([01]?\d|2[0-4]):([0-5]\d)\b|(?<![\d.,])([01]\d|2[0-4])\.([0-5]\d)\b(?![.,]?\d|\s*%)",
)
_END = rf"(2[0-4]|[01]?\d)(?!\d)(?:[.:]([0-5]\d))?{_PART}"
UNTIL = re.compile(
    rf"[.:][0-5]\d(?:\s*wib)?{_TO}(?:pukul|pkl|jam)?\s*{_END}|\b(?:jam|pukul|pkl)\.?\s*\d+{_TO}{_END}",
)
CLOCK_WORDS = frozenset({"pukul", "pkl", "jam", "jame", "tabuh"})
CLOCK_LIKE = re.compile(r"\d[.:]\d\d")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
ORDINAL = {
    "pertama": 1, "kapisan": 1, "kedua": 2, "kapindho": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6,
    "terakhir": 99,
}  # fmt: skip
MILIAR = re.compile(r"(?<=\d) ?M\b")  # `1,2 M` is money, `36 m` a length
INSTALMENT = re.compile(
    rf"\b({'|'.join(sorted(group('instalment'), key=len, reverse=True))})"
    r"\s+(?:ke[- ]?)?(\d{1,3}|[ivx]{1,4}|[a-z]+)\b",
)


@dataclass(frozen=True)
class Facts:
    """Days as (month, day); clocks as minutes of the day; amounts in units of one, with the root of the noun after
    each; parts as ("tahap", 2); names as lower-case words that the text writes with a capital."""

    days: frozenset[tuple[int, int]]
    weekdays: frozenset[int]
    clocks: frozenset[int]
    money: frozenset[float]
    counts: frozenset[tuple[float, str]]
    parts: frozenset[tuple[str, int]]
    names: frozenset[str]

    @property
    def amounts(self) -> frozenset[float]:
        return frozenset(value for value, _ in self.counts) | self.money


def read_facts(text: Text, on: date) -> Facts:
    """The facts of a text published on the day `on` (WIB), to which "besok" and weekdays refer.

    Each kind of figure is blanked once read, so that none is read twice; what the words rule out is not looked for.
    """
    spoken, said = MILIAR.sub(" miliar", text.spoken).lower(), set(text.words)
    days, clocks, parts = set(_relative(text.words, on)), set[int](), set[tuple[str, int]]()
    if not MONTHS.keys().isdisjoint(said):
        spoken = _taken(DAY_MONTH, spoken, lambda m: days.update(_day_month(m)))
    spoken = PHONE.sub(" ", spoken)
    if not group("instalment").isdisjoint(said):
        spoken = _taken(INSTALMENT, spoken, lambda m: parts.update(_part(m)))
    if not CLOCK_WORDS.isdisjoint(said) or CLOCK_LIKE.search(spoken):
        _taken(UNTIL, spoken, lambda m: clocks.update(_until(m)))
        spoken = _taken(CLOCK, spoken, lambda m: clocks.update(_clock(m)))
    if "/" in spoken or "-" in spoken:
        spoken = _taken(SLASHED, spoken, lambda m: days.update(_slashed(m)))
    if "tgl" in spoken or "tanggal" in spoken:
        spoken = _taken(DAY_ONLY, spoken, lambda m: days.update(_nearest(day, on) for day in _days_said(m[1])))
    money, counts = amounts_in(spoken)
    weekdays = frozenset(WEEKDAYS[word] for word in said & WEEKDAYS.keys())
    return Facts(frozenset(days), weekdays, frozenset(clocks), money, counts, frozenset(parts), _names(text.spoken))


def _taken(pattern: re.Pattern[str], spoken: str, take) -> str:  # type: ignore[no-untyped-def]
    """Hand every match on and blank it, so that no figure is read twice."""

    def blank(found: re.Match[str]) -> str:
        take(found)
        return " ¦ "

    return pattern.sub(blank, spoken)


def _day_month(found: re.Match[str]) -> Iterator[tuple[int, int]]:
    yield from ((MONTHS[found[2]], day) for day in _days_said(found[1]))


def _days_said(said: str) -> list[int]:
    """`3-5` are three days, `3, 4 dan 9` are these."""
    days = [int(day) for day in DIGITS.findall(said)]
    is_span = len(days) == 2 and days[0] < days[1] and not APART.search(said)
    return list(range(days[0], days[1] + 1)) if is_span else days


def _slashed(found: re.Match[str]) -> Iterator[tuple[int, int]]:
    yield int(found[2] or found[3]), int(found[1])


def _nearest(day: int, on: date) -> tuple[int, int]:
    """The next such day of the month from three days back."""
    start = on - timedelta(days=3)
    ahead = (start + timedelta(days=step) for step in range(62))
    return next(((each.month, each.day) for each in ahead if each.day == day), (on.month, day))


def _relative(words: tuple[str, ...], on: date) -> Iterator[tuple[int, int]]:
    """`besok` counts from the day of publishing; `Selasa besok` is the next Tuesday, `Selasa lalu` the last one."""
    if TELLS_A_DAY.isdisjoint(words):
        return
    for before, word, after in zip(("", *words), words, (*words[1:], ""), strict=False):
        if f"{word}_{after}" in RELATIVE:
            yield _month_day(on + timedelta(days=RELATIVE[f"{word}_{after}"]))
        elif word in RELATIVE and before not in WEEKDAYS:
            yield _month_day(on + timedelta(days=RELATIVE[word]))
        elif word in WEEKDAYS and after in (*RELATIVE, *PAST):
            step = -1 if after in PAST or RELATIVE[after] < 0 else 1
            ahead = (on + timedelta(days=step * days) for days in range(1, 8))
            yield _month_day(next(day for day in ahead if day.weekday() == WEEKDAYS[word]))


PAST = ("lalu", "kepungkur")
TELLS_A_DAY = {word.partition("_")[0] for word in RELATIVE} | WEEKDAYS.keys()


def _month_day(day: date) -> tuple[int, int]:
    return day.month, day.day


AFTERNOON, MORNING, NOON = (
    {"sore", "sonten", "malam", "bengi", "dalu"},
    {"pagi", "esuk", "isuk", "enjing"},
    {"siang", "awan"},
)


def _minutes(hour: str | None, minute: str | None, part: str | None) -> int:
    clock = int(hour or 0)
    said = part or ""
    if (said in AFTERNOON and clock < 12) or (said in NOON and clock < 6):
        clock += 12
    return clock * 60 + int(minute or 0)


def _clock(found: re.Match[str]) -> Iterator[int]:
    if found[3]:
        *half, word = found[3].split()
        hour = int(word) if word.isdigit() else int(NUMBERS[word])
        yield _minutes(str(hour), None, found[4]) - (30 if half else 0)
    elif found[1]:
        yield _minutes(found[1], found[2], found[4])
    elif found[5] or found[7]:
        yield _minutes(found[5] or found[7], found[6] or found[8], None)


def _until(found: re.Match[str]) -> Iterator[int]:
    groups = found.groups()
    for hour, minute, part in (groups[:3], groups[3:]):
        if hour:
            yield _minutes(hour, minute, part)


def _part(found: re.Match[str]) -> Iterator[tuple[str, int]]:
    said = found[2]
    number = int(said) if said.isdigit() else ROMAN.get(said) or ORDINAL.get(said) or NUMBERS.get(said)
    if number and number == int(number):
        yield found[1], int(number)


NAME = re.compile(r"(?<=[\w,] )([A-Z][a-zA-Z'’-]{2,})")


NO_NAMES = group("common") | group("stop") | MONTHS.keys() | WEEKDAYS.keys()


def _names(spoken: str) -> frozenset[str]:
    """Words with a capital inside a sentence; a text all in capitals names nothing."""
    if sum(map(str.isupper, spoken)) > 0.6 * sum(map(str.isalpha, spoken)):
        return frozenset()
    found = {match[1].lower() for match in NAME.finditer(spoken)}
    return frozenset(found - NO_NAMES)
