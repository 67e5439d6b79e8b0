"""Meta's daily metric and audience files: UTF-16, stacked tables, no word about whose they are."""

from datetime import date, timedelta
from random import Random

from etl.demo.calendar import PACIFIC, at_wib
from etl.demo.model import Account
from etl.demo.writers.tables import utf16_csv

TITLES = {
    ("instagram", "en"): {
        "views": "Views",
        "reach": "Reach",
        "interactions": "Content interactions",
        "visits": "Instagram profile visits",
        "clicks": "Instagram link clicks",
        "follows": "Instagram follows",
    },
    ("instagram", "id"): {
        "views": "Tayangan",
        "reach": "Jangkauan",
        "interactions": "Interaksi konten",
        "visits": "Kunjungan Profil Instagram",
        "clicks": "Klik tautan Instagram",
        "follows": "Pengikut Instagram",
    },
    ("facebook", "en"): {
        "views": "Views",
        "viewers": "Viewers",
        "reach": "Facebook reach",
        "interactions": "Content interactions",
        "visits": "Facebook visits",
        "clicks": "Facebook link clicks",
        "follows": "Facebook follows",
    },
}
LEVEL = {
    "views": 0.3,
    "viewers": 0.18,
    "reach": 0.19,
    "interactions": 0.012,
    "visits": 0.01,
    "clicks": 0.003,
    "follows": 0.0009,
}
AGES = ["18-24", "25-34", "35-44", "45-54", "55-64", "65+"]
CITIES = [
    "Nganjuk",
    "Kediri",
    "Surabaya",
    "Jombang",
    "Madiun",
    "Kertosono",
    "Malang",
    "Jakarta",
    "Bojonegoro",
    "Sidoarjo",
]
COUNTRIES = [
    "Indonesia",
    "Malaysia",
    "Taiwan",
    "Hong Kong",
    "Saudi Arabia",
    "Singapore",
    "Japan",
    "South Korea",
]


def table(account: Account, metric: str, days: list[date], language: str, random: Random) -> tuple[str, list]:
    """One titled table. Instagram leaves out the days without a new follower."""
    rows = [["Tanggal" if language == "id" else "Date", "Primary"]]
    for day in days:
        value = round(account.followers * LEVEL[metric] * random.lognormvariate(0, 0.45))
        if metric == "follows" and account.platform == "instagram" and value == 0:
            continue
        rows.append([_stamp(day), str(value)])
    return TITLES[account.platform, language][metric], rows


def daily(account: Account, metric: str, days: list[date], language: str, random: Random) -> bytes:
    return utf16_csv([table(account, metric, days, language, random)])


def stacked_follows(page: Account, profile: Account, days: list[date], random: Random) -> bytes:
    """Two tables in one file: the page's follows, then the Instagram profile's."""
    first = table(page, "follows", days, "en", random)
    return utf16_csv([("Follows", first[1]), table(profile, "follows", days, "en", random)])


def stacked(account: Account, metrics: list[str], days: list[date], random: Random) -> bytes:
    """Several metrics of one account in one file."""
    return utf16_csv([table(account, metric, days, "en", random) for metric in metrics])


def audience(random: Random, men_first: bool = False) -> bytes:
    order = ["Men", "Women"] if men_first else ["Women", "Men"]
    shares = _shares(12, random)
    ages = [["", *order]]
    ages += [[age, shares[place * 2], shares[place * 2 + 1]] for place, age in enumerate(AGES)]
    cities = [
        [f"{city}, Indonesia" for city in CITIES],
        _city_shares(random),
    ]
    countries = [COUNTRIES, ["96.4", "0.9", "0.6", "0.5", "0.3", "0.3", "0.2", "0.1"]]
    blocks = [("Age & gender", ages), ("Top countries", countries), ("Top cities", cities)]
    return utf16_csv([blocks[0], blocks[2], blocks[1]] if men_first else blocks)


def _stamp(day: date) -> str:
    """Meta's day starts an hour later in winter, because its clock is American."""
    summer = bool((at_wib(day, 12) - timedelta(hours=12)).astimezone(PACIFIC).dst())
    return f"{day:%Y-%m-%d}T{0 if summer else 1:02d}:00:00"


def _city_shares(random: Random) -> list[str]:
    """Most followers live at home; towns beyond the ten are not listed, so that the shares stay below 100."""
    home = random.uniform(48, 64)
    rest = sorted((float(share) for share in _shares(len(CITIES) - 1, random)), reverse=True)
    return [f"{share:.1f}".removesuffix(".0") for share in (home, *(share * (95 - home) / 100 for share in rest))]


def _shares(count: int, random: Random) -> list[str]:
    raw = [random.random() + 0.1 for _ in range(count)]
    return [f"{value / sum(raw) * 100:.1f}".removesuffix(".0") for value in raw]
