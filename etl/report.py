"""What loading a file came to: the numbers that must add up, and the JSON a caller reads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from etl.errors import LostRecords

LOAD, LOAD_SOME, REJECT, DUPLICATE, FAULT = "load", "load_some", "reject", "duplicate", "fault"
EXIT_CODES = {LOAD: 0, DUPLICATE: 0, LOAD_SOME: 3, REJECT: 4, FAULT: 1}
WORST_FIRST = (1, 4, 3, 0)  # a fault of ours outweighs what is wrong with a file


@dataclass
class PartReport:
    """One readable piece of a file. records = loaded + set_aside + non_post + known, always."""

    name: str = ""
    source: str | None = None
    status: str = LOAD
    records: int = 0
    loaded: int = 0
    set_aside: int = 0
    non_post: int = 0
    known: int = 0
    problems: list[dict] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Check the sum and derive the status."""
        kept = self.loaded + self.set_aside + self.non_post + self.known
        if kept != self.records:
            raise LostRecords(
                f"{self.name or 'berkas'}: {self.records} baris masuk, {kept} yang tercatat. Tidak ada yang disimpan; "
                "ini kesalahan program, laporkan beserta berkasnya."
            )
        if self.status != REJECT:
            self.status = LOAD_SOME if self.set_aside else LOAD


def refused(name: str, reason: str, source: str | None = None) -> PartReport:
    return PartReport(name, source, REJECT, problems=[problem(None, None, None, reason)])


def fault(reason: str) -> PartReport:
    return PartReport(status=FAULT, problems=[problem(None, None, None, f"Kesalahan program; laporkan. {reason}")])


def problem(record: int | None, column: str | None, value: str | None, reason: str) -> dict:
    return {"record": record, "column": column, "value": value, "reason": reason}


@dataclass
class FileReport:
    """A file and its parts; a plain file has one."""

    file: str
    sha256: str
    account: str | None
    parts: list[PartReport]
    duplicate_of: str | None = None
    card_source: str | None = None

    @property
    def source(self) -> str | None:
        if self.duplicate_of is not None:
            return self.card_source
        return "+".join(sorted({part.source for part in self.parts if part.source})) or None

    @property
    def status(self) -> str:
        if self.duplicate_of is not None:
            return DUPLICATE
        states = {part.status for part in self.parts}
        if FAULT in states:
            return FAULT
        if states == {LOAD}:
            return LOAD
        return REJECT if states <= {REJECT} else LOAD_SOME

    @property
    def exit_code(self) -> int:
        """A refused member of an archive counts as a refused file."""
        if self.duplicate_of is not None:
            return 0
        return worst((EXIT_CODES[part.status] for part in self.parts), default=4)

    def as_json(self) -> dict:
        members = [part_json(part) for part in self.parts] if any(part.name for part in self.parts) else None
        totals = {name: self.total(name) for name in ("records", "loaded", "set_aside", "non_post", "known")}
        problems = [_in_member(part, found) for part in self.parts for found in part.problems + _notices(part)]
        if self.duplicate_of is not None:
            problems = [problem(None, None, None, self.duplicate_of)]
        body: dict = {"file": self.file, "sha256": self.sha256, "source": self.source, "account": self.account}
        body |= {"status": self.status, **totals, "problems": problems}
        return body | ({"members": members} if members else {})

    def total(self, name: str) -> int:
        return sum(getattr(part, name) for part in self.parts)


def part_json(part: PartReport) -> dict:
    names = ("name", "source", "status", "records", "loaded", "set_aside", "non_post", "known")
    return {name: getattr(part, name) for name in names}


def _notices(part: PartReport) -> list[dict]:
    return [problem(None, None, None, notice) for notice in part.notices]


def _in_member(part: PartReport, found: dict) -> dict:
    return {"member": part.name, **found} if part.name else found


def exit_code(reports: Sequence[FileReport]) -> int:
    return worst(report.exit_code for report in reports)


def worst(codes: Iterable[int], default: int = 0) -> int:
    found = set(codes)
    return next((code for code in WORST_FIRST if code in found), default)


def lines(report: FileReport) -> list[str]:
    """A report for people: one line of counts, then the problems."""
    body = report.as_json()
    words = {
        "load": "dimuat",
        "load_some": "dimuat sebagian",
        "reject": "ditolak",
        "duplicate": "sudah pernah diterima",
    }
    counts = (
        f"{body['records']} baris: {body['loaded']} dimuat, {body['known']} sudah dikenal, "
        f"{body['set_aside']} disisihkan, {body['non_post']} bukan unggahan"
    )
    first = f"{report.file}: {words[report.status]}" + (f" ({report.source}). {counts}" if report.source else "")
    shown = [_problem_line(found) for found in body["problems"][:10]]
    rest = len(body["problems"]) - len(shown)
    return [first, *shown, *([f"  … dan {rest} catatan lain; lihat halaman Mutu Data."] if rest > 0 else [])]


def _problem_line(found: dict) -> str:
    place = f"baris {found['record']}" if found["record"] else found.get("member", "")
    column = f" kolom “{found['column']}” berisi “{found['value']}”" if found["column"] else ""
    return f"  - {place}{column}{': ' if place or column else ''}{found['reason']}"
