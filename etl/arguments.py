"""What each command may be told on the command line."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from etl.ownership import PLATFORMS

WIB = ZoneInfo("Asia/Jakarta")


def account(text: str) -> str:
    """Parse PLATFORM:HANDLE."""
    platform, _, handle = text.strip().lower().partition(":")
    handle = handle.lstrip("@")
    if platform not in PLATFORMS or not handle:
        raise argparse.ArgumentTypeError(f"tulis PLATFORM:NAMA, platform salah satu dari {', '.join(PLATFORMS)}")
    return f"{platform}:{handle}"


def moment(text: str) -> str:
    """Parse an ISO 8601 time; without a zone it is WIB."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("tulis waktu seperti 2026-11-22T20:00 (WIB)") from error
    return (found if found.tzinfo else found.replace(tzinfo=WIB)).astimezone(UTC).isoformat()


def _facts(sub: argparse.ArgumentParser) -> None:
    about = "akun, bila berkas tidak menyebutnya; ulangi untuk berkas yang memuat dua platform"
    sub.add_argument("--account", type=account, action="append", metavar="PLATFORM:NAMA", help=about)
    sub.add_argument("--exported-at", type=moment, metavar="WAKTU", help="waktu ekspor, misalnya 2026-11-22T20:00")
    sub.add_argument("--by", metavar="NAMA", help="siapa yang memuat")


def load(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("paths", nargs="+", type=Path, metavar="BERKAS", help="CSV, TSV, XLSX, ZIP, atau folder")
    _facts(sub)
    sub.add_argument("--json", action="store_true", help="satu objek JSON per berkas")


def assign(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("sha256", help="kode berkas pada halaman Mutu Data, sedikitnya delapan huruf pertama")
    _facts(sub)


def mapping(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("name", help="nama pemetaan, misalnya laporan_buffer")
    sub.add_argument("--set", action="append", default=[], metavar="ISIAN=KOLOM", help="misalnya permalink='Post URL'")
    sub.add_argument("--platform", choices=PLATFORMS)
    sub.add_argument("--date-format", action="append", default=[], help="misalnya '%%d/%%m/%%Y %%H:%%M'")
    sub.add_argument("--clock", default="Asia/Jakarta", help="zona waktu kolom tanggal")


def posts(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("path", nargs="?", type=Path, metavar="BERKAS", help="baris JSON; tanpa nama dibaca dari masukan")


def labels(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--out", type=Path, metavar="BERKAS", help="tulis ke berkas ini; tanpa nama ditulis ke keluaran")


def as_json(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--json", action="store_true", help="sebagai JSON")


def every(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--every", type=float, default=3.0, metavar="DETIK", help="jeda antarpemeriksaan (3)")


def nothing(sub: argparse.ArgumentParser) -> None:
    return None
