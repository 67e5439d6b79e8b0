"""Thresholds and limits, read once from settings.toml; the one home of every number that may change."""

import tomllib
from functools import cache
from pathlib import Path

from etl.errors import BadReference
from landing.places import Places


def settings(where: Places) -> dict[str, dict[str, float]]:
    return _read(where.reference_file("settings.toml"))


@cache
def _read(path: Path) -> dict[str, dict[str, float]]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadReference(f"{path.name}: {error}. Perbaiki berkas lalu jalankan lagi.") from error


def megabytes(where: Places, limit: str) -> int:
    """A size limit in bytes."""
    return int(settings(where)["limits"][limit] * 1_000_000)
