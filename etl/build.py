"""From the raw tables to the marts: everything when asked or when the rules changed, else only what was touched."""

from collections.abc import Callable, Sequence
from hashlib import sha256

import duckdb

from etl.graph import Node, models, narrowed, ordered
from etl.judge import JUDGES, judgements
from etl.reference import fingerprint, load_reference
from etl.sayings import hear
from etl.settings import settings
from etl.source import Source
from etl.standard_adoption import is_behind
from etl.warehouse import exists, transaction
from landing.places import REPOSITORY, Places

Progress = Callable[[str], None]
STEP = 9  # a line of progress for every so many models
TOUCHED = "touched_post"  # what every narrowed model is narrowed to


def build(
    con: duckdb.DuckDBPyConnection,
    where: Places,
    sources: Sequence[Source],
    progress: Progress,
    whole: bool = False,
) -> None:
    """Bring every model up to date in one transaction."""
    rules = f"{fingerprint(where)}:{_model_fingerprint()}"
    with transaction(con):
        hear(con, where)
        whole = whole or rules != _built_with(con) or is_behind(con)
        if whole:
            load_reference(con, where, sources)
        _note_touched(con, whole)
        nodes = ordered(models() + judgements())
        for number, node in enumerate(nodes, 1):
            if number % STEP == 1:
                progress(f"Menghitung model {number} dari {len(nodes)}: {node.name}")
            _make(con, node, settings(where), whole)
        _note_changed(con, whole)
        con.execute("delete from raw.touched_post; delete from raw.touched_account")
        con.execute("create or replace table raw.built as select $rules as rules", {"rules": rules})
    con.execute("checkpoint")


def _built_with(con: duckdb.DuckDBPyConnection) -> str | None:
    if not exists(con, "raw.built"):
        return None
    return con.execute("select rules from raw.built").fetchall()[0][0]


def _model_fingerprint() -> str:
    """Changes with any model and with the Python that judges between them."""
    digest = sha256(repr([(node.name, node.sql) for node in models()]).encode())
    judging = [*REPOSITORY.glob("measures/**/*"), *REPOSITORY.glob("etl/*.py")]
    for path in sorted(path for path in judging if path.suffix in (".py", ".toml", ".csv")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _note_touched(con: duckdb.DuckDBPyConnection, whole: bool) -> None:
    """The posts that changed: those in touched files, and those of accounts whose follower history changed."""
    con.execute("create or replace temp table touched_post (post_id varchar)")
    con.execute("create or replace temp table touched_account (account_id varchar, since timestamptz)")
    if whole:
        return
    con.execute("insert into touched_post select distinct post_id from raw.touched_post")
    if exists(con, "warehouse.post_account"):
        con.execute(
            """
            insert into touched_post
            select post_id from warehouse.post_account
            where role = 'owner' and account_id in (select account_id from raw.touched_account)"""
        )
        _widen_to_accounts(con)


def _make(con: duckdb.DuckDBPyConnection, node: Node, limits: dict, whole: bool) -> None:
    if not node.sql:
        if node.name == "warehouse.post_score" and not whole:
            _widen_to_accounts(con)
        JUDGES[node.name](con, limits, whole)
    elif node.is_view:
        con.execute(f"create or replace view {node.name} as {node.sql}")
    elif whole or node.narrow is None or not exists(con, node.name):
        con.execute(f"create or replace table {node.name} as {node.sql}")
    else:
        key = node.narrow.key
        con.execute(f"delete from {node.name} where {key} in (select {key} from {TOUCHED})")
        con.execute(f"insert into {node.name} by name {narrowed(node, TOUCHED)}")


def _widen_to_accounts(con: duckdb.DuckDBPyConnection) -> None:
    """A changed post changes what is usual for its account from then on: before the change and after it."""
    con.execute(
        """
        insert into touched_account
        select account_id, min(coalesce(published_at, '-infinity'::timestamptz))
        from warehouse.post
        where post_id in (select post_id from touched_post) and account_id is not null
        group by account_id"""
    )


def _note_changed(con: duckdb.DuckDBPyConnection, whole: bool) -> None:
    """What the next publication must renew: these posts, or everything (a row without a post)."""
    changed = "select null" if whole else "select post_id from touched_post union select post_id from rescored_post"
    con.execute(f"insert into raw.unpublished {changed}")
