"""The vocabulary as it is shipped: the words the weights were fitted with."""

import csv
from datetime import date
from functools import cache
from pathlib import Path

from measures.standard.marks import Marker
from measures.standard.vocabulary import NAME, Term, Vocabulary

REFERENCE = Path(__file__).parents[2] / "data" / "reference"
BEGINNING, FOREVER = date(1900, 1, 1), date(9999, 12, 31)


@cache
def terms() -> tuple[Term, ...]:
    """Every term ever valid, without its dates: the labelled captions have none."""
    with (REFERENCE / "vocabulary.csv").open(encoding="utf-8", newline="") as lines:
        words = [(line["kind"], line["phrase"]) for line in csv.DictReader(lines)]
    with (REFERENCE / "officials.csv").open(encoding="utf-8", newline="") as lines:
        names = [
            (NAME, name.strip())
            for line in csv.DictReader(lines)
            for name in (line["name"], *line["aliases"].split("|"))
        ]
    return tuple(Term(kind, phrase, BEGINNING, FOREVER) for kind, phrase in (*words, *names) if phrase)


@cache
def marker() -> Marker:
    return Marker(Vocabulary(terms()))
