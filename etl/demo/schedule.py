"""When each account's exports are taken and how far back each one looks."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from etl.demo.calendar import ENDS_AT, FIRST_DAY, LAST_DAY, MONTHLY, STARTS_AT, WEEKLY, at_wib
from etl.demo.model import Account, Post

LOOKBACK = {"weekly": 130, "monthly": 130, "twice": 130, "once": 200}
LAGS = {"PRKPP": 12, "BAPPEDA": 36, "KEC-WILANGAN": 44, "DISARPUS": 9, "KEL-RINGINANOM": 61}
VILLAGE_LAGS = [0] * 12 + [2, 5, 7, 9, 13, 20, 33, 41]


@dataclass(frozen=True)
class Export:
    """One visit to the export button: everything published from `first` on, as it stood at `taken_at`."""

    first: datetime
    taken_at: datetime

    @property
    def first_day(self) -> date:
        return at_wib_day(self.first)

    @property
    def last_day(self) -> date:
        return at_wib_day(self.taken_at)


def at_wib_day(moment: datetime) -> date:
    return (moment + timedelta(hours=7)).date()


def exports(account: Account, seed: int) -> list[Export]:
    unit, random = account.unit, Random(f"{seed}:exports:{account.key}")
    lag = LAGS.get(unit.code, random.choice(VILLAGE_LAGS) if unit.rhythm == "once" else 0)
    last = LAST_DAY - timedelta(days=lag)
    early = {"weekly": MONTHLY + WEEKLY, "monthly": MONTHLY, "twice": MONTHLY, "once": []}
    rhythm = "monthly" if account.platform == "youtube" and unit.rhythm == "weekly" else unit.rhythm
    days = [day for day in early[rhythm] if day < last] + [last]
    if account.valid_to and not account.next_unit:
        days = [day for day in days if day <= account.valid_to] + [account.valid_to]
    if account.valid_from:
        days = [day for day in days if day > account.valid_from]
    return [_export(day, LOOKBACK[unit.rhythm], random, unit.code == "PEMKAB") for day in sorted(set(days))]


def _export(day: date, lookback: int, random: Random, is_main: bool) -> Export:
    taken = at_wib(day, random.randint(14, 19), random.randrange(60))
    if is_main and day == LAST_DAY:
        taken = ENDS_AT
    start = datetime.combine(max(FIRST_DAY, day - timedelta(days=lookback)), time(), STARTS_AT.tzinfo)
    return Export(max(STARTS_AT, start - timedelta(hours=7)), taken)


def seen(posts: list[Post], export: Export) -> list[Post]:
    """What the export shows. YouTube always lists everything; so does who finds an empty window."""
    so_far = [post for post in posts if post.at < export.taken_at]
    in_window = [post for post in so_far if post.at >= export.first or post.account.platform == "youtube"]
    return in_window or so_far
