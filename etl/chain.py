"""warehouse.carrier_parent: for every account that carried a message, the account it took it from."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import duckdb
import pyarrow as pa

from etl.judged import NUMBER, TEXT, add, forget_stale
from measures.cascade.naming import named_sources
from measures.cascade.tree import KECAMATAN, VILLAGE, Carrier, Node, Origin, grown
from measures.cascade.versions import closest
from measures.links import native_id

TABLE = "warehouse.carrier_parent"
PARENT = pa.schema(
    {"message_id": TEXT, "account_id": TEXT, "parent_account_id": TEXT, "parent_method": TEXT}
    | {"parent_confidence": NUMBER, "depth": pa.int32()}
)
CARRIES = """
    select
        message_id, account_id, hours, post_id, permalink, coalesce(caption, '') as caption, tier, kecamatan_code,
        method, said_parent
    from warehouse.first_carry"""
ORIGINALS = """
    select
        o.message_id, o.account_id, epoch_us(o.published_at - m.published_at) / 3.6e9 as hours, o.post_id, p.permalink,
        coalesce(p.caption, '') as caption
    from warehouse.message_post as o
    join warehouse.message as m using (message_id)
    left join warehouse.post as p on p.post_id = o.post_id
    where o.account_id is not null"""
SIGNATURES = f"""
    select message_id, bit_xor(signature) as signature
    from (
        select
            message_id,
            hash(account_id, hours, post_id, permalink, caption, tier, kecamatan_code, method, said_parent) as signature
        from ({CARRIES})
        union all
        select message_id, hash(account_id, hours, post_id, permalink, caption) from ({ORIGINALS})
    )
    group by message_id"""


@dataclass(frozen=True)
class Post:
    """An original or a first carry, as far as parents ask."""

    account: str
    hours: float
    post_id: str | None
    permalink: str | None
    caption: str
    tier: str | None = None
    kecamatan: str | None = None
    method: str | None = None
    said_parent: str | None = None

    @property
    def names(self) -> Iterator[str]:
        """Every id a link to this post may hold."""
        platform = self.account.partition(":")[0]
        linked = native_id(platform, self.permalink or "")
        yield from filter(None, (self.post_id, linked and f"{platform}:{linked}"))


def parents(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    forget_stale(con, TABLE, PARENT, SIGNATURES, is_whole)
    add(con, TABLE, PARENT, (row for message, tree in _trees(con) for row in _rows(message, tree)))


def _trees(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, list[Node]]]:
    """The tree of each stale message that someone carried."""
    only = "where message_id in (select message_id from stale)"
    originals = defaultdict(list)
    for message, *post in con.execute(f"from ({ORIGINALS}) {only} order by message_id, hours, post_id").fetchall():
        originals[message].append(Post(*post))
    carries = con.execute(f"from ({CARRIES}) {only} order by message_id, hours, account_id").fetchall()
    for message, group in groupby(carries, key=lambda row: row[0]):
        yield message, _tree(originals.get(message) or [_unknown_original(message)], [Post(*row[1:]) for row in group])


def _unknown_original(message: str) -> Post:
    """A message named by a post of which no account is known."""
    return Post(message.partition(":")[0] + ":", 0.0, message, None, "")


def _tree(originals: Sequence[Post], posts: Sequence[Post]) -> list[Node]:
    every = [*originals, *posts]
    by_post = {name: post.account for post in reversed(every) for name in post.names}
    handles = defaultdict(list)
    for account in dict.fromkeys(post.account for post in every):
        handles[account.partition(":")[2].lower()].append(account)
    through = {post.kecamatan: post for post in reversed(posts) if post.tier == KECAMATAN and post.kecamatan}
    origins = [Origin(post.account, post.hours) for post in originals]
    return grown(
        origins,
        [
            Carrier(post.account, post.hours, post.tier, post.kecamatan, _named(post, by_post, handles),
                    _closest(post, originals[0], through.get(post.kecamatan or "")))
            for post in posts
        ],
    )  # fmt: skip


def _named(post: Post, by_post: dict[str, str], handles: dict[str, list[str]]) -> tuple[tuple[str, str], ...]:
    """What staff said, what the platform says, what the text says."""
    said = ((post.said_parent, "reported"),) if post.said_parent else ()
    if post.method == "share":  # the post is the original itself, shown on this account too
        return (*said, (by_post.get(post.post_id or "", ""), "share"))
    return (*said, *named_sources(post.caption, post.account, by_post, handles))


def _closest(post: Post, original: Post, kecamatan: Post | None) -> str | None:
    """Its kecamatan where a village copied that version rather than the original's.

    A text like the original's says nothing against the kecamatan: whoever comes through it may copy from the top.
    """
    if post.tier != VILLAGE or kecamatan is None or kecamatan.hours >= post.hours:
        return None
    if kecamatan.caption == original.caption:
        return None
    found = closest(post.caption, {original.account: original.caption, kecamatan.account: kecamatan.caption})
    return found if found == kecamatan.account else None


def _rows(message: str, tree: Sequence[Node]) -> Iterator[tuple]:
    for node in tree:
        yield message, node.account, node.parent, node.method, node.confidence, node.depth
