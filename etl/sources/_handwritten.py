"""Numbers and days as people write them in a sheet: `1.234`, `1,2 rb`, `Senin, 23 November 2026`.

What could mean two things is read only when the sheet itself shows which one it means; else it is marked, so
that the row is set aside with the reason in sight.
"""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from etl.sources._dates import MONTH_NUMBER
from etl.sources._rows import is_missing

INDONESIAN, ENGLISH = "id", "en"
ASK_NUMBER = "(ribuan atau desimal?)"
ASK_DAY = "(hari atau bulan dahulu?)"

NUMBER = re.compile(r"(\d[\d.,]*?)\s*(ribu|rb|k|juta|jt|m)?\+?", re.IGNORECASE)
TIMES = {"ribu": 10**3, "rb": 10**3, "k": 10**3, "juta": 10**6, "jt": 10**6}
MILLION_IN_ENGLISH = "m"  # in Indonesian M is a milliard
EVIDENCE = {
    INDONESIAN: re.compile(r"\d{1,3}(\.\d{3}){2,}|\d{1,3}(\.\d{3})+,\d+|\d+,\d{1,2}\s*(%|rb|ribu|jt|juta|k)?", re.I),
    ENGLISH: re.compile(r"\d{1,3}(,\d{3}){2,}|\d{1,3}(,\d{3})+\.\d+|\d+\.\d{1,2}\s*(%|k|m)", re.I),
}
WEEKDAY = re.compile(r"(?:senin|selasa|rabu|kamis|jum'?at|jum’at|sabtu|minggu|ahad)\s*[,/]?\s+", re.I)
CLOCK_TIME = re.compile(r"[\sT,]+(?:pukul\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:wib)?$", re.I)
ISO_DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
NAMED_DAY = re.compile(r"(\d{1,2})[\s\-]+([^\W\d_]+)\.?[\s\-,]+(\d{4})")
NAMED_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2}),?\s+(\d{4})")
NUMERIC_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")


def number_locale(texts: Iterable[str]) -> str | None:
    """The one locale the numbers give away; None when they show none, or both."""
    found = {name for text in texts for name, pattern in EVIDENCE.items() if pattern.fullmatch(text.strip())}
    return found.pop() if len(found) == 1 else None


def day_locale(texts: Iterable[str]) -> str | None:
    """Indonesian when some day above 12 comes first, English when it comes second."""
    pairs = [(int(m.group(1)), int(m.group(2))) for text in texts if (m := NUMERIC_DAY.fullmatch(_bare_day(text)))]
    found = {INDONESIAN for day, _ in pairs if day > 12} | {ENGLISH for _, day in pairs if day > 12}
    return found.pop() if len(found) == 1 else None


def whole_number(text: str, locale: str | None) -> str:
    """The count in plain digits; the text itself when it is no count; marked when it could be two counts."""
    match = NUMBER.fullmatch(text.strip())
    if is_missing(text) or not match:
        return text
    digits, word = match.group(1), (match.group(2) or "").lower()
    value = _decimal(digits, locale, grouped=not word)
    times = 10**6 if word == MILLION_IN_ENGLISH and locale == ENGLISH else TIMES.get(word, 1 if not word else 0)
    if value is None:
        return f"{text} {ASK_NUMBER}"
    whole = value * times
    return str(int(whole)) if times and whole == int(whole) else text


def day(text: str, locale: str | None) -> str:
    """The day in ISO form; the text itself when it is no day; marked when day and month could be swapped."""
    bare = _bare_day(text)
    for parts in (_iso(bare), _named(bare)):
        if parts:
            return _iso_day(*parts) or text
    match = NUMERIC_DAY.fullmatch(bare)
    if not match:
        return text
    first, second, year = (int(group) for group in match.groups())
    if first <= 12 and second <= 12 and first != second and locale is None:
        return f"{text} {ASK_DAY}"
    day_first = first > 12 or (second <= 12 and locale != ENGLISH)
    month, number = (second, first) if day_first else (first, second)
    return _iso_day(year, month, number) or text


def _decimal(digits: str, locale: str | None, grouped: bool) -> Decimal | None:
    """None when a single group of three could be thousands or decimals."""
    if digits.isdigit():
        return Decimal(digits)
    if re.fullmatch(r"\d{1,3}([.,])\d{3}", digits):
        return _one_group(digits, locale) if grouped else None
    dot_groups = re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", digits)
    comma_groups = re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", digits)
    if dot_groups or re.fullmatch(r"\d+,\d+", digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if comma_groups or re.fullmatch(r"\d+\.\d+", digits):
        return Decimal(digits.replace(",", ""))
    return None


def _one_group(digits: str, locale: str | None) -> Decimal | None:
    thousands = {INDONESIAN: ".", ENGLISH: ","}.get(locale or "")
    return Decimal(digits.replace(thousands, "")) if thousands and thousands in digits else None


def _bare_day(text: str) -> str:
    return CLOCK_TIME.sub("", WEEKDAY.sub("", " ".join(text.split()), count=1)).strip()


def _iso(text: str) -> tuple[int, int, int] | None:
    match = ISO_DAY.fullmatch(text)
    return (int(match.group(1)), int(match.group(2)), int(match.group(3))) if match else None


def _named(text: str) -> tuple[int, int, int] | None:
    if match := NAMED_DAY.fullmatch(text.casefold()):
        return int(match.group(3)), MONTH_NUMBER.get(match.group(2), 0), int(match.group(1))
    if match := NAMED_MONTH_FIRST.fullmatch(text.casefold()):
        return int(match.group(3)), MONTH_NUMBER.get(match.group(1), 0), int(match.group(2))
    return None


def _iso_day(year: int, month: int, number: int) -> str:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return ""
