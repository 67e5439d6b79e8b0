"""A warehouse of a few posts and messages, small enough to change one row at a time and to match anew each time."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import duckdb

from etl.judge import judgements
from etl.repost_match import match_pairs
from etl.warehouse import SCHEMAS
from tests.models import create, shapes

WIB = ZoneInfo("Asia/Jakarta")
START, WINDOW = datetime(2026, 3, 2, 8, tzinfo=WIB), timedelta(days=14)
MAIN, VILLAGE, OFFICE = "instagram:pemkab", "instagram:desa", "instagram:dinas"
TOPICS = [
    (
        "Vaksinasi ternak gratis 12 Maret pukul 08.00 di Balai Desa Ngepung, kuota 250 ekor sapi, bawa fotokopi KTP.",
        "Sapine divaksin gratis, tgl 12/3 jam wolu esuk ing Balai Desa Ngepung. Mung 250 ekor, gawa fotokopi KTP.",
    ),
    (
        "Jembatan Kuncir diperbaiki mulai 20 Maret selama 30 hari, kendaraan roda empat lewat Sawahan.",
        "Mulai tgl 20 Maret Jembatan Kuncir ditutup 30 hari untuk perbaikan. Roda empat memutar lewat Sawahan ya.",
    ),
    (
        "Pasar murah beras Rp58.000 per lima kilogram di Lapangan Berbek Jumat 13 Maret, tersedia 500 paket.",
        "Besok Jumat 13 Maret ada pasar murah di Lapangan Berbek: beras lima kilo Rp58.000, 500 paket saja.",
    ),
    (
        "Pendaftaran beasiswa prestasi dibuka sampai 31 Maret lewat beasiswa.nganjukkab.go.id, bagi 120 murid SMP.",
        "Murid SMP berprestasi, daftar beasiswa sampai akhir 31 Maret. Ada 120 tempat di https://beasiswa.nganjukkab.go.id/daftar",
    ),
]  # fmt: skip


class World:
    """Tables a match reads, small enough to change one row at a time."""

    def __init__(self) -> None:
        self.posts: dict[str, dict] = {}
        self.messages: dict[str, list[str]] = {}
        self.con = _empty()

    def post(self, name: str, caption: str | None, at: float = 1, account: str | None = VILLAGE) -> None:
        """`at`: days after the start."""
        moment = START + timedelta(days=at)
        self.posts[name] = {"account": account, "caption": caption, "at": moment, "on": moment.date()}

    def message(self, name: str, caption: str, at: float = 0, account: str = MAIN) -> None:
        self.post(name, caption, at, account)
        self.messages[name] = [name]

    def match(self, is_whole: bool = False) -> dict[tuple[str, str], tuple]:
        """Fill the tables and match; (message, post) -> the rest of the pair."""
        fill(self.con, self)
        match_pairs(self.con, {}, is_whole)
        found = self.con.execute("select * from warehouse.match_pair order by message_id, post_id").fetchall()
        return {(message, post): tuple(rest) for message, post, *rest in found}

    def afresh(self) -> dict[tuple[str, str], tuple]:
        """The same, in a warehouse that never matched before."""
        other = World()
        other.posts, other.messages = self.posts, self.messages
        with other.con:
            return other.match(is_whole=True)


def _empty() -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    con.execute("set TimeZone = 'Asia/Jakarta'")
    con.execute("".join(f"create schema {schema};" for schema in SCHEMAS))
    [node] = [node for node in judgements() if node.name == "warehouse.match_pair"]
    for table in node.reads:
        create(con, table, shapes()[table], "")
    accounts = "insert into warehouse.account_unit (account_id, tier) values (?, ?)"
    con.executemany(accounts, [(MAIN, "regency"), (VILLAGE, "village"), (OFFICE, "agency")])
    return con


def fill(con: duckdb.DuckDBPyConnection, world: World) -> None:
    con.execute("delete from warehouse.post; delete from warehouse.message; delete from warehouse.message_post")
    rows = [(name, each["account"], each["caption"], each["at"], each["on"]) for name, each in world.posts.items()]
    columns = "post_id, account_id, caption, published_at, published_on"
    if rows:
        con.executemany(f"insert into warehouse.post ({columns}) values (?, ?, ?, ?, ?)", rows)
    for message, originals in world.messages.items():
        at = world.posts[message]["at"]
        con.execute(
            "insert into warehouse.message (message_id, published_at, published_on, window_until) values (?, ?, ?, ?)",
            [message, at, at.date(), at + WINDOW],
        )
        known = [(message, name, world.posts[name]["account"], world.posts[name]["at"]) for name in originals]
        columns = "message_id, post_id, account_id, published_at"
        con.executemany(f"insert into warehouse.message_post ({columns}) values (?, ?, ?, ?)", known)
