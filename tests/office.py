"""start.py as people run it: a copy in a folder with spaces, a tiny dashboard and etl, real processes."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WINDOWS = os.name == "nt"
# Windows cannot ask a process to stop in two ways
TERMINATED = signal.CTRL_BREAK_EVENT if WINDOWS else signal.SIGTERM
KILLED = signal.SIGTERM if WINDOWS else signal.SIGKILL
CTRL_C = signal.CTRL_BREAK_EVENT if WINDOWS else signal.SIGINT
READY = "Jangkau siap dibuka di "

# both children leave a note when they start; the dashboard is a real, empty Streamlit app
DASHBOARD = """
import os, pathlib
import streamlit
pathlib.Path("dashboard.txt").write_text(f"{os.getpid()} {os.environ.get('JANGKAU_LOCAL_VIEWER')}")
app = streamlit.App("menu.py")
"""
ETL = """
import os, pathlib, sys, time
data = pathlib.Path(os.environ.get("JANGKAU_DATA", "data"))
if sys.argv[1] == "demo":
    (data / "demo/published").mkdir(parents=True)
    (data / "demo/published/CURRENT").write_text("marts-1.duckdb")
elif sys.argv[1] == "watch":
    with open("watch.txt", "a") as notes:
        print(os.getpid(), os.environ.get("JANGKAU_LOCAL_VIEWER"), file=notes)
    time.sleep(0 if os.path.exists("watcher-dies") else 600)
    sys.exit(4)
else:
    print(sys.argv[1:], os.getcwd(), sys.flags.utf8_mode, os.environ.get("JANGKAU_LOCAL_VIEWER"))
    sys.exit(3)
"""


def make_office(tmp_path: Path) -> Path:
    """A copy of start.py beside the smallest dashboard and etl it can run."""
    folder = tmp_path / "Kantor Diskominfo é"
    for name, content in {"dashboard.py": DASHBOARD, "menu.py": "", "etl/__main__.py": ETL}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    shutil.copy(ROOT / "start.py", folder)
    (folder / "requirements.txt").write_text("# nothing\n")
    return folder


def settings(**extra: str) -> dict[str, str]:
    dropped = {"JANGKAU_DATA", "JANGKAU_LOCAL_VIEWER", "DISPLAY", "WAYLAND_DISPLAY"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "JANGKAU_VENV": sys.prefix, "PYTHONIOENCODING": "utf-8", **extra}


def run(office: Path, *arguments: str, cwd: Path | None = None, **extra: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(office / "start.py"), *arguments]
    options = {"cwd": cwd or office, "env": settings(**extra), "stdin": subprocess.DEVNULL, "encoding": "utf-8"}
    return subprocess.run(command, capture_output=True, timeout=60, **options)


class Started:
    """A running start.py, with what it has printed so far."""

    def __init__(self, office: Path, *arguments: str, **extra: str) -> None:
        command = [sys.executable, str(office / "start.py"), "--no-browser", *arguments]
        group = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP} if WINDOWS else {}
        options = {"cwd": office, "env": settings(**extra), "stdin": subprocess.DEVNULL, **group}
        # a file and not a pipe: a child that outlives its parent would keep the test waiting for the pipe's end
        self.output = office / "output.txt"
        with self.output.open("w") as output:
            self.process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, **options)

    @property
    def lines(self) -> list[str]:
        return self.output.read_text("utf-8", errors="replace").splitlines()

    def wait_for(self, words: str) -> str:
        wait_until(lambda: any(words in line for line in self.lines), lambda: f"no {words!r} in {self.lines}")
        return next(line for line in self.lines if words in line)

    def address(self) -> str:
        return re.search(r"http://\S+", self.wait_for(READY)).group()

    def stop(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(8)

    def close(self) -> None:
        if self.process.poll() is None:
            self.stop(TERMINATED)


def wait_until(condition: Callable[[], bool], complaint: Callable[[], str]) -> None:
    deadline = time.monotonic() + 15
    while not condition():
        assert time.monotonic() < deadline, complaint()
        time.sleep(0.02)


def free_port() -> int:
    with socket.socket() as candidate:
        candidate.bind(("127.0.0.1", 0))
        return candidate.getsockname()[1]


def is_alive(pid: int) -> bool:
    if WINDOWS:
        return f" {pid} " in subprocess.run(["tasklist"], capture_output=True, text=True, check=True).stdout
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def notes(office: Path, name: str) -> list[str]:
    path = office / name
    return path.read_text().split("\n") if path.exists() else [""]


def note(office: Path, name: str) -> list[str]:
    wait_until(lambda: bool(notes(office, name)[0]), lambda: f"no {name}: the child never started")
    return notes(office, name)[0].split()


def pid(office: Path, name: str) -> int:
    return int(note(office, name)[0])


def role(office: Path, name: str) -> str:
    return note(office, name)[1]


def without_uv() -> list[str]:
    return [folder for folder in os.environ["PATH"].split(os.pathsep) if not shutil.which("uv", path=folder)]
