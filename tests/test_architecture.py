"""The rules of the layout: who may import whom, who may read whom, and how long a file may be."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlglot
from sqlglot import exp

from ui.catalogue import CATALOGUE

ROOT = Path(__file__).resolve().parent.parent
UI = ROOT / "ui"
FOLDERS = ("pages", "ui", "etl", "landing", "measures")

MAY_IMPORT = {
    "pages": {"ui"},
    "ui": {"ui", "landing", "measures"},
    "etl": {"etl", "landing", "measures"},
    "measures": {"measures"},
    "landing": {"landing"},
}
MAY_READ = {
    "staging": {"raw", "reference"},
    "warehouse": {"staging", "reference", "warehouse"},
    "marts": {"warehouse", "marts"},
}
COMMANDS = ("load", "watch", "build", "rebuild", "publish", "rollback", "status", "run", "demo", "assign", "mapping")
# start.py runs before anything is installed, so it has to be one file
FILE_LIMIT, START_LIMIT, PAGE_LIMIT, FUNCTION_LIMIT, MODEL_LIMIT, QUERY_LIMIT = 250, 320, 119, 60, 60, 30


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


CODE = [*python_files(*FOLDERS, "tests", "benchmarks"), *sorted(ROOT.glob("*.py"))]
PAGES = python_files("pages")
MODELS = sorted((ROOT / "etl" / "models").rglob("*.sql"))
LAYERED = [path for path in MODELS if path.parent.name in MAY_READ]
QUERIES = sorted((ROOT / "queries").rglob("*.sql"))


def imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
            assert node.level == 0, f"{named(path)}: relative import; write the full name"
    return {name.split(".")[0] for name in names}


def parsed(path: Path) -> list[exp.Expression | None]:
    return sqlglot.parse(path.read_text("utf-8"), dialect="duckdb")


def tables_read(path: Path) -> Iterator[str]:
    """Tables as `schema.name`; names made by the file's own CTEs are left out, but only without a schema."""
    for statement in parsed(path):
        if statement is not None:
            ctes = {cte.alias_or_name for cte in statement.find_all(exp.CTE)}
            for table in statement.find_all(exp.Table):
                if table.db or table.name not in ctes:
                    yield f"{table.db}.{table.name}"


def reads_outside(path: Path, allowed: set[str]) -> list[str]:
    return sorted({table for table in tables_read(path) if table.split(".")[0] not in allowed})


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def breaking(paths: list[Path], rule: Callable[[Path], object]) -> dict[str, object]:
    """What breaks the rule, by file; empty when all is well."""
    found = {named(path): rule(path) for path in paths}
    return {name: problem for name, problem in found.items() if problem}


def test_there_is_something_to_check():
    assert PAGES and QUERIES and all(python_files(folder) for folder in FOLDERS)
    assert {path.parent.name for path in LAYERED} == set(MAY_READ)


@pytest.mark.parametrize("folder", FOLDERS)
def test_folders_import_only_what_they_may(folder):
    forbidden = {*FOLDERS, "tests", "benchmarks", "start", "dashboard"} - MAY_IMPORT[folder]
    assert breaking(python_files(folder), lambda path: imports(path) & forbidden) == {}


def test_only_the_store_opens_duckdb_in_the_dashboard():
    in_dashboard = python_files("pages", "ui")
    assert breaking(in_dashboard, lambda path: imports(path) & {"duckdb"}) == {"ui/store.py": {"duckdb"}}


def test_streamlit_stays_out_of_charts_formats_and_everything_below_the_dashboard():
    without_screen = [
        path for path in python_files("ui") if re.match(r"charts|formats", path.relative_to(UI).as_posix())
    ]
    below = python_files("etl", "landing", "measures")
    assert without_screen and breaking(without_screen + below, lambda path: imports(path) & {"streamlit"}) == {}


def test_judgements_are_pure():
    assert breaking(python_files("measures"), lambda path: imports(path) & {"streamlit", "duckdb", "requests"}) == {}


def test_start_needs_nothing_but_the_standard_library():
    assert imports(ROOT / "start.py") <= sys.stdlib_module_names


def test_files_stay_short():
    def too_long(path: Path) -> int:
        limit = START_LIMIT if path.name == "start.py" else PAGE_LIMIT if path in PAGES else FILE_LIMIT
        return lines(path) if lines(path) > limit else 0

    assert breaking(CODE, too_long) == {}


def test_functions_stay_short():
    def too_long(path: Path) -> list[str]:
        return [node.name for node in functions(path) if node.end_lineno - node.lineno + 1 > FUNCTION_LIMIT]

    assert breaking(CODE, too_long) == {}


def test_every_python_file_says_what_it_is_for():
    assert breaking(CODE, lambda path: not ast.get_docstring(ast.parse(path.read_text("utf-8")))) == {}


def test_functions_state_what_they_return():
    typed = python_files("etl", "ui", "landing", "measures")
    assert breaking(typed, lambda path: [node.name for node in functions(path) if node.returns is None]) == {}


def test_pages_hold_no_sql_and_catch_nothing():
    def misplaced(path: Path) -> list[str]:
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        texts = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        sql = [text for text in texts if re.search(r"\bselect\b.+\bfrom\b", text, re.IGNORECASE | re.DOTALL)]
        return sql + ["try" for node in nodes if isinstance(node, ast.Try)]

    assert breaking(PAGES, misplaced) == {}


def test_the_menu_lists_every_page_and_no_other():
    assert {entry.file for entries in CATALOGUE.values() for entry in entries} == {path.stem for path in PAGES}


@pytest.mark.parametrize("layer", MAY_READ)
def test_models_read_only_the_layers_they_may(layer):
    models = [path for path in LAYERED if path.parent.name == layer]
    assert breaking(models, lambda path: reads_outside(path, MAY_READ[layer])) == {}


def test_queries_read_only_marts():
    assert breaking(QUERIES, lambda path: reads_outside(path, {"marts"})) == {}


def test_every_model_lies_in_a_known_layer():
    assert breaking(MODELS, lambda path: path not in LAYERED) == {}


def test_sql_is_one_select():
    def otherwise(path: Path) -> bool:
        statements = [found for found in parsed(path) if found is not None]
        return len(statements) != 1 or not isinstance(statements[0], exp.Query)

    assert breaking([*LAYERED, *QUERIES], otherwise) == {}


def test_sql_stays_short():
    assert breaking(MODELS, lambda path: lines(path) if lines(path) > MODEL_LIMIT else 0) == {}
    assert breaking(QUERIES, lambda path: lines(path) if lines(path) > QUERY_LIMIT else 0) == {}


def test_models_name_their_grain_and_keys():
    def missing(path: Path) -> list[str]:
        text = path.read_text("utf-8")
        return [word for word in ("grain", "keys") if not re.search(rf"^-- {word}: +\S", text, re.MULTILINE)]

    assert breaking(LAYERED, missing) == {}


def test_the_dashboard_fetches_nothing_from_the_internet():
    def fetched(path: Path) -> set[str]:
        text = path.read_text("utf-8")
        return set(re.findall(r"cdn\.|unpkg|jsdelivr|googleapis|openstreetmap|<script[^>]+src=|urllib\.request", text))

    code = [*python_files("ui", "pages"), ROOT / "dashboard.py"]
    assets = [
        path
        for folder in ("ui", "static")
        for kind in ("css", "js", "svg")
        for path in (ROOT / folder).rglob(f"*.{kind}")
    ]
    assert breaking([*code, *assets], fetched) == {}
    assert breaking(code, lambda path: imports(path) & {"requests", "http", "httpx", "aiohttp"}) == {}


def test_command_help_lists_every_subcommand():
    shown = subprocess.run([sys.executable, "-m", "etl", "--help"], cwd=ROOT, capture_output=True, text=True)
    assert shown.returncode == 0, shown.stderr
    assert [command for command in COMMANDS if not re.search(rf"^ +{command}\b", shown.stdout, re.MULTILINE)] == []
