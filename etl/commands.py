"""What each command does, as short recipes; each imports for itself what not all of them need."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from etl import arguments
from etl.errors import EtlError
from etl.facts import EVENT
from etl.mapping import save_mapping
from etl.report import exit_code, lines, worst
from etl.warehouse import writing
from landing.card import cards
from landing.events import record
from landing.places import Places, places

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


def _told(args: argparse.Namespace) -> str | None:
    return " ".join(args.account) if args.account else None


def _load(args: argparse.Namespace) -> int:
    from etl.load import load

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
    from etl import standard_adoption
    from etl.build import build
    from etl.load import Loader

    loader = Loader(con, where)  # type: ignore[arg-type]
    reports = loader.catch_up(say)
    for report in reports:
        print("\n".join(lines(report)))
    build(con, where, loader.sources, say, whole)  # type: ignore[arg-type]
    refused = standard_adoption.told(con)  # type: ignore[arg-type]
    print("\n".join(refused), end="\n" if refused else "")
    return worst([exit_code(reports), standard_adoption.REFUSED if refused else 0])


def _rebuild(args: argparse.Namespace) -> int:
    where = places()
    with writing(where) as con:
        con.execute("select 1")
    for path in (where.warehouse, where.warehouse.with_name(where.warehouse.name + ".wal")):
        path.unlink(missing_ok=True)
    say("Gudang data dihapus; dibangun kembali dari landing.")
    return _build(args, whole=True)


def _publish(args: argparse.Namespace) -> int:
    from etl.publish import publish

    where = places()
    with writing(where) as con:
        say(f"Terbit: {publish(con, where).name}")
    return 0


def _rollback(args: argparse.Namespace) -> int:
    from etl.publish import roll_back

    say(f"Terbitan dikembalikan ke {roll_back(places())}")
    return 0


def _status(args: argparse.Namespace) -> int:
    from etl.status import status, status_lines

    found = status(places())
    print(json.dumps(found, ensure_ascii=False) if args.json else "\n".join(status_lines(found)))
    return 0


def _run(args: argparse.Namespace) -> int:
    """The scheduled job: inbox, build, publish."""
    from etl import inbox

    return _run_at(places(), inbox.take_in)


def _run_at(where: Places, take_in: Callable[..., list] = lambda con, where, say: []) -> int:
    from etl.publish import publish

    with writing(where) as con:
        reports = take_in(con, where, say)
        for report in reports:
            print("\n".join(lines(report)))
        late = _bring_up_to_date(con, where)
        say(f"Terbit: {publish(con, where).name}")
    return worst([exit_code(reports), late])


def _watch(args: argparse.Namespace) -> int:
    """The inbox and what people say; of the demo only what people say, and only while there is one."""
    from etl import inbox

    where = places()
    real = inbox.Desk(where, lambda: _run_at(where, inbox.take_in))
    demo = inbox.Desk(where.demo, lambda: _run_at(where.demo), has_inbox=False)
    return inbox.watch([real, demo], args.every, say)


def _demo(args: argparse.Namespace) -> int:
    from etl.demo_instance import make_demo

    make_demo(places().demo, say)
    return 0


def _of(module: str) -> Callable[[argparse.Namespace], int]:
    """A command that is a module of its own."""
    return lambda args: int(import_module(module).run(args))


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


def _mapping(args: argparse.Namespace) -> int:
    columns = dict(each.partition("=")[::2] for each in args.set)
    path = save_mapping(places(), args.name, columns, args.platform, args.date_format, args.clock)
    say(f"Pemetaan disimpan sebagai {path.name}; berkas yang menunggu akan dibaca pada `build` berikutnya.")
    return 0


COMMANDS: dict[str, Command] = {
    "load": Command("Muat berkas ekspor ke landing dan gudang data.", arguments.load, _load),
    "watch": Command("Pantau inbox dan isian formulir, lalu jalankan sisanya.", arguments.every, _watch),
    "build": Command("Perbarui gudang data dari yang berubah.", arguments.nothing, _build),
    "rebuild": Command("Hapus gudang data dan bangun kembali dari landing.", arguments.nothing, _rebuild),
    "publish": Command("Terbitkan hasil ke dasbor.", arguments.nothing, _publish),
    "rollback": Command("Kembalikan dasbor ke terbitan sebelumnya.", arguments.nothing, _rollback),
    "status": Command("Keadaan landing, gudang data, dan terbitan.", arguments.as_json, _status),
    "run": Command("Pekerjaan terjadwal: inbox, build, publish.", arguments.nothing, _run),
    "demo": Command("Buat data contoh rekaan, terpisah dari data asli.", arguments.nothing, _demo),
    "judge": Command("Periksa naskah terhadap standar, dari dan ke baris JSON.", arguments.posts, _of("etl.judging")),
    "match": Command("Cocokkan unggahan dengan pesan, dari dan ke baris JSON.", arguments.posts, _of("etl.match")),
    "labels": Command("Tulis keputusan petugas sebagai baris JSON.", arguments.labels, _of("etl.labels")),
    "hexagons": Command("Susun peta segi enam desa dari regions.csv.", arguments.nothing, _of("etl.hexagons")),
    "assign": Command("Sebutkan akun atau waktu ekspor sebuah berkas.", arguments.assign, _assign),
    "mapping": Command("Simpan pemetaan kolom untuk bentuk berkas lain.", arguments.mapping, _mapping),
}


def names() -> Sequence[str]:
    return tuple(COMMANDS)
