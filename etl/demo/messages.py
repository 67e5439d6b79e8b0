"""The regency's priority messages and how they travel: who carries which, when, and in what words."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from etl.demo.calendar import ENDS_AT, WIB, at_wib
from etl.demo.model import Item, Unit

FACTS = tomllib.loads((Path(__file__).parent / "messages.toml").read_text(encoding="utf-8"))
MESSAGES = FACTS["message"]
MAIN_HANDLE = "@pemkabnganjuk_contoh"
ORIGIN_LINK = "{origin}"

_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z])")
CREDITS = [
    f"Repost {MAIN_HANDLE}",
    "Meneruskan info Pemkab Nganjuk:",
    f"Sumber: {MAIN_HANDLE}",
    "Info dari kabupaten:",
]
OPENERS = [
    "Halo warga {short}.",
    "Info penting untuk {short}:",
    "Sedulur {short},",
    "Diteruskan dari kabupaten, nggih.",
]
KROMO = ["Sugeng enjing, sedulur {short}.", "Lur, monggo dipun waos.", "Nuwun sewu, nderek ngaturi pirsa."]


@dataclass(frozen=True)
class Carried:
    """One unit carrying one message. The list of these is the demo's own truth about its cascades."""

    unit: Unit
    item: Item


def originals() -> list[Item]:
    """What the main account published."""
    return [
        Item(
            at=at_wib(message["on"], message["hour"], 4, 11),
            style="message",
            kind="photo",
            text=message["text"],
            tags=f"{message['tag']} #NganjukMelesat",
            pull=6.0 if message["pattern"] == "viral" else 1.6,
            message=message["key"],
            mode="origin",
        )
        for message in MESSAGES
    ]


def spread(units: list[Unit], seed: int) -> list[Carried]:
    """Everybody who carried each message on, in their own words and time."""
    found = []
    for message in MESSAGES:
        random = Random(f"{seed}:message:{message['key']}")
        found += _spread_one(message, units, random)
    return found


def _spread_one(message: dict, units: list[Unit], random: Random) -> list[Carried]:
    chances = FACTS["patterns"][message["pattern"]]
    start = at_wib(message["on"], message["hour"])
    through = _kecamatan_times(message, chances, units, start, random)
    found = []
    for unit in units[1:]:
        at = _moment(unit, chances, through, start, message["pattern"], random)
        if at and is_awake(unit, at.astimezone(WIB).date()) and at < ENDS_AT:
            found.append(Carried(unit, _carried_item(message, unit, at, random)))
    return found


def _kecamatan_times(
    message: dict, chances: dict, units: list[Unit], start: datetime, random: Random
) -> dict[str, datetime]:
    """When each kecamatan that joins in carries the message, by its region code."""
    wanted = set(message.get("kecamatan", ()))
    times = {}
    for unit in units:
        if unit.peer_group != "kecamatan":
            continue
        joins = unit.region in wanted if wanted else random.random() < chances["kecamatan"]
        delay = _delay(chances["hours"], random)
        if joins:
            times[unit.region] = in_office_hours(start + delay, random)
    return times


def _moment(
    unit: Unit, chances: dict, through: dict[str, datetime], start: datetime, pattern: str, random: Random
) -> datetime | None:
    """When this unit carries the message; None when it does not."""
    draw, delay = random.random(), _delay(chances["hours"], random)
    if unit.peer_group == "kecamatan":
        return through.get(unit.region)
    if not unit.kecamatan:
        return in_office_hours(start + delay, random) if draw < chances["agency"] else None
    if unit.kecamatan in through:
        late = timedelta(days=random.uniform(2, 5)) if random.random() < 0.06 else timedelta()
        joins = draw < chances["village"]
        return in_office_hours(through[unit.kecamatan] + delay * 1.4 + late, random) if joins else None
    stray = 0.0 if pattern == "three" else chances["village"] * 0.12
    return in_office_hours(start + delay * 3, random) if draw < stray else None


def _delay(typical_hours: float, random: Random) -> timedelta:
    return timedelta(hours=typical_hours * random.lognormvariate(0, 0.7), minutes=random.randint(2, 40))


def in_office_hours(moment: datetime, random: Random) -> datetime:
    """Nobody posts in the night: moves a moment between 21.30 and 06.00 WIB to the next morning."""
    local = moment.astimezone(WIB)
    if 6 <= local.hour < 21:
        return moment
    day = local.date() + timedelta(days=1 if local.hour >= 21 else 0)
    return at_wib(day, random.randint(6, 8), random.randrange(60), random.randrange(60))


def is_awake(unit: Unit, day: date) -> bool:
    if unit.silent_since and day > unit.silent_since:
        return False
    return not (unit.gap and unit.gap[0] <= day <= unit.gap[1])


def _carried_item(message: dict, unit: Unit, at: datetime, random: Random) -> Item:
    mode = random.choices(list(FACTS["modes"]), FACTS["modes"].values())[0]
    tags = f"{message['tag']} #NganjukMelesat" if random.random() < 0.55 else ""
    text = WORDINGS[mode](message["text"], unit, random)
    return Item(at, "message", "link" if mode == "link" else "photo", text, tags, 1.0, message["key"], mode)


def _copy(text: str, unit: Unit, random: Random) -> str:
    return text


def _credit(text: str, unit: Unit, random: Random) -> str:
    return f"{random.choice(CREDITS)}\n\n{text}"


def _trim(text: str, unit: Unit, random: Random) -> str:
    sentences = _SENTENCE.split(text)
    return " ".join(sentences[: max(2, len(sentences) - random.randint(1, 2))])


def _reword(text: str, unit: Unit, random: Random) -> str:
    head, *middle, last = _SENTENCE.split(_exchange(text, FACTS["words"], 0.8, random))
    body = " ".join([head, last, *middle] if random.random() < 0.5 else [head, *middle, last])
    return f"{random.choice(OPENERS).format(short=unit.short)} {body}"


def _javanese(text: str, unit: Unit, random: Random) -> str:
    body = _exchange(text, FACTS["javanese"], 0.9, random)
    return f"{random.choice(KROMO).format(short=unit.short)} {body} Matur nuwun."


def _link(text: str, unit: Unit, random: Random) -> str:
    first = _SENTENCE.split(text)[0]
    return f"{first} Selengkapnya: {ORIGIN_LINK}"


def _exchange(text: str, words: dict[str, str], chance: float, random: Random) -> str:
    def swap(found: re.Match[str]) -> str:
        word = found[0]
        other = words.get(word.lower())
        if other is None or random.random() > chance:
            return word
        return other.capitalize() if word[0].isupper() else other

    return re.sub(r"[A-Za-z]+", swap, text)


WORDINGS = {
    "copy": _copy,
    "credit": _credit,
    "trim": _trim,
    "reword": _reword,
    "javanese": _javanese,
    "link": _link,
}
