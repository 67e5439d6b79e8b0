"""Our page beside the same page in plain Streamlit and plain Dash: `python benchmarks/pages/run.py`."""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from browser import fresh_profile, visit  # noqa: E402
from link import SlowLink  # noqa: E402
from servers import free_port, running  # noqa: E402

import data  # noqa: E402

NAMES = ["ours", "plain Streamlit", "plain Dash"]
CHARTS = 4
FIRST, REST = "semua", ["instagram", "facebook", "tiktok", "youtube", "x", "threads"]
MEGABIT, ROUND_TRIP = 1e6, 0.04
# Not localhost and not HTTPS, so the browser offers gzip only, as in an office without a certificate.
OFFICE = "kantor.test"

Results = defaultdict[str, defaultdict[str, list[float]]]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--megabits", type=float, default=10)
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "jangkau-benchmark")
    parser.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("google-chrome"))
    parser.add_argument("--only", nargs="*", default=NAMES, choices=NAMES)
    parser.add_argument("--json", type=Path, help="also write every single measurement here")
    return parser.parse_args()


def loopback_round(playwright: Playwright, chromium: str, name: str, port: int, results: Results) -> list[int]:
    with fresh_profile(playwright, chromium, []) as context:
        url = f"http://127.0.0.1:{port}/"
        results["loopback, first visit (s)"][name].append(visit(context, url, CHARTS, FIRST, []).seconds)
        second = visit(context, url, CHARTS, FIRST, REST)
    results["loopback, second visit (s)"][name].append(second.seconds)
    results["loopback, filter change (s)"][name].extend(second.changes)
    return second.numbers


def slow_round(playwright: Playwright, chromium: str, name: str, link: SlowLink, results: Results) -> None:
    with fresh_profile(playwright, chromium, []) as context:
        for turn in ("first", "second"):
            before = link.down.carried + link.up.carried
            seen = visit(context, f"http://127.0.0.1:{link.port}/", CHARTS, FIRST, [])
            results[f"slow link, {turn} visit (s)"][name].append(seen.seconds)
            weight = link.down.carried + link.up.carried - before
            results[f"slow link, {turn} visit (kB)"][name].append(weight / 1000)


def office_round(playwright: Playwright, chromium: str, name: str, link: SlowLink, results: Results) -> None:
    with fresh_profile(playwright, chromium, [f"--host-resolver-rules=MAP {OFFICE} 127.0.0.1"]) as context:
        before = link.down.carried + link.up.carried
        seen = visit(context, f"http://{OFFICE}:{link.port}/", CHARTS, FIRST, [])
        results["slow link, gzip only, first visit (s)"][name].append(seen.seconds)
        weight = link.down.carried + link.up.carried - before
        results["slow link, gzip only, first visit (kB)"][name].append(weight / 1000)


def measure(args: argparse.Namespace, ports: dict[str, int]) -> Results:
    results: Results = defaultdict(lambda: defaultdict(list))
    rate = args.megabits * MEGABIT
    links = {name: SlowLink(free_port(), port, rate, ROUND_TRIP) for name, port in ports.items()}
    with sync_playwright() as playwright:
        for turn in range(args.rounds + 1):
            numbers = {}
            into = results if turn else defaultdict(lambda: defaultdict(list))
            # The order turns round by round, so that no page always comes after the same other one.
            order = [*ports][turn % len(ports) :] + [*ports][: turn % len(ports)]
            for name in order:
                numbers[name] = loopback_round(playwright, args.chromium, name, ports[name], into)
            for name in order:
                slow_round(playwright, args.chromium, name, links[name], into)
                if turn == 1:
                    office_round(playwright, args.chromium, name, links[name], into)
            if len({json.dumps(each) for each in numbers.values()}) > 1:
                raise SystemExit(f"The pages do not show the same numbers: {numbers}")
            print(f"round {turn} of {args.rounds}", file=sys.stderr)
    return results


def table(results: Results, names: list[str]) -> str:
    heads = ["median of the rounds", *names, *(f"ours / {name}" for name in names[1:])]
    lines = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    for what in sorted(results):
        medians = [statistics.median(results[what][name]) for name in names]
        digits = 0 if what.endswith("(kB)") else 3
        cells = [f"{value:,.{digits}f}" for value in medians]
        cells += [f"{medians[0] / value:.2f}" for value in medians[1:]]
        lines.append("| " + " | ".join([what, *cells]) + " |")
    return "\n".join(lines)


def pack_ahead(folder: Path) -> None:
    """What start.py does once after installing, so that no measurement runs beside it."""
    command = [sys.executable, "-m", "ui.server", str(folder)]
    subprocess.run(command, cwd=HERE.parents[1], check=True)


def main() -> None:
    args = arguments()
    folder = data.build(args.cache, args.rows)
    pack_ahead(folder)
    with running(args.only, folder) as ports:
        results = measure(args, ports)
    if args.json:
        args.json.write_text(json.dumps(results, indent=1), encoding="utf-8")
    print(table(results, args.only))


if __name__ == "__main__":
    main()
