"""Posts against the originals of messages: who carries what on, by which sign, how surely and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import duckdb

from etl.candidates import Candidate, Original, Span, candidates
from etl.comparing import Carried, Judges
from measures.links import pages_in, posts_in

LINK_CONFIDENCE = 0.98  # the post names the very original
PAGE_CONFIDENCE = 0.9  # both point to the same page on some site, and no other message does
COPY_CONFIDENCE = 0.99
COPIED_WORDS = 14  # of the message, shown as evidence


def carried(
    con: duckdb.DuckDBPyConnection, posts: str, originals: Sequence[Original], spans: Sequence[Span] | None = None
) -> list[Carried]:
    """What the posts of the spans (all of them by default) carry: by a link whatever they point to, else by their text
    the one message they are most like, where that is at least worth a look by people.

    `posts` is a relation (post_id, account_id, published_at, caption, links varchar[], mentions varchar[]).
    """
    spans = [(each.since, each.until) for each in originals] if spans is None else spans
    linking = {(each.message_id, each.post_id): each for each in _by_link(con, posts, originals, spans)}
    linked = {post for _, post in linking}
    alike = _by_text(candidates(con, posts, originals, spans), originals)
    return [*linking.values(), *(each for each in alike if each.post_id not in linked)]


def _by_text(found: Iterable[Candidate], originals: Sequence[Original]) -> Iterator[Carried]:
    """The surest message of each post."""
    with Judges(originals) as judges:
        for each in found:
            others = [place for place in each.originals if originals[place].account_id != each.account_id]
            if each.is_whole and others == each.originals:
                yield _copied(each, originals[others[0]])
            elif others:
                judges.give(each, others)
        yield from judges.verdicts()


def _copied(each: Candidate, original: Original) -> Carried:
    """Every telling word and figure of the one text stands in the other: there is nothing left to weigh."""
    mentions = {mention.lower().lstrip("@") for mention in each.mentions or ()}
    is_named = original.reading.handle in mentions or f"@{original.reading.handle}" in each.caption.lower()
    method = "mention" if is_named else "text"
    words = " ".join(original.reading.text.words[:COPIED_WORDS])
    why: dict[str, object] = {
        "words": [words],
        "why": "Seluruh kata dan angka penting sama dengan pesan, utuh atau sebagian.",
    }
    return Carried(original.message_id, each.post_id, each.account_id, each.published_at, method, COPY_CONFIDENCE, why)


def _by_link(
    con: duckdb.DuckDBPyConnection, posts: str, originals: Sequence[Original], spans: Sequence[Span]
) -> Iterator[Carried]:
    """Posts that point to an original, or to the page that only this message points to."""
    if not spans:
        return
    targets = _targets(originals)
    time = {"start": min(start for start, _ in spans), "until": max(until for _, until in spans)}
    for post_id, account_id, published_at, caption, links in con.execute(LINKING.format(posts=posts), time).fetchall():
        said = " ".join([caption or "", *(links or ())])
        for target in (*pages_in(said), *posts_in(said)):
            original = targets.get(target)
            if original and original.since <= published_at <= original.until and original.account_id != account_id:
                confidence, why = SIGNS[target == original.post_id]
                yield Carried(original.message_id, post_id, account_id, published_at, "link", confidence, {"why": why})


LINKING = """
    select post_id, account_id, published_at, caption, links from {posts}
    where published_at between $start and $until
        and (len(links) > 0 or regexp_matches(caption, '://|[.](com|id|be|net|am)/', 'i'))
    order by published_at, post_id"""
SIGNS = {
    True: (LINK_CONFIDENCE, "Unggahan ini menautkan unggahan asal pesan."),
    False: (
        PAGE_CONFIDENCE,
        "Unggahan ini menautkan halaman yang sama dengan pesan, dan hanya pesan ini menautkannya.",
    ),
}


def _targets(originals: Sequence[Original]) -> dict[str, Original]:
    """Originals by their post id, and by a page that one message alone points to."""
    messages = defaultdict(set)
    for original in originals:
        for page in original.pages:
            messages[page].add(original.message_id)
    pages = {page: each for each in reversed(originals) for page in each.pages if len(messages[page]) == 1}
    return pages | {each.post_id: each for each in originals}
