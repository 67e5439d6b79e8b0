"""`python -m etl labels`: what people decided about captions, as JSON lines in the form of the training texts."""

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb

from etl.errors import EtlError
from etl.warehouse import writing
from landing.places import places

WIB = ZoneInfo("Asia/Jakarta")
LABELS = (
    "emphasis", "educational", "service_info", "smart_city", "brand", "call_for_vigilance_or_correction",
    "unsourced_claim_risk", "accountability", "smart_city_cta", "personal_data", "ai_declared",
)  # fmt: skip
FLAGS = {"true": True, "false": False}
DECIDED = """
    select d.post_id, p.platform, p.peer_group, p.account_handle, p.caption, d.label, d.value, d.said_by, d.said_at
    from marts.label_decision as d
    join marts.posts as p using (post_id)
    where list_contains($labels, d.label) and p.caption is not null
    order by d.post_id, d.said_at nulls first, d.label"""


def run(args: argparse.Namespace) -> int:
    """One line per post with at least one decision; nothing at all where nobody decided."""
    with writing(places()) as con:
        lines = [json.dumps(text) + "\n" for text in labelled(con)]
    if args.out is None:
        sys.stdout.writelines(lines)
    else:
        _write(args.out, "".join(lines))
        print(f"{len(lines)} unggahan ditulis ke {args.out}.", file=sys.stderr)
    return 0


def labelled(con: duckdb.DuckDBPyConnection) -> Iterator[dict[str, object]]:
    """The posts in order of their id; a label on which nobody decided is None, not false."""
    if not con.execute("select 1 from duckdb_tables() where table_name = 'label_decision'").fetchall():
        raise EtlError("Belum ada data yang dibangun. Jalankan `run` lebih dulu.")
    rows = con.execute(DECIDED, {"labels": list(LABELS)}).fetchall()
    for _, decisions in groupby(rows, key=lambda row: row[0]):
        yield _text(list(decisions))


def _text(decisions: list[tuple]) -> dict[str, object]:
    post_id, platform, kind, handle, caption, *_, said_by, said_at = decisions[-1]
    values = {label: FLAGS.get(value, value) for *_, label, value, _, _ in decisions}
    return {
        "id": post_id,
        "platform": platform,
        "account_kind": kind,
        "account": handle,
        "event": "",
        "caption": caption,
        **{label: values.get(label) for label in LABELS},
        "labelled_by": said_by,
        "labelled_at": said_at.astimezone(WIB).isoformat() if said_at else None,
    }


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise EtlError(f"{path} tidak dapat ditulis. Periksa foldernya dan izinnya.") from error
