"""Files that are not lists of posts: daily series, audiences, recap sheets, and one that must be refused."""

from datetime import date, datetime, timedelta
from random import Random

from etl.demo.calendar import FIRST_DAY, LAST_DAY, at_wib, days, wib_day
from etl.demo.cast import FACTS
from etl.demo.exports import BUSINESS_TIKTOK, is_indonesian, is_recapped, put_tiktok
from etl.demo.model import Account
from etl.demo.schedule import Export, exports
from etl.demo.shelf import Shelf
from etl.demo.world import World
from etl.demo.writers import facebook, meta_daily, recap, tiktok, tools, x
from etl.demo.writers.tables import plain_csv, workbook

DAILY = {
    "instagram:pemkabnganjuk_contoh": ("en", ["views", "reach", "follows", "visits"]),
    "instagram:dinkesnganjuk_contoh": (
        "id",
        ["views", "reach", "interactions", "visits", "clicks", "follows"],
    ),
    "instagram:dukcapilnganjuk_contoh": ("en", ["follows", "interactions", "clicks"]),
    "facebook:pemkabnganjuk_contoh": ("en", ["reach", "visits", "follows", "viewers"]),
    "facebook:bpbdnganjuk_contoh": ("en", ["views", "clicks", "interactions"]),
}
AUDIENCES = [
    "instagram:pemkabnganjuk_contoh",
    "facebook:pemkabnganjuk_contoh",
    "instagram:kectanjunganom_contoh",
]
PAGE_DAILY = "facebook:kominfonganjuk_contoh"
STACKED = ("facebook:disdiknganjuk_contoh", "instagram:disdiknganjuk_contoh")
STACKED_ALONE = "instagram:bpbdnganjuk_contoh"
VIDEO_LEVEL = "facebook:satpolppnganjuk_contoh"
YEAR_LONG = "tiktok:dinkesnganjuk_contoh"
METRICOOL = "instagram:ppkbnganjuk_contoh"
SPROUT = "instagram:bapendanganjuk_contoh"
X_OVERVIEW = ["x:pemkabnganjuk_contoh", "x:bpbdnganjuk_contoh"]


def write_extras(world: World, shelf: Shelf, seed: int) -> None:
    last = {account.key: exports(account, seed)[-1] for account in world.all_accounts}
    _meta(world, shelf, last, seed)
    _tiktok(world, shelf, last, seed)
    _others(world, shelf, last, seed)
    _recaps(world, shelf, seed)


def _meta(world: World, shelf: Shelf, last: dict[str, Export], seed: int) -> None:
    for key, (language, metrics) in DAILY.items():
        account, span = world.account(key), _half_year(last[key])
        for metric in metrics:
            random = Random(f"{seed}:daily:{key}:{metric}")
            title = meta_daily.TITLES[account.platform, language][metric]
            content = meta_daily.daily(account, metric, span, language, random)
            _put(shelf, account, f"{account.platform} {title}.csv", content, last[key])
    for place, key in enumerate(AUDIENCES):
        content = meta_daily.audience(Random(f"{seed}:audience:{key}"), men_first=place == 1)
        _put(shelf, world.account(key), f"{key.split(':')[0]} Audience.csv", content, last[key])
    page, profile = (world.account(key) for key in STACKED)
    random = Random(f"{seed}:stacked")
    stacked = meta_daily.stacked_follows(page, profile, _half_year(last[page.key]), random)
    note = f"dua tabel: yang pertama halaman Facebook, yang kedua {profile.key}"
    _put(shelf, page, "Follows.csv", stacked, last[page.key], note, also=profile.key)
    profile = world.account(STACKED_ALONE)
    alone = meta_daily.stacked(profile, ["reach", "follows"], _half_year(last[profile.key]), random)
    _put(shelf, profile, "Reach dan Follows.csv", alone, last[profile.key])
    page = world.account(PAGE_DAILY)
    content = facebook.page_daily(page, _half_year(last[page.key])[-90:], Random(f"{seed}:page"))
    shelf.put(page, "Aug-24-2026_Nov-20-2026_halaman.csv", content, last[page.key].taken_at)
    page = world.account(VIDEO_LEVEL)
    videos = [post for post in world.posts[page.key] if post.item.kind == "video"][-20:]
    content = facebook.video_level(videos, Random(f"{seed}:videos"))
    shelf.put(page, "Video.csv", content, last[page.key].taken_at, note="tingkat video: harus ditolak")


def _tiktok(world: World, shelf: Shelf, last: dict[str, Export], seed: int) -> None:
    for account in world.all_accounts:
        if account.platform != "tiktok":
            continue
        export, random = last[account.key], Random(f"{seed}:tiktok:{account.key}")
        if account.unit.code in BUSINESS_TIKTOK:
            span = _half_year(export)
            _put(shelf, account, "Overview.csv", tiktok.business_overview(account, span, random), export)
            _put(shelf, account, "Audience.csv", tiktok.business_audience(account, span, random), export)
        else:
            _tiktok_studio(account, export, shelf, random)


def _tiktok_studio(account: Account, export: Export, shelf: Shelf, random: Random) -> None:
    language, yesterday = is_indonesian(account), export.last_day - timedelta(days=1)
    first = yesterday - timedelta(days=364) if account.key == YEAR_LONG else FIRST_DAY
    span = days(first, yesterday)
    downloads = {
        "Overview": {"Overview": tiktok.overview(account, span, language, random)},
        "Followers": {
            "FollowerHistory": tiktok.follower_history(account, span[-181:], language, random),
            "FollowerActivity": tiktok.follower_activity(account, yesterday, language, random),
            "FollowerGender": tiktok.follower_gender(random),
            "FollowerTopTerritories": tiktok.follower_territories(),
        },
        "Viewers": {"Viewers": tiktok.viewers(account, span[-90:], language, random)},
    }
    for name, tables in downloads.items():
        stem = f"{name}_{span[0]}_{int(export.taken_at.timestamp())}_{account.handle}"
        put_tiktok(account, tables, stem, export, shelf, names_itself=False)


def _others(world: World, shelf: Shelf, last: dict[str, Export], seed: int) -> None:
    for key in X_OVERVIEW:
        account = world.account(key)
        content = x.overview(account, _half_year(last[key])[-90:], Random(f"{seed}:x:{key}"))
        _put(shelf, account, "account_overview_analytics.csv", content, last[key])
    account = world.account(METRICOOL)
    content = tools.metricool(account, _half_year(last[account.key]), Random(f"{seed}:metricool"))
    _put(shelf, account, "metricool evolution.csv", content, last[account.key])
    account = world.account(SPROUT)
    content = tools.sprout_profile(account, _half_year(last[account.key]), Random(f"{seed}:sprout"))
    _put(shelf, account, "sprout profile performance.csv", content, last[account.key])


def _recaps(world: World, shelf: Shelf, seed: int) -> None:
    """One sheet a month per kecamatan, alternately as published sheet (CSV) and as workbook."""
    for place, region in enumerate(FACTS["villages"]["carrier_kecamatan"]):
        office = next(unit for unit in world.units if unit.region == region)
        account = world.accounts[office.code][0]
        owners = [each for each in world.all_accounts if is_recapped(each) and each.unit.kecamatan == region]
        for month in range(6, 12):
            _recap(world, shelf, account, owners, month, f"{seed}:recap:{region}:{month}", place == 1)


def _recap(
    world: World,
    shelf: Shelf,
    office: Account,
    owners: list[Account],
    month: int,
    seed: str,
    as_workbook: bool,
) -> None:
    taken = Export(exports(office, 0)[0].first, _month_end(month))
    posts = [post for owner in owners for post in world.posts[owner.key] if _in_month(post.at, month, taken)]
    if not posts:
        return
    rows = recap.sheet(office.unit.short, posts, taken.taken_at, Random(seed))
    if as_workbook:
        content, suffix = workbook(rows, taken.taken_at, "Rekap"), ".xlsx"
    else:
        content, suffix = plain_csv(rows, line="\r\n").encode(), ".csv"
    name = f"rekap medsos {office.unit.short.lower()} {month:02d}{suffix}"
    shelf.put(
        office,
        name,
        content,
        taken.taken_at,
        note="rekap diisi tangan; akun dikenali dari tautan dan nama desa",
    )


def _month_end(month: int) -> datetime:

    day = date(2026, month + 1, 1) - timedelta(days=1)
    return at_wib(min(day, LAST_DAY), 16, 30)


def _in_month(moment: datetime, month: int, export: Export) -> bool:

    return wib_day(moment).month == month and moment < export.taken_at


def _half_year(export: Export) -> list[date]:
    return days(FIRST_DAY, export.last_day - timedelta(days=2))


def _put(
    shelf: Shelf, account: Account, name: str, content: bytes, export: Export, note: str = "", also: str = ""
) -> None:
    """`also`: a second account, for a file that holds tables of two."""
    shelf.put(account, name, content, export.taken_at, names_itself=False, note=note, also=also)
