"""What several test files share: the Chromium of this computer, and the checks that failed before pytest."""

import os
import shutil
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
PATHS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
MAC_APPS = ("Chromium", "Google Chrome", "Microsoft Edge")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The executable for Playwright's `executable_path`; nothing is ever downloaded."""
    found = _chromium()
    if found is None and os.environ.get("JANGKAU_REQUIRE_BROWSER") == "1":
        pytest.fail("Chromium, Chrome or Edge is required here (JANGKAU_REQUIRE_BROWSER=1) but was not found")
    if found is None:
        pytest.skip("NO BROWSER CHECKED: install Chromium, Chrome or Edge, or set JANGKAU_CHROMIUM to its path")
    return found


def _chromium() -> str | None:
    on_path = (shutil.which(name) for name in NAMES)
    on_windows = (Path(os.environ[folder], path) for folder in FOLDERS if folder in os.environ for path in PATHS)
    on_mac = (Path(f"/Applications/{app}.app/Contents/MacOS/{app}") for app in MAC_APPS)
    installed = (str(path) for path in (*on_windows, *on_mac) if path.is_file())
    return next(filter(None, (os.environ.get("JANGKAU_CHROMIUM"), *on_path, *installed)), None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """`start.py test` runs ruff and mypy first; what failed there is named beside pytest's closing line."""
    failed = os.environ.get("JANGKAU_FAILED_CHECKS")
    if failed:
        terminalreporter.section("GAGAL sebelum pytest", red=True)
        terminalreporter.line(f"{failed} (keluarannya di atas)", red=True)
