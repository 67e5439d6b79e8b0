"""What people said about issues, in order: warehouse.issue_step has what counts, warehouse.issue_notice the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import duckdb
import pyarrow as pa

from etl.judged import TEXT, WHOLE, keep
from measures.standard.issue_flow import KINDS, STATES, Move, is_staff, refusal

MOMENT = pa.timestamp("us", tz="UTC")
STEP = pa.schema({
    "issue_id": TEXT, "place": WHOLE, "said_at": MOMENT, "said_by": TEXT, "state": TEXT, "verdict": TEXT, "link": TEXT,
    "note": TEXT, "event_sha256": TEXT,
})  # fmt: skip
NOTICE = pa.schema({"event_sha256": TEXT, "said_at": MOMENT, "issue_id": TEXT, "notice": TEXT})
READS = ("staging.issue_report", "staging.issue_move", "staging.ai_word", "warehouse.issue_received",
         "warehouse.agency", "warehouse.post")  # fmt: skip
REFUSALS = {
    "not_staff": "Isu hanya dipindahkan dan diputuskan oleh Kepala atau petugas; kata dari {by} tidak dipakai.",
    "unknown_state": "Keadaan {state} tidak dikenal; tidak dipakai. Pilih lewat formulir.",
    "unknown_verdict": "Putusan {verdict} tidak dikenal; tidak dipakai. Pilih lewat formulir.",
    "too_early": "Putusan baru bisa diberikan setelah isu diperiksa; tidak dipakai.",
    "nothing_new": "Isu sudah dalam keadaan {state}; tidak ada yang berubah.",
    "backwards": "Isu tidak bisa mundur dari {now} ke {state}; tidak dipakai.",
    "skipped": "Isu tidak bisa langsung dari {now} ke {state}; langkah di antaranya belum dicatat.",
    "no_verdict": "Isu belum bisa disebut terverifikasi tanpa putusan; tidak dipakai.",
}
NO_ISSUE = "Isu {issue} tidak ada di data; kata ini dipakai begitu daftarnya masuk."
NO_SPEAKER = "Laporan tanpa nama peran tidak dipakai. Ulangi lewat formulir."
NO_TITLE = "Laporan tanpa judul tidak dipakai. Ulangi lewat formulir."
NO_KIND = "Jenis {kind} tidak dikenal; laporan ini tidak dipakai. Ulangi lewat formulir."
NO_UNIT = "Unit {unit} tidak ada; laporan ini dicatat tanpa unit."
NO_POST = "Unggahan {post} belum ada di data; tanda ini dipakai begitu ekspornya masuk."
UNCLEAR_MARK = "Tanda media buatan AI ini tidak menyebut ya atau tidak untuk satu unggahan; tidak dipakai."
NOT_MARKED_BY_STAFF = "Media buatan AI hanya ditandai oleh Kepala atau petugas; tanda dari {by} tidak dipakai."

Notice = tuple[str, datetime, str | None, str]


@dataclass
class _Issue:
    """How far an issue has come while its words are read."""

    kind: str
    state: str = STATES[0]
    has_verdict: bool = False
    steps: int = 0


def issue_steps(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    """warehouse.issue_step and warehouse.issue_notice, anew from all words: their order of arrival is no matter."""
    steps: list[tuple] = []
    notices = [*_of_reports(con), *_of_moves(con, steps), *_of_marks(con)]
    keep(con, "warehouse.issue_step", STEP, steps)
    keep(con, "warehouse.issue_notice", NOTICE, notices)


def _of_moves(con: duckdb.DuckDBPyConnection, steps: list[tuple]) -> Iterator[Notice]:
    """Walk through the words about each issue in the order they were said; what counts is added to `steps`."""
    issues = _issues(con)
    sql = """select event_sha256, said_at, issue_id, said_by, state, verdict, link, note
        from staging.issue_move order by said_at, event_sha256"""
    for sha256, at, issue_id, *said in con.execute(sql).fetchall():
        move, issue = Move(*said), issues.get(issue_id)
        if issue is None:
            yield sha256, at, issue_id, NO_ISSUE.format(issue=_shown(issue_id))
            continue
        why = refusal(issue.kind, issue.state, issue.has_verdict, move)
        if why:
            yield sha256, at, issue_id, _refused(why, issue.state, move)
            continue
        issue.state, issue.steps = str(move.state), issue.steps + 1
        issue.has_verdict = issue.has_verdict or move.verdict is not None
        steps.append((issue_id, issue.steps, at, *said, sha256))


def _issues(con: duckdb.DuckDBPyConnection) -> dict[str, _Issue]:
    """The issues that somebody spoke of; the others of a long list have not moved."""
    sql = """select issue_id, kind from warehouse.issue_received
        where issue_id in (select issue_id from staging.issue_move)"""
    return {issue_id: _Issue(kind) for issue_id, kind in con.execute(sql).fetchall()}


def _refused(why: str, now: str, move: Move) -> str:
    said = {"state": move.state, "verdict": move.verdict, "now": now}
    words = {name: _shown(code and code.replace("_", " ")) for name, code in said.items()}
    return REFUSALS[why].format(by=_shown(move.by), **words)


def _of_reports(con: duckdb.DuckDBPyConnection) -> Iterator[Notice]:
    sql = """select r.event_sha256, r.said_at, r.said_by, r.kind, r.title, r.agency_code, a.agency_code is not null
        from staging.issue_report as r left join warehouse.agency as a using (agency_code)
        order by r.said_at, r.event_sha256"""
    for sha256, at, by, kind, title, unit, is_unit in con.execute(sql).fetchall():
        if by is None:
            yield sha256, at, None, NO_SPEAKER
        elif kind not in KINDS:
            yield sha256, at, None, NO_KIND.format(kind=_shown(kind))
        elif title is None:
            yield sha256, at, None, NO_TITLE
        elif unit is not None and not is_unit:
            yield sha256, at, sha256, NO_UNIT.format(unit=_shown(unit))


def _of_marks(con: duckdb.DuckDBPyConnection) -> Iterator[Notice]:
    sql = """select w.event_sha256, w.said_at, w.said_by, w.post_id, w.is_clear, p.post_id is not null
        from staging.ai_word as w left join warehouse.post as p using (post_id) order by w.said_at, w.event_sha256"""
    for sha256, at, by, post_id, is_clear, is_known in con.execute(sql).fetchall():
        if not is_staff(by):
            yield sha256, at, None, NOT_MARKED_BY_STAFF.format(by=_shown(by))
        elif not is_clear or post_id is None:
            yield sha256, at, None, UNCLEAR_MARK
        elif not is_known:
            yield sha256, at, None, NO_POST.format(post=_shown(post_id))


def _shown(name: str | None) -> str:
    return f"“{name[:100]}”" if name else "tanpa nama"
