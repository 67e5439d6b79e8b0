"""A whole instance below a test's folder: the real command line, small exports, and what became of them."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import duckdb

from etl.__main__ import main
from etl.publish import current, marts
from landing.places import SHIPPED_DATA, places

ROOT = Path(__file__).resolve().parent.parent
IG = "instagram:dinkes_contoh"
ACCOUNTS = "platform,handle,native_id,name,agency_code,valid_from,valid_to,note\n"
COLUMNS = (
    "Post ID", "Account ID", "Account username", "Account name", "Description", "Duration (sec)", "Publish time",
    "Permalink", "Post type", "Data comment", "Date", "Views", "Reach", "Likes", "Shares", "Follows", "Comments",
    "Saves",
)  # fmt: skip
DAILY = 'sep=,\n"Instagram follows"\n"Date","Primary"\n"2026-06-01T00:00:00","4"\n"2026-06-02T00:00:00","7"\n'


@dataclass(frozen=True)
class Done:
    """A finished command: its exit code and what it said."""

    code: int
    out: str
    err: str

    @property
    def reports(self) -> list[dict]:
        return [json.loads(line) for line in self.out.splitlines()]


class Instance:
    """An instance whose data lie in `folder`/data."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.where = places(folder / "data")

    def etl(self, *arguments: object) -> Done:
        out, err = _stream(), _stream()
        with _environment(self.where.root), redirect_stdout(out), redirect_stderr(err):
            code = main([str(each) for each in arguments])
        return Done(code, _text(out), _text(err))

    def start(self, *arguments: object) -> subprocess.Popen:
        """The same command as a process of its own."""
        command = [sys.executable, "-X", "utf8", "-m", "etl", *map(str, arguments)]
        environment = {**os.environ, "JANGKAU_DATA": str(self.where.root)}
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
        return subprocess.Popen(command, cwd=ROOT, env=environment, **pipes)

    def load(self, path: Path, *arguments: object) -> dict:
        """The one report of loading one file, with its exit code."""
        done = self.etl("load", path, "--json", *arguments)
        [report] = done.reports
        return {**report, "code": done.code}

    def up_to_date(self, *arguments: object) -> "Instance":
        """Load what is named, then build."""
        if arguments:
            assert self.etl("load", *arguments).code in (0, 3)
        done = self.etl("build")
        assert done.code in (0, 3), done.err
        return self

    def ask(self, sql: str) -> list[tuple]:
        with duckdb.connect(str(self.where.warehouse), read_only=True) as con:
            return con.execute(sql).fetchall()

    def published(self, sql: str) -> list[tuple]:
        with duckdb.connect(str(self.where.published / str(current(self.where))), read_only=True) as con:
            return con.execute(sql).fetchall()

    def refer(self, name: str, text: str) -> "Instance":
        """Give the instance a reference file of its own."""
        self.where.reference.mkdir(parents=True, exist_ok=True)
        (self.where.reference / name).write_text(text, encoding="utf-8")
        return self

    def limit(self, **limits: float) -> "Instance":
        """Its own limits, all else as shipped."""
        lines = (SHIPPED_DATA / "reference" / "settings.toml").read_text(encoding="utf-8").splitlines()
        changed = [next((f"{k} = {v}" for k, v in limits.items() if line.startswith(k)), line) for line in lines]
        return self.refer("settings.toml", "\n".join(changed))

    def marts(self) -> dict[str, str]:
        """Every mart as text in one order: equal text is equal tables."""
        with duckdb.connect(str(self.where.warehouse), read_only=True) as con:
            rows = {mart: con.execute(f"select * from {mart} order by all").fetchall() for mart in marts()}
        return {mart: "\n".join(map(repr, found)) for mart, found in rows.items()}


def post(number: int, **changes: object) -> dict[str, object]:
    """One row of an Instagram content export; `changes` are columns as `publish_time`.

    A shortcode of digits alone holds no clock, so the file is never held against it.
    """
    row = {
        "Post ID": 17_900_000_000_000_000 + number, "Account ID": 17_841_400_000_000_101,
        "Account username": "dinkes_contoh", "Account name": "Dinkes (contoh)", "Description": f"Unggahan {number}",
        "Duration (sec)": 0, "Publish time": f"06/{1 + number % 20:02}/2026 19:00",
        "Permalink": f"https://www.instagram.com/p/{10**10 + number}/", "Post type": "IG image", "Data comment": "",
        "Date": "Lifetime", "Views": 100 + number, "Reach": 50 + number, "Likes": 10, "Shares": 1, "Follows": 0,
        "Comments": 2, "Saves": 3,
    }  # fmt: skip
    return row | {name.replace("_", " ").capitalize().replace(" id", " ID"): value for name, value in changes.items()}


def instagram(path: Path, *posts: dict, encoding: str = "utf-8-sig", delimiter: str = ",") -> Path:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(posts)
    return written(path, text.getvalue(), encoding)


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode()  # type: ignore[attr-defined]


@contextmanager
def _environment(root: Path) -> Iterator[None]:
    before = os.environ.get("JANGKAU_DATA")
    os.environ["JANGKAU_DATA"] = str(root)
    try:
        yield
    finally:
        os.environ.pop("JANGKAU_DATA")
        os.environ.update({"JANGKAU_DATA": before} if before else {})
