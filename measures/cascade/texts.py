"""A caption as the matcher reads it: plain letters, content words, mentions; contact lines and greetings left out."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from measures.cascade.words import group, root

URL = re.compile(
    r"(?:https?://|www\.)\S+|(?<![a-z0-9.-])[a-z0-9.-]+\.(?:go\.id|com|id|net|org)(?![a-z0-9])(?:/\S*)?", re.IGNORECASE
)
URL_MARKS = ("://", "www.", ".id", ".com", ".net", ".org")
MENTION = re.compile(r"@[A-Za-z0-9._]+")
HASHTAG = re.compile(r"#\w+")
_CALLS = ("center", "hubungi", "telepon", "telp", "hotline", "darurat", "nomor", "siaga", "psc", "ke")
_CALLED = "|".join(rf"(?<={call}[ .:]1)|(?<={call}[ .:] 1)" for call in _CALLS)
# Never `08.00 - 11.00`, `03-03-2026` or `kuota 115 orang`: three digits stand first, and a call before a short number.
# Every branch begins with its first sign, so that a text is searched for these signs only.
PHONE = re.compile(
    r"\+62[ .-]?\d{2,4}(?:[ .-]?\d{2,5}){1,3}"
    r"|0(?<=\b0)(?:\d{8,12}\b|\d{2,3}\)?[ .-]{1,2}\d{3,8}(?:[ .-]\d{2,5}){0,2})"
    rf"|1(?:{_CALLED})1\d\b",
    re.IGNORECASE,
)
WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
LONG = re.compile(r"([^\W\d_])\1{2,}")
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufe0f\u00ad]")
SENTENCE = re.compile(r"(?<=[.!?]) +")
LEAST_GREETING, GREETING_SHARE = 3, 0.35  # words of greeting in a sentence that only greets
CONTACT_SHARE = 0.34  # a line is contact when so many of its words are of that kind
LONGEST_CONTACT, LONGEST_NUMBERED = 25, 14  # words; a longer line says more than where to call


@dataclass(frozen=True)
class Text:
    """Words and roots have the same length; `sentences` are the same roots, cut where sentences end."""

    spoken: str
    words: tuple[str, ...]
    roots: tuple[str, ...]
    sentences: tuple[tuple[str, ...], ...]
    mentions: frozenset[str]


def read_text(caption: str) -> Text:
    """Read one caption. Fancy letters become plain, stretched ones short; the case is kept in `spoken`."""
    plain = INVISIBLE.sub("", unicodedata.normalize("NFKC", caption or ""))
    mentions = frozenset(each.lower()[1:].rstrip(".") for each in MENTION.findall(plain))
    bare = URL.sub(" ", plain) if any(mark in plain.lower() for mark in URL_MARKS) else plain
    bare = HASHTAG.sub(" ", MENTION.sub(" ", bare)) if "#" in bare or "@" in bare else bare
    kept = [pair for line in LONG.sub(r"\1", bare).splitlines() for pair in _telling(line)]
    words = [words for _, words in kept]
    sentences = tuple(tuple(map(root, each)) for each in words)
    spoken = "\n".join(sentence for sentence, _ in kept)
    return Text(spoken, tuple(word for each in words for word in each), sum(sentences, ()), sentences, mentions)


def words_of(text: str) -> list[str]:
    return WORD.findall(text.lower().replace("’", "'"))


def _telling(line: str) -> Iterator[tuple[str, list[str]]]:
    """The sentences of a line with their words, but for contacts and what everyone writes on a holiday."""
    parts = [(sentence, words_of(sentence)) for sentence in SENTENCE.split(line)]
    if not _is_contact(line, [word for _, words in parts for word in words]):
        yield from ((sentence, words) for sentence, words in parts if words and not _is_greeting(words))


def _is_greeting(words: Sequence[str]) -> bool:
    said = len([word for word in words if word in group("greeting")])
    return said >= LEAST_GREETING and said / len(words) >= GREETING_SHARE


def _is_contact(line: str, words: Sequence[str]) -> bool:
    """Whether a line only says where to call, write or follow."""
    if not words or len(words) > LONGEST_CONTACT:
        return False
    said = len([word for word in words if word in group("contact")])
    if said / len(words) >= CONTACT_SHARE:
        return True
    return said > 0 and len(words) <= LONGEST_NUMBERED and PHONE.search(line) is not None
