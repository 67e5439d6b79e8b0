"""Server time of a page with a million posts published, beside an empty page on the same server.

One command: python benchmarks/server_time.py. The client speaks Streamlit's own websocket protocol and waits for
the message that a run has finished, so that no browser time is in the figures.
"""

import argparse
import asyncio
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

sys.path.insert(0, str(Path(__file__).parent))
from instagram_export import register, write_export

REPOSITORY = Path(__file__).parent.parent
EMPTY_PAGE = "import streamlit as st\n\nst.write('kosong')\n"


def prepare(data: Path, posts: int) -> None:
    """An instance with a million posts, published by the commands people use."""
    (data / "reference").mkdir(parents=True)
    register(data / "reference" / "accounts.csv", 300)
    export = data / "ekspor.csv"
    write_export(export, posts)
    for arguments in (["load", str(export)], ["build"], ["publish"]):
        subprocess.run([sys.executable, "-m", "etl", *arguments], cwd=REPOSITORY, env=environment(data), check=True)


def environment(data: Path) -> dict[str, str]:
    return {**os.environ, "JANGKAU_DATA": str(data), "JANGKAU_LOCAL_VIEWER": "kepala"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(script: Path, data: Path):
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    command += ["--server.headless", "true", "--server.address", "127.0.0.1"]
    server = subprocess.Popen(command, cwd=REPOSITORY, env=environment(data), stdout=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int) -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1)
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The server did not start.")


async def reruns(port: int, page: str, runs: int) -> list[float]:
    """Milliseconds of each run of one page in one session; the first runs, which fill caches, are left out."""
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    async with websockets.connect(address, subprotocols=["streamlit"], max_size=None) as socket_:
        times = [await _rerun(socket_, page) for _ in range(runs + 3)]
    return times[3:]


async def _rerun(socket_, page: str) -> float:
    message = BackMsg()
    message.rerun_script.query_string, message.rerun_script.page_name = "", page
    started = time.perf_counter()
    await socket_.send(message.SerializeToString())
    while True:
        answer = ForwardMsg()
        answer.ParseFromString(await socket_.recv())
        if answer.WhichOneof("type") == "script_finished":
            return (time.perf_counter() - started) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--pages", nargs="*", default=["ringkasan", "peringkat", "opd", "unggahan", "mutu_data"])
    parser.add_argument("--data", type=Path, help="a published instance to use instead of making one")
    args = parser.parse_args()
    scratch = Path(tempfile.mkdtemp())
    data = args.data or scratch / "data"
    if not args.data:
        prepare(data, args.posts)
    # the first server of a version packs its scripts for some seconds; that is not what is measured here
    subprocess.run([sys.executable, "-m", "ui.server", str(data)], cwd=REPOSITORY, env=environment(data), check=True)
    (scratch / "kosong.py").write_text(EMPTY_PAGE, encoding="utf-8")
    with serving(scratch / "kosong.py", data) as empty, serving(REPOSITORY / "dashboard.py", data) as ours:
        for page in args.pages:
            base = statistics.median(asyncio.run(reruns(empty, "", args.runs)))
            own = statistics.median(asyncio.run(reruns(ours, page, args.runs)))
            print(f"{page:10s} {own:6.0f} ms   empty page {base:6.0f} ms   ratio {own / base:.2f}", flush=True)
    shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
