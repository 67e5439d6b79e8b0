"""Which posts of the main accounts are priority messages, and which of them are originals of the same message."""

import re
import unicodedata
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

LINKS_AND_TAGS = re.compile(r"https?://\S+|[#@][\w.]+")
TAG = re.compile(r"#\w+")
WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+")
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
SHINGLE = 3
FEWEST_WORDS = 5  # a shorter piece of a text is no copy of it
ALIKE = 0.8  # share of the shorter text's word triples that the longer one has too
SAME_LENGTH = 0.8
RAREST = 12  # so many of a text's least common triples name the posts it is compared with
TOGETHER = timedelta(hours=48)  # the platforms of one message
SHORT_TITLE, TITLE = 40, 90
# fmt: off
FACT_WORDS = frozenset({
    "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad",
    "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november",
    "desember", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
    "pertama", "kesatu", "kedua", "ketiga", "keempat", "kelima", "besok", "lusa",
})
# fmt: on


@dataclass(frozen=True)
class Programme:
    """A programme people keep in programmes.csv; hashtags in small letters with #, valid on [from, until)."""

    code: str
    name: str
    hashtags: tuple[str, ...]
    phrases: tuple[str, ...]
    valid_from: date
    valid_until: date

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        said = [*map(re.escape, self.hashtags), *(r"\s+".join(map(re.escape, p.split())) for p in self.phrases)]
        return re.compile(rf"(?<!\w)(?:{'|'.join(said)})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Candidate:
    """A post that may be an original. `programme` is the code its caption names; `is_named` when staff named it."""

    post_id: str
    account_id: str | None
    platform: str
    published_at: datetime
    caption: str
    programme: str | None = None
    is_named: bool = False
    is_main: bool = True


@dataclass
class Wording:
    """A caption as it is compared: its words, their triples, and the words that state a fact."""

    words: tuple[str, ...]
    triples: frozenset[tuple[str, ...]] = field(init=False)
    facts: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        pieces = [self.words[at : at + SHINGLE] for at in range(max(1, len(self.words) - SHINGLE + 1))]
        self.triples = frozenset(pieces if self.words else [])
        self.facts = facts(self.words)


def facts(words: Iterable[str]) -> frozenset[str]:
    """Numbers, days, months and counting words: two texts that differ in one are not the same message."""
    return frozenset(word for word in words if word[0].isdigit() or word in FACT_WORDS)


def plain_words(caption: str) -> tuple[str, ...]:
    """The words of a caption in small plain letters, without links, hashtags and mentions."""
    return tuple(WORD.findall(LINKS_AND_TAGS.sub(" ", unicodedata.normalize("NFKC", caption)).casefold()))


def programme_of(caption: str, day: date, programmes: Sequence[Programme]) -> str | None:
    """The code of the programme a caption names first on that day, by hashtag or phrase; None when it names none."""
    text = unicodedata.normalize("NFKC", caption)
    found = [
        (match.start(), -len(match[0]), programme.code)
        for programme in programmes
        if programme.valid_from <= day < programme.valid_until and (match := programme.pattern.search(text))
    ]
    return min(found)[2] if found else None


def same_text(one: Wording, other: Wording, may_be_cut: bool) -> bool:
    """Whether two wordings are the same text up to small edits.

    `may_be_cut`: one may be only a part of the other, as platforms with short captions ask for. A fact that only one
    of them states (only the shorter one, where texts may be cut) makes them two.
    """
    short, long = sorted((one, other), key=lambda wording: (len(wording.words), wording.words))
    if short.words == long.words:
        return bool(short.words)
    if len(short.words) < FEWEST_WORDS or len(short.triples & long.triples) < ALIKE * len(short.triples):
        return False
    if may_be_cut:
        return facts(short.words[:-1]) <= long.facts  # the last word may be half a word
    return short.facts == long.facts and len(short.words) >= SAME_LENGTH * len(long.words)


def grouped(posts: Sequence[Candidate], window: timedelta) -> list[list[Candidate]]:
    """Posts of the main accounts by text: each list holds the originals of what would be one message, oldest first.

    Other platforms within 48 hours may have cut the text short; within `window` the whole text repeated is still the
    same message. Posts of other accounts, which staff named, each stand alone.
    """
    ordered = sorted(posts, key=lambda post: (post.published_at, post.post_id))
    groups: list[list[int]] = []
    group_of: dict[int, int] = {}
    holders: dict[tuple[str, ...], deque[int]] = {}
    wordings = [Wording(plain_words(post.caption)) for post in ordered]
    for place, post in enumerate(ordered):
        alike = _alike(place, ordered, wordings, holders, window) if post.is_main else None
        if alike is not None and _fits(post, [ordered[each] for each in groups[group_of[alike]]], window):
            group_of[place] = group_of[alike]
            groups[group_of[place]].append(place)
        else:
            group_of[place] = len(groups)
            groups.append([place])
        if post.is_main:
            for triple in wordings[place].triples:
                holders.setdefault(triple, deque()).append(place)
    return [[ordered[place] for place in group] for group in groups]


def _alike(
    place: int, posts: Sequence[Candidate], wordings: Sequence[Wording], holders: dict, window: timedelta
) -> int | None:
    """The earlier post within the window that has the same text, the one that shares most with it."""
    post = posts[place]
    known = [triple for triple in wordings[place].triples if triple in holders]
    for held in (holders[triple] for triple in known):
        while held and post.published_at - posts[held[0]].published_at > window:
            held.popleft()
    # only the rarest, because a shared footer would bring up every post there is
    rarest = sorted((len(holders[triple]), triple) for triple in known if holders[triple])[:RAREST]
    shared = Counter(each for _, triple in rarest for each in holders[triple])
    for each, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        age = post.published_at - posts[each].published_at
        is_other_platform = post.platform != posts[each].platform and age <= TOGETHER
        if same_text(wordings[place], wordings[each], may_be_cut=is_other_platform):
            return each
    return None


def _fits(post: Candidate, group: Sequence[Candidate], window: timedelta) -> bool:
    """Same programme, as far as both name one, and still within the window of the first original."""
    named = {each.programme for each in group if each.programme}
    return post.published_at - group[0].published_at <= window and (not post.programme or named <= {post.programme})


def programme_in(group: Sequence[Candidate]) -> str | None:
    """The programme of a group: that of its first post that names one."""
    return next((post.programme for post in group if post.programme), None)


def title_of(caption: str) -> str | None:
    """The first sentences, until they say something, at most 90 letters; None where the caption says nothing."""
    plain = TAG.sub(" ", unicodedata.normalize("NFKC", caption))
    title = ""
    for sentence in (" ".join(part.split()) for part in SENTENCE_END.split(plain)):
        if WORD.search(sentence) and len(title) < SHORT_TITLE:
            title = re.sub(r"^\W+", "", f"{title} {sentence}")
    if len(title) > TITLE:
        return title[:TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return title.removesuffix(".") or None
