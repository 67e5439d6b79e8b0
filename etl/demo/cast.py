"""Who takes part: the real units and villages, with invented accounts, sizes and manners."""

import csv
import re
import tomllib
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from etl.demo.calendar import LAST_DAY
from etl.demo.ids import facebook_page_id, instagram_account_id, youtube_channel_id
from etl.demo.model import Account, Unit

FACTS = tomllib.loads((Path(__file__).parent / "cast.toml").read_text(encoding="utf-8"))

OPENS = date(2026, 1, 1)
REMOTE = {"35.18.01", "35.18.02", "35.18.16", "35.18.18", "35.18.19", "35.18.20", "35.18.17", "35.18.15"}
HABITS: dict[str, dict[str, Any]] = {
    "kecamatan": {
        "prefix": "kec",
        "followers": (900, 4600),
        "weekly": (3.0, 5.5),
        "platforms": "instagram facebook",
        "topic": "desa adminduk umum kesehatan",
        "manner": "balanced",
        "rhythm": "twice",
    },
    "kelurahan": {
        "prefix": "kel",
        "followers": (220, 1500),
        "weekly": (1.4, 3.2),
        "platforms": "instagram",
        "topic": "desa adminduk kesehatan",
        "manner": "village",
        "rhythm": "once",
    },
    "desa": {
        "prefix": "desa",
        "followers": (150, 2600),
        "weekly": (1.3, 3.4),
        "platforms": "",
        "topic": "desa desa kesehatan pertanian",
        "manner": "village",
        "rhythm": "once",
    },
}


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def slug(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def agencies(rows: list[dict[str, str]], seed: int, scale: float) -> list[Unit]:
    """The about 80 units of the shipped list, in its order (the main account first)."""
    return [_agency(row, Random(f"{seed}:unit:{row['code']}"), scale) for row in rows]


def _agency(row: dict[str, str], random: Random, scale: float) -> Unit:
    group = row["peer_group"]
    if row["code"] in FACTS["units"]:
        facts = dict(FACTS["units"][row["code"]])
    else:
        plain = re.sub(r"^(Kecamatan|Kelurahan) | \(.*\)$", "", row["name"])
        facts = _habit(group, plain, random) | FACTS[group].get(row["code"], {})
    gap = FACTS["gaps"].get(row["code"])
    return _unit(row["code"], row["name"], group, row["region_code"], facts, scale, tuple(gap) if gap else None)


def villages(regions: list[dict[str, str]], seed: int, scale: float) -> tuple[list[Unit], list[str]]:
    """The villages that have an account, and the region codes of those that have none."""
    rows = [row for row in regions if row["level"] == "desa"]
    blank = blank_spots(rows, seed)
    known = Counter(row["name"] for row in rows)
    kecamatan = {row["code"]: row["name"] for row in regions if row["level"] == "kecamatan"}
    kept = [row for row in rows if row["code"] not in blank]
    step, recapped = max(1, round(1 / scale)), FACTS["villages"]["carrier_kecamatan"]
    units = []
    for place, row in enumerate(kept):
        if place % step and row["parent_code"] not in recapped:
            continue
        random = Random(f"{seed}:unit:{row['code']}")
        facts = _habit("desa", row["name"], random)
        facts["platforms"] = random.choice(["facebook", "facebook", "facebook", "instagram", "instagram"])
        if random.random() < FACTS["villages"]["figure_share"]:
            facts["manner"] = "figure"
        if random.random() < FACTS["villages"]["silent_share"]:
            facts["silent_since"] = LAST_DAY - timedelta(days=random.randint(16, 120))
        if known[row["name"]] > 1:
            facts["stem"] += "_" + slug(kecamatan[row["parent_code"]])[:6]
        name = f"Pemerintah Desa {row['name']}"
        units.append(_unit(f"DESA-{row['code']}", name, "desa", row["code"], facts, scale, None))
    return units, sorted(blank)


def blank_spots(rows: list[dict[str, str]], seed: int) -> set[str]:
    """Villages without an account, mostly in the hills and forests of the north and south."""
    random = Random(f"{seed}:blank")
    weighted = [(random.random() * (0.35 if row["parent_code"] in REMOTE else 1), row["code"]) for row in rows]
    return {code for _, code in sorted(weighted)[: FACTS["villages"]["blank_spots"]]}


def _habit(group: str, plain_name: str, random: Random) -> dict:
    habit = dict(HABITS[group])
    prefix = habit.pop("prefix")
    low, high = habit.pop("followers")
    slow, fast = habit.pop("weekly")
    title = {"kec": "Kec.", "kel": "Kel.", "desa": "Desa"}[prefix]
    return habit | {
        "stem": prefix + slug(plain_name),
        "short": f"{title} {plain_name}",
        "followers": round(low * (high / low) ** random.random()),
        "weekly": round(random.uniform(slow, fast), 2),
    }


def _unit(code: str, name: str, group: str, region: str, facts: dict, scale: float, gap: tuple | None) -> Unit:
    chosen = dict(facts)
    platforms = tuple(chosen.pop("platforms").split())
    weekly = chosen.pop("weekly") * scale
    shorts = chosen.pop("shorts_weekly", 0.0) * scale
    return Unit(
        code=code,
        name=name,
        peer_group=group,
        region=region,
        platforms=platforms,
        weekly=weekly,
        shorts_weekly=shorts,
        gap=gap,
        **chosen,
    )


def accounts(units: list[Unit], seed: int) -> dict[str, list[Account]]:
    """The accounts of each unit, its largest first, by unit code."""
    return {unit.code: _accounts(unit, Random(f"{seed}:accounts:{unit.code}")) for unit in units}


def _accounts(unit: Unit, random: Random) -> list[Account]:
    found = []
    for place, platform in enumerate(unit.platforms):
        share = 1.0 if place == 0 else random.uniform(0.12, 0.7)
        account = _account(unit, platform, unit.stem, max(150, round(unit.followers * share)), random)
        found += _moved(account, random)
    return found


def _account(unit: Unit, platform: str, stem: str, followers: int, random: Random, **period: Any) -> Account:
    native = {
        "instagram": instagram_account_id,
        "facebook": facebook_page_id,
        "youtube": youtube_channel_id,
    }.get(platform)
    return Account(
        unit=unit,
        platform=platform,
        handle=f"{stem}_contoh",
        name=f"{unit.short} (contoh)",
        native_id=native(random) if native else "",
        second_id=facebook_page_id(random) if platform == "facebook" else "",
        followers=followers,
        **{"valid_from": OPENS, **period},
    )


def _moved(account: Account, random: Random) -> list[Account]:
    """The account itself, and its successor where the cast says that it ended or was replaced."""
    move = FACTS["moves"].get(account.key)
    if not move:
        return [account]
    parts = {"valid_to": move["until"], "next_unit": move.get("next", ""), "note": move["note"]}
    ended = Account(**{**account.__dict__, **parts})
    if "new_stem" not in move:
        return [ended]
    start = date.fromordinal(move["until"].toordinal() + 1)
    return [ended, _account(account.unit, account.platform, move["new_stem"], 320, random, valid_from=start)]
