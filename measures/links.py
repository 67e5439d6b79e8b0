"""Social links: which post a link points to, and the clock hidden in the post's id."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

NATIVE_ID_PATTERNS = {
    "instagram": r"(?i)instagram\.com/(?:[a-z0-9._]+/)?(?:p|reel|reels|tv)/([a-z0-9_-]{6,})",
    "facebook": r"(?i)(?:facebook|fb)\.com\S*?(?:/posts/(?:[^/?#\s]+/)?|/videos/(?:[^/?#\s]+/)?|/reels?/"
    r"|/permalink/|/photos/(?:[^/?#\s]+/)*|fbid=|/watch/?(?:live/?)?\?(?:\S*&)?v=)([0-9]{6,})",
    "tiktok": r"(?i)tiktok\.com/(?:@[^/?#\s]*/(?:video|photo)|v|embed(?:/v2)?|share/video)/([0-9]{15,20})",
    "youtube": r"(?i)(?:youtube\.com/(?:watch/?\?(?:\S*&)?v=|shorts/|live/|embed/|v/)|youtu\.be/)"
    r"([a-z0-9_-]{11})",
    "x": r"(?i)(?:^|//|\.)(?:x|twitter)\.com/(?:[a-z0-9_]+|i/web)/status(?:es)?/([0-9]+)",
    "threads": r"(?i)threads\.(?:net|com)/(?:@[^/?#\s]+/post|t)/([a-z0-9_-]{6,})",
}
"""Platform -> one regex whose only group is the post id. Written so that `re` and RE2 read them alike."""

HOSTS = {
    "instagram.com": "instagram",
    "instagr.am": "instagram",
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "tiktok.com": "tiktok",
    "youtube.com": "youtube",
    "youtube-nocookie.com": "youtube",
    "youtu.be": "youtube",
    "x.com": "x",
    "twitter.com": "x",
    "threads.net": "threads",
    "threads.com": "threads",
}
SHORT_HOSTS = {
    "s.id": None,
    "bit.ly": None,
    "tinyurl.com": None,
    "linktr.ee": None,
    "cutt.ly": None,
    "t.co": None,
    "vt.tiktok.com": "tiktok",
    "vm.tiktok.com": "tiktok",
    "fb.watch": "facebook",
    "fb.me": "facebook",
}
SHORT_PATHS = {
    "facebook": r"/share(?:/[a-z])?/[^/]+",
    "instagram": r"/share(?:/[a-z]+)?/[^/]+",
    "tiktok": r"/t/[^/]+",
}
HANDLE_PATHS = {
    "instagram": r"(?:/stories)?/([A-Za-z0-9._]+)",
    "facebook": r"/([A-Za-z0-9._-]{3,})",
    "tiktok": r"/@([A-Za-z0-9._-]+)",
    "youtube": r"/@([^/]+)",
    "x": r"/([A-Za-z0-9_]{1,50})",
    "threads": r"/@([A-Za-z0-9._]+)",
}
# fmt: off
NOT_HANDLES = frozenset({
    "p", "reel", "reels", "tv", "explore", "stories", "highlights", "share", "posts", "permalink.php",
    "photo", "photo.php", "photos", "video", "videos", "watch", "story.php", "groups", "pages", "people",
    "profile.php", "events", "hashtag", "i", "intent", "search", "home", "media", "permalink", "s", "live",
    "channel",
})
# fmt: on
POST_PARAMETERS = frozenset({"story_fbid", "id", "fbid", "v"})  # all else is tracking: igsh, utm_, _t, mibextid
HOST_PATTERN = "|".join(re.escape(host) for host in sorted({*HOSTS, *SHORT_HOSTS}, key=len, reverse=True))
LINK = re.compile(rf"(?:https?://|(?<![\w.@-])(?:[a-z0-9-]+\.)*(?:{HOST_PATTERN})/)\S+", re.IGNORECASE)
PAGE = re.compile(r"https?://\S+", re.IGNORECASE)
NEXT_LINK = re.compile(r"(?=https?://)", re.IGNORECASE)
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
PLAUSIBLE = (datetime(2010, 10, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))


@dataclass(frozen=True)
class Link:
    """A link to social media. Without `native_id` it names no post: a profile, a `pfbid`, a short link."""

    platform: str | None
    native_id: str | None
    handle: str | None
    canonical_url: str
    is_short: bool = False


def canonical(text: str) -> Link | None:
    """The link in its one true spelling, or None when it is no link to a known platform."""
    address = text.strip().strip(".,;:!)]}>'\"")
    parts = _split(address if "://" in address else f"https://{address}")
    if parts is None:
        return None
    host = re.sub(r"^(?:www|m|web|mobile|mbasic|id-id|l|vm\.www)\.", "", (parts.hostname or "").lower())
    path = parts.path.rstrip("/")
    if host in SHORT_HOSTS and path:
        return Link(SHORT_HOSTS[host], None, None, f"https://{host}{path}", is_short=True)
    platform = HOSTS.get(host) or HOSTS.get(host.partition(".")[2])
    if platform is None:
        return None
    if re.fullmatch(SHORT_PATHS.get(platform, r"(?!)"), path):
        return Link(platform, None, None, f"https://www.{host}{path}/", is_short=True)
    return _settled(platform, host, path, parts.query)


def links_in(text: str) -> list[Link]:
    """Every social link of one cell, in order, each once."""
    pieces = [piece for part in NEXT_LINK.split(text) for piece in LINK.findall(part)]
    found = [link for piece in pieces if (link := canonical(piece))]
    return list(dict.fromkeys(found))


def posts_in(text: str) -> list[str]:
    """The post ids (`<platform>:<id>`) of every social link that names a post."""
    return [f"{link.platform}:{link.native_id}" for link in links_in(text) if link.native_id]


def pages_in(text: str) -> list[str]:
    """Every link to one page of a site that is no social network: host and path, without what only tracks."""
    found = (_split(address.rstrip(".,;:!)]}>'\"")) for address in PAGE.findall(text))
    pages = ((re.sub(r"^www\.", "", (each.hostname or "").lower()), each.path.rstrip("/")) for each in found if each)
    return [f"{host}{path}" for host, path in pages if path and canonical(f"https://{host}{path}") is None]


def _split(address: str) -> SplitResult | None:
    """The parts of an address; None where it is none, as `https://[x`."""
    try:
        parts = urlsplit(address)
        return parts if parts.hostname is not None else None
    except ValueError:
        return None


def native_id(platform: str, url: str) -> str | None:
    """The post id inside a permalink, None when there is none."""
    pattern = NATIVE_ID_PATTERNS.get(platform)
    match = re.search(pattern, url) if pattern else None
    return match.group(1) if match else None


def post_clock(platform: str | None, native_id: str | None) -> datetime | None:
    """When the post was made, told by its id (UTC); None where ids carry no clock.

    Instagram's is the moment of upload: up to a quarter of an hour before publication was seen.
    """
    milliseconds = _clock_milliseconds(platform, (native_id or "").strip())
    if milliseconds is None:
        return None
    moment = EPOCH + timedelta(milliseconds=milliseconds)
    return moment if PLAUSIBLE[0] <= moment < PLAUSIBLE[1] else None


def excel_damaged(native_id: str) -> bool:
    """Whether a spreadsheet has turned the id into `1.78E+17`: its last digits are gone for good."""
    return re.fullmatch(r"\d(?:[.,]\d+)?[eE]\+?\d+", native_id.strip()) is not None


def _settled(platform: str, host: str, path: str, query: str) -> Link:
    kept = sorted((name, value) for name, value in parse_qsl(query) if name in POST_PARAMETERS)
    # Half an emoji, as exports leave it where they cut a text, cannot be encoded.
    address = f"https://{host}{path}" + (f"?{urlencode(kept, errors='replace')}" if kept else "")
    found, handle = native_id(platform, address), _handle(platform, path)
    return Link(platform, found, handle, _post_url(platform, found, handle) or address.replace("//", "//www.", 1))


def _handle(platform: str, path: str) -> str | None:
    match = re.match(HANDLE_PATHS[platform], path)
    handle = match.group(1).lower() if match else None
    return None if handle in NOT_HANDLES else handle


def _post_url(platform: str, post: str | None, handle: str | None) -> str | None:
    if post is None or platform == "facebook":  # a Facebook id alone may be a page's, so its path is kept
        return None
    return {
        "instagram": f"https://www.instagram.com/p/{post}/",
        "tiktok": f"https://www.tiktok.com/@{handle or ''}/video/{post}",
        "youtube": f"https://www.youtube.com/watch?v={post}",
        "x": f"https://x.com/{handle or 'i'}/status/{post}",
        "threads": f"https://www.threads.com/@{handle}/post/{post}" if handle else None,
    }[platform]


def _clock_milliseconds(platform: str | None, post: str) -> int | None:
    if platform in ("instagram", "threads"):
        return _shortcode_milliseconds(post)
    if not post.isascii() or not post.isdigit():
        return None
    if platform == "tiktok":
        return (int(post) >> 32) * 1000
    if platform == "x" and int(post) > 30_000_000_000:  # smaller ids were mere counters, before November 2010
        return (int(post) >> 22) + 1288834974657
    return None


def _shortcode_milliseconds(shortcode: str) -> int | None:
    if not shortcode or shortcode.isdigit() or any(letter not in ALPHABET for letter in shortcode):
        return None
    number = 0
    for letter in shortcode[:11]:  # a private post appends a secret after the eleventh letter
        number = number * 64 + ALPHABET.index(letter)
    return (number >> 23) + 1314220021721
