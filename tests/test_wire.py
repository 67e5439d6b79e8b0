"""The wire: what a browser is sent, how small it is and how long it may be kept; a real server over HTTP."""

import asyncio
import gzip
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import brotli
import pytest
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from ui.server import fonts, frontend

ROOT = Path(__file__).resolve().parent.parent
DECODE = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}
CHARTS = next(name for name in frontend.names("js/*.js") if name.startswith("js/PlotlyChart."))
PLAIN = next(name for name in frontend.names("js/*.js") if name.startswith("js/index."))


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    server = subprocess.Popen(
        [*command, "--server.port", str(free), "--server.address", "127.0.0.1"],
        cwd=ROOT,
        env={**os.environ, "JANGKAU_DATA": str(tmp_path_factory.mktemp("instance"))},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(free)
        yield free
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(port: int) -> None:
    for _ in range(300):
        try:
            _ask(port, "/api/sehat")
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail("The server did not start")


def _ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in sent.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def _whole(name: str) -> bytes:
    return (frontend.folder() / "static" / name).read_bytes()


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("", None), ("br;q=0, gzip", "gzip"), ("identity", None)],
)
def test_a_script_arrives_whole_in_the_encoding_the_browser_accepts(port, accepted, encoding):
    answer, body = _ask(port, f"/static/{PLAIN}", Accept_Encoding=accepted)
    assert answer.status == 200
    assert answer.getheader("Content-Encoding") == encoding
    assert answer.getheader("Vary") == "Accept-Encoding"
    assert answer.getheader("Content-Type").startswith("text/javascript")
    assert DECODE[encoding](body) == _whole(PLAIN)


def test_a_file_named_after_its_content_is_kept_for_good(port):
    answer, _ = _ask(port, f"/static/{PLAIN}")
    assert answer.getheader("Cache-Control") == "public, max-age=31536000, immutable"


def test_a_file_we_shortened_is_asked_for_again_because_its_name_does_not_change_with_it(port):
    first, _ = _ask(port, f"/static/{CHARTS}", Accept_Encoding="br")
    assert first.getheader("Cache-Control") == "no-cache"
    again, body = _ask(port, f"/static/{CHARTS}", Accept_Encoding="br", If_None_Match=first.getheader("ETag"))
    assert (again.status, body) == (304, b"")


def test_each_encoding_has_a_mark_of_its_own(port):
    marks = {_ask(port, f"/static/{PLAIN}", Accept_Encoding=e)[0].getheader("ETag") for e in ("br", "gzip", "")}
    assert len(marks) == 3


def test_the_index_page_is_never_kept_without_asking(port):
    for path in ("/", "/peringkat"):
        answer, body = _ask(port, path, Accept_Encoding="br")
        assert answer.getheader("Cache-Control") == "no-cache"
        assert brotli.decompress(body) == frontend.index().body
        again, _ = _ask(port, path, Accept_Encoding="br", If_None_Match=answer.getheader("ETag"))
        assert again.status == 304


def test_a_head_request_has_the_headers_and_no_body(port):
    for path in ("/", f"/static/{PLAIN}"):
        _, body = _ask(port, path)
        answer, nothing = _ask(port, path, method="HEAD")
        assert (answer.status, nothing) == (200, b"")
        assert answer.getheader("Content-Length") == str(len(body))


def test_part_of_a_file_is_part_of_the_uncompressed_file(port):
    answer, body = _ask(port, f"/static/{PLAIN}", Range="bytes=10-19", Accept_Encoding="br")
    assert (answer.status, body) == (206, _whole(PLAIN)[10:20])
    assert answer.getheader("Content-Encoding") is None


def test_pictures_and_fonts_are_not_compressed_again(port):
    for name in [name for name in frontend.names("media/*") if name.endswith((".png", ".woff2"))][:12]:
        answer, _ = _ask(port, f"/static/{name}", Accept_Encoding="br, gzip")
        assert answer.getheader("Content-Encoding") is None


def test_no_file_outside_streamlits_own_is_served(port):
    for path in ("/static/../index.html", "/static/..%2f..%2f__init__.py", "/static/js/../../index.html"):
        answer, body = _ask(port, path)
        assert answer.status >= 400 or body == frontend.index().body
    assert frontend.find("../index.html") is None


def test_every_answer_carries_the_safe_headers(port):
    for path in ("/", f"/static/{PLAIN}", "/api/sehat", "/_stcore/health", "/app/static/world_110m.json"):
        answer, _ = _ask(port, path)
        assert answer.status == 200
        assert answer.getheader("X-Content-Type-Options") == "nosniff"
        assert answer.getheader("Content-Security-Policy") == "frame-ancestors 'self'"


def test_health_says_that_nothing_is_published_yet(port):
    answer, body = _ask(port, "/api/sehat")
    assert answer.getheader("Cache-Control") == "no-store"
    assert json.loads(body) == {"sehat": True, "terbitan": None, "contoh": False}


def test_the_websocket_still_runs_a_page(port):
    async def first_message() -> ForwardMsg:
        address = f"ws://127.0.0.1:{port}/_stcore/stream"
        async with websockets.connect(address, subprotocols=["streamlit"], max_size=None) as socket:
            ask = BackMsg()
            ask.rerun_script.query_string = ""
            await socket.send(ask.SerializeToString())
            message = ForwardMsg()
            message.ParseFromString(await asyncio.wait_for(socket.recv(), 20))
            return message

    assert asyncio.run(first_message()).WhichOneof("type") is not None


def test_a_first_visit_weighs_little_even_before_the_files_are_packed(port):
    """The page, all it names, and the fonts; the browser benchmark measures the rest."""
    _, packed = _ask(port, "/", Accept_Encoding="gzip")
    named = re.findall(r"\./(static/[\w./-]+)", gzip.decompress(packed).decode())
    fonts_asked = [f"static/{name}" for name in frontend.names("media/*.woff2") if fonts.is_icon_font(name)]
    weights = [len(_ask(port, f"/{name}", Accept_Encoding="gzip")[1]) for name in {*named, *fonts_asked}]
    assert len(packed) < 5_000
    assert sum(weights) < 2_400_000


def test_nothing_is_fetched_from_another_machine():
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", frontend.index().body.decode())
    assert "gatherUsageStats = false" in (ROOT / ".streamlit" / "config.toml").read_text("utf-8")
