"""The command line: `python -m etl COMMAND`."""

import argparse
import json
import signal
import sys
import traceback

from etl.commands import COMMANDS
from etl.errors import EtlError

FAULT = 1
INTERRUPTED = 130


def parser() -> argparse.ArgumentParser:
    main = argparse.ArgumentParser(prog="python -m etl", description="Dari berkas ekspor ke dasbor Jangkau.")
    subparsers = main.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    for name, command in COMMANDS.items():
        sub = subparsers.add_parser(name, help=command.help, description=command.help)
        command.arguments(sub)
    return main


def main(arguments: list[str] | None = None) -> int:
    """Run one command. 0 all well, 3 something set aside, 4 a file refused, 1 a fault of ours."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    args = parser().parse_args(arguments)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    try:
        return COMMANDS[args.command].run(args)
    except EtlError as error:
        return _fail(args, str(error))
    except Stopped:
        return _stopped()
    except Exception as error:  # the edge: one sentence for people, the trace for whoever mends it
        if Stopped.asked:
            return _stopped()
        traceback.print_exc()
        return _fail(args, f"kesalahan program ({type(error).__name__}: {error}). Laporkan beserta jejak di atas.")


class Stopped(BaseException):
    """Asked to end, by the system or by a person."""

    asked = False


def _stop(number: int, frame: object) -> None:
    Stopped.asked = True  # a running query turns the exception into one of its own
    raise Stopped


def _stopped() -> int:
    """A stop is no fault: what was not finished is as if it had not begun."""
    print("Dihentikan. Yang belum selesai akan diulang pada perintah berikutnya.", file=sys.stderr)
    return INTERRUPTED


def _fail(args: argparse.Namespace, why: str) -> int:
    print(f"Gagal: {why}", file=sys.stderr)
    if getattr(args, "json", False):
        print(json.dumps({"status": "fault", "reason": why}, ensure_ascii=False))
    return FAULT


if __name__ == "__main__":
    sys.exit(main())
