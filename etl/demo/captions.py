"""Composes varied Indonesian captions from the phrases in captions.toml; nothing is copied from anywhere."""

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path
from random import Random

from etl.demo.calendar import long_day
from etl.demo.model import Unit
from measures.months import MONTHS

PHRASES = tomllib.loads((Path(__file__).parent / "captions.toml").read_text(encoding="utf-8"))
TOPICS = PHRASES["topics"]
STYLES = {"service", "education", "result"}

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_SENTENCE_START = re.compile(r"(^|[.!?…] |\n)([a-z])")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BOLD = str.maketrans({letter: chr(0x1D5D4 + place) for place, letter in enumerate(_LETTERS)})

LEADERS = {
    "induk": ["Bupati Nganjuk", "Bapak Bupati", "Wakil Bupati"],
    "sekretariat": ["Bupati Nganjuk", "Wakil Bupati", "Bapak Sekda"],
    "dinas": ["Kepala Dinas", "Bapak Kadis", "Bupati Nganjuk"],
    "badan": ["Kepala Badan", "Bapak Kaban", "Wakil Bupati"],
    "layanan": ["Bapak Direktur", "Ibu Direktur", "Bupati Nganjuk"],
    "kecamatan": ["Bapak Camat", "Ibu Camat", "Camat bersama Forkopimcam"],
    "kelurahan": ["Bapak Lurah", "Ibu Lurah"],
    "desa": ["Bapak Kepala Desa", "Ibu Kades", "Kepala Desa"],
}


class Places:
    """Names of kecamatan and villages, to set a caption near the unit that writes it."""

    def __init__(self, regions: list[dict[str, str]]) -> None:
        self.kecamatan = {row["code"]: row["name"] for row in regions if row["level"] == "kecamatan"}
        self.name = {row["code"]: row["name"] for row in regions}
        self.villages: dict[str, list[str]] = {code: [] for code in self.kecamatan}
        for row in regions:
            if row["level"] in ("desa", "kelurahan"):
                self.villages[row["parent_code"]].append(row["name"])

    def near(self, unit: Unit, random: Random) -> tuple[str, str, str]:
        """A kecamatan and two village names: the unit's own where it has one."""
        code = unit.kecamatan or random.choice(list(self.kecamatan))
        first, second = random.sample(self.villages[code], 2)
        own = self.name[unit.region] if len(unit.region) > 8 else first
        return self.kecamatan[code], own, second


def compose(unit: Unit, style: str, day: date, places: Places, random: Random) -> tuple[str, str]:
    """The body of a caption in the given style, and its hashtags."""
    topic = TOPICS[random.choice(unit.topic.split())]
    template = random.choice(topic[style] if style in STYLES else PHRASES["common"][style])
    slots = _slots(unit, topic, day, places, random)
    body = _fill(template, slots, random)
    if style == "service" and random.random() < 0.7:
        chosen = random.sample(PHRASES["details"]["service"], random.randint(1, 3))
        body += "\n\n" + "\n".join(_fill(line, slots, random) for line in chosen)
    return _dressed(body, style, slots, random), _tags(unit, topic, style, random)


def _dressed(body: str, style: str, slots: dict[str, str], random: Random) -> str:
    """Adds the greeting, the closing line and sometimes the bold letters people paste from the web."""
    if style == "empty":
        return body
    hello = _fill(random.choice(PHRASES["fill"]["hello"]), slots, random)
    closing = _fill(random.choice(PHRASES["fill"]["closing"]), slots, random)
    if hello and random.random() < 0.15:
        hello = hello.translate(BOLD)
    mark = random.choice(PHRASES["fill"]["emoji"]) + " " if random.random() < 0.35 else ""
    text = f"{mark}{hello} {body}" if hello else f"{mark}{body}"
    return f"{text}\n\n{closing}" if closing else text


def _tags(unit: Unit, topic: dict, style: str, random: Random) -> str:
    if random.random() < (0.5 if unit.peer_group == "desa" else 0.15):
        return ""
    brand = random.sample(PHRASES["fill"]["brand"], random.randint(0, 3))
    own = [] if style in ("figure", "empty") else random.sample(topic["tags"], 1)
    return " ".join(own + brand)


def _fill(template: str, slots: dict[str, str], random: Random) -> str:
    text = template
    while _CHOICE.search(text):
        text = _CHOICE.sub(lambda found: random.choice(found[1].split("|")), text)
    while _SLOT.search(text):
        text = _SLOT.sub(lambda found: slots[found[1]], text)
    return _SENTENCE_START.sub(lambda found: found[1] + found[2].upper(), text).strip()


def _slots(unit: Unit, topic: dict, day: date, places: Places, random: Random) -> dict[str, str]:
    kecamatan, village, other = places.near(unit, random)
    past = day - timedelta(days=random.randint(1, 6))
    opens = random.randint(7, 13)
    fill = PHRASES["fill"]
    return {
        "unit": unit.short,
        "kec": kecamatan,
        "desa": village,
        "desa2": other,
        "dusun": random.choice(["Krajan", "Tegalsari", "Kedungsari", "Sumberagung", "Ringin", "Wonorejo"]),
        "event": random.choice(topic["events"]),
        "place": random.choice(fill["place"]),
        "emoji": random.choice(fill["emoji"]),
        "praise": random.choice(fill["praise"]),
        "ceremony": random.choice(fill["ceremony"]),
        "leader": random.choice(LEADERS[unit.peer_group]),
        "day": long_day(day + timedelta(days=random.randint(1, 9))),
        "pastday": f"{past.day} {MONTHS[past.month - 1]}",
        "hour": f"{opens:02d}.{random.choice(('00', '30'))}",
        "hour2": f"{opens + random.randint(2, 6):02d}.{random.choice(('00', '30'))}",
        "n": str(random.randint(2, 9)),
        "n2": str(random.randint(11, 48)),
        "n3": str(random.randint(50, 480)),
        "pct": str(random.randint(61, 98)),
        "pct2": str(random.randint(3, 29)),
        "phone": f"08{random.randint(11, 59)}-0000-{random.randint(1000, 9999)}",
    }
