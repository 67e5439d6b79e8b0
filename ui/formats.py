"""Numbers, dates and texts as an Indonesian reader expects them; missing is said, never shown as 0."""

import re
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from measures.months import MONTHS, SHORT_MONTHS

MISSING = "tidak tersedia"
WIB = ZoneInfo("Asia/Jakarta")
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
SCALES = ((1_000_000_000, "M"), (1_000_000, "jt"), (10_000, "rb"))
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&])")


def is_missing(value: Any) -> bool:
    return value is None or bool(pd.isna(value))


def number(value: Any, decimals: int | None = None) -> str:
    """`1.234,5`; whole numbers without decimals, others with one unless told."""
    if is_missing(value):
        return MISSING
    places = decimals if decimals is not None else (0 if float(value) == int(value) else 1)
    return f"{value:,.{places}f}".translate(str.maketrans(",.-", ".,−"))


def compact(value: Any) -> str:
    """`12,3 rb`, `1,2 jt`: for tiles and axes, where the last digit does not matter."""
    if is_missing(value):
        return MISSING
    for size, word in SCALES:
        if abs(value) >= size:
            return f"{number(value / (1_000 if word == 'rb' else size), 1)} {word}"
    return number(value)


def percent(value: Any, decimals: int = 1) -> str:
    """A share of 0-1 as `12,3 %`."""
    return MISSING if is_missing(value) else f"{number(float(value) * 100, decimals)} %"


def share(part: Any, whole: Any) -> str:
    """`61 dari 80`; only the first number where there is no whole to speak of."""
    if is_missing(whole) or not whole:
        return number(part)
    return f"{number(part)} dari {number(whole)}"


def change(now: Any, before: Any) -> str:
    """The difference with the period before, in words."""
    if is_missing(now) or is_missing(before):
        return "belum ada pembanding"
    difference = now - before
    if difference == 0:
        return "sama dengan pekan lalu"
    return f"{'naik' if difference > 0 else 'turun'} {number(abs(difference))} dari pekan lalu"


def day(value: Any) -> str:
    """`23 Nov 2026`, in WIB where the value is an instant."""
    if is_missing(value):
        return MISSING
    local = _local(value)
    return f"{local.day} {SHORT_MONTHS[local.month - 1]} {local.year}"


def short_day(value: Any) -> str:
    """`23 Nov`: for axes, where the year is said once elsewhere."""
    return day(value) if is_missing(value) else day(value).rsplit(" ", 1)[0]


def month(value: Any) -> str:
    if is_missing(value):
        return MISSING
    local = _local(value)
    return f"{MONTHS[local.month - 1]} {local.year}"


def clock(value: Any) -> str:
    """`09.30 WIB`."""
    return MISSING if is_missing(value) else f"{_local(value):%H.%M} WIB"


def moment(value: Any) -> str:
    """`23 Nov 2026, 09.30 WIB`."""
    return MISSING if is_missing(value) else f"{day(value)}, {clock(value)}"


def posted(at: Any, on: Any) -> str:
    """When a post appeared; only the day where the export gives no clock time."""
    return day(on) if is_missing(at) else moment(at)


def days(value: Any) -> str:
    return MISSING if is_missing(value) else f"{number(value)} hari"


def factor(value: Any) -> str:
    """An overperformance score in words a reader can repeat: `2,4 kali harapan`."""
    if is_missing(value):
        return MISSING
    times = f"{number(abs(value), 1 if abs(value) >= 1 else 2)} kali"
    return f"{times} lebih rendah dari harapan" if value < 0 else f"{times} harapan"


def score(value: Any) -> str:
    """The same score where a column is narrow: `2,4×`, `−1,4×`."""
    return MISSING if is_missing(value) else f"{number(value, 1 if abs(value) >= 1 else 2)}×"


def measured(value: Any, unit: str) -> str:
    """One value of a measure: a rate as percent, a score as factor, a count as number."""
    return {"rate": percent, "factor": score}.get(unit, _count)(value)


def interval(low: Any, high: Any, unit: str) -> str:
    """`12 – 34`: where the true median probably lies."""
    if is_missing(low) or is_missing(high):
        return MISSING
    plain = {"rate": percent, "factor": score}.get(unit, _count)
    between = "s.d." if unit == "factor" else "–"
    return f"{plain(low)} {between} {plain(high)}".replace(" ", "\u00a0")


def _count(value: Any) -> str:
    """A median of counts; the decimal only where it still says something."""
    return MISSING if is_missing(value) else number(value, 0 if abs(value) >= 100 else None)


def text(value: Any, otherwise: str = MISSING) -> str:
    return otherwise if is_missing(value) or not str(value).strip() else str(value).strip()


def shortened(value: Any, length: int) -> str:
    """The first words, cut at a space, with an ellipsis where something was left out."""
    words = " ".join(text(value, "").split())
    if len(words) <= length:
        return words
    return words[: length - 1].rsplit(" ", 1)[0].rstrip(",.;:") + "…"


def plain_markdown(value: Any) -> str:
    """Text from strangers, escaped so that Streamlit's labels and captions show it as it was written."""
    return MARKDOWN.sub(r"\\\1", text(value, ""))


def _local(value: Any) -> date:
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(WIB)
    return value
