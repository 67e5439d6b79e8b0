"""Every page on the real server in a real browser: readable, quiet, and alone on its machine."""

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from time import sleep

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.small_demo import small_demo
from ui.catalogue import CATALOGUE

ROOT = Path(__file__).parent.parent
ENTRIES = [entry for entries in CATALOGUE.values() for entry in entries]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PHONE, OFFICE = (390, 844), (1440, 900)

# opened by its own address, Streamlit first asks below that address and learns from the 404 where its root is
PROBES = ("/_stcore/health", "/_stcore/host-config")

pytestmark = pytest.mark.browser


@contextmanager
def serving(data: Path, viewer: str = "kepala") -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port)]
    environment = {**os.environ, "JANGKAU_DATA": str(data), "JANGKAU_LOCAL_VIEWER": viewer}
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _await_health(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def _await_health(address: str) -> None:
    for _ in range(150):
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            sleep(0.2)
    raise AssertionError("the server did not start")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(small_demo().where.root) as found:
        yield found


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield found
        found.close()


class Visit:
    """One page opened at one size, with everything the browser complained about or asked others for."""

    def __init__(self, browser: Browser, size: tuple[int, int]) -> None:
        context = browser.contexts[0] if browser.contexts else browser.new_context(locale="id-ID")
        self.page: Page = context.new_page()
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.errors: list[str] = []
        self.strangers: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self._asked)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.location["url"].endswith(PROBES):
            self.errors.append(f"{message.text} {message.location['url']}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")):
            self.strangers.append(request.url)

    def open(self, address: str) -> None:
        self.page.goto(address)
        self.page.get_by_role("heading", level=1).wait_for(timeout=30_000)
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=30_000)
        self.page.wait_for_timeout(500)


@pytest.mark.parametrize("size", [PHONE, OFFICE], ids=["phone", "office"])
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.file)
def test_every_page_opens_by_its_own_address_without_a_complaint(address, browser, entry, size):
    visit = Visit(browser, size)
    visit.open(address if entry.is_default else f"{address}/{entry.file}")
    assert visit.page.get_by_role("heading", level=1).inner_text() == entry.title
    assert visit.page.get_by_text("Data contoh").first.is_visible()
    assert visit.errors == []
    assert visit.strangers == []
    assert visit.page.locator("[data-testid=stException]").count() == 0
    wide = visit.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0, "the page scrolls sideways"
    visit.page.close()


def test_a_filter_changes_the_address_and_the_address_restores_the_filter(address, browser):
    visit = Visit(browser, OFFICE)
    visit.open(f"{address}/peringkat?kelompok=kecamatan")
    assert visit.page.get_by_text("Kecamatan Loceret").first.is_visible()
    visit.page.get_by_text("Termasuk diri sendiri").click()
    visit.page.wait_for_function("window.location.search.split('&').length > 1")
    assert "kelompok=kecamatan" in visit.page.url
    visit.page.close()


def test_real_data_is_not_shown_to_a_stranger(browser, tmp_path):
    copytree(small_demo().where.published, tmp_path / "published")
    with serving(tmp_path, viewer="") as shown:
        visit = Visit(browser, OFFICE)
        visit.page.goto(shown)
        visit.page.get_by_text("hak akses").first.wait_for(timeout=30_000)
        assert "Dinas Kesehatan" not in visit.page.inner_text("body")
        assert visit.page.get_by_role("link", name="Peringkat OPD").count() == 0
        visit.page.close()
