"""Which standard is in force: the files there are when they are valid and keep the past, else the last one that was."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb

from etl.errors import BadReference
from etl.reference_standard import FILES, Make, Standard, Texts, load_set, read_set, refusals
from etl.sayings import hear
from landing.events import record
from landing.places import SHIPPED_DATA, Places
from measures.standard.rules import StandardRefused

EVENT = "standard-adopted"
WIB = ZoneInfo("Asia/Jakarta")
REFUSED = 4  # as for a refused file
SHIPPED = SHIPPED_DATA / "reference"
HEARD = f"select body from raw.event where event = '{EVENT}' order by said_at desc, sha256 desc"
BUILT = "select file, text from reference.standard_text"
IS_BUILT = "select 1 from duckdb_tables() where schema_name = 'reference' and table_name = 'standard_text'"


@dataclass(frozen=True)
class Files:
    """The three files as they lie there, and which of them are no text."""

    texts: Texts
    wrong: tuple[StandardRefused, ...]


def load_standard(con: duckdb.DuckDBPyConnection, where: Places, make: Make) -> None:
    """Adopt the standard of the files, or keep the one before; what people said must have been heard."""
    today = datetime.now(WIB).date()  # the one wall clock: days before it are past; the event keeps it
    adopted, shipped = _adopted(con), _valid(_files(SHIPPED))
    before = adopted or _built(con) or shipped
    said = _files(where.reference)
    wrong = [*said.wrong] or refusals(said.texts, before, today)
    if wrong and before is None:
        raise BadReference(f"{wrong[0]} Belum ada standar lain yang berlaku.")
    force = before if wrong and before else said.texts
    if force != adopted and (adopted or _has_own(where) or force != shipped):
        record(where, EVENT, None, day=today.isoformat(), files=force)
        hear(con, where)
    load_set(con, force, wrong, make)


def is_behind(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether the last standard adopted is not the one that was built."""
    adopted = _adopted(con)
    return adopted is not None and adopted != _built(con)


def standard_of(where: Places) -> Standard:
    return read_set(standard_texts(where))


def standard_texts(where: Places) -> Texts:
    """The standard of the instance's files without a warehouse; the shipped one where they are not valid."""
    texts = _valid(_files(where.reference)) or _valid(_files(SHIPPED))
    if texts is None:
        raise BadReference("Standar unggahan tidak dapat dibaca. Pulihkan data/reference dari salinan program.")
    return texts


def told(con: duckdb.DuckDBPyConnection) -> list[str]:
    """For people: why the standard of the files is not in force; empty when it is."""
    rows = con.execute("select file, line, what from reference.standard_notice order by all").fetchall()
    head = "Standar unggahan ditolak seluruhnya; standar yang lama tetap berlaku:"
    return [head, *(f"  - {file} baris {line}: {what}" for file, line, what in rows)] if rows else []


def _files(folder: Path) -> Files:
    """The files of this folder, the shipped ones where it has none."""
    texts, wrong = {}, []
    for name in FILES:
        path = folder / name if (folder / name).exists() else SHIPPED / name
        try:
            said = path.read_bytes()
            texts[name] = _text(said)
        except UnicodeDecodeError as error:
            line = said.count(b"\n", 0, error.start) + 1
            wrong.append(StandardRefused(name, line, "bukan UTF-8. Simpan ulang sebagai UTF-8."))
        except OSError:
            wrong.append(StandardRefused(name, 1, "tidak dapat dibuka. Pastikan berkas ada dan boleh dibaca."))
    return Files(texts, tuple(wrong))


def _text(said: bytes) -> str:
    """As an event can keep it: one kind of line end, no sign at the start, no NUL."""
    return said.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _has_own(where: Places) -> bool:
    return any((where.reference / name).exists() for name in FILES)


def _adopted(con: duckdb.DuckDBPyConnection) -> Texts | None:
    """The texts of the last adopted standard that can still be read."""
    for (body,) in con.execute(HEARD).fetchall():
        files = json.loads(body).get("files")
        is_whole = isinstance(files, dict) and all(isinstance(files.get(name), str) for name in FILES)
        if is_whole and (found := _valid(Files({name: files[name] for name in FILES}, ()))):
            return found
    return None


def _built(con: duckdb.DuckDBPyConnection) -> Texts | None:
    """The texts that this warehouse was built with."""
    if not con.execute(IS_BUILT).fetchall():
        return None
    return _valid(Files(dict(con.execute(BUILT).fetchall()), ()))


def _valid(files: Files) -> Texts | None:
    is_whole = not files.wrong and set(files.texts) == set(FILES)
    return files.texts if is_whole and not refusals(files.texts, None, date.min) else None
