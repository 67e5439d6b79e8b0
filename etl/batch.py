"""One batch of rows of one source, and the SQL that reads its cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from etl.recognise import columns
from etl.source import POST, SERIES, Row, Source
from etl.typing import is_non_post, post_key, present, quoted, reader, unreadable
from measures.links import NATIVE_ID_PATTERNS

LOADED, NON_POST, SET_ASIDE = 0, 1, 2


@dataclass(frozen=True)
class Batch:
    """Where a batch of rows comes from and what is known about all of them."""

    file_sha256: str
    part: str
    source: Source
    header: Sequence[str]
    observed_at: datetime
    account: str | None

    @property
    def places(self) -> dict[str, int]:
        return columns(self.header, self.source)


@dataclass(frozen=True)
class Problem:
    """Why a row is set aside. `column` and `value` are None when the whole row is at fault."""

    row: Row
    column: str | None
    value: str | None
    reason: str


def typed(batch: Batch, tokens: str) -> str:
    """SQL over `tokens` (record, c_<field>...): every field read, its fate and, for posts, its key."""
    source, names = batch.source, list(batch.places)
    cell, said = {name: f"c_{name}" for name in names}, {name: f"s_{name}" for name in names}
    says = ", ".join(f"{present(source, name, cell[name])} as {said[name]}" for name in names)
    read = ", ".join(f"{reader(source, name, said[name])} as {name}" for name in names)
    non_post = " or ".join(is_non_post(rule, cell) for rule in source.non_post) or "false"
    bad = [unreadable(source, name, said[name], name) for name in names]
    bad.append({POST: "post_key is null", SERIES: "day is null"}.get(source.records))
    wrong = " or ".join(test for test in bad if test) or "false"
    return f"""
        with heard as (select *, {says} from {tokens}),
        cells_read as (select *, {read} from heard),
        keyed as (select *, {_key(batch, cell)} as post_key from cells_read)
        select *, case when {non_post} then {NON_POST} when {wrong} then {SET_ASIDE} else {LOADED} end as fate
        from keyed"""


def platform_of(batch: Batch, cell: dict[str, str]) -> str:
    if batch.source.platform:
        return quoted(batch.source.platform)
    if "platform" in cell:
        return "lower(platform)"
    return quoted(batch.account.split(":")[0]) if batch.account else "null::varchar"


def _key(batch: Batch, cell: dict[str, str]) -> str:
    if batch.source.records != POST:
        return "null"
    native = "native_id" if "native_id" in cell else "null"
    link = "permalink" if "permalink" in cell else "null"
    return post_key(batch.source, native, link, platform_of(batch, cell), NATIVE_ID_PATTERNS)
