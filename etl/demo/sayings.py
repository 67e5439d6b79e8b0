"""What invented people said about the invented messages: events as forms send them, and one sheet of reports."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from etl.demo.calendar import ENDS_AT, WIB, at_wib
from etl.demo.issues import issues_said
from etl.demo.links import known_id, permalink
from etl.demo.messages import MESSAGES, in_office_hours
from etl.demo.model import Post, Unit
from etl.demo.reviews import reviewed, told
from etl.demo.shelf import Shelf
from etl.demo.world import World
from etl.demo.writers.tables import plain_csv
from measures.cascade.designate import title_of

REPORTED_SHARE = 0.08
FORM_SINCE = 18  # messages up to this one were reported in the sheet, later ones in the form
OFFLINE_MESSAGES = ("angin-kencang", "donor-darah", "uhc-banjir")
OFFLINE = [
    ("papan", "ditempel di papan informasi balai desa (rekaan)"),
    ("pertemuan", "dibacakan pada pertemuan RT (rekaan)"),
    ("grup_wa", "diteruskan ke grup WA warga (rekaan)"),
    ("pengeras", "disiarkan lewat pengeras suara masjid (rekaan)"),
]
SHEET = ["Timestamp", "Unit/OPD/Desa", "Pesan", "Tautan", "Kanal luring", "Keterangan"]
HEAD, OFFICER = "Kepala Diskominfo (contoh)", "Petugas Diskominfo (contoh)"
Said = tuple[datetime, str, str, dict]


def write_sayings(world: World, shelf: Shelf, target: Path, seed: int) -> None:
    """One JSON per event under events/, in order of time, and the sheet on the shelf."""
    folder = target / "events"
    folder.mkdir(parents=True, exist_ok=True)
    said = sorted(_said(world, seed), key=lambda each: (each[0], each[1], json.dumps(each[3], sort_keys=True)))
    for number, one in enumerate(said):
        (folder / f"{number:03d}-{one[1]}.json").write_text(told(one), encoding="utf-8")
    rows = [["LAPORAN SEBAR PESAN PRIORITAS (contoh)"], [], SHEET, *_sheet_rows(world, seed)]
    office = world.accounts["KOMINFO"][0]
    shelf.put(office, "laporan sebar.csv", plain_csv(rows, line="\r\n").encode(), ENDS_AT, note="lembar laporan sebar")


def _said(world: World, seed: int) -> Iterator[Said]:
    yield from _designated(world)
    yield from _form_reports(world, seed)
    yield from _offline_reports(world, seed)
    yield from _refused_reports(world)
    yield from _decided(world)
    yield from reviewed(world, seed, OFFICER, HEAD)
    yield from issues_said(world, OFFICER, HEAD)


def _originals(world: World) -> dict[str, list[Post]]:
    """The main account's posts of each message, by its key."""
    found: dict[str, list[Post]] = {}
    for account in world.accounts["PEMKAB"]:
        for post in world.posts[account.key]:
            if post.item.mode == "origin":
                found.setdefault(post.item.message, []).append(post)
    return found


def _carriers(world: World) -> Iterator[Post]:
    for account in world.all_accounts:
        if account.unit.code != "PEMKAB":
            yield from (post for post in world.posts[account.key] if post.item.message)


def _designated(world: World) -> Iterator[Said]:
    """One message named twice by hand, the second time for two kecamatan only; one withdrawn after spreading."""
    originals = _originals(world)
    road = [known_id(post) for post in originals["jalan-gondang"]]
    twice = {"post_ids": road, "title": "Perbaikan ruas Gondang–Rejoso (contoh)"}
    everyone = {"deadline_hours": 48, "audience_kind": "all", "audience_values": []}
    near = {"deadline_hours": 72, "audience_kind": "kecamatan", "audience_values": ["35.18.17", "35.18.16"]}
    yield _at("2026-07-01", 17), "message-designated", HEAD, twice | everyone
    yield _at("2026-07-02", 8), "message-designated", HEAD, twice | near
    seeds = {"post_id": known_id(originals["gerakan-tanam"][0]), "reason": "Jadwal pembagian bibit diundur (rekaan)."}
    yield _at("2026-10-02", 10), "message-withdrawn", HEAD, seeds
    storm, blood = (known_id(originals[key][0]) for key in ("angin-kencang", "donor-darah"))
    power = {"post_id": storm, "agency_code": "KEC-NGLUYU", "reason": "Listrik padam tiga hari (rekaan)."}
    yield _at("2026-10-12", 9), "duty-excused", OFFICER, power
    move = {"post_id": blood, "agency_code": "DISARPUS", "reason": "Kantor pindah gedung (rekaan)."}
    yield _at("2026-11-02", 9), "duty-excused", OFFICER, move


def _at(day: str, hour: int) -> datetime:
    return at_wib(datetime.fromisoformat(day).date(), hour)


def _form_reports(world: World, seed: int) -> Iterator[Said]:
    late = {message["key"] for message in MESSAGES[FORM_SINCE:]}
    message = {key: known_id(posts[0]) for key, posts in _originals(world).items()}
    for post, at in _reported(world, seed):
        if post.item.message in late and at < ENDS_AT:
            details = {"post_id": message[post.item.message], "agency_code": post.account.unit.code, "offline": None}
            yield at, "link-reported", _admin(post.account.unit), details | {"links": [permalink(post)]}


def _reported(world: World, seed: int) -> Iterator[tuple[Post, datetime]]:
    """The carriers that also report their link, and when."""
    random = Random(f"{seed}:reports")
    for post in _carriers(world):
        draw, wait = random.random(), timedelta(minutes=random.randint(4, 400))
        if draw < REPORTED_SHARE and post.at + wait < ENDS_AT:
            yield post, in_office_hours(post.at + wait, random)


def _admin(unit: Unit) -> str:
    return f"Admin {unit.short} (contoh)"


def _offline_reports(world: World, seed: int) -> Iterator[Said]:
    """Villages without an account read the message out or put it on the board."""
    random, originals = Random(f"{seed}:offline"), _originals(world)
    for key in OFFLINE_MESSAGES:
        first = min(post.at for post in originals[key])
        for region in random.sample(world.blank_spots, min(8, len(world.blank_spots))):
            channel, note = random.choice(OFFLINE)
            at = in_office_hours(first + timedelta(hours=random.uniform(5, 70)), random)
            details = {"post_id": known_id(originals[key][0]), "agency_code": f"DESA-{region}", "links": []}
            offline = {"channel": channel, "note": note, "photo_sha256": None}
            yield at, "link-reported", "Perangkat desa (contoh)", details | {"offline": offline}


def _refused_reports(world: World) -> Iterator[Said]:
    """A link of another unit's account, and words that are no link."""
    latest = MESSAGES[-1]["key"]
    message = known_id(_originals(world)[latest][0])
    other = next(
        post for post in _carriers(world) if post.item.message == latest and post.account.handle in permalink(post)
    )
    unit = next(each for each in world.units if each.peer_group == "kecamatan" and each != other.account.unit)
    links = [permalink(other), "sudah kami bagikan"]
    details = {"post_id": message, "agency_code": unit.code, "links": links, "offline": None}
    yield in_late_morning(other.at), "link-reported", _admin(unit), details


def in_late_morning(moment: datetime) -> datetime:
    """Eleven o'clock on the day after."""
    return at_wib(moment.astimezone(WIB).date() + timedelta(days=1), 11)


def _decided(world: World) -> Iterator[Said]:
    """Staff confirm one post that was reworded."""
    key = "donor-darah"
    posts = [post for post in _carriers(world) if post.item.message == key]
    chosen = next((post for post in posts if post.item.mode == "javanese"), posts[0])
    details = {"message_post_id": known_id(_originals(world)[key][0]), "post_id": known_id(chosen), "carries": True}
    why = {"parent_account_id": None, "reason": "Isinya sama, hanya bahasanya berbeda (rekaan)."}
    yield in_late_morning(chosen.at), "link-decided", OFFICER, details | why


def _sheet_rows(world: World, seed: int) -> Iterator[list[str]]:
    """The older reports as a form's sheet lists them: message by title or by link, sometimes two links in a cell."""
    early = {message["key"] for message in MESSAGES[:FORM_SINCE]}
    originals, random = _originals(world), Random(f"{seed}:sheet")
    for post, at in sorted(_reported(world, seed), key=lambda each: (each[1], each[0].native_id)):
        if post.item.message in early:
            origin = originals[post.item.message][0]
            message = permalink(origin) if random.random() < 0.3 else title_of(origin.caption) or permalink(origin)
            links = "\n".join(map(permalink, _together(world, post)))
            when = at.astimezone(WIB).strftime("%d/%m/%Y %H:%M:%S")
            yield [when, _written(post.account.unit, random), message, links, "", random.choice(["", "", "rekaan"])]


def _together(world: World, post: Post) -> list[Post]:
    """This post and the same on the unit's other accounts."""
    twins = [each for account in world.accounts[post.account.unit.code] for each in world.posts[account.key]]
    same = [each for each in twins if each.item == post.item and each != post and each.at <= post.at]
    return [post, *same[:1]]


def _written(unit: Unit, random: Random) -> str:
    """How an admin writes the name of the own unit."""
    return unit.code if unit.peer_group == "desa" or random.random() < 0.3 else unit.name
