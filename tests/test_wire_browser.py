"""The trimmed chart code in a real browser: every kind of chart we kept still draws."""

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
APP = """
import streamlit as st
from starlette.middleware import Middleware
from ui.server.packing import packer
from ui.server.wire import Wire

app = st.App("page.py", middleware=[Middleware(Wire, packer=packer)])
"""
PAGE = """
import streamlit as st

LABELS = {"labels": ["a", "b", "c"], "parents": ["", "a", "a"], "values": [3, 1, 2]}
BARS = {"x": [1, 2, 3], "y": [2, 3, 1]}
KINDS = {
    "scatter": BARS, "bar": BARS, "funnel": BARS, "waterfall": BARS,
    "box": {"y": [1, 2, 2, 3]}, "violin": {"y": [1, 2, 2, 3]}, "histogram": {"x": [1, 2, 2, 3]},
    "heatmap": {"z": [[1, 2], [3, 4]]}, "pie": {"labels": ["a", "b"], "values": [1, 2]},
    "treemap": LABELS, "sunburst": LABELS, "indicator": {"mode": "number", "value": 7},
    "sankey": {"node": {"label": ["a", "b"]}, "link": {"source": [0], "target": [1], "value": [1]}},
    "table": {"header": {"values": ["a"]}, "cells": {"values": [[1]]}},
}
for kind, trace in KINDS.items():
    figure = {"data": [{"type": kind, **trace}], "layout": {"template": "none", "height": 200}}
    st.plotly_chart(figure, theme=None, key=kind)
"""
DRAWN = """() => [...document.querySelectorAll('.js-plotly-plot')]
    .map(chart => chart._fullData?.[0]?.type).filter(kind => kind !== undefined)"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("app")
    (folder / "app.py").write_text(APP, encoding="utf-8")
    (folder / "page.py").write_text(PAGE, encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--browser.gatherUsageStats", "false"]
    server = subprocess.Popen(
        [*command, "--server.headless", "true", "--server.port", str(port), "--server.address", "127.0.0.1"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "JANGKAU_DATA": str(folder / "data")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            sleep(0.1)
    pytest.fail("The server did not start")


@pytest.mark.browser
def test_every_kept_kind_draws_and_nothing_is_asked_of_another_machine(address, chromium):
    from ui.server.trim import KINDS

    wanted = KINDS | {"scatter"}
    faults, asked = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        page.wait_for_function(
            f"document.querySelectorAll('.js-plotly-plot .main-svg').length >= {len(wanted)}", timeout=60_000
        )
        page.wait_for_timeout(1000)
        drawn = set(page.evaluate(DRAWN))
        browser.close()
    assert faults == []
    assert drawn == wanted
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
