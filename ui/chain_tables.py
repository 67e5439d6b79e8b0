"""The small tables of the chain: accounts and their shares, breaks, next accounts, equal sizes; and the downloads."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from ui import formats, texts
from ui.chain_words import hours, people, strong, together
from ui.markup import Html, joined, tag
from ui.parts import Column, note
from ui.wording import explained, measure

Row = dict[str, Any]
FEW = 6

BASES = {
    "reported": "dilaporkan platform",
    "account": "perkiraan dari kebiasaan akun",
    "tier": "perkiraan dari akun setingkat",
    "unknown": "tidak diketahui",
}
LOCAL = {"audience": "ekspor pemirsa", "default": "asumsi"}
PLACED = {
    "own": "akun desa ini",
    "kecamatan": "akun di kecamatan ini",
    "everywhere": "tersebar menurut warga daring",
}
BREAK_WORDS = {"silent": "diam, akunnya belum meneruskan", "stuck": "tersendat, akunnya sudah meneruskan"}


def mini(rows: pd.DataFrame, columns: Sequence[Column]) -> Html:
    """A table of three or four narrow columns, which stays a table on a phone."""
    head = tag("tr", *(tag("th", one.title, title=one.hint, scope="col") for one in columns))
    body = (tag("tr", *(tag("td", one.value(row)) for one in columns)) for row in rows.to_dict("records"))
    return tag("table", tag("thead", head), tag("tbody", *body), cls="jk-mini")


def accounts(rows: pd.DataFrame) -> Html:
    """Whose reach is in the figure of people; the greatest first."""
    return _few(rows, ACCOUNTS, "Belum ada akun yang menyebarkan.", "akun lain; semuanya ada di unduhan paling bawah")


def shares(rows: pd.DataFrame) -> Html:
    """Which account reaches which part of one village; an account whose reach is not known stays on the list."""
    reaching = rows[rows["share"].isna() | (rows["share"] > 0)]
    return _few(reaching, SHARES, "Tidak ada akun yang menjangkau desa ini.", "akun lain dengan bagian lebih kecil")


def breaks(rows: pd.DataFrame) -> Html:
    return _few(rows, BREAK_COLUMNS, "Tidak ada titik putus sejauh data ini.", "titik putus lain yang lebih kecil")


def sizes(rows: pd.DataFrame) -> Html:
    return _few(rows, SIZES, "Penyebaran ini belum cukup besar untuk dibandingkan.", "ukuran lain")


def advice(rows: pd.DataFrame, is_withdrawn: bool) -> Html:
    """The account that would add most, as a sentence, and the next ones."""
    if is_withdrawn:
        return note("Pesan ini ditarik; tidak ada yang perlu meneruskannya.")
    if rows.empty:
        return note("Tidak ada akun lain yang menambah orang, atau jangkauannya belum diketahui.")
    return joined(_advice(rows.iloc[0].to_dict()), mini(rows, NEXT_COLUMNS))


def _advice(row: Row) -> Html:
    name = strong(formats.text(row["agency_name"], f"@{formats.text(row['account_handle'])}"))
    if formats.is_missing(row["people_added"]):
        return tag("p", "Tambahan orang tidak tersedia karena jangkauan akun belum diketahui.", cls="jk-advice")
    added = strong(together(f"{people(row['people_added'])} orang"))
    return tag("p", "Bila akun ", name, " ikut menyebarkan, sekitar ", added, " lagi terjangkau.", cls="jk-advice")


def _few(rows: pd.DataFrame, columns: Sequence[Column], otherwise: str, others: str) -> Html:
    """The first rows, and how many more there are."""
    if rows.empty:
        return note(otherwise)
    more = len(rows) - FEW
    return joined(mini(rows.head(FEW), columns), note(f"Dan {formats.number(more)} {others}.") if more > 0 else None)


def _with_note(words: Any, note: Any) -> Html:
    return joined(words, tag("small", note))


def _whole(value: Any) -> str:
    return formats.number(None if formats.is_missing(value) else round(value))


def _named(row: Row, *notes: str) -> Html:
    return _with_note(
        tag("b", formats.text(row["agency_name"], f"@{formats.text(row['account_handle'])}")), "; ".join(notes)
    )


def _source(row: Row) -> Html:
    platform = texts.PLATFORMS.get(str(row["account_id"]).split(":")[0], "")
    return _named(row, f"@{formats.text(row['account_handle'])} {platform}".strip(), f"jangkauan {_basis(row)}")


def _basis(row: Row) -> str:
    return BASES.get(row["reach_basis"], formats.text(row["reach_basis"]))


def _placed_by(row: Row) -> Html:
    return _named(row, PLACED.get(row["placed_by"], ""), f"jangkauan {_whole(row['reach'])}, {_basis(row)}")


def _break(row: Row) -> Html:
    below = f"di bawahnya {formats.share(row['carried'], row['expected'])} meneruskan"
    return _with_note(tag("b", formats.text(row["node_name"])), f"{BREAK_WORDS.get(row['kind'], '')}; {below}")


def _added(row: Row) -> Html:
    villages = f"{formats.number(row['villages_added'])} desa" if (row["villages_added"] or 0) > 0 else ""
    return _with_note(people(row["people_added"]), villages)


def _local(row: Row) -> Html:
    return _with_note(formats.percent(row["local_share"], 0), LOCAL.get(row["local_basis"], ""))


ACCOUNTS = [
    Column("Akun", _source),
    Column("Jangkauan", lambda row: _whole(row["reach"]), hint=explained("reach_estimate")),
    Column("Lokal", _local, hint=explained("local_share")),
    Column("Dihitung", lambda row: _whole(row["placed"]), hint="jangkauan × bagian lokal, lalu ditempatkan ke desa"),
]
SHARES = [
    Column("Akun", _placed_by),
    Column("Bagian", lambda row: formats.percent(row["share"]), hint="dari warga daring desa ini"),
    Column("Orang", lambda row: people(row["share"] * row["online"])),
]
BREAK_COLUMNS = [
    Column("Titik putus", _break, hint=measure("break_point").definition),
    Column("Orang tertinggal", lambda row: people(row["people_left"]), hint=measure("break_point").formula),
]
NEXT_COLUMNS = [
    Column("Akun", _source),
    Column("Jangkauan", lambda row: _whole(row["reach"]), hint=explained("reach_estimate")),
    Column("Tambahan", _added, hint=explained("next_node")),
]


def _beside(name: str, title: str, hint: str, shown: Any) -> Column:
    """This message, and the median of the others below it."""

    def told(row: Row) -> Html:
        return _with_note(shown(row[name]), f"lain {shown(row[f'others_{name}'])}" if row["others"] else "")

    return Column(title, told, hint=hint)


def _size(row: Row) -> Html:
    others = f"{formats.number(row['others'])} pesan lain" if row["others"] else "belum ada pembanding"
    return _with_note(together(f"{formats.number(row['size'])} akun"), others)


SIZES = [
    Column("Besar", _size, hint=explained("cascade_size")),
    _beside("hours", "Waktu", "dari terbit sampai besar ini tercapai", hours),
    _beside("depth", "Kedalaman", "langkah terjauh dari akun induk", lambda value: formats.number(value, 0)),
    _beside("virality", "Jarak", explained("virality"), lambda value: formats.number(value, 1)),
]
UNREACHED_FILE = {
    "village_code": "Kode desa", "village_name": "Desa", "kecamatan_name": "Kecamatan", "population": "Penduduk",
    "online": "Warga daring", "people_point": "Perkiraan terjangkau", "people_left": "Perkiraan belum terjangkau",
    "has_account": "Punya akun", "is_blankspot": "Tanpa sinyal", "blank_note": "Catatan",
    "kecamatan_carried": "Kecamatan sudah meneruskan",
}  # fmt: skip
ACCOUNTS_FILE = {
    "agency_code": "Kode unit", "agency_name": "Unit", "account_handle": "Akun", "tier": "Tingkat",
    "reach": "Jangkauan", "reach_basis": "Dasar jangkauan", "followers": "Pengikut",
    "ratio": "Jangkauan per pengikut", "local_share": "Bagian lokal", "local_basis": "Dasar bagian",
    "placed": "Dihitung",
}  # fmt: skip
