"""Opening the warehouse: settings, the raw tables that loading fills, and the one-writer lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from etl.errors import AlreadyRunning
from etl.source import POST_FIELDS
from etl.typing import STORED
from landing.places import Places

MACROS = Path(__file__).with_name("macros.sql").read_text(encoding="utf-8")
SCHEMAS = ("raw", "reference", "staging", "warehouse", "marts")
POST_COLUMNS = [name for name in POST_FIELDS if name != "platform"]
FILE_KEYS = "file_sha256 varchar, part varchar, record bigint"

RAW_TABLES = {
    "raw.file": """file_sha256 varchar, part varchar, original_name varchar, source varchar, platform varchar,
        account_told varchar, received_at timestamptz, received_by varchar, exported_at timestamptz, invented boolean,
        status varchar, records bigint, loaded bigint, set_aside bigint, non_post bigint, known bigint,
        reason varchar, notices varchar, fingerprint varchar, formats varchar""",
    "raw.post": f"""{FILE_KEYS}, fate utinyint, source varchar, platform varchar, post_key varchar,
        account_told varchar, observed_at timestamptz, row_hash ubigint, is_known boolean,
        {", ".join(f"{name} {STORED[POST_FIELDS[name]]}" for name in POST_COLUMNS)}""",
    "raw.series": f"""{FILE_KEYS}, source varchar, platform varchar, account_told varchar, account_native_id varchar,
        account_handle varchar, day date, day_clock varchar, metric varchar, value double, observed_at timestamptz,
        row_hash ubigint, is_known boolean""",
    "raw.audience": f"""{FILE_KEYS}, source varchar, platform varchar, account_told varchar, dimension varchar,
        member varchar, segment varchar, share double, observed_at timestamptz, row_hash ubigint,
        is_known boolean""",
    "raw.set_aside": f"{FILE_KEYS}, line bigint, column_name varchar, value varchar, reason varchar, raw_text varchar",
    "raw.report": f"""{FILE_KEYS}, source varchar, account_told varchar, reported_at timestamptz, agency_text varchar,
        message_text varchar, link varchar, channel varchar, note varchar, observed_at timestamptz, row_hash ubigint,
        is_known boolean""",
    "raw.comment": f"""{FILE_KEYS}, source varchar, account_told varchar, ticket varchar, link varchar,
        post_named varchar, account_text varchar, agency_text varchar, asked_at timestamptz, asked_on date,
        needs_answer boolean, answered_at timestamptz, answered_on date, is_answered boolean, forwarded_at timestamptz,
        forwarded_on date, is_forwarded boolean, observed_at timestamptz, row_hash ubigint, is_known boolean""",
    "raw.incident": f"""{FILE_KEYS}, source varchar, account_told varchar, agency_text varchar, happened_at timestamptz,
        happened_on date, is_emergency boolean, title varchar, link varchar, post_named varchar,
        observed_at timestamptz, row_hash ubigint, is_known boolean""",
    "raw.hoax": f"""{FILE_KEYS}, source varchar, account_told varchar, public_id varchar, listed_on date,
        claim varchar, verdict varchar, verdict_text varchar, source_text varchar, link varchar, body varchar,
        observed_at timestamptz, row_hash ubigint, is_known boolean""",
    "raw.event": "sha256 varchar, event varchar, said_by varchar, said_at timestamptz, body varchar",
    "raw.touched_post": "post_id varchar",
    "raw.touched_account": "account_id varchar",
    "raw.unpublished": "post_id varchar",
    "raw.published": "name varchar, size bigint",
}


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """A read-write connection with Jakarta days, no downloads, no progress bar and the cell readers."""
    path.parent.mkdir(parents=True, exist_ok=True)
    con = duckdb.connect(str(path), config={"memory_limit": "1200MB", "temp_directory": str(path.parent / "spill")})
    con.execute("set global TimeZone = 'Asia/Jakarta'")
    con.execute("set autoinstall_known_extensions = false; set autoload_known_extensions = false")
    con.execute("set enable_progress_bar = false")
    _prepare(con)
    con.execute(MACROS)
    return con


def _prepare(con: duckdb.DuckDBPyConnection) -> None:
    """Make the raw tables. Tables of an older shape are dropped: landing holds all it takes to fill them again."""
    shape = sha256(repr(RAW_TABLES).encode()).hexdigest()
    con.execute("create table if not exists main.shape (fingerprint varchar)")
    found = con.execute("select fingerprint from main.shape").fetchall()
    if found == [(shape,)]:
        return
    for schema in SCHEMAS:
        con.execute(f"drop schema if exists {schema} cascade")
        con.execute(f"create schema {schema}")
    for table, columns in RAW_TABLES.items():
        con.execute(f"create table {table} ({columns})")
    con.execute("delete from main.shape")
    con.execute("insert into main.shape values ($shape)", {"shape": shape})


def exists(con: duckdb.DuckDBPyConnection, table: str) -> bool:
    schema, name = table.split(".")
    sql = "select 1 from duckdb_tables() where schema_name = $schema and table_name = $name"
    return bool(con.execute(sql, {"schema": schema, "name": name}).fetchall())


@contextmanager
def writing(where: Places) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse for the only writer; a second one is told so at once."""
    where.warehouse.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(where.warehouse.with_suffix(".lock"), timeout=0)
    try:
        with lock:
            con = connect(where.warehouse)
            try:
                yield con
            finally:
                con.close()
    except Timeout as error:
        raise AlreadyRunning("Proses ETL lain sedang berjalan. Tunggu sampai selesai, lalu jalankan lagi.") from error


@contextmanager
def transaction(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All or nothing."""
    con.execute("begin")
    try:
        yield
    except BaseException:
        con.execute("rollback")
        raise
    con.execute("commit")
