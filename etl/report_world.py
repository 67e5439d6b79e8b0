"""What reported links are held against: messages, units, owners of accounts, and the posts in the data."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import duckdb

from etl.named_posts import NamedPost, find_posts
from etl.report_units import UnitNames, spelled
from measures.links import Link, links_in

WIB = ZoneInfo("Asia/Jakarta")
A_DAY = timedelta(days=1)
SHORTEST_TITLE = 8
NO_MESSAGE = "Pesan “{}” tidak dikenal. Pilih dari daftar pesan, atau tempel tautan unggahan asalnya."
SEVERAL = "Judul “{}” cocok dengan beberapa pesan. Tempel tautan unggahan asalnya."
NAMELESS = "Pesan yang diteruskan belum disebut."


@dataclass(frozen=True)
class KnownMessage:
    message_id: str
    title: str
    published_at: datetime


@dataclass(frozen=True)
class Owned:
    """One period of ownership on [from, until)."""

    agency_code: str
    start: date
    end: date


@dataclass
class World:
    """Handles are `(platform, handle or number in small letters)`; posts are known by the id that was named."""

    units: UnitNames
    agency_names: dict[str, str]
    messages: dict[str, KnownMessage]
    home: dict[str, str]
    owners: dict[str, list[Owned]]
    aliases: dict[tuple[str, str], str]
    newest: datetime | None
    posts: dict[str, NamedPost] = field(default_factory=dict)
    partners: dict[str, list[str]] = field(default_factory=dict)
    told_units: dict[str, str] = field(default_factory=dict)
    titles: dict[str, list[KnownMessage]] = field(default_factory=dict)
    looked_up: dict[str, list[KnownMessage]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for message in self.messages.values():
            self.titles.setdefault(spelled(message.title), []).append(message)

    def message(self, text: str, reported_at: datetime) -> tuple[KnownMessage | None, str | None]:
        """The message a post id, a link or a title names, or why none."""
        said = text.strip()
        if not said:
            return None, NAMELESS
        if said in self.home:
            return self.messages[self.home[said]], None
        ids = [said, *(f"{link.platform}:{link.native_id}" for link in links_named(said) if link.native_id)]
        ids += [self.posts[each].post_id for each in ids if each in self.posts]
        named = next((self.home[each] for each in ids if each in self.home), None)
        return (self.messages[named], None) if named else self._titled(said, reported_at)

    def _titled(self, said: str, reported_at: datetime) -> tuple[KnownMessage | None, str | None]:
        wanted = spelled(said)
        same = self.titles.get(wanted, [])
        found = same or self._alike(wanted)
        before = [each for each in found if each.published_at <= reported_at] or found
        if not found or (not same and len(before) > 1):
            return None, (SEVERAL if found else NO_MESSAGE).format(said[:100])
        return max(before, key=lambda each: (each.published_at, each.message_id)), None

    def _alike(self, wanted: str) -> list[KnownMessage]:
        """The messages whose titles hold these words."""
        if wanted not in self.looked_up:
            fitting = [title for title in self.titles if len(wanted) >= SHORTEST_TITLE and wanted in title]
            self.looked_up[wanted] = [each for title in fitting for each in self.titles[title]]
        return self.looked_up[wanted]

    def owner(self, account_id: str, on: date) -> str | None:
        periods = self.owners.get(account_id, ())
        return next((each.agency_code for each in periods if each.start <= on < each.end), None)

    def only_account(self, agency_code: str, platform: str, on: date) -> str | None:
        """The unit's account on this platform, where it has exactly one."""
        found = [
            account
            for account in self.owners
            if account.startswith(f"{platform}:") and self.owner(account, on) == agency_code
        ]
        return found[0] if len(found) == 1 else None

    def told_unit(self, post: NamedPost) -> str | None:
        """The unit a recap sheet names as the post's, also under a name that only a person would understand."""
        return self.told_units.get(post.post_id) or self.units.find(post.agency_text or "")[0]

    def look_up(self, con: duckdb.DuckDBPyConnection, named: Collection[str]) -> None:
        """Find the posts that claims name."""
        self.posts = find_posts(con, named)
        ids = {"ids": sorted({post.post_id for post in self.posts.values()})}
        asked = "post_id in (select unnest($ids::varchar[]))"
        partners = (
            f"select post_id, account_id from warehouse.post_account where role = 'partner' and {asked} order by 1, 2"
        )
        for post_id, account in con.execute(partners, ids).fetchall():
            self.partners.setdefault(post_id, []).append(account)
        told = f"select post_id, agency_code from warehouse.post_measure where agency_code is not null and {asked}"
        self.told_units = dict(con.execute(told, ids).fetchall())


@lru_cache(10_000)
def links_named(text: str) -> list[Link]:
    """The social links in what people typed."""
    try:
        return links_in(text)
    except ValueError:  # brackets or a port that no address can have
        return []


def read_world(con: duckdb.DuckDBPyConnection) -> World:
    agencies = con.execute("select agency_code, name, region_code from warehouse.agency order by 1").fetchall()
    messages = con.execute("select message_id, title, published_at from warehouse.message").fetchall()
    home = con.execute("select post_id, message_id from warehouse.message_post").fetchall()
    aliases = con.execute("select platform, lower(alias), account_id from reference.account_alias").fetchall()
    clock = con.execute("select data_as_of from warehouse.clock").fetchall()
    owners: dict[str, list[Owned]] = {}
    sql = "select account_id, agency_code, valid_from, valid_until from warehouse.account_unit order by all"
    for account, *period in con.execute(sql).fetchall():
        owners.setdefault(account, []).append(Owned(*period))
    return World(
        UnitNames(agencies),
        {code: name for code, name, _ in agencies},
        {row[0]: KnownMessage(*row) for row in messages},
        dict(home),
        owners,
        {(platform, alias): account for platform, alias, account in aliases},
        clock[0][0] if clock else None,
    )
