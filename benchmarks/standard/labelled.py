"""The labelled captions: invented, composed one by one, labelled twice without sight of each other, then settled."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

TEXTS = Path(__file__).with_name("texts")
HELD_OUT = "heldout.jsonl"
LABELS = (
    "educational", "service_info", "smart_city", "brand", "call_for_vigilance_or_correction", "unsourced_claim_risk",
    "accountability", "smart_city_cta", "personal_data", "ai_declared",
)  # fmt: skip
LETTERS = dict(zip("EISBVUACPD", LABELS, strict=True))
TAGS = {  # what a stretch of a caption may carry, and the label of the caption that it decides
    "P": "figure", "U": "useful", "E": "educational", "I": "service_info", "V": "call_for_vigilance_or_correction",
    "X": "unsourced_claim_risk", "A": "accountability", "C": "smart_city_cta", "D": "personal_data",
}  # fmt: skip


# Labels that the second pass over these writers' captions left out.
ONCE = dict.fromkeys("def", frozenset({"smart_city", "brand", "ai_declared"}))


@dataclass(frozen=True)
class Labelled:
    """One caption with its settled labels, both blind passes, and what decides: start, stop, tags (None: not told)."""

    id: str
    account: str
    event: str
    platform: str
    caption: str
    emphasis: str
    labels: frozenset[str]
    passes: tuple[str, str]
    decides: tuple[tuple[int, int, str], ...] | None

    @property
    def writer(self) -> str:
        return self.id.partition("-")[0]

    def carries(self, label: str) -> bool:
        """Whether a label is true; `figure` and `useful` are the two halves of the emphasis."""
        if label == "figure":
            return self.emphasis in ("figure", "mixed")
        if label == "useful":
            return self.emphasis in ("service", "mixed")
        return label in self.labels


def developed_on() -> list[Labelled]:
    """The captions that rules and weights may be made from: none of an account or event of the held-out ones."""
    accounts, events = ({getattr(each, name) for each in held_out()} for name in ("account", "event"))
    every = [each for path in sorted(TEXTS.glob("?.jsonl")) for each in read(path)]
    return [each for each in every if each.account not in accounts and each.event not in events]


def held_out() -> list[Labelled]:
    """The captions that nothing is made from: other writers, other accounts, other events."""
    return read(TEXTS / HELD_OUT)


def read(path: Path) -> list[Labelled]:
    return [_labelled(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _labelled(said: dict) -> Labelled:
    true = frozenset(label for label in LABELS if said[label])
    told = said["decides"]
    decides = None if told is None else tuple((start, stop, tags) for start, stop, tags in told)
    plain = (said[name] for name in ("id", "account", "event", "platform", "caption", "emphasis"))
    return Labelled(*plain, true, (said["first"], said["second"]), decides)


def kappa(pairs: Sequence[tuple[object, object]]) -> float:
    """Cohen's kappa of two labellers: agreement beyond what chance would give; 1 where chance alone always agrees."""
    values = {value for pair in pairs for value in pair}
    seen = sum(one == other for one, other in pairs) / len(pairs)
    chance = sum(_share(pairs, 0, value) * _share(pairs, 1, value) for value in values)
    return 1.0 if chance == 1 else (seen - chance) / (1 - chance)


def _share(pairs: Sequence[tuple[object, object]], side: int, value: object) -> float:
    return sum(pair[side] == value for pair in pairs) / len(pairs)


def pass_values(said: str) -> dict[str, object]:
    """`mixed IBA` as labels."""
    emphasis, _, letters = said.partition(" ")
    return {"emphasis": emphasis} | {label: letter in letters for letter, label in LETTERS.items()}


def agreement(texts: Iterable[Labelled]) -> dict[str, tuple[float, float]]:
    """Per label the share of equal answers of the two blind passes, and Cohen's kappa."""
    both = [(each.writer, *map(pass_values, each.passes)) for each in texts]
    found = {}
    for label in ("emphasis", *LABELS):
        pairs = [(first[label], second[label]) for writer, first, second in both if label not in ONCE.get(writer, ())]
        found[label] = (sum(one == other for one, other in pairs) / len(pairs), kappa(pairs))
    return found
