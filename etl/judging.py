"""`python -m etl judge`: captions as JSON lines in, labels, verdicts and deciding words out, as in the pipeline."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from itertools import groupby, islice
from pathlib import Path
from typing import IO, NamedTuple
from zoneinfo import ZoneInfo

from etl.caption_rows import judge_there, side_by_side
from etl.errors import EtlError
from etl.reference_lines import BEGINNING
from etl.reference_standard import Standard, parts
from etl.standard_adoption import standard_of
from landing.places import places
from measures.standard.answer import ALL_LABELS, Answer
from measures.standard.judge import Judge
from measures.standard.verdicts import NOT_APPLICABLE, Known, Verdict, found
from measures.standard.vocabulary import NAME, Term

WIB = ZoneInfo("Asia/Jakarta")
SOME_SET_ASIDE = 3
AT_ONCE = 2_000


class Asked(NamedTuple):
    """One line: a caption with its day, or why the line cannot be judged."""

    number: int
    id: object
    caption: str
    day: date
    known: Known
    why_not: str | None = None


def run(args: argparse.Namespace) -> int:
    """Answers to stdout in the order of the lines; what cannot be read is named on stderr with its line."""
    judge = judge_of(standard_of(places()))
    today, unreadable = datetime.now(WIB).date(), 0
    with _opened(args.path) as lines:
        for answers, said in _judged(judge, _stretches(lines, today)):
            sys.stdout.write(answers)
            sys.stderr.write(said)
            unreadable += said.count("\n")
    return SOME_SET_ASIDE if unreadable else 0


def judge_of(standard: Standard) -> Judge:
    """The judge of a standard that was read from files."""
    terms = [
        Term(kind, phrase, entry.valid_from, entry.valid_until)
        for entry in standard.words for kind, phrase in [entry.key]
    ]  # fmt: skip
    terms += [
        Term(NAME, name, entry.valid_from, entry.valid_until)
        for entry in standard.officials for name in (entry.said["name"], *parts(entry.said["aliases"]))
    ]  # fmt: skip
    return Judge(terms, standard.rules)


Given = tuple[tuple[int, bytes, date], ...]


def _stretches(lines: Iterable[bytes], today: date) -> Iterator[Given]:
    numbered = iter(enumerate(lines, 1))
    while stretch := tuple((number, line, today) for number, line in islice(numbered, AT_ONCE)):
        yield stretch


def _judged(judge: Judge, stretches: Iterator[Given]) -> Iterator[tuple[str, str]]:
    """Lines out and complaints per stretch; a short input is judged here, a long one by all processors."""
    first = next(stretches, ())
    second = next(stretches, ()) if len(first) == AT_ONCE else ()
    if not second:
        yield lines_of(judge, first)
    else:
        yield from side_by_side(judge, _lines_there, _again(first, second, stretches))


def _again(first: Given, second: Given, others: Iterable[Given]) -> Iterator[Given]:
    yield first
    yield second
    yield from others


def _lines_there(given: Given) -> tuple[str, str]:
    return lines_of(judge_there(), given)


def lines_of(judge: Judge, given: Given) -> tuple[str, str]:
    """The answers and the complaints of a stretch of lines."""
    asked = [_asked(*each) for each in given if each[1].strip()]
    good = [each for each in asked if not each.why_not]
    out: dict[int, str] = {}
    for day, own in groupby(sorted(good, key=lambda each: each.day), key=lambda each: each.day):
        same_day = list(own)
        for each, answer in zip(same_day, judge.judge((one.caption for one in same_day), day), strict=True):
            out[each.number] = json.dumps(_told(judge, each, answer), ensure_ascii=True)
    said = "".join(f"Baris {each.number}: {each.why_not}. Baris ini dilewati.\n" for each in asked if each.why_not)
    return "".join(out[number] + "\n" for number in sorted(out)), said


def _asked(number: int, line: bytes, today: date) -> Asked:
    nothing = Asked(number, None, "", today, Known())
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return nothing._replace(why_not="bukan JSON")
    if not isinstance(said, dict) or not isinstance(said.get("caption"), str | None):
        return nothing._replace(why_not="bukan objek dengan caption berupa teks")
    media, alt = said.get("has_ai_media"), said.get("alt_text")
    known = Known(media if isinstance(media, bool) else None, alt if isinstance(alt, str) else None)
    return Asked(number, said.get("id"), said.get("caption") or "", _day(said, today), known)


def _day(said: dict, today: date) -> date:
    """The day of publishing in WIB, where the line tells it; the standard of that day holds."""
    text = str(said.get("published_on") or said.get("published_at"))
    try:
        moment = datetime.fromisoformat(text)
        return max((moment.astimezone(WIB) if moment.tzinfo else moment).date(), BEGINNING)
    except (ValueError, OverflowError):
        return today


def _told(judge: Judge, asked: Asked, answer: Answer) -> dict[str, object]:
    verdicts = [each for each in judge.verdicts(answer, asked.day, asked.known) if each.verdict != NOT_APPLICABLE]
    said = {label: label in answer.true for label in ALL_LABELS}
    evidence = [_entry(asked.caption, each) for each in (*verdicts, *found(answer))]
    return {"id": asked.id, "emphasis": answer.emphasis, **said, "unsure": sorted(answer.unsure), "evidence": evidence}


def _entry(caption: str, each: Verdict) -> dict[str, object]:
    text = None if each.start is None else caption[each.start : each.stop]
    return {"rule": each.rule_id, "verdict": each.verdict, "start": each.start, "end": each.stop, "text": text,
            "why": each.why, "rule_version": each.rule_version}  # fmt: skip


def _opened(path: Path | None) -> AbstractContextManager[IO[bytes]]:
    """Bytes, for only they end a line where JSON lines end."""
    try:
        return path.open("rb") if path else nullcontext(sys.stdin.buffer)
    except OSError as error:
        raise EtlError(f"{path} tidak dapat dibuka. Periksa nama dan foldernya.") from error
