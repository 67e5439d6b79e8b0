"""Answers about captions as rows of the warehouse, made here or by processes of their own."""

import gc
import os
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from measures.standard.answer import ALL_LABELS, Answer
from measures.standard.judge import Judge
from measures.standard.rules import Rule
from measures.standard.verdicts import NOT_APPLICABLE, Verdict, found
from measures.standard.vocabulary import Term

ENTRY = pa.struct(
    {"rule_id": pa.string(), "verdict": pa.string(), "start": pa.int32(), "stop": pa.int32(), "why": pa.string(),
     "rule_version": pa.int32()}
)  # fmt: skip
SCHEMA = pa.schema(
    [("caption_key", pa.uint64()), ("span", pa.date32()), ("signature", pa.uint64()), ("emphasis", pa.string())]
    + [(label, pa.bool_()) for label in ALL_LABELS]
    + [("evidence", pa.list_(ENTRY))]
)
FEW = 4_000  # captions; so many are judged here sooner than a process could start
AHEAD = 3  # stretches per process that may wait; more would only fill memory
Stretch = tuple[date, int, list[int], list[str]]


def rows(judge: Judge, stretch: Stretch) -> pa.RecordBatch:
    """One row per caption of a stretch: first day and signature of its span, keys, captions. NULL where unsure."""
    span, signature, keys, captions = stretch
    answers = list(judge.judge(captions, span))
    entries, offsets = _entries(judge, answers, span)
    columns = [
        pa.array(keys, pa.uint64()), pa.array([span] * len(keys), pa.date32()),
        pa.array([signature] * len(keys), pa.uint64()),
        pa.array([_emphasis(answer) for answer in answers], pa.string()),
        *(pa.array([_label(answer, label) for answer in answers], pa.bool_()) for label in ALL_LABELS),
        pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), entries),
    ]  # fmt: skip
    return pa.RecordBatch.from_arrays(columns, schema=SCHEMA)


def _emphasis(answer: Answer) -> str | None:
    return None if answer.unsure & {"figure", "useful"} else answer.emphasis


def _label(answer: Answer, label: str) -> bool | None:
    return None if label in answer.unsure else label in answer.true


def _entries(judge: Judge, answers: Sequence[Answer], day: date) -> tuple[pa.StructArray, list[int]]:
    told: list[Verdict] = []
    offsets = [0]
    for answer in answers:
        told += (each for each in judge.verdicts(answer, day) if each.verdict != NOT_APPLICABLE)
        told += found(answer)
        offsets.append(len(told))
    rule, version, verdict, start, stop, why = map(list, zip(*told, strict=True)) if told else ([],) * 6
    parts = [pa.array(rule, pa.string()), pa.array(verdict, pa.string()), pa.array(start, pa.int32()),
             pa.array(stop, pa.int32()), pa.array(why, pa.string()), pa.array(version, pa.int32())]  # fmt: skip
    return pa.StructArray.from_arrays(parts, fields=list(ENTRY)), offsets


def judged(judge: Judge, stretches: Iterable[Stretch], total: int) -> Iterator[pa.RecordBatch]:
    """Rows of every stretch, in order; by all processors when there are many captions."""
    if total <= FEW:
        yield from (rows(judge, stretch) for stretch in stretches)
        return
    yield from side_by_side(judge, _rows_there, stretches)


def side_by_side(judge: Judge, work: Callable, given: Iterable) -> Iterator:
    """The results of `work` on each given thing, in order; little is sent ahead, so that memory does not grow."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the processes take every core already
    processes = min(4, os.cpu_count() or 1)
    with TemporaryDirectory() as folder:
        told = Path(folder, "standard")  # a process that dies while it is handed much would leave us waiting for ever
        told.write_bytes(pickle.dumps((judge.vocabulary.terms, judge.rules)))
        with ProcessPoolExecutor(processes, get_context("spawn"), _remember, (told,)) as pool:
            waiting: deque[Future] = deque()
            for each in given:
                waiting.append(pool.submit(work, each))
                if len(waiting) > processes * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()


_standard: tuple[Sequence[Term], Sequence[Rule]] = ((), ())


def _remember(told: Path) -> None:
    global _standard
    _standard = pickle.loads(told.read_bytes())
    gc.disable()  # answers hold no cycles, and looking for some takes a tenth of the time


@cache
def judge_there() -> Judge:
    """In a process of its own: one judge for all its stretches."""
    return Judge(*_standard)


def _rows_there(stretch: Stretch) -> pa.RecordBatch:
    return rows(judge_there(), stretch)
