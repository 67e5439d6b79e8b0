"""Which earlier accounts a text names as its source: by a link to their post, or by their handle."""

import re
from collections.abc import Iterable, Mapping

from measures.links import links_in

HANDLE = re.compile(r"@([A-Za-z0-9._]+[A-Za-z0-9_])")
LINK, MENTION = "link", "mention"


def named_sources(
    caption: str, account: str, posts: Mapping[str, str], handles: Mapping[str, Iterable[str]]
) -> tuple[tuple[str, str], ...]:
    """Accounts the text names, each with how (`link` or `mention`), in the order of the text; never itself.

    account: who wrote the text, `<platform>:<handle>`. posts: post id `<platform>:<id>` -> account. handles: handle in
    lower case -> the accounts of that name; where one is on the writer's own platform it alone is meant.
    """
    links = links_in(caption) if "/" in caption else []
    by_post = [posts[name] for link in links if (name := f"{link.platform}:{link.native_id}") in posts]
    profiles = [link.handle for link in links if link.handle and not link.native_id]
    said = [*HANDLE.findall(caption.lower()), *profiles] if "@" in caption or profiles else []
    by_handle = [named for handle in said for named in _meant(handles.get(handle, ()), account)]
    found = [(named, LINK) for named in by_post] + [(named, MENTION) for named in by_handle]
    return tuple(dict.fromkeys(each for each in found if each[0] != account))


def _meant(accounts: Iterable[str], account: str) -> list[str]:
    platform = account.partition(":")[0]
    every = list(accounts)
    return [each for each in every if each.partition(":")[0] == platform] or every
