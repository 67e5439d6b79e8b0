"""The browser files inside the installed Streamlit, and its index page made quicker to start from."""

import re
from functools import cache
from pathlib import Path

from starlette.responses import FileResponse
from streamlit import file_util

from ui.server.packed import Asset, asset
from ui.server.trim import trimmed, was_tried

# Parts that most of our pages show: asked for with the page itself, not after it has begun to draw.
EARLY = ("PlotlyChart", "Selectbox", "ButtonGroup", "Html")
IMPORT = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
NO_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
NO_SCRIPT_TEXT = "Halaman ini memerlukan JavaScript. Aktifkan JavaScript di peramban, lalu muat ulang."
# Starting the chart code takes a browser a third of a second; it has that while it waits for the data.
START_WHEN_IDLE = """<script type="module">
(window.requestIdleCallback ?? setTimeout)(() => import("./static/js/CHARTS").catch(() => {}))
</script>"""


def folder() -> Path:
    return Path(file_util.get_static_dir())


@cache
def find(name: str) -> Asset | None:
    """The file served at `/static/<name>`."""
    root = (folder() / "static").resolve()
    file = (root / name).resolve()
    if not (file.is_relative_to(root) and file.is_file()):
        return None
    body = file.read_bytes()
    if was_tried(body):
        # Its name was given for the whole file, and would stand for other bytes once we keep other charts.
        return asset(trimmed(body.decode()).encode(), file.suffix, is_lasting=False)
    return asset(body, file.suffix)


def names(pattern: str) -> list[str]:
    root = folder() / "static"
    return sorted(file.relative_to(root).as_posix() for file in root.glob(pattern))


def _imports(script: str, seen: dict[str, None]) -> None:
    """Adds a script and all it imports before it can run, in the order met."""
    found = None if script in seen else find(f"js/{script}")
    if found is None:
        return
    seen[script] = None
    for name in IMPORT.findall(found.body.decode("utf-8", "replace")):
        _imports(name, seen)


def early_scripts() -> list[str]:
    scripts: dict[str, None] = {}
    for part in EARLY:
        for name in names(f"js/{part}.*.js"):
            _imports(name.removeprefix("js/"), scripts)
    return list(scripts)


@cache
def index_etag() -> str:
    """The mark that Streamlit's own answer with this page carries."""
    page = folder() / "index.html"
    return FileResponse(page, stat_result=page.stat()).headers["etag"]


@cache
def index() -> Asset:
    page = (folder() / "index.html").read_text("utf-8")
    page = NO_SCRIPT.sub(f"<noscript>{NO_SCRIPT_TEXT}</noscript>", COMMENT.sub("", page))
    page = re.sub(r"\n\s*", "\n", page).replace('<html lang="en">', '<html lang="id">')
    page = page.replace("<title>Streamlit</title>", "<title>Jangkau</title>")
    head = "\n".join([*_hints(page), "</head>"])
    return asset(page.replace("</head>", head).encode(), ".html", is_lasting=False)


def _hints(page: str) -> list[str]:
    scripts = [script for script in early_scripts() if script not in page]
    hints = [f'<link rel="modulepreload" crossorigin href="./static/js/{script}">' for script in scripts]
    charts = next((script for script in scripts if script.startswith("PlotlyChart.")), None)
    return [*hints, START_WHEN_IDLE.replace("CHARTS", charts)] if charts else hints


def first_visit() -> list[Asset]:
    """The page and all it names that can be compressed; a late file is small, and compressed when asked for."""
    named = re.findall(r"\./static/((?:js|css)/[\w.-]+)", index().body.decode())
    found = [find(name) for name in dict.fromkeys(named)]
    return [index(), *(item for item in found if item is not None)]
