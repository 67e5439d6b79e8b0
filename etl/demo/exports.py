"""The per-post exports of every account, platform by platform."""

from datetime import timedelta
from random import Random

from etl.demo.calendar import days
from etl.demo.cast import FACTS
from etl.demo.ids import digits
from etl.demo.model import Account, Post
from etl.demo.resaves import RESAVED
from etl.demo.schedule import Export, exports, seen
from etl.demo.shelf import Shelf
from etl.demo.world import World
from etl.demo.writers import facebook, instagram, tiktok, tools, x, youtube
from etl.demo.writers.tables import archive, meta_csv, quoted_csv, workbook

INSTAGRAM_FORMS = ["en-2026", "en-2026", "id", "id", "en-2025"]
FACEBOOK_FORMS = ["en-2025", "en-2026"]
DOUBLE_VIEWS = "facebook:dishubnganjuk_contoh"
ERROR_ROWS = {"facebook:kominfonganjuk_contoh", "facebook:puprnganjuk_contoh"}
YOUTUBE_FORMS = {
    "PEMKAB": "wide",
    "DINKES": "wide",
    "KOMINFO": "wide",
    "NGANJUKVISIT": "wide",
    "DISDIK": "id",
}
YOUTUBE_FORMS |= {"BKPSDM": "id", "RSDNGANJUK": "id"}
BARE_TABLE = {"BKPSDM", "BAPPEDA"}  # hand in the table alone, not the whole zip
LEGACY_X = {"PDAM", "PPID"}
TIKTOK_BOXES = {"KOMINFO": "xlsx", "DUKCAPIL": "xlsx", "BPBD": "csv", "DISNAKER": "csv", "SATPOLPP": "csv"}
BUSINESS_TIKTOK = {"DAMKAR", "NGANJUKVISIT"}


def write_posts(world: World, shelf: Shelf, seed: int, scale: float) -> None:
    most_videos = max(3, round(youtube.MOST_ROWS * scale))
    for account in world.all_accounts:
        if is_recapped(account):
            continue
        posts = world.shown_by(account)
        taken = exports(account, seed)
        for export in taken:
            window = seen(posts, export)
            if window:
                random = Random(f"{seed}:file:{account.key}:{export.last_day}")
                _write(account, window, export, export == taken[-1], shelf, random, most_videos)


def is_recapped(account: Account) -> bool:
    """Villages of three kecamatan do not export; their kecamatan fills in a sheet by hand."""
    carriers = FACTS["villages"]["carrier_kecamatan"]
    return account.unit.peer_group == "desa" and account.unit.kecamatan in carriers


def _write(
    account: Account,
    posts: list[Post],
    export: Export,
    is_last: bool,
    shelf: Shelf,
    random: Random,
    most: int,
) -> None:
    if account.unit.tool in ("hootsuite", "sprout", "fanpage_karma"):
        _tool(account, posts, export, shelf)
    elif account.platform == "instagram":
        _instagram(account, posts, export, is_last, shelf, random)
    elif account.platform == "facebook":
        _facebook(account, posts, export, is_last, shelf, random)
    elif account.platform == "tiktok":
        _tiktok(account, posts, export, shelf, random)
    elif account.platform == "youtube":
        _youtube(account, posts, export, shelf, random, most)
    else:
        _x(account, posts, export, shelf)


def _instagram(
    account: Account, posts: list[Post], export: Export, is_last: bool, shelf: Shelf, random: Random
) -> None:
    form = Random(account.key).choice(INSTAGRAM_FORMS)
    stories = [post for post in posts if post.item.kind == "story"]
    rest = [post for post in posts if post.item.kind != "story"]
    name = _meta_name(export, random)
    if rest:
        rows = instagram.content(account, rest, export.taken_at, form)
        _put_meta(account, rows, name, export, is_last, shelf)
    if stories:
        language = "en" if account.unit.code == "DINKES" else "id"
        content = instagram.stories(stories, export.taken_at, language)
        shelf.put(account, _meta_name(export, random) + ".csv", content, export.taken_at)


def _facebook(account: Account, posts: list[Post], export: Export, is_last: bool, shelf: Shelf, random: Random) -> None:
    form = Random(account.key).choice(FACEBOOK_FORMS)
    if account.key == DOUBLE_VIEWS and is_last:
        form = "double-views"
    rows = facebook.content(posts, export.taken_at, form)
    if account.key in ERROR_ROWS and is_last:
        rows = facebook.with_error_row(rows, random)
    elif form == "en-2025":
        rows = facebook.cut_short(rows)
    _put_meta(account, rows, _meta_name(export, random), export, is_last, shelf)


def _put_meta(account: Account, rows: list, name: str, export: Export, is_last: bool, shelf: Shelf) -> None:
    if account.key in RESAVED and is_last:
        suffix, change, note = RESAVED[account.key]
        content = change(rows, export.taken_at)
        shelf.put(account, name + suffix, content, export.taken_at, note=note)
    else:
        shelf.put(account, name + ".csv", meta_csv(rows), export.taken_at)


def _meta_name(export: Export, random: Random) -> str:
    """`May-25-2026_Jun-21-2026_1493633672508178`, as Meta names its downloads."""
    return f"{export.first_day:%b-%d-%Y}_{export.last_day:%b-%d-%Y}_{digits(random, 16)}"


def _tiktok(account: Account, posts: list[Post], export: Export, shelf: Shelf, random: Random) -> None:
    at = export.taken_at
    if account.unit.code in BUSINESS_TIKTOK:
        shelf.put(account, f"Video {export.last_day:%Y%m%d}.csv", tiktok.business_video(posts, at), at)
        return
    rows = tiktok.content(posts, at, is_indonesian(account), random)
    stem = f"Content_{export.first_day:%Y-%m-%d}_{int(at.timestamp())}_{account.handle}"
    put_tiktok(account, {"Content": rows}, stem, export, shelf, names_itself=True)


def put_tiktok(account: Account, tables: dict, stem: str, export: Export, shelf: Shelf, *, names_itself: bool) -> None:
    """One download as this account hands it in: the zip, the CSV taken out of it, or the XLSX."""
    at, box = export.taken_at, tiktok_box(account)
    if box == "zip":
        members = {f"{name}.csv": quoted_csv(rows) for name, rows in tables.items()}
        shelf.put(account, f"{stem}.zip", archive(members, at), at, names_itself=names_itself)
        return
    for name, rows in tables.items():
        content = workbook(rows, at) if box == "xlsx" else quoted_csv(rows)
        shelf.put(account, f"{name} {export.last_day:%Y%m%d}.{box}", content, at, names_itself=names_itself)


def tiktok_box(account: Account) -> str:
    return TIKTOK_BOXES.get(account.unit.code, "zip")


def is_indonesian(account: Account) -> bool:
    return Random(account.key + ":language").random() < 0.6


def _youtube(account: Account, posts: list[Post], export: Export, shelf: Shelf, random: Random, most: int) -> None:
    form, at = YOUTUBE_FORMS.get(account.unit.code, "default"), export.taken_at
    if account.unit.code in BARE_TABLE:
        name = "Data tabel" if form == "id" else "Table data"
        content = youtube.table(posts, at, form, most)
        shelf.put(account, f"{name}.csv", content, at, names_itself=False)
        return
    span = days(export.first_day, export.last_day - timedelta(days=2))
    content = youtube.export(posts, span, at, form, most, f"{account.key}:{export.last_day}")
    name = f"Content {export.first_day}_{export.last_day} {account.name}.zip"
    shelf.put(account, name, content, at, names_itself=False)


def _x(account: Account, posts: list[Post], export: Export, shelf: Shelf) -> None:
    if account.unit.code in LEGACY_X:
        name, content = "tweet_activity_metrics", x.legacy(posts, export.taken_at)
    else:
        name, content = "account_analytics_content", x.content(posts, export.taken_at)
    shelf.put(account, f"{name}_{export.first_day}_{export.last_day}.csv", content, export.taken_at)


def _tool(account: Account, posts: list[Post], export: Export, shelf: Shelf) -> None:
    at, tool = export.taken_at, account.unit.tool
    make = {"hootsuite": tools.hootsuite, "sprout": tools.sprout_posts, "fanpage_karma": tools.fanpage_karma}[tool]
    suffix = ".xlsx" if tool == "fanpage_karma" else ".csv"
    name = f"{tool}_{account.platform}_{export.last_day}{suffix}"
    shelf.put(account, name, make(posts, at), at, names_itself=tool != "hootsuite")
