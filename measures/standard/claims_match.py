"""Near matches of checked claims with captions: how much of what a claim tells stands in a caption."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from measures.cascade.texts import Text, read_text
from measures.cascade.weights import weight
from measures.cascade.words import root, roots

FIGURE_WEIGHT = 0.5  # a number alone says little: sums and years recur in other texts
TELLING = 0.3  # weight below which a word is said by too many to count
# How lists of claims and warnings speak of any claim; none of it says what a claim is about.
# fmt: off
GENRE_WORDS = (
    "hoaks", "hoax", "salah", "keliru", "benar", "fakta", "cek", "klarifikasi", "disinformasi", "misinformasi",
    "menyesatkan", "palsu", "penipuan", "isu", "kabar", "informasi", "info", "klaim", "narasi", "viral", "beredar",
    "video", "foto", "gambar", "rekaman", "suara", "tangkapan", "layar", "unggahan", "postingan", "konten", "judul",
    "pesan", "berantai", "tautan", "link", "akun", "surat", "media", "sosial", "medsos", "whatsapp", "wa", "facebook",
    "tiktok", "instagram", "youtube", "mengatasnamakan", "nama", "sebut", "menyebut", "waspada", "awas",
)
# fmt: on
GENRE = frozenset(map(root, GENRE_WORDS))
Places = NDArray[np.int64]


def telling(text: str) -> dict[str, float]:
    """The roots that say what a claim is about, each with its weight in (0, 1]; rare words weigh more.

    Source of roots and weights: measures.cascade.texts, measures.cascade.weights.
    """
    weighed = {found: _weight(found) for found in read_text(text).roots}
    return {found: each for found, each in weighed.items() if each >= TELLING}


def _weight(found: str) -> float:
    if found in GENRE or found in roots("stop"):
        return 0.0
    return FIGURE_WEIGHT if found[0].isdigit() else weight(found)


def containment(claim: Mapping[str, float], said: Collection[str]) -> float:
    """The share (0-1) of the claim's weight whose roots are among `said`; 0 for a claim that tells nothing."""
    whole = sum(claim.values())
    return sum(each for found, each in claim.items() if found in said) / whole if whole else 0.0


def near(
    claims: Sequence[Mapping[str, float]], said: Mapping[str, Places], captions: int, least: float
) -> Iterator[tuple[int, int, float]]:
    """Claim, caption and containment of every pair that reaches `least` (0-1), in the order of claims and captions.

    said: root -> the captions (0 to `captions` - 1) that hold it, each once.
    """
    none: Places = np.empty(0, np.int64)
    for place, claim in enumerate(claims):
        whole = sum(claim.values())
        if not whole:
            continue
        shares = np.zeros(captions)
        for found, each in claim.items():
            shares[said.get(found, none)] += each
        shares /= whole
        for caption in np.flatnonzero(shares >= least - 1e-9):
            yield place, int(caption), float(shares[caption])


def words_shared(claim: Mapping[str, float], caption: Text) -> list[str]:
    """The words of the caption whose roots the claim has, as they are written there, each once."""
    shared = (word for word, found in zip(caption.words, caption.roots, strict=True) if found in claim)
    return list(dict.fromkeys(shared))
