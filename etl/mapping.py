"""Saved column mappings: for any other table, a person names the columns once and the answer is kept as data."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import duckdb

from etl.errors import BadReference
from etl.recognise import normal
from etl.source import POST, POST_FIELDS, Field, Source
from landing.files import write_atomically
from landing.places import Places

DATE_FORMATS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d")
NAME = re.compile(r"[a-z0-9_]{1,40}")


def saved_mappings(where: Places) -> tuple[Source, ...]:
    return tuple(_source(path) for path in sorted(where.mappings.glob("*.toml")))


def _source(path: Path) -> Source:
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadReference(f"{path.name}: {error}. Perbaiki berkas pemetaan atau hapus.") from error
    unknown = sorted(set(said.get("columns", {})) - set(POST_FIELDS))
    if unknown or not said.get("columns"):
        raise BadReference(f"{path.name}: isian {', '.join(unknown) or 'columns'} tidak dikenal atau kosong.")
    formats, clock = tuple(said.get("date_formats", DATE_FORMATS)), said.get("clock", "Asia/Jakarta")
    fields = {name: _field(name, column, formats, clock) for name, column in said["columns"].items()}
    return Source(path.stem, said.get("title", path.stem), said.get("platform"), POST, fields, is_saved=True)


def _field(name: str, column: str, formats: tuple[str, ...], clock: str) -> Field:
    return Field((normal(column),), POST_FIELDS[name], True, formats, clock)


def save_mapping(
    where: Places,
    name: str,
    columns: dict[str, str],
    platform: str | None,
    formats: Sequence[str],
    clock: str,
) -> Path:
    """Write one mapping. `columns` is field name -> column title as it stands in the file."""
    if not NAME.fullmatch(name):
        raise BadReference("Nama pemetaan hanya boleh berisi huruf kecil, angka, dan garis bawah.")
    unknown = sorted(set(columns) - set(POST_FIELDS))
    if unknown:
        raise BadReference(f"Isian {', '.join(unknown)} tidak dikenal. Pilihannya: {', '.join(POST_FIELDS)}.")
    if not {"native_id", "permalink"} & set(columns):
        raise BadReference("Petakan sedikitnya native_id atau permalink; tanpa itu unggahan tidak dapat dikenali.")
    if not platform and "platform" not in columns:
        raise BadReference("Sebutkan --platform, atau petakan kolom platform.")
    empty = sorted(field for field, column in columns.items() if not column.strip())
    if empty:
        raise BadReference(f"Sebutkan judul kolom untuk {', '.join(empty)}, misalnya {empty[0]}='Judul kolom'.")
    _check_times(formats, clock)
    lines = [f"title = {_toml('Pemetaan ' + name)}", f"clock = {_toml(clock)}"]
    lines += [f"platform = {_toml(platform)}"] if platform else []
    lines.append("date_formats = [" + ", ".join(_toml(each) for each in formats or DATE_FORMATS) + "]")
    lines += ["", "[columns]", *(f"{field} = {_toml(column)}" for field, column in columns.items())]
    path = where.mappings / f"{name}.toml"
    write_atomically(path, ("\n".join(lines) + "\n").encode())
    return path


def _check_times(formats: Sequence[str], clock: str) -> None:
    """A wrong format or time zone would only show when a file is read, and then stop every build."""
    try:
        ZoneInfo(clock)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise BadReference(f"Zona waktu “{clock}” tidak dikenal. Tulis misalnya Asia/Jakarta.") from error
    for each in formats:
        try:
            duckdb.execute("select try_strptime('', $format)", {"format": each})
        except duckdb.InvalidInputException as error:
            raise BadReference(f"Bentuk tanggal “{each}” tidak dikenal. Tulis misalnya %d/%m/%Y %H:%M.") from error


def _toml(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
