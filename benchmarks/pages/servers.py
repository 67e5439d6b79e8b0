"""The three pages, each on a server of its own, warmed up as after an hour of use."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
STREAMLIT = [sys.executable, "-m", "streamlit", "run"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _command(name: str, port: int) -> list[str]:
    served = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    plain = ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
    return {
        "ours": [*STREAMLIT, str(HERE / "ours" / "dashboard.py"), *served],
        "plain Streamlit": [*STREAMLIT, str(HERE / "plain_streamlit.py"), *served, *plain],
        "plain Dash": [sys.executable, str(HERE / "plain_dash.py"), str(port)],
    }[name]


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError(f"A server ended with code {process.returncode}: {process.args}")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"No server on port {port}: {process.args}")


@contextmanager
def _server(name: str, port: int, data: Path) -> Iterator[None]:
    # Only our own page is served from the project's folder, so only it finds the project's settings.
    process = subprocess.Popen(
        _command(name, port),
        cwd=REPOSITORY if name == "ours" else data,
        env={**os.environ, "BENCHMARK_DATA": str(data), "JANGKAU_DATA": str(data)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(port, process)
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextmanager
def running(names: list[str], data: Path) -> Iterator[dict[str, int]]:
    """The port of each named page."""
    ports = {name: free_port() for name in names}
    with ExitStack() as stack:
        for name, port in ports.items():
            stack.enter_context(_server(name, port, data))
        yield ports
