"""Opening a page the way the app does, and reading what it shows."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui import store

ROOT = Path(__file__).resolve().parent.parent


def fresh(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JANGKAU_DATA", str(folder))
    monkeypatch.delenv("JANGKAU_LOCAL_VIEWER", raising=False)
    monkeypatch.setattr(store, "_open", None)


def opened(page: str, **address: str) -> AppTest:
    """The page as the app itself would show it, menu and all."""
    app = AppTest.from_file(str(ROOT / "ui" / "menu.py"), default_timeout=60)
    app.run()
    if page != "ringkasan":
        app.switch_page(f"../pages/{page}.py")
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def seen(app: AppTest) -> str:
    """All HTML on the page, as one text."""
    assert not app.exception
    return "\n".join(element.proto.body for element in app.get("html"))
