"""Invented lists of checked claims, and what invented people said about issues and about media made by AI."""

import json
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from etl.demo.calendar import ENDS_AT, WIB, at_wib
from etl.demo.links import known_id
from etl.demo.reviews import Said, told
from etl.demo.shelf import Shelf
from etl.demo.world import World
from etl.demo.writers.tables import plain_csv

FACTS = tomllib.loads((Path(__file__).parent / "issues.toml").read_text(encoding="utf-8"))
HEADER = ["ID", "Tanggal", "Klaim", "Putusan", "Sumber", "Tautan klarifikasi", "Isi"]
CLARIFICATION = "https://kominfo.example.invalid/klarifikasi/{number}"
HEARD_AT = datetime.fromisoformat("2026-09-27T12:00").replace(tzinfo=WIB).astimezone(UTC)
FED_AT = datetime.fromisoformat("2026-11-21T08:00").replace(tzinfo=WIB).astimezone(UTC)
JUDGES = ("terverifikasi", "klarifikasi")  # states that the head brings an issue to
MARKS = 6  # of each unit
UNDECLARED = {"DINKES": (1,), "PEMKAB": (4,)}  # unit -> which of its marks say that nothing is declared


def write_lists(world: World, shelf: Shelf) -> None:
    """One sheet and one feed, as two fact checkers would give them."""
    office = world.accounts["KOMINFO"][0]
    rows = [
        [one["id"], one["on"], one["claim"], one["verdict"], f"{one['from']} (contoh)", _page(one["id"]), one["body"]]
        for one in FACTS["sheet"]
    ]
    sheet = plain_csv([["DAFTAR HOAKS (contoh)"], [], HEADER, *rows], line="\r\n")
    shelf.put(office, "daftar hoaks.csv", sheet.encode(), HEARD_AT, note="daftar hoaks")
    items = [{"guid": one["id"], "title": one["claim"], "pubDate": one["on"], "category": one["verdict"],
              "link": one["id"], "description": one["body"]} for one in FACTS["feed"]]  # fmt: skip
    feed = {"title": "Cek fakta (contoh)", "items": items}
    content = json.dumps(feed, ensure_ascii=False, indent=1).encode()
    shelf.put(office, "umpan cek fakta.json", content, FED_AT, note="umpan cek fakta")


def _page(public_id: str) -> str:
    return f"https://klinik.example.invalid/{public_id.lower()}"


def issues_said(world: World, officer: str, head: str) -> Iterator[Said]:
    """Every report with its steps, the claims taken up, and the marks of media made by AI."""
    for number, one in enumerate(FACTS["report"], 1):
        report = _at(one["at"]), "issue-reported", _reporter(world, one["unit"], officer), _details(one)
        yield report
        yield from _moved(sha256(told(report).encode()).hexdigest(), one, number, officer, head)
    for number, one in enumerate(FACTS["taken"], len(FACTS["report"]) + 1):
        yield from _moved(one["id"], one, number, officer, head)
    yield from _marked(world, officer)


def _at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=WIB).astimezone(UTC)


def _reporter(world: World, unit: str, officer: str) -> str:
    short = next((each.short for each in world.units if each.code == unit), "")
    return f"Admin {short} (contoh)" if short else officer


def _details(one: dict) -> dict:
    return {
        "kind": one["kind"],
        "title": one["title"],
        "link": one["link"],
        "note": "",
        "agency_code": one["unit"] or None,
    }


def _moved(issue: str, one: dict, number: int, officer: str, head: str) -> Iterator[Said]:
    for hours, state in one["steps"]:
        details = {"issue_id": issue, "state": state, "verdict": None, "link": "", "note": ""}
        if state == "terverifikasi" and one["verdict"]:
            details["verdict"] = one["verdict"]
        if state == "klarifikasi":
            details["link"] = CLARIFICATION.format(number=number)
        if state == "selesai":
            details["note"] = "Tidak beredar lagi (rekaan)."
        yield _at(one["at"]) + timedelta(hours=hours), "issue-moved", head if state in JUDGES else officer, details


def _marked(world: World, officer: str) -> Iterator[Said]:
    """Posts spread over the months of two units; the day after, at eleven."""
    for unit, undeclared in UNDECLARED.items():
        posts = [post for post in world.posts[world.accounts[unit][0].key] if post.item.kind != "story"]
        for place in range(MARKS):
            post = posts[len(posts) * place // MARKS]
            at = at_wib(post.at.astimezone(WIB).date() + timedelta(days=1), 11, place)
            if at < ENDS_AT:
                note = "Gambar latar buatan AI (rekaan)."
                details = {"post_id": known_id(post), "declared": place not in undeclared, "note": note}
                yield at, "ai-media-marked", officer, details
