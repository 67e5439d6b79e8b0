"""Days as TikTok writes them: in the language of the screen and without a year."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

MONTHS = {
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
    "en": "january february march april may june july august september october november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "short id": "jan feb mar apr mei jun jul agu sep okt nov des",
    "short en": "jan feb mar apr may jun jul aug sep oct nov dec",
}
MONTH_NUMBER = {word: at for words in MONTHS.values() for at, word in enumerate(words.split(), 1)}
DAY_AND_MONTH = re.compile(r"(\d{1,2})\.?[\s\-]+(?:de\s+)?([^\W\d_]+)\.?|([^\W\d_]+)\.?[\s\-]+(\d{1,2})")
HALF_A_YEAR = 183
WIB = timedelta(hours=7)

MonthDay = tuple[int, int]


def month_day(text: str) -> MonthDay | None:
    """`8 Juli`, `July 8`, `8 de julio` -> (7, 8)."""
    match = DAY_AND_MONTH.fullmatch(text.strip().casefold())
    if not match:
        return None
    month = MONTH_NUMBER.get(match.group(2) or match.group(3), 0)
    day = int(match.group(1) or match.group(4))
    return (month, day) if _latest((month, day), 2024) else None


def latest_on_or_before(wanted: MonthDay, limit: date) -> date:
    """The last time this day of the year came round."""
    years = range(limit.year, limit.year - 9, -1)  # 29 February may be eight years away
    return next(day for year in years if (day := _latest(wanted, year)) and day <= limit)


def first_on_or_after(wanted: MonthDay, start: date) -> date:
    years = range(start.year, start.year + 9)
    return next(day for year in years if (day := _latest(wanted, year)) and day >= start)


def with_years(texts: Sequence[str], newest_possible: date) -> list[date | None]:
    """Years for a run of days, walking backwards from the newest one; None where the text is no such day.

    A file of a whole year holds two years without naming either, so the order of the rows decides.
    """
    parts = [month_day(text) for text in texts]
    newest_first = reversed(range(len(parts))) if _is_ascending(parts) else range(len(parts))
    days: list[date | None] = [None] * len(parts)
    limit = newest_possible
    for place in newest_first:
        if (wanted := parts[place]) is not None:
            days[place] = limit = latest_on_or_before(wanted, limit)
    return days


def wib_day(moment: datetime) -> date:
    return (moment.astimezone(UTC) + WIB).date()


def _is_ascending(parts: Sequence[MonthDay | None]) -> bool:
    known = [date(2024, *part).timetuple().tm_yday for part in parts if part]
    steps = [(after - before) % 366 for before, after in pairwise(known) if after != before]
    return sum(1 if step < HALF_A_YEAR else -1 for step in steps) >= 0


def _latest(wanted: MonthDay, year: int) -> date | None:
    try:
        return date(year, *wanted)
    except ValueError:
        return None


ENGLISH_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def english_months(text: str) -> str:
    """`21 Agu 2026` as `21 Aug 2026`: the typed engine reads English month names only."""
    words = text.split()
    known = [MONTH_NUMBER.get(word.strip(",.").casefold()) for word in words]
    return " ".join(ENGLISH_MONTHS[at - 1] if at else word for word, at in zip(words, known, strict=True))
