"""JSON feeds to records: a list of objects, or the list inside a feed, as a table with one row per object."""

import json
import math
from collections.abc import Iterator

from etl.records import Record

LISTS = ("items", "item", "entries", "entry", "data", "results", "articles", "posts", "daftar")
AROUND = ("rss", "channel", "feed")  # what a feed made from XML wraps around its list
TEXT_OF = ("rendered", "#text", "_text", "$t", "name", "title", "term", "url", "href", "value")
NOT_AN_OBJECT = "butir ini bukan objek JSON"


def feed_records(content: bytes) -> list[Record] | None:
    """The header and one record per object; None where the content is no such feed."""
    if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] not in (b"[", b"{"):
        return None
    try:
        found = _list(json.loads(content))
    except (ValueError, RecursionError):
        return None
    if not found or not any(isinstance(each, dict) for each in found):
        return None
    header = list(dict.fromkeys(name for each in found if isinstance(each, dict) for name in each))
    return [Record(1, header, ", ".join(header)), *_records(found, header)]


def _list(feed: object) -> list[object] | None:
    """The list of a feed, however it is wrapped; a feed made from XML gives a single item without a list."""
    if isinstance(feed, list):
        return feed
    if not isinstance(feed, dict):
        return None
    inside = next((feed[name] for name in LISTS if isinstance(feed.get(name), list | dict)), None)
    if inside is not None:
        return inside if isinstance(inside, list) else _list(inside) or [inside]
    return next((found for name in AROUND if (found := _list(feed.get(name)))), None)


def _records(found: list[object], header: list[str]) -> Iterator[Record]:
    for line, each in enumerate(found, 2):
        raw = json.dumps(each, ensure_ascii=False)
        if isinstance(each, dict):
            yield Record(line, [_text(each.get(name)) for name in header], raw)
        else:
            yield Record(line, [raw], raw, NOT_AN_OBJECT)


def _text(value: object) -> str:
    """A value as a cell: lists parted by commas, of an object the part that people read."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    if isinstance(value, list):
        return ", ".join(text for each in value if (text := _text(each)))
    if isinstance(value, dict):
        return next((_text(value[name]) for name in TEXT_OF if value.get(name)), "")
    return str(value)
