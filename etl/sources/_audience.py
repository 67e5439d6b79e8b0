"""The one layout in which every audience is loaded: dimension, member, segment, share."""

from dataclasses import replace

from etl.source import Block, Field, Row

HEADER = ("dimensi", "kelompok", "bagian dari", "bagian")


def fields(share: str) -> dict[str, Field]:
    """`share` is the kind of the last column: percent (`2.5` is 2.5 %) or decimal (already 0-1)."""
    names = ("dimension", "member", "segment", "share")
    kinds = ("text", "text", "text", share)
    return {name: Field((title,), kind) for name, title, kind in zip(names, HEADER, kinds, strict=True)}


def entry(row: Row, dimension: str, member: str, segment: str, share: str) -> Row:
    return replace(row, cells=[dimension, member, segment, share])


def laid_out(block: Block, rows: list[Row]) -> Block:
    return replace(block, header=list(HEADER), rows=rows)
