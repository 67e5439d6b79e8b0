"""The demo's fixed calendar: nothing here asks what time it is now."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from measures.months import MONTHS

WIB = ZoneInfo("Asia/Jakarta")
PACIFIC = ZoneInfo("America/Los_Angeles")

FIRST_DAY = date(2026, 5, 25)
LAST_DAY = date(2026, 11, 22)
STARTS_AT = datetime.combine(FIRST_DAY, time(), WIB).astimezone(UTC)
ENDS_AT = datetime(2026, 11, 22, 20, tzinfo=WIB).astimezone(UTC)
WEEKS = 26

MONTHLY = [date(2026, 9, 27)]
WEEKLY = [LAST_DAY - timedelta(weeks=1)]

MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS_ID = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
DAYS_EN = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def at_wib(day: date, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """The UTC instant of a wall-clock time in Nganjuk."""
    return datetime.combine(day, time(hour, minute, second), WIB).astimezone(UTC)


def wib_day(moment: datetime) -> date:
    return moment.astimezone(WIB).date()


def days(first: date, last: date) -> list[date]:
    """Every day from first to last, both included."""
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]


def long_day(day: date) -> str:
    return f"{DAYS_ID[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def day_without_year(day: date, indonesian: bool) -> str:
    """How TikTok writes a day: `8 Juli` or `July 8`."""
    if indonesian:
        return f"{day.day} {MONTHS[day.month - 1]}"
    return f"{MONTHS_EN[day.month - 1]} {day.day}"
