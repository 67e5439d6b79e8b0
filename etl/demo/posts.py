"""What every unit says over the half year, and where it publishes it."""

from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from random import Random

from etl.demo import ids
from etl.demo.calendar import ENDS_AT, FIRST_DAY, WEEKS, WIB, at_wib
from etl.demo.captions import Places, compose
from etl.demo.cast import FACTS
from etl.demo.links import permalink
from etl.demo.messages import ORIGIN_LINK, is_awake
from etl.demo.metrics import final_numbers
from etl.demo.model import Account, Item, Post, Unit

KINDS = {"photo": 46, "carousel": 20, "video": 30, "link": 2, "text": 2}
HOURS = {7: 6, 8: 11, 9: 14, 10: 13, 11: 9, 12: 6, 13: 8, 14: 8, 15: 8, 16: 6, 17: 4, 18: 5, 19: 7, 20: 3}
STORYTELLERS = {"DINKES": 5.0, "RSDNGANJUK": 4.0}
BOOSTERS = {"PEMKAB": 0.05, "NGANJUKVISIT": 0.08, "DISDIK": 0.03, "KEC-LOCERET": 0.06}
DOUBLING = 2.8  # with next to nothing said in each post
VIRAL = {"DAMKAR": (date(2026, 9, 12), 95.0)}
SHARE = {"instagram": 0.95, "facebook": 0.85, "x": 0.45, "tiktok": 0.9, "youtube": 0.4}
VIRAL_TEXT = (
    'POV: subuh-subuh ditelepon anak kelas tiga SD, "Pak, kucingku masuk sumur." Dua petugas turun '
    "sembilan meter, "
    "sebelas menit kemudian si oren naik selamat. Layanan evakuasi GRATIS, siaga 24 jam, 0811-0000-1130. "
    "Jangan turun sendiri: udara di dasar sumur bisa tipis dan membuat pingsan."
)


def unit_items(unit: Unit, places: Places, seed: int) -> list[Item]:
    """Everything a unit says of its own accord, in order of time."""
    random = Random(f"{seed}:items:{unit.code}")
    found = [_item(unit, at, places, random) for at in _moments(unit, unit.weekly, random)]
    found += [
        replace(_item(unit, at, places, random), kind="short") for at in _moments(unit, unit.shorts_weekly, random)
    ]
    stories = STORYTELLERS.get(unit.code, 0.0) * min(1.0, unit.weekly)
    found += [Item(at, "service", "story", "", "") for at in _moments(unit, stories, random)]
    if unit.code in VIRAL:
        day, pull = VIRAL[unit.code]
        found.append(Item(at_wib(day, 5, 48, 20), "service", "video", VIRAL_TEXT, "#DamkarNganjuk #Siaga24Jam", pull))
    return sorted(found, key=lambda item: item.at)


def _moments(unit: Unit, weekly: float, random: Random) -> list[datetime]:
    found = []
    for week in range(WEEKS):
        monday = FIRST_DAY + timedelta(weeks=week)
        doubled = unit.doubled_from and monday >= unit.doubled_from
        for _ in range(_poisson(weekly * (DOUBLING if doubled else 1.0), random)):
            day = monday + timedelta(days=random.choices(range(7), (16, 15, 15, 15, 15, 9, 7))[0])
            hour = random.choices(list(HOURS), list(HOURS.values()))[0]
            at = at_wib(day, hour, random.randrange(60), random.randrange(60))
            if is_awake(unit, day) and at < ENDS_AT:
                found.append(at)
    return sorted(found)


def _poisson(mean: float, random: Random) -> int:
    """Counts arrivals of a unit-rate process before `mean`."""
    count, reached = 0, random.expovariate(1.0)
    while reached < mean:
        count += 1
        reached += random.expovariate(1.0)
    return count


def _item(unit: Unit, at: datetime, places: Places, random: Random) -> Item:
    day = at.astimezone(WIB).date()
    hollow = unit.doubled_from and day >= unit.doubled_from
    weights = FACTS["manners"]["empty" if hollow else unit.manner]
    style = random.choices(list(weights), weights.values())[0]
    kind = random.choices(list(KINDS), list(KINDS.values()))[0]
    text, tags = compose(unit, style, day, places, random)
    return Item(at, style, kind, text, tags)


def publish(items: list[Item], accounts: list[Account], origins: dict[str, str], seed: int) -> list[Post]:
    """Puts each item on those accounts of the unit that suit it."""
    posts = []
    randoms = {account.key: Random(f"{seed}:posts:{account.key}") for account in accounts}
    for item in items:
        for place, account in enumerate(accounts):
            random = randoms[account.key]
            if _suits(item, account, place, random):
                posts.append(_post(item, account, origins, random))
    return [post for post in posts if post.at < ENDS_AT]


def _suits(item: Item, account: Account, place: int, random: Random) -> bool:
    draw, day = random.random(), item.at.astimezone(WIB).date()
    if account.valid_from and day < account.valid_from:
        return False
    if account.valid_to and day > account.valid_to and not account.next_unit:
        return False
    if item.kind == "short" or item.kind == "story":
        return account.platform == ("youtube" if item.kind == "short" else "instagram")
    if account.platform in ("tiktok", "youtube"):
        return item.kind == "video" and draw < SHARE[account.platform]
    if item.mode == "origin":
        return True
    return place == 0 or draw < (0.5 if item.message else SHARE[account.platform])


def _post(item: Item, account: Account, origins: dict[str, str], random: Random) -> Post:
    platform = account.platform
    shares_clock = platform in ("instagram", "facebook")
    at = item.at if shares_clock else item.at + timedelta(minutes=random.randint(1, 140))
    boosted = platform in ("instagram", "facebook") and random.random() < BOOSTERS.get(account.unit.code, 0.0)
    numbers = final_numbers(platform, account.followers, item, boosted, random)
    native, code = _native(platform, at, item, random)
    crosspost = platform == "facebook" and item.kind == "video" and random.random() < 0.5
    return Post(
        account=account,
        item=item,
        at=at,
        native_id=native,
        code=code,
        caption=_caption(item, account, origins, random),
        seconds=random.randint(9, 88) if item.kind in ("video", "short", "story") else 0,
        is_crosspost=crosspost,
        **asdict(numbers),
    )


def _native(platform: str, at: datetime, item: Item, random: Random) -> tuple[str, str]:
    """The post's id and what its link shows."""
    if platform == "instagram":
        return ids.instagram_media_id(random), ids.instagram_shortcode(at, random)
    if platform == "facebook":
        native = ids.facebook_id(random)
        return native, ids.facebook_id(random) if item.kind == "video" else native
    make = {"tiktok": ids.tiktok_id, "x": ids.x_id}.get(platform)
    native = make(at, random) if make else ids.youtube_id(random)
    return native, native


def _caption(item: Item, account: Account, origins: dict[str, str], random: Random) -> str:
    """The same words, cut to what each platform's people write."""
    text = item.text.replace(ORIGIN_LINK, origins.get(f"{item.message}:{account.platform}", "tautan di bio"))
    if account.platform == "youtube":
        return _headline(text)
    if account.platform == "x":
        return " ".join(text.split())[:240].strip()
    if account.platform == "tiktok":
        return f"{' '.join(text.split())[:150]} {item.tags}".strip()
    return f"{text}\n\n{item.tags}" if item.tags else text


def _headline(text: str) -> str:
    """A video's title: the first sentence that says something, not the greeting before it."""
    sentences = [part.strip() for part in text.replace("\n", ". ").split(". ")]
    return next((part for part in sentences if len(part) > 30), sentences[0])[:90].strip()


def origin_links(posts: list[Post]) -> dict[str, str]:
    """Where each priority message stands on the main accounts, by `message:platform`."""
    return {
        f"{post.item.message}:{post.account.platform}": permalink(post) for post in posts if post.item.mode == "origin"
    }
