"""The models and judgements in the order that their own SQL asks for."""

import re
from dataclasses import dataclass, field
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import sqlglot
from sqlglot import exp

from etl.errors import EtlError

MODELS = Path(__file__).with_name("models")
HEADER = re.compile(r"^-- (\w+): +(.+)$")


@dataclass(frozen=True)
class Narrow:
    """An incremental model reads this input only for the keys that changed."""

    table: str
    key: str


@dataclass(frozen=True)
class Node:
    """Something that makes one table: a SQL model, or a judgement in Python (then `sql` is empty)."""

    name: str
    reads: frozenset[str]
    sql: str = ""
    header: dict[str, str] = field(default_factory=dict, hash=False)

    @property
    def keys(self) -> list[str]:
        return [key.strip() for key in self.header.get("keys", "").split(",") if key.strip()]

    @property
    def is_view(self) -> bool:
        return self.header.get("stored") == "view"

    @property
    def narrow(self) -> Narrow | None:
        if "narrow" not in self.header:
            return None
        table, _, key = self.header["narrow"].partition(" by ")
        return Narrow(table.strip(), key.strip())


def parse(path: Path) -> Node:
    sql = path.read_text(encoding="utf-8")
    return Node(f"{path.parent.name}.{path.stem}", tables_read(sql), sql, header_of(sql))


def header_of(sql: str) -> dict[str, str]:
    """The `-- name: value` lines at the top of a model or a check."""
    return {found[1]: found[2] for line in sql.splitlines() if (found := HEADER.match(line))}


def tables_read(sql: str) -> frozenset[str]:
    """Every `schema.table` a statement reads."""
    tree = sqlglot.parse_one(sql, dialect="duckdb")
    return frozenset(f"{table.db}.{table.name}" for table in tree.find_all(exp.Table) if table.db)


@cache
def models() -> tuple[Node, ...]:
    return tuple(parse(path) for path in sorted(MODELS.glob("*/*.sql")))


def ordered(nodes: tuple[Node, ...]) -> list[Node]:
    """Every node after what it reads; tables that no node makes (raw, reference) are there already."""
    by_name = {node.name: node for node in nodes}
    made = {node.name: sorted(node.reads & by_name.keys()) for node in nodes}
    missing = {read for node in nodes for read in node.reads - by_name.keys() if not _given(read)}
    if missing:
        raise EtlError(f"Model membaca tabel yang tidak dibuat siapa pun: {', '.join(sorted(missing))}.")
    return [by_name[name] for name in TopologicalSorter(made).static_order()]


def _given(table: str) -> bool:
    return table.split(".")[0] in ("raw", "reference")


def narrowed(node: Node, keys_table: str) -> str:
    """The model's SQL with its narrowed input cut to the keys in `keys_table`."""
    assert node.narrow
    schema, table = node.narrow.table.split(".")
    cut = f"(select * from {node.narrow.table} where {node.narrow.key} in (select {node.narrow.key} from {keys_table}))"

    def replace(found: exp.Expr) -> exp.Expr:
        if isinstance(found, exp.Table) and (found.db, found.name) == (schema, table):
            inner = sqlglot.parse_one(cut, dialect="duckdb")
            inner.set("alias", exp.TableAlias(this=exp.to_identifier(found.alias or table)))
            return inner
        return found

    return sqlglot.parse_one(node.sql, dialect="duckdb").transform(replace).sql(dialect="duckdb")
