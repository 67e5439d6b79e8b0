"""Which posts of the warehouse carry which message: found anew only around what changed, as if found all at once."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

import pytest

from etl.candidates import MOST, STRETCH, Original, candidates
from measures.cascade.matching import read
from measures.cascade.weights import ACCEPT, REVIEW
from tests.instance import instagram
from tests.match_world import MAIN, OFFICE, START, TOPICS, VILLAGE, WIB, World, fill
from tests.messages import FLOOD, link, loaded, office, published, said, shown


@pytest.fixture
def world() -> Iterator[World]:
    here = World()
    here.message("m0", TOPICS[0][0])
    with here.con:
        yield here


def test_a_copy_and_a_retelling_carry_the_message_with_their_evidence(world):
    world.post("p1", TOPICS[0][0])
    world.post("p2", TOPICS[0][1], account=OFFICE)
    found = world.match()
    assert found.keys() == {("m0", "p1"), ("m0", "p2")}
    account, at, method, confidence, decision, evidence = found["m0", "p2"]
    assert (account, at, method, decision) == (
        OFFICE,
        START + timedelta(days=1),
        "text",
        "carry",
    ) and confidence >= ACCEPT
    assert "12 Maret" in json.loads(evidence)["shared"] and json.loads(evidence)["why"]


def test_what_the_machine_is_unsure_of_goes_to_people(world):
    world.posts["m0"]["caption"] = (
        "Pemkab membuka vaksinasi ternak gratis, Kamis 12 Maret 2026 pukul 08.00 WIB di Balai Desa Ngepung, Kecamatan "
        "Patianrowo. Kuota 250 ekor sapi dan kambing. Peternak cukup membawa fotokopi KTP dan mendaftar lewat mantri."
    )
    world.post(
        "p",
        "Vaksinasi ternak tahap 2 dimulai 26 Maret 2026 pukul 08.00 WIB di Balai Desa Rowomarto, Kecamatan Patianrowo. "
        "Kuota 300 ekor sapi dan kambing. Daftar lewat mantri.",
    )
    [(*_, confidence, decision, evidence)] = world.match().values()
    assert REVIEW <= confidence < ACCEPT and decision == "review"
    assert json.loads(evidence)["against"] == ["tanggal (12 Maret dan 26 Maret)"]


@pytest.mark.parametrize("at", [-0.01, 14.01])
def test_a_post_before_the_message_or_after_its_window_carries_nothing(world, at):
    world.post("p", TOPICS[0][0], at)
    assert world.match() == {}


def test_a_post_without_caption_account_or_day_carries_nothing(world):
    world.post("p1", None)
    world.post("p2", TOPICS[0][0], account=None)
    world.post("p3", TOPICS[0][0])
    world.posts["p3"] |= {"at": None, "on": None}
    assert world.match() == {}


@pytest.mark.parametrize("days, is_carried", [(-1, False), (0, True), (1, True), (14, False)])
def test_a_post_of_which_only_the_day_is_known_counts_from_the_end_of_that_day(world, days, is_carried):
    world.post("p", TOPICS[0][0], days)
    world.posts["p"]["at"] = None
    found = world.match()
    assert bool(found) == is_carried
    if found:
        midnight = datetime(2026, 3, 2 + days, 23, 59, 59, tzinfo=WIB)
        assert found["m0", "p"][1] == midnight


def test_originals_and_posts_of_main_accounts_never_carry(world):
    world.message("m1", TOPICS[0][0].replace("250", "90"), at=2, account=OFFICE)
    world.post("p", TOPICS[0][1], account=MAIN)
    assert world.match() == {}


def test_the_account_of_one_message_may_carry_another_but_not_its_own(world):
    world.message("m1", TOPICS[1][0], account=OFFICE)
    world.post("own", TOPICS[1][1], account=OFFICE)
    world.post("other", TOPICS[0][1], account=OFFICE)
    assert world.match().keys() == {("m0", "other")}


def test_a_post_carries_only_the_message_it_is_most_like(world):
    world.message("m1", TOPICS[0][0].replace("12 Maret", "19 Maret").replace("Ngepung", "Babadan").replace("250", "90"))
    world.post("p", TOPICS[0][1])
    world.post("q", TOPICS[0][1].replace("12/3", "19/3").replace("Ngepung", "Babadan").replace("250", "90"))
    assert world.match().keys() == {("m0", "p"), ("m1", "q")}


def test_a_message_on_many_platforms_does_not_crowd_another_one_out(world):
    for copy in range(3):
        world.post(f"copy{copy}", TOPICS[0][0], at=0.01 * copy, account=MAIN)
        world.messages["m0"].append(f"copy{copy}")
    world.message(
        "m1", "Vaksinasi ternak 19 Maret pukul 09.00 di Balai Desa Babadan, kuota 90 ekor. Petugas siap.", at=0.1
    )
    moved = TOPICS[0][0].replace("12 Maret pukul 08.00", "19 Maret pukul 09.00").replace("Ngepung", "Babadan")
    world.post("p", moved.replace("250", "90"))
    assert len(world.messages["m0"]) > MOST and world.match().keys() == {("m1", "p")}


def test_a_page_that_a_second_message_points_to_no_longer_tells_which_is_meant(world):
    page = "https://info.nganjukkab.go.id/ternak"
    world.posts["m0"]["caption"] += f" {page}"
    world.post("p", f"Selengkapnya {page}")
    assert world.match()["m0", "p"][2] == "link"
    world.message("m1", f"{TOPICS[1][0]} {page}", at=200)
    assert world.match() == world.afresh() == {}


CHANGES = {
    "nothing": lambda world: None,
    "a post more": lambda world: world.post("new", TOPICS[0][1], 3),
    "a post less": lambda world: world.posts.pop("p0"),
    "another caption of a post": lambda world: world.posts["p0"].update(caption=TOPICS[1][1]),
    "another caption of the message": lambda world: world.posts["m0"].update(caption=TOPICS[2][0]),
    "another time of a post": lambda world: world.posts["p0"].update(at=START - timedelta(days=1), on=START.date()),
    "another account": lambda world: world.posts["p0"].update(account=OFFICE),
    "a message more": lambda world: world.message("m9", TOPICS[0][0].replace("KTP", "KTP dan tali")),
    "a message withdrawn from the list": lambda world: world.messages.pop("m1"),
    "an original more": lambda world: (world.post("m0b", TOPICS[3][0], 0.5, MAIN), world.messages["m0"].append("m0b")),
    "a message of an office": lambda world: world.message("m9", TOPICS[2][1], 1, OFFICE),
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_any_change_the_pairs_are_those_of_matching_everything_anew(world, change):
    world.message("m1", TOPICS[1][0], 4)
    for place, (told, retold) in enumerate(TOPICS):
        world.post(f"p{place}", retold, 5)
        world.post(f"q{place}", told, 6, OFFICE)
    before = world.match()
    assert before and world.match() == before
    CHANGES[change](world)
    assert world.match() == world.afresh()


@pytest.mark.parametrize("seed", range(3))
def test_any_sequence_of_changes_gives_the_pairs_of_matching_once(world, seed):
    chance = Random(seed)
    for name in list(world.posts):
        del world.posts[name], world.messages[name]
    for step in range(12):
        _change(world, chance, step)
        assert world.match() == world.afresh(), step


def _change(world: World, chance: Random, step: int) -> None:
    told, retold = chance.choice(TOPICS)
    kind, at = chance.randrange(6), chance.uniform(0, 40)
    others = [name for name in world.posts if name not in world.messages]
    if kind < 2 or not world.messages:
        world.message(f"m{step}", told.replace("Maret", chance.choice(["Maret", "April"])), at)
    elif kind == 2 and others:
        world.posts[chance.choice(others)]["caption"] = chance.choice([told, retold, None])
    elif kind == 3 and others:
        del world.posts[chance.choice(others)]
    elif kind == 4 and len(world.messages) > 1:
        del world.messages[chance.choice(sorted(world.messages))]
    else:
        for place in range(3):
            account = chance.choice([VILLAGE, OFFICE, MAIN, None])
            world.post(f"p{step}.{place}", chance.choice([told, retold]), at + place, account)


def test_posts_on_the_edge_of_a_stretch_are_found_once(world):
    until = START + 3 * STRETCH
    original = Original("m0", "m0", TOPICS[0][0], read(TOPICS[0][0], START, MAIN), START, until)
    edges = [START, START + STRETCH, START + 2 * STRETCH, until]
    moments = [edge + timedelta(microseconds=step) for edge in edges for step in (-1, 0, 1)]
    for place, moment in enumerate(moments):
        world.post(f"p{place}", TOPICS[0][0], (moment - START) / timedelta(days=1))
    del world.posts["m0"], world.messages["m0"]
    fill(world.con, world)
    spans = [(START, START + STRETCH), (START + STRETCH, until), (START, until)]
    posts = "(select *, null::varchar[] as mentions from warehouse.post)"
    found = [each.post_id for each in candidates(world.con, posts, [original], spans)]
    assert found == [f"p{place}" for place in range(1, 11)]


def test_without_messages_nothing_is_looked_for(world):
    world.messages.clear()
    world.post("p", TOPICS[0][0])
    assert world.match() == world.match(is_whole=True) == {}


def test_an_instance_that_grew_step_by_step_is_the_same_after_a_rebuild(tmp_path):
    here = loaded(office(tmp_path), published(1, "2026-06-11T08:00", FLOOD))
    loaded(here, published(2, "2026-06-11T10:00", FLOOD.replace(". ", "! "), "dinkes_contoh"), name="b.csv")
    village = f"Lur, {FLOOD} Desa kita siap.", "desa_contoh"
    loaded(
        here,
        published(3, "2026-06-12T07:00", *village),
        published(4, "2026-06-12T08:00", link(1), "kecpace_contoh"),
        name="c.csv",
    )
    carried = "select post_id, method, decision from warehouse.repost_match order by post_id"
    assert here.ask(carried) == [(shown(2), "text", "carry"), (shown(3), "text", "carry"), (shown(4), "link", "carry")]
    changed = published(2, "2026-06-11T10:00", "Posyandu lansia pindah ke balai RW", "dinkes_contoh")
    here.up_to_date(instagram(tmp_path / "d.csv", changed), "--exported-at", "2026-07-02T08:00")
    assert [post for post, *_ in here.ask(carried)] == [shown(3), shown(4)]
    said(here, "message-withdrawn", "2026-07-02T09:00", post_id=shown(1), reason="ada yang keliru")
    pairs = "select * from warehouse.match_pair order by all"
    grown, marts = here.up_to_date().ask(pairs), here.marts()
    assert here.etl("rebuild").code == 0 and (here.ask(pairs), here.marts()) == (grown, marts)
