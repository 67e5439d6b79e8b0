"""What each token of a caption is to the judges, as bits: words of the vocabulary, and facts such as hours and sums."""

import re
from collections.abc import Sequence
from functools import cached_property

from measures.cascade.words import MONTHS, WEEKDAYS
from measures.standard.caption import END, LINK, MENTION, NUMBER, SIGN, TAG, Caption
from measures.standard.vocabulary import NAME, Vocabulary

KINDS = (
    NAME, "title", "deference", "praise", "personal", "greeting", "condolence", "ceremony", "service", "beneficiary",
    "teach", "reason", "condition", "result", "cta", "app", "brand", "stale", "false", "fraud", "spread", "correct",
    "rumour", "source", "ai", "past", "future", "require", "place", "contact", "private", "internal",
)  # fmt: skip
FACTS = (
    "clock", "date", "weekday", "money", "percent", "identity", "phone", "hotline", "count", "link", "mention", "tag",
    "sign_fact", "sign_feeling", "question", "exclamation",
)  # fmt: skip
NAMES = KINDS + FACTS
BIT = {name: 1 << place for place, name in enumerate(NAMES)}
CLOCK = re.compile(r"([01]?\d|2[0-4])[.:][0-5]\d")
DAY = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?")
IDENTITY = re.compile(r"\d{16}")
PERCENT = re.compile(r" ?(?:%|persen)")
CLOCK_WORDS = frozenset({"pukul", "jam", "tabuh"})
MONEY_WORDS = frozenset({"ribu", "juta", "miliar", "rb", "jt", "rupiah", "milyar", "triliun"})
HOTLINES = frozenset({"110", "112", "113", "115", "118", "119", "122", "123", "129"})
FACT_SIGNS = frozenset("📍🗓📅⏰☎📞🕗🕘🕙🕐🕑📌✅🔗🚨⚠🔴📲📱💧⚡🚧")
FEELING_SIGNS = frozenset("🎂🎉🥳🎊❤🙏🥰😍💐👏🔥🫡💪🤲💚💙💛🙌😎👑🌟✨")
SPELLED_PHONE = frozenset({"xx", "xxx", "xxxx"})


class Marker:
    """Marks captions with one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    @cached_property
    def _bits(self) -> dict[str, int]:
        bits = dict.fromkeys(WEEKDAYS, BIT["weekday"])
        for word, kinds in self.vocabulary.words.items():
            bits[word] = bits.get(word, 0) | sum(BIT[kind] for kind in kinds)
        return bits

    def marks(self, caption: Caption) -> list[int]:
        """One number per token, a bit for each of NAMES that applies."""
        bits = self._bits
        found = [bits.get(word, 0) for word in caption.words]
        for first, last, kind in self.vocabulary.longer(caption.words):
            for place in range(first, last + 1):
                found[place] |= BIT[kind]
        for place in caption.odd:
            found[place] |= _fact(caption, place, caption.kinds[place])
        return found


def _fact(caption: Caption, at: int, kind: str) -> int:
    if kind == NUMBER:
        return BIT[_number(caption, at)]
    if kind == END:
        said = caption.text[caption.edges[2 * at] : caption.edges[2 * at + 1]]
        return (BIT["question"] if "?" in said else 0) | (BIT["exclamation"] if "!" in said else 0)
    if kind == SIGN:
        sign = caption.words[at]
        return BIT["sign_fact"] if sign in FACT_SIGNS else BIT["sign_feeling"] if sign in FEELING_SIGNS else 0
    return {LINK: BIT["link"], MENTION: BIT["mention"], TAG: BIT["tag"]}.get(kind, 0)


def _number(caption: Caption, at: int) -> str:
    """Which fact a number is, from the words beside it."""
    said, words = caption.words[at], caption.words
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    if before in CLOCK_WORDS or (CLOCK.fullmatch(said) and before != "rp"):
        return "clock"
    if after in MONTHS or DAY.fullmatch(said):
        return "date"
    if before == "rp" or after in MONEY_WORDS:
        return "money"
    if PERCENT.match(caption.text, caption.edges[2 * at + 1]):
        return "percent"
    return _code(said, after)


def _code(said: str, after: str) -> str:
    if IDENTITY.fullmatch(said):
        return "identity"
    if said.startswith(("08", "628")) and (
        len(said) >= 4 or after[:2] in SPELLED_PHONE or (len(said) == 3 and after == "x")
    ):
        return "phone"
    return "hotline" if said in HOTLINES else "phone" if said.startswith("03") and len(said) == 4 else "count"


def has(marks: Sequence[int], *names: str) -> list[int]:
    """The places whose marks hold one of these names."""
    wanted = sum(BIT[name] for name in names)
    return [place for place, bits in enumerate(marks) if bits & wanted]
