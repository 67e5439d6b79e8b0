"""An invented Instagram export of any size: 300 accounts, two-line captions, honest shortcodes."""

import csv
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
HEADER = (
    "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,"
    "Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves"
).split(",")
WORDS = (
    "layanan warga desa jadwal pendaftaran puskesmas gratis kecamatan nganjuk melesat program kesehatan jalan air "
    "bersih posyandu anak sekolah"
).split()
PACIFIC = ZoneInfo("America/Los_Angeles")
ACCOUNTS = 300
FIRST = datetime(2025, 12, 1, tzinfo=UTC)


def write_export(path: Path, posts: int, first_post: int = 0, accounts: int = ACCOUNTS) -> None:
    """`first_post` continues the numbering, so that a second file holds new posts."""
    step = timedelta(days=340) / 1_000_000
    with open(path, "w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        for number in range(first_post, first_post + posts):
            writer.writerow(_row(number, FIRST + step * number, accounts))


def _row(number: int, at: datetime, accounts: int) -> list:
    chance = random.Random(number)
    account = number % accounts
    caption = f"{' '.join(chance.choices(WORDS, k=14))}\n\n{' '.join(chance.choices(WORDS, k=10))} #nganjuk"
    link = f"https://www.instagram.com/p/{_shortcode(number, at)}/"
    reach = chance.randint(0, 4000) if number % 20 else ""
    return [
        17900000000000000 + number, 17841400000000000 + account, f"akun{account}_contoh", f"Akun {account} (contoh)",
        caption, 0, at.astimezone(PACIFIC).strftime("%m/%d/%Y %H:%M"), link, "IG image", "", "Lifetime",
        chance.randint(0, 5000), reach, chance.randint(0, 300), chance.randint(0, 30), "", chance.randint(0, 20),
        chance.randint(0, 9),
    ]  # fmt: skip


def _shortcode(number: int, at: datetime) -> str:
    key = ((int(at.timestamp() * 1000) - 1314220021721) << 23) + number % (1 << 23)
    letters = ""
    while key:
        letters = ALPHABET[key % 64] + letters
        key //= 64
    return letters


def register(path: Path, accounts: int) -> None:
    """An accounts.csv that gives every account of the export to a unit, in turn."""
    agencies = Path(__file__).parent.parent / "data" / "reference" / "agencies.csv"
    with open(agencies, encoding="utf-8", newline="") as file:
        codes = [row["code"] for row in csv.DictReader(file)]
    lines = ["platform,handle,native_id,name,agency_code,valid_from,valid_to,note"]
    for number in range(accounts):
        lines.append(f"instagram,akun{number}_contoh,,Akun {number} (contoh),{codes[number % len(codes)]},2025-01-01,,")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
