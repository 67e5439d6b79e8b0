"""The shipped standard in a published snapshot, so that drafts are judged by the real rules and words."""

import csv
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from measures.standard.rules import FOREVER, read_standard
from tests import snapshots
from tests.chain_rows import Rows

REFERENCE = Path(__file__).parent.parent / "data" / "reference"
LONG_AGO = date(1, 1, 1)
NAME = "Bambang Rekaan"


def publish(published: Path) -> None:
    """One snapshot with the rules and the vocabulary that come with the program, and one invented official."""
    tables = {"standard_rule": rules(), "vocabulary": words(), "official": officials()}
    snapshots.build_snapshot(published, snapshot=snapshots.facts(), **tables)


@cache
def rules() -> Rows:
    found = read_standard((REFERENCE / "standard.toml").read_text("utf-8"), "standard.toml")
    return [
        {key: getattr(rule, key) for key in _COLUMNS} | {"needs": list(rule.needs), "is_in_force": True}
        for rule in found
    ]


_COLUMNS = (
    "rule_id", "version", "scope", "title", "wording", "advice", "norm", "basis", "measure", "comparison", "threshold",
    "unsure", "weight", "severity", "valid_from", "valid_until",
)  # fmt: skip


@cache
def words() -> Rows:
    with (REFERENCE / "vocabulary.csv").open(encoding="utf-8", newline="") as lines:
        return [{"kind": line["kind"], "phrase": line["phrase"], "valid_from": _day(line["valid_from"], LONG_AGO),
                 "valid_until": _until(line["valid_to"])} for line in csv.DictReader(lines)]  # fmt: skip


def _day(text: str, otherwise: date) -> date:
    return date.fromisoformat(text) if text else otherwise


def _until(text: str) -> date:
    return date.fromisoformat(text) + timedelta(days=1) if text else FOREVER


def officials() -> Rows:
    one = {"name": NAME, "aliases": ["Mas Bambang"], "role": "camat", "title": "Camat", "source": "rekaan"}
    return [one | {"valid_from": date(2025, 1, 1), "valid_until": FOREVER}]
