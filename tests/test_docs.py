"""The documents hold: commands, options, links, lists and examples in them are those of the code."""

import argparse
import csv
import re
from functools import cache
from pathlib import Path

import pytest

import start
from etl.__main__ import parser
from etl.catalogue import built_in
from etl.commands import COMMANDS
from etl.corrections import REQUIRED, read_corrections
from etl.report import EXIT_CODES
from etl.source import AUDIENCE, COMMENT, HOAX, INCIDENT, POST, REFUSED, REPORT, SERIES
from landing.places import SHIPPED_DATA
from tests.instance import ROOT, Instance

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
DOCUMENTS = [
    *sorted(ROOT.glob("*.md")),
    *sorted(path for folder in ("docs", "benchmarks") for path in (ROOT / folder).rglob("*.md")),
]
ETL = re.compile(r"(?:-m etl|start\.py etl)\s+([a-z]+)(.*)")
START = re.compile(r"start\.py(?!\s+(?:etl|test))(.*)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
LINK = re.compile(r"""\]\(([^)#\s]+)(?:#[^)]*)?\)|src="([^"]+)\"""")
HOLDS = {
    POST: "posts",
    SERIES: "daily numbers",
    AUDIENCE: "audience",
    REPORT: "reports",
    COMMENT: "questions and complaints",
    INCIDENT: "events",
    HOAX: "checked claims; a sheet or a JSON feed",
    REFUSED: "refused, with guidance",
}
NAMES_ITS_OWNER = {"account_native_id", "account_handle", "agency_text", "claim"}  # a claim is nobody's
A_MACHINES_PATH = re.compile(r"(?<![\w.])/(?:work|root|home|tmp|Users|mnt)/\w|[A-Z]:\\Users|site-packages")
HOST = re.compile(r"https?://([^\s/:)`\"]+)")
HOSTS = {"127.0.0.1", "www.python.org"}


@cache
def text(path: Path) -> str:
    return path.read_text("utf-8")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def code(path: Path) -> list[str]:
    """Every line of a code block and every span of code."""
    blocks = re.findall(r"```\w*\n(.*?)```|((?:^ {4,}\S.*\n)+)", text(path), re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in "".join(block).splitlines()]
    return lines + re.findall(r"`([^`\n]+)`", text(path))


def options_of(command: str) -> set[str]:
    [subparsers] = [one for one in parser()._actions if isinstance(one, argparse._SubParsersAction)]
    return {option for action in subparsers.choices[command]._actions for option in action.option_strings}


def cells(path: Path, heading: str) -> list[list[str]]:
    """The rows of the table below a heading."""
    below = text(path).split(f"\n{heading}\n")[1].split("\n#")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in below.splitlines() if line[:1] == "|"]
    return rows[2:]


def first_cells(path: Path, heading: str) -> set[str]:
    return {row[0].strip("`") for row in cells(path, heading)}


def block_after(path: Path, header: str) -> str:
    [found] = [block for block in re.findall(r"```csv\n(.*?)```", text(path), re.DOTALL) if block.startswith(header)]
    return found


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_command_and_option_exists(path):
    for line in code(path):
        if found := ETL.search(line):
            assert found[1] in COMMANDS, line
            assert set(OPTION.findall(found[2])) <= options_of(found[1]), line
        elif found := START.search(line):
            assert set(OPTION.findall(found[1])) <= set(OPTION.findall(start.HELP)), line


def test_every_etl_command_is_in_the_readme():
    assert first_cells(ROOT / "README.md", "## Commands of `python -m etl`") == set(COMMANDS)


def test_every_option_of_start_is_in_the_readme():
    told = {first.split()[0] for first in first_cells(ROOT / "README.md", "## Two commands")}
    assert told == set(OPTION.findall(start.HELP)) - {"--help"}


def test_every_exit_code_is_in_the_readme():
    assert {str(code) for code in EXIT_CODES.values()} <= first_cells(
        ROOT / "README.md", "### What the exit codes mean"
    )


def test_the_readme_lists_every_source_as_the_code_knows_it():
    def account(source) -> str:
        return "required" if source.needs_account else "" if NAMES_ITS_OWNER & source.fields.keys() else "advised"

    known = [[source.title, HOLDS[source.records], account(source)] for source in built_in()]
    assert cells(ROOT / "README.md", "## Export formats") == known


def test_every_dependency_earns_its_place_in_the_architecture():
    required = set(re.findall(r"^([a-z][\w-]*)==", text(ROOT / "requirements.txt"), re.MULTILINE))
    assert first_cells(ROOT / "ARCHITECTURE.md", "## Dependencies") == required


def test_every_decision_is_linked_and_has_its_four_parts():
    assert [path.name[:4] for path in DECISIONS] == [f"{number:04}" for number in range(1, len(DECISIONS) + 1)]
    for path in DECISIONS:
        assert f"({named(path)})" in text(ROOT / "ARCHITECTURE.md"), path
        headings = re.findall(r"^## (.+)$", text(path), re.MULTILINE)
        assert headings == ["Context", "Decision", "Measurement", "Consequence"], path


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_link_leads_somewhere(path):
    targets = [link or picture for link, picture in LINK.findall(text(path))]
    lost = [each for each in targets if "://" not in each and not (path.parent / each).exists()]
    assert lost == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_files_and_tests_named_in_code_exist(path):
    spans = re.findall(r"`([^`\n]+)`", text(path))
    files = [
        each for each in spans if re.fullmatch(r"(?:etl|ui|landing|measures|tests|pages|queries)/[\w/]+\.\w+", each)
    ]
    assert [each for each in files if not (ROOT / each).exists()] == []
    known = "\n".join(found.read_text("utf-8") for found in (ROOT / "tests").glob("test_*.py"))
    tests = [each for each in spans if re.fullmatch(r"test_\w+", each)]
    assert [each for each in tests if f"def {each}(" not in known] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_no_document_names_a_folder_of_some_machine_or_an_unknown_host(path):
    assert A_MACHINES_PATH.findall(text(path)) == []
    assert set(HOST.findall(text(path))) <= HOSTS


def test_pictures_are_small():
    pictures = sorted((ROOT / "docs" / "pictures").glob("*.png"))
    assert len(pictures) >= 4
    assert [named(picture) for picture in pictures if picture.stat().st_size > 200_000] == []


def test_every_release_says_which_figures_changed():
    releases = re.split(r"^## ", text(ROOT / "CHANGELOG.md"), flags=re.MULTILINE)[1:]
    assert releases and all("\n### Angka berubah\n\n" in release for release in releases)


@pytest.mark.parametrize("name", ["accounts.csv", "roster.csv", "corrections.csv"])
def test_the_guide_shows_the_columns_the_files_have(name):
    header = (SHIPPED_DATA / "reference" / name).read_text("utf-8").splitlines()[0]
    assert block_after(ROOT / "docs" / "panduan.md", header)


def test_the_examples_of_the_guide_are_accepted(tmp_path):
    guide, here = ROOT / "docs" / "panduan.md", Instance(tmp_path)
    for name, header in (("accounts.csv", "platform,"), ("roster.csv", "agency_code,"), ("corrections.csv", "sha256,")):
        here.refer(name, block_after(guide, header))
    assert here.etl("build").code == 0
    owners = "select account_id, agency_code from reference.account_owner"
    assert ("tiktok:nganjuksehat.contoh", "KOMINFO") in here.ask(owners)
    [line] = csv.DictReader(block_after(guide, "sha256,").splitlines())
    assert all(line[column] for column in REQUIRED) and list(read_corrections(here.where)) == [line["sha256"]]
