"""HTML from values nobody has vetted: everything is escaped unless it was built here."""

from html import escape
from typing import Any
from urllib.parse import urlsplit


class Html(str):
    """Markup that this module built, so it need not be escaped again."""


def tag(name: str, *children: Any, **attributes: Any) -> Html:
    """`tag("p", text, cls="note")`; children are escaped, None is left out."""
    inside = "".join(safe(child) for child in children if child is not None)
    given = "".join(
        f' {key.replace("cls", "class").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{given}>{inside}</{name}>")


def safe(value: Any) -> Html:
    return value if isinstance(value, Html) else Html(escape(str(value)))


def joined(*parts: Any, by: str = "") -> Html:
    return Html(by.join(safe(part) for part in parts if part is not None))


def link(address: Any, words: Any) -> Html:
    """A link out only where the address is plainly a web address; else just the words."""
    if not is_web_address(address):
        return safe(words)
    return tag("a", words, href=str(address), target="_blank", rel="noopener noreferrer nofollow")


def is_web_address(address: Any) -> bool:
    try:
        parts = urlsplit(str(address))
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
