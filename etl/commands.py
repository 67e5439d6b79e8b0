"""What each command does, as short recipes."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from etl import hexagons, inbox, match
from etl.build import build
from etl.errors import EtlError
from etl.facts import EVENT
from etl.load import Loader, load
from etl.mapping import save_mapping
from etl.ownership import PLATFORMS
from etl.publish import publish, roll_back
from etl.report import exit_code, lines, worst
from etl.status import status, status_lines
from etl.warehouse import writing
from landing.card import cards
from landing.events import record
from landing.places import Places, places

WIB = ZoneInfo("Asia/Jakarta")
SHORTEST_CODE = 8


@dataclass(frozen=True)
class Command:
    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def say(text: str) -> None:
    """Progress goes to stderr; on a terminal each line replaces the one before."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text[:100]}", end="", file=sys.stderr, flush=True)
    else:
        print(text, file=sys.stderr, flush=True)


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


def _about_files(sub: argparse.ArgumentParser) -> None:
    about = "akun, bila berkas tidak menyebutnya; ulangi untuk berkas yang memuat dua platform"
    sub.add_argument("--account", type=account, action="append", metavar="PLATFORM:NAMA", help=about)
    sub.add_argument("--exported-at", type=moment, metavar="WAKTU", help="waktu ekspor, misalnya 2026-11-22T20:00")
    sub.add_argument("--by", metavar="NAMA", help="siapa yang memuat")


def _told(args: argparse.Namespace) -> str | None:
    return " ".join(args.account) if args.account else None


def _load_arguments(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("paths", nargs="+", type=Path, metavar="BERKAS", help="CSV, TSV, XLSX, ZIP, atau folder")
    _about_files(sub)
    sub.add_argument("--json", action="store_true", help="satu objek JSON per berkas")


def _load(args: argparse.Namespace) -> int:
    where = places()
    facts = {"account": _told(args), "exported_at": args.exported_at, "received_by": args.by}
    reports = []
    with writing(where) as con:
        for report in load(con, where, args.paths, say, **facts):
            reports.append(report)
            print(
                json.dumps(report.as_json(), ensure_ascii=False) if args.json else "\n".join(lines(report)),
                flush=True,
            )
    return exit_code(reports)


def _build(args: argparse.Namespace, whole: bool = False) -> int:
    where = places()
    with writing(where) as con:
        return _bring_up_to_date(con, where, whole)


def _bring_up_to_date(con: object, where: Places, whole: bool = False) -> int:
    loader = Loader(con, where)  # type: ignore[arg-type]
    reports = loader.catch_up(say)
    for report in reports:
        print("\n".join(lines(report)))
    build(con, where, loader.sources, say, whole)  # type: ignore[arg-type]
    return exit_code(reports)


def _rebuild(args: argparse.Namespace) -> int:
    where = places()
    with writing(where) as con:
        con.execute("select 1")
    for path in (where.warehouse, where.warehouse.with_name(where.warehouse.name + ".wal")):
        path.unlink(missing_ok=True)
    say("Gudang data dihapus; dibangun kembali dari landing.")
    return _build(args, whole=True)


def _publish(args: argparse.Namespace) -> int:
    where = places()
    with writing(where) as con:
        say(f"Terbit: {publish(con, where).name}")
    return 0


def _rollback(args: argparse.Namespace) -> int:
    say(f"Terbitan dikembalikan ke {roll_back(places())}")
    return 0


def _status(args: argparse.Namespace) -> int:
    found = status(places())
    print(json.dumps(found, ensure_ascii=False) if args.json else "\n".join(status_lines(found)))
    return 0


def _run(args: argparse.Namespace) -> int:
    """The scheduled job: inbox, build, publish."""
    return _run_at(places(), inbox.take_in)


def _run_at(where: Places, take_in: Callable[..., list] = lambda con, where, say: []) -> int:
    with writing(where) as con:
        reports = take_in(con, where, say)
        for report in reports:
            print("\n".join(lines(report)))
        late = _bring_up_to_date(con, where)
        say(f"Terbit: {publish(con, where).name}")
    return worst([exit_code(reports), late])


def _watch(args: argparse.Namespace) -> int:
    """The inbox and what people say; of the demo only what people say, and only while there is one."""
    where = places()
    real = inbox.Desk(where, lambda: _run_at(where, inbox.take_in))
    demo = inbox.Desk(where.demo, lambda: _run_at(where.demo), has_inbox=False)
    return inbox.watch([real, demo], args.every, say)


def _demo(args: argparse.Namespace) -> int:
    from etl.demo_instance import make_demo  # only this command needs what invents the demo

    make_demo(places().demo, say)
    return 0


def _assign_arguments(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("sha256", help="kode berkas pada halaman Mutu Data, sedikitnya delapan huruf pertama")
    _about_files(sub)


def _assign(args: argparse.Namespace) -> int:
    where = places()
    found = [card.sha256 for card in cards(where) if card.sha256.startswith(args.sha256.lower())]
    if len(found) != 1 or len(args.sha256) < SHORTEST_CODE:
        raise EtlError(f"Kode {args.sha256} tidak menunjuk tepat satu berkas. Salin kodenya dari halaman Mutu Data.")
    if not (args.account or args.exported_at):
        raise EtlError("Sebutkan --account atau --exported-at.")
    record(where, EVENT, args.by, sha256=found[0], account=_told(args), exported_at=args.exported_at)
    say("Tercatat. Jalankan `build` dan `publish`, atau `run`.")
    return 0


def _mapping_arguments(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("name", help="nama pemetaan, misalnya laporan_buffer")
    sub.add_argument("--set", action="append", default=[], metavar="ISIAN=KOLOM", help="misalnya permalink='Post URL'")
    sub.add_argument("--platform", choices=PLATFORMS)
    sub.add_argument("--date-format", action="append", default=[], help="misalnya '%%d/%%m/%%Y %%H:%%M'")
    sub.add_argument("--clock", default="Asia/Jakarta", help="zona waktu kolom tanggal")


def _mapping(args: argparse.Namespace) -> int:
    columns = dict(each.partition("=")[::2] for each in args.set)
    path = save_mapping(places(), args.name, columns, args.platform, args.date_format, args.clock)
    say(f"Pemetaan disimpan sebagai {path.name}; berkas yang menunggu akan dibaca pada `build` berikutnya.")
    return 0


def _nothing(sub: argparse.ArgumentParser) -> None:
    return None


def _json(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--json", action="store_true", help="sebagai JSON")


def _every(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--every", type=float, default=3.0, metavar="DETIK", help="jeda antarpemeriksaan (3)")


COMMANDS: dict[str, Command] = {
    "load": Command("Muat berkas ekspor ke landing dan gudang data.", _load_arguments, _load),
    "watch": Command("Pantau inbox dan isian formulir, lalu jalankan sisanya.", _every, _watch),
    "build": Command("Perbarui gudang data dari yang berubah.", _nothing, _build),
    "rebuild": Command("Hapus gudang data dan bangun kembali dari landing.", _nothing, _rebuild),
    "publish": Command("Terbitkan hasil ke dasbor.", _nothing, _publish),
    "rollback": Command("Kembalikan dasbor ke terbitan sebelumnya.", _nothing, _rollback),
    "status": Command("Keadaan landing, gudang data, dan terbitan.", _json, _status),
    "run": Command("Pekerjaan terjadwal: inbox, build, publish.", _nothing, _run),
    "demo": Command("Buat data contoh rekaan, terpisah dari data asli.", _nothing, _demo),
    "match": Command("Cocokkan unggahan dengan pesan, dari dan ke baris JSON.", match.arguments, match.run),
    "hexagons": Command("Susun peta segi enam desa dari regions.csv.", _nothing, hexagons.run),
    "assign": Command("Sebutkan akun atau waktu ekspor sebuah berkas.", _assign_arguments, _assign),
    "mapping": Command("Simpan pemetaan kolom untuk bentuk berkas lain.", _mapping_arguments, _mapping),
}


def names() -> Sequence[str]:
    return tuple(COMMANDS)
