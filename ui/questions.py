"""The named questions in queries/: one file each, with a header that says who may ask."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast, get_args

from ui.access import Scope, Sight

QUERIES = Path(__file__).resolve().parent.parent / "queries"


class QuestionRefused(Exception):
    """A question that does not exist, or whose file does not say who may ask it."""


@dataclass(frozen=True)
class Question:
    """One query file: what it answers, who may ask, and the SQL."""

    name: str
    asks: str
    scope: Scope
    sql: str

    def seen_with(self, sight: Sight) -> str:
        """The SQL, wrapped so that only the rows this sight allows come out."""
        allowed = {"all": "true", "own": "list_contains($viewer_agencies, agency_code)", "nothing": "false"}
        return f"select * from (\n{self.sql}\n) as answer where {allowed[sight]}"


@cache
def question(name: str) -> Question:
    path = QUERIES / f"{name}.sql"
    if not name.replace("_", "").isalnum() or not path.exists():
        raise QuestionRefused(f"queries/{name}.sql tidak ada.")
    sql = path.read_text(encoding="utf-8").strip().removesuffix(";")
    header = _header(sql)
    if not header.get("question") or header.get("scope") not in get_args(Scope):
        raise QuestionRefused(f"queries/{name}.sql tidak menyebut '-- question:' dan '-- scope:' yang sah.")
    return Question(name, header["question"], cast(Scope, header["scope"]), sql)


def _header(sql: str) -> dict[str, str]:
    lines = [line[2:].strip() for line in sql.splitlines() if line.startswith("--")]
    return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
