"""A caption as the judges read it: plain words in order, each with its place in the text as it was written."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from measures.cascade.words import SAME, root

LONGEST = 70_000  # letters; no platform allows a longer caption, the rest of a longer text is not read
VOCABULARY = 150_000
GAP = "\u200b"  # stands for every invisible sign, so that places stay what they were
INVISIBLE = frozenset("\u00ad\u034f\u061c\u180e\u2060\ufe0e\ufe0f\ufeff") | {
    chr(code)
    for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069))
    for code in range(first, last + 1)
}
_ENDINGS = "go\\.id|desa\\.id|com|id|net|org|info|me|ly|gl|gle|co|(?:ee|gg|at)(?=/)"
_LINK = rf"https?://\S+|www\.\S+|(?<![a-z0-9@.-])(?:[a-z0-9-]+\.)+(?:{_ENDINGS})\b(?:/\S*)?|"
_REST = (
    r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+(?:[.,:/]\d+)*|[.!?…\n]+|[#@][\w.]*\w"
    r"|[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]"
)
TOKEN, TOKEN_OR_LINK = re.compile(f"({_REST})"), re.compile(f"({_LINK}{_REST})")
LINK_SIGNS = ("://", "www.", ".id", ".com", ".net", ".org", ".info", ".me", ".ly", ".gl", ".co", ".ee/", ".gg/", ".at/")
STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
# What stands before a dot that ends no sentence: `Kec.`, `Drs.`, `Jl.`, and any single letter, as in `S.E.`
ABBREVIATIONS = frozenset(
    """
    kec kel kab ds dsn dkh jl jln gg no nmr drs dra dr drg drh ir hj st se sh mm mh mt tgl rt rw ust kh bpk sdr sdri
    pt cv ud tb pkl kom sos pd ag ked kes si ap ip stp kep keb sn hum ling dkk dll dsb prof letkol kol mayjen brigjen
    akbp kompol akp iptu ipda aiptu kapt lettu mba mpd amd
    """.split()
)
CLITICS = ("nya", "lah", "kah", "pun")
LEAST_STEM = 4
LINK, TAG, MENTION, NUMBER, WORD, END, SIGN = "link", "tag", "mention", "number", "word", "end", "sign"
NO_CAPITAL = bytes(code for code in range(256) if not 65 <= code <= 90)
NO_LETTER = bytes(code for code in range(256) if not (65 <= code <= 90 or 97 <= code <= 122))


class Caption(NamedTuple):
    """Parallel lists with one entry per token: link, hashtag, mention, number, word, sign, end of a sentence.

    `text` is the folded caption: small letters, fancy letters plain, nothing invisible. `edges` are places in it: token
    n stands from edges[2n] to edges[2n + 1]. `places` (None when they are the same) gives for each of its letters the
    place in the caption as it was written. `odd` are the places of the tokens that are no words.
    """

    text: str
    words: Sequence[str]
    roots: Sequence[str]
    kinds: list[str]
    odd: list[int]
    edges: list[int]
    places: list[int] | None
    capitals: int
    letters: int

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Start and stop in the written caption, in code points, of the tokens first to last (included)."""
        return self.letters_span(self.edges[2 * first], self.edges[2 * last + 1])

    def letters_span(self, start: int, stop: int) -> tuple[int, int]:
        """The same for letters of `text`, stop excluded."""
        if self.places is None:
            return start, stop
        if stop <= start:
            return (self.places[start],) * 2 if start < len(self.places) else (0, 0)
        return self.places[start], self.places[stop - 1] + 1

    def sentences(self) -> list[tuple[int, int]]:
        """Ranges of tokens between the ends of sentences, without these."""
        found, begun = [], 0
        for place, kind in enumerate(self.kinds):
            if kind == END:
                if place > begun:
                    found.append((begun, place))
                begun = place + 1
        if begun < len(self.kinds):
            found.append((begun, len(self.kinds)))
        return found


class _Fold(dict[int, str]):
    """One letter for one letter: small, plain, invisible signs as GAP; filled as letters are met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = unicodedata.normalize("NFKC", letter).lower()
        found = GAP if letter in INVISIBLE else folded if len(folded) == 1 else letter
        self[code] = found = {"’": "'", "‘": "'", "`": "'", "‐": "-", "‑": "-"}.get(found, found)
        return found


class _Read(dict[str, tuple[str, str, str]]):
    """A folded token to its plain word, its root and its kind; the commonest are remembered."""

    def __missing__(self, token: str) -> tuple[str, str, str]:
        kind = _kind(token)
        word = plain(token) if kind == WORD else "." if kind == END else token
        found = word, root(word) if kind == WORD else ROOTS.get(kind, word), kind
        if kind == WORD and len(self) < VOCABULARY:  # numbers, links and tags are without end
            self[token] = found
        return found


ROOTS = {NUMBER: "0", LINK: "://", MENTION: "@"}
_FOLD, _READ = _Fold(), _Read()


def read_caption(written: str) -> Caption:
    """Read one caption of any content; never raises."""
    cut = written[:LONGEST]
    text, places = cut.translate(_FOLD), None
    if GAP in text:
        places = [place for place, letter in enumerate(text) if letter != GAP]
        text = text.replace(GAP, "")
    parts = (TOKEN_OR_LINK if "." in text and any(map(text.__contains__, LINK_SIGNS)) else TOKEN).split(text)
    words, roots, told = zip(*map(_READ.__getitem__, parts[1::2]), strict=True) if len(parts) > 1 else ((), (), ())
    kinds = list(told)
    odd = [place for place, kind in enumerate(kinds) if kind != WORD]
    _join_abbreviations(kinds, odd, parts)
    plain_bytes = cut.encode("ascii", "ignore")
    capitals, letters = len(plain_bytes.translate(None, NO_CAPITAL)), len(plain_bytes.translate(None, NO_LETTER))
    return Caption(text, words, roots, kinds, odd, list(accumulate(map(len, parts))), places, capitals, letters)


def _join_abbreviations(kinds: list[str], odd: list[int], parts: list[str]) -> None:
    """The dot of `Kec.`, `Drs.` or `Jl.` ends no sentence."""
    for place in odd:
        if parts[2 * place + 1] == "." and place and kinds[place - 1] == WORD:
            before = parts[2 * place - 1]
            if (len(before) == 1 or before in ABBREVIATIONS) and place + 1 < len(kinds):
                kinds[place] = SIGN


def _kind(token: str) -> str:
    first = token[0]
    if first in ".!?…\n":
        return END
    if first == "#":
        return TAG
    if first == "@":
        return MENTION
    if "://" in token or ("." in token and not first.isdigit()) or token.startswith("www."):
        return LINK
    if first.isdigit():
        return LINK if token.islower() else NUMBER
    return WORD if first.isalpha() else SIGN


def plain(word: str) -> str:
    """A small-letter word without stretching, abbreviation and particle: `siaaap` is siap, `biayanya` is biaya."""
    bare = STRETCHED.sub(r"\1", word)
    bare = SAME.get(bare, bare)
    for clitic in CLITICS:
        if len(bare) - len(clitic) >= LEAST_STEM and bare.endswith(clitic):
            return bare[: -len(clitic)]
    return bare
