"""Publishing: a new snapshot file per build, and a small pointer replaced in one step."""

import os
import re
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from etl.errors import EtlError
from landing.files import replace, sync_folder, write_atomically
from landing.places import Places

KEEP = 3
POSTS = "marts.posts"  # the one mart as large as the warehouse
SNAPSHOT = re.compile(r"marts-\d{8}T\d{6}Z-(\d+)\.duckdb")


def publish(con: duckdb.DuckDBPyConnection, where: Places) -> Path:
    """Copy the marts into a new snapshot and point CURRENT at it. Refused while a check says stop."""
    _refuse_when_stopped(con)
    where.published.mkdir(parents=True, exist_ok=True)
    target = where.published / _next_name(where)
    draft = target.with_name(f".draft-{target.name}")
    _clear_drafts(where)
    try:
        write_snapshot(con, draft, target.name, _base(con, where))
        _sync(draft)
        replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(where.published)
    _point(where, target.name)
    _remember(con, target)
    _prune(where)
    return target


def _clear_drafts(where: Places) -> None:
    """What a publication that was cut off left behind; only one can be at work, and that is this one."""
    for path in where.published.glob(".draft-*"):
        path.unlink()


def _base(con: duckdb.DuckDBPyConnection, where: Places) -> Path | None:
    """The snapshot this warehouse published last, untouched since, when only some posts changed after it."""
    last = con.execute("select name, size from raw.published").fetchall()
    path = where.published / last[0][0] if last else None
    if path is None or not path.exists() or path.stat().st_size != last[0][1]:
        return None
    everything = con.execute("select 1 from raw.unpublished where post_id is null limit 1").fetchall()
    return None if everything else path


def _remember(con: duckdb.DuckDBPyConnection, target: Path) -> None:
    con.execute("delete from raw.published")
    con.execute("insert into raw.published values (?, ?)", [target.name, target.stat().st_size])
    con.execute("delete from raw.unpublished")


def _refuse_when_stopped(con: duckdb.DuckDBPyConnection) -> None:
    sql = "select message, examples from marts.check_result where severity = 'stop' order by name"
    try:
        stopped = con.execute(sql).fetchall()
    except duckdb.CatalogException as error:
        raise EtlError("Belum ada yang dapat diterbitkan. Jalankan `build` dahulu.") from error
    if stopped:
        raise EtlError("Tidak diterbitkan. " + " ".join(f"{message} ({examples})" for message, examples in stopped))


def _next_name(where: Places) -> str:
    last = max(map(_number, snapshots(where)), default=0)
    return f"marts-{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{last + 1:06d}.duckdb"


def write_snapshot(con: duckdb.DuckDBPyConnection, draft: Path, name: str, base: Path | None) -> None:
    """Every mart into `draft`. With a base, the posts that did not change are taken over from it."""
    if base:
        shutil.copyfile(base, draft)
    con.execute(f"attach '{str(draft).replace(chr(39), chr(39) * 2)}' as snapshot")
    try:
        con.execute("begin")
        con.execute("create schema if not exists snapshot.marts")
        for mart in marts():
            if base and mart == POSTS:
                _renew_posts(con)
            else:
                con.execute(f"create or replace table snapshot.{mart} as select * from {mart}")
        con.execute(
            "create or replace table snapshot.main.publication as select now() as published_at, $name as name",
            {"name": name},
        )
        con.execute("commit")
    finally:
        con.execute("detach snapshot")


def _renew_posts(con: duckdb.DuckDBPyConnection) -> None:
    """Replace the changed posts in the copy."""
    changed = "(select post_id from raw.unpublished)"
    con.execute(f"delete from snapshot.{POSTS} where post_id in {changed}")
    con.execute(f"insert into snapshot.{POSTS} by name select * from {POSTS} where post_id in {changed}")


def marts() -> list[str]:
    from etl.graph import models  # reads SQL: nothing that `status` should wait for

    return [node.name for node in models() if node.name.startswith("marts.")]


def _sync(path: Path) -> None:
    with open(path, "rb+") as file:
        os.fsync(file.fileno())


def _point(where: Places, name: str) -> None:
    write_atomically(where.published / "CURRENT", f"{name}\n".encode())


def current(where: Places) -> str | None:
    pointer = where.published / "CURRENT"
    return pointer.read_text(encoding="utf-8").strip() if pointer.exists() else None


def snapshots(where: Places) -> list[str]:
    """Names of all snapshots at hand, oldest first."""
    names = (path.name for path in where.published.glob("marts-*.duckdb"))
    return sorted((name for name in names if SNAPSHOT.fullmatch(name)), key=_number)


def _number(name: str) -> int:
    found = SNAPSHOT.fullmatch(name)
    return int(found[1]) if found else 0


def roll_back(where: Places) -> str:
    """Point CURRENT at the snapshot before the one it names."""
    names, now = snapshots(where), current(where)
    earlier = [name for name in names if now is None or name < now]
    before = names[: names.index(now)] if now in names else earlier
    if not before:
        raise EtlError("Tidak ada terbitan yang lebih lama untuk dikembalikan.")
    _point(where, before[-1])
    return before[-1]


def _prune(where: Places) -> None:
    """Keep the last three; on Windows a file still being read stays until the next time."""
    for name in snapshots(where)[:-KEEP]:
        with suppress(PermissionError):
            (where.published / name).unlink()
