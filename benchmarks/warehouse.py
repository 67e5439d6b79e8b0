"""Loading a million posts, against DuckDB alone reading the same file. One command: python benchmarks/warehouse.py"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from instagram_export import HEADER, register, write_export

REPOSITORY = Path(__file__).parent.parent
NUMBERS = {"Duration (sec)", "Views", "Reach", "Likes", "Shares", "Follows", "Comments", "Saves"}
READER = """
import duckdb, sys
con = duckdb.connect(sys.argv[2])
con.execute("set enable_progress_bar = false")
con.execute(f"create table posts as select * from read_csv('{sys.argv[1]}', auto_detect=false, header=true, delim=',', "
            f"quote='\\"', escape='\\"', timestampformat='%m/%d/%Y %H:%M', columns={sys.argv[3]})")
con.close()
"""


def columns() -> str:
    """The types DuckDB alone is given, so that it has nothing to guess."""
    kinds = {name: "BIGINT" if name in NUMBERS else "VARCHAR" for name in HEADER} | {"Publish time": "TIMESTAMP"}
    return "{" + ", ".join(f"'{name}': '{kind}'" for name, kind in kinds.items()) + "}"


def run(command: list[str], data: Path) -> tuple[float, float]:
    """Seconds of wall time and the peak memory in MB of a whole process and its children."""
    started = time.perf_counter()
    environment = {**os.environ, "JANGKAU_DATA": str(data)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.Popen(command, cwd=REPOSITORY, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{' '.join(command[:5])} ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - started, usage.ru_maxrss / (1 if sys.platform == "darwin" else 1000) / 1.024


def etl(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "etl", *arguments]


def one_round(folder: Path, big: Path, small: Path, accounts: int) -> dict[str, float]:
    data, alone = folder / "data", folder / "alone.duckdb"
    shutil.rmtree(data, ignore_errors=True)
    alone.unlink(missing_ok=True)
    (data / "reference").mkdir(parents=True)
    register(data / "reference" / "accounts.csv", accounts)
    base, _ = run([sys.executable, "-c", READER, str(big), str(alone), columns()], data)
    load, load_memory = run(etl("load", str(big)), data)
    build, build_memory = run(etl("build"), data)
    again, _ = run(etl("load", str(big)), data)
    first_publish, _ = run(etl("publish"), data)
    (data / "inbox").mkdir(exist_ok=True)
    shutil.copy2(small, data / "inbox" / small.name)
    added, added_memory = run(etl("run"), data)
    return {
        "DuckDB alone (s)": base, "load (s)": load, "build (s)": build, "load + build (s)": load + build,
        "same file again (s)": again, "first publish (s)": first_publish, "200 rows more, published (s)": added,
        "peak memory (MB)": max(load_memory, build_memory, added_memory),
        "(load + build) / DuckDB alone": (load + build) / base, "again / first": again / (load + build),
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--accounts", type=int, default=300)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        big, small = folder / "big.csv", folder / "small.csv"
        write_export(big, args.posts, accounts=args.accounts)
        write_export(small, 200, first_post=args.posts, accounts=args.accounts)
        rounds = [one_round(folder, big, small, args.accounts) for _ in range(args.rounds)]
    for name in rounds[0]:
        values = [each[name] for each in rounds]
        print(f"{name:34s} {statistics.median(values):10.2f}   ({min(values):.2f} - {max(values):.2f})")


if __name__ == "__main__":
    main()
