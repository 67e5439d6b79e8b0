"""Moments as people write them in a sheet or a form: `23/06/2026 10:15`, `6/23/2026 1:15:30 PM`."""

import re

from etl.sources._handwritten import day

CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*(am|pm)?(?:\s*wib)?\s*$", re.IGNORECASE)
FIRST_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*(am|pm)?", re.IGNORECASE)
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
MOMENT_FORMATS, DAY_FORMATS = ("%Y-%m-%d %H:%M:%S",), ("%Y-%m-%d",)


def day_and_clock(text: str, locale: str | None) -> tuple[str, str]:
    """`2026-06-23` and `10:15:00`; the hour is blank where none is told, the day is the text where it is no day."""
    read = day(bare_day(text), locale)
    if not ISO_DAY.fullmatch(read) or ISO_DAY.fullmatch(text.strip()):
        return read, ""
    found = CLOCK.search(text)
    return read, _spelled(found) if found else ""


def is_day(text: str) -> bool:
    return ISO_DAY.fullmatch(text) is not None


def clock(text: str) -> str:
    """The first hour of a cell that holds only hours: `08.30 - 10.00 WIB` is 08:30:00; blank without one."""
    found = FIRST_CLOCK.search(text)
    return _spelled(found) if found else ""


def bare_day(text: str) -> str:
    """Without AM and PM, with which `day` itself does not know the hour."""
    return re.sub(r"\s*\b(?:am|pm)\b", "", text, flags=re.IGNORECASE)


def _spelled(found: re.Match[str]) -> str:
    hour = int(found[1]) % 12 + (12 if found[4].lower() == "pm" else 0) if found[4] else int(found[1])
    return f"{hour:02}:{found[2]}:{found[3] or '00'}"
