"""The logs some invented units keep by hand: citizens' questions with their answers, and events with a post."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from etl.demo.calendar import ENDS_AT, MONTHLY, WIB, at_wib
from etl.demo.links import permalink
from etl.demo.messages import in_office_hours
from etl.demo.model import Post, Unit
from etl.demo.shelf import Shelf
from etl.demo.world import World
from etl.demo.writers.tables import plain_csv, workbook
from measures.cascade.designate import title_of

COMMENT_HEADER = ["No", "Tautan unggahan", "Akun", "Waktu komentar", "Perlu dijawab (ya/tidak)", "Waktu balasan resmi",
                  "Diteruskan ke SP4N-LAPOR"]  # fmt: skip
EVENT_HEADER = ["No", "Unit", "Waktu kejadian", "Jenis (darurat/biasa)", "Judul", "Tautan unggahan"]
ANSWERED = {
    "DINKES": (0.95, 3.0), "DUKCAPIL": (0.92, 5.0), "RSDNGANJUK": (0.85, 9.0), "PDAM": (0.7, 16.0),
    "DISNAKER": (0.9, 6.0),
    "DISHUB": (0.6, 22.0), "BAPENDA": (0.75, 14.0), "KEC-TANJUNGANOM": (0.88, 7.0),
}  # fmt: skip
"""Unit -> the share of questions it answers, and the hours it usually takes."""
PUBLISHED = {
    "DINKES": (0.85, 11.0), "DAMKAR": (0.9, 2.5), "BPBD": (0.8, 5.0), "PSC119": (0.6, 8.0), "DISHUB": (0.5, 30.0),
}  # fmt: skip
"""Unit -> the share of its events that it publishes, and the hours it usually takes."""
AS_WORKBOOK = {"KEC-TANJUNGANOM", "PSC119"}
UNPUBLISHED = [
    "Rapat koordinasi mingguan (rekaan)", "Pemeriksaan peralatan bulanan (rekaan)",
    "Kunjungan studi kabupaten tetangga (rekaan)",
    "Pelatihan internal pegawai (rekaan)", "Piket jaga malam (rekaan)",
]  # fmt: skip
URGENT_WORDS = ("bakar", "banjir", "longsor", "angin kencang", "evakuasi", "ambulans", "kecelakaan", "darurat")
QUESTIONS_PER_POST = 0.35


def write_logs(world: World, shelf: Shelf, seed: int) -> None:
    """Each log as it stood at the end; that of the first unit also as it stood two months before."""
    units = {unit.code: unit for unit in world.units}
    for place, code in enumerate(code for code in ANSWERED if code in units):
        rows = list(_comments(world, units[code], Random(f"{seed}:comments:{code}")))
        for taken in [*(at_wib(day, 16) for day in MONTHLY if place == 0), ENDS_AT]:
            sheet = [["LOG KOMENTAR DAN ADUAN (contoh)"], [], COMMENT_HEADER, *_asked_until(taken, rows)]
            _put(world, shelf, units[code], "log komentar", sheet, taken)
    for code in (code for code in PUBLISHED if code in units):
        events = sorted(_events(world, units[code], Random(f"{seed}:events:{code}")))
        lines = [[str(number), *cells] for number, (_, *cells) in enumerate(events, 1)]
        sheet = [["LOG KEGIATAN DAN KEJADIAN (contoh)"], [], EVENT_HEADER, *lines]
        _put(world, shelf, units[code], "log kegiatan", sheet, ENDS_AT)


def _put(world: World, shelf: Shelf, unit: Unit, name: str, rows: list[list[str]], taken: datetime) -> None:
    owner, suffix = world.accounts[unit.code][0], "xlsx" if unit.code in AS_WORKBOOK else "csv"
    content = workbook(rows, taken, "Log") if suffix == "xlsx" else plain_csv(rows, line="\r\n").encode()
    shelf.put(owner, f"{name} {unit.code.lower()}.{suffix}", content, taken, note=f"{name} yang diisi tangan (rekaan)")


def _posts(world: World, unit: Unit) -> list[Post]:
    """The first post of everything the unit said of its own accord, in order of time."""
    first: dict[int, Post] = {}
    for post in (post for account in world.accounts[unit.code] for post in world.posts[account.key]):
        known = first.get(id(post.item))
        if post.caption and not post.item.message and (known is None or post.at < known.at):
            first[id(post.item)] = post
    return sorted(first.values(), key=lambda post: (post.at, post.native_id))


Asked = tuple[datetime, datetime | None, Post, bool, bool]


def _comments(world: World, unit: Unit, random: Random) -> Iterator[Asked]:
    share, typical = ANSWERED[unit.code]
    for place, post in enumerate(_posts(world, unit)):
        for _ in range(1 if place == 0 else int(random.random() < QUESTIONS_PER_POST) * random.randint(1, 3)):
            asked = in_waking_hours(post.at + timedelta(hours=random.uniform(0.2, 40)))
            needs, replies, forwarded = random.random() < 0.85, random.random() < share, random.random() < 0.06
            wait = timedelta(hours=typical * random.lognormvariate(0, 0.8))
            answered = in_office_hours(asked + wait, random) if needs and replies else None
            if asked < ENDS_AT:
                yield asked, answered, post, needs, forwarded


def in_waking_hours(moment: datetime) -> datetime:
    """Citizens write from five in the morning."""
    return moment + timedelta(hours=6) if moment.astimezone(WIB).hour < 5 else moment


def _asked_until(taken: datetime, rows: list[Asked]) -> Iterator[list[str]]:
    """The rows of a sheet at that moment: later answers are still blank."""
    known = [row for row in sorted(rows, key=lambda row: (row[0], row[2].native_id)) if row[0] < taken]
    for number, (asked, answered, post, needs, forwarded) in enumerate(known, 1):
        reply = _written(answered) if answered and answered < taken else ""
        passed_on = _written(asked + timedelta(days=1))[:10] if forwarded and asked + timedelta(days=1) < taken else ""
        account = f"@{post.account.handle}"
        yield [str(number), permalink(post), account, _written(asked), "ya" if needs else "tidak", reply, passed_on]


def _events(world: World, unit: Unit, random: Random) -> Iterator[tuple[datetime, str, str, str, str, str]]:
    share, typical = PUBLISHED[unit.code]
    for place, post in enumerate(_posts(world, unit)):
        is_logged, is_published, is_linked = random.random() < 0.5, random.random() < share, random.random() < 0.6
        happened = post.at - timedelta(hours=min(70.0, typical * random.lognormvariate(0, 0.7)))
        title = _in_short(post) if is_published else random.choice(UNPUBLISHED)
        urgent = is_published and any(word in post.caption.lower() for word in URGENT_WORDS)
        link = permalink(post) if is_published and is_linked else ""
        if title and (is_logged or place == 0):
            yield happened, unit.name, _written(happened), "darurat" if urgent else "biasa", title, link


def _written(moment: datetime) -> str:
    return moment.astimezone(WIB).strftime("%d/%m/%Y %H:%M")


def _in_short(post: Post) -> str:
    """As the officer on duty notes it: the first words."""
    return " ".join((title_of(post.caption) or "").split()[:9]).rstrip(" ,;:…")
