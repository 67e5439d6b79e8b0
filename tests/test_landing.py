"""Landing: an exact copy under the name of its content, a card that makes it count, events beside the files."""

import json
import os
import shutil

import pytest

from landing.card import card_path, cards, content_path, find_card
from landing.events import events, record
from landing.files import write_atomically
from landing.land import land, sweep
from landing.places import SHIPPED_DATA, places
from tests.instance import DAILY, IG, Instance, instagram, post, written


def test_a_landed_copy_has_the_same_bytes_and_is_never_written_again(tmp_path):
    where = places(tmp_path / "data")
    landed = land(written(tmp_path / "a.csv", "Tanggal;Suka\n"), where, account=IG)
    assert landed.path.read_bytes() == b"Tanggal;Suka\n"
    assert landed.path.name == landed.card.sha256 and not landed.path.stat().st_mode & 0o222
    assert find_card(where, landed.card.sha256) == landed.card
    assert (landed.card.original_name, landed.card.size, landed.card.account) == ("a.csv", 13, IG)


def test_a_copy_without_its_card_does_not_count(tmp_path):
    here = Instance(tmp_path)
    path = instagram(tmp_path / "a.csv", post(1))
    sha256 = here.load(path)["sha256"]
    card_path(here.where, sha256).unlink()
    shutil.rmtree(here.where.warehouse.parent)
    here.up_to_date()
    assert cards(here.where) == [] and here.ask("select * from raw.post") == []
    assert here.load(path)["loaded"] == 1


def test_half_a_copy_left_behind_by_a_crash_is_never_taken_for_a_file(tmp_path):
    here = Instance(tmp_path)
    written(here.where.landing / ".incoming" / "a1b2", "setengah")
    here.up_to_date()
    assert here.etl("status", "--json").reports[0]["landed_files"] == 0


def test_a_file_that_grows_while_it_lands_is_named_after_the_copy(tmp_path):
    path = written(tmp_path / "a.csv", "satu\n")

    def grows(copy):
        with open(path, "a") as file:
            file.write("dua\n")
        return {}

    landed = land(path, places(tmp_path / "data"), grows)
    again = land(landed.path, places(tmp_path / "other"))
    assert again.card.sha256 == landed.card.sha256


def test_the_same_bytes_under_another_name_change_nothing(tmp_path):
    here = Instance(tmp_path)
    path = instagram(tmp_path / "juni.csv", post(1), post(2))
    assert here.load(path)["status"] == "load"
    here.up_to_date()
    before, files = here.marts(), sorted(here.where.landing.rglob("*"))
    again = here.load(shutil.copy(path, tmp_path / "juni (1).csv"))
    assert (again["status"], again["code"], again["records"]) == ("duplicate", 0, 0)
    assert "juni.csv" in again["problems"][0]["reason"]
    assert here.up_to_date().marts() == before and sorted(here.where.landing.rglob("*")) == files


def test_a_duplicate_that_names_the_account_is_assigned_and_read_again(tmp_path):
    here = Instance(tmp_path)
    path = written(tmp_path / "follows.csv", DAILY, "utf-16")
    refused = here.load(path)
    assert (refused["status"], refused["code"]) == ("reject", 4)
    again = here.load(path, "--account", IG, "--by", "Budi")
    assert (again["status"], again["loaded"], again["account"]) == ("load", 2, IG)
    [said] = events(here.where, "file-facts")
    assert (said["account"], said["by"], said["sha256"]) == (IG, "Budi", again["sha256"])
    assert find_card(here.where, again["sha256"]).account is None, "a card is never edited"


def test_saying_a_thing_twice_is_two_events_and_the_oldest_comes_first(tmp_path):
    where = places(tmp_path)
    for reader in ("Ani", "Budi"):
        record(where, "file-facts", reader, sha256="abc", account=IG)
    record(where, "something-else", "Citra")
    assert [event["by"] for event in events(where, "file-facts")] == ["Ani", "Budi"]


def test_files_are_read_in_order_of_arrival(tmp_path):
    where = places(tmp_path / "data")
    for number in range(5):
        land(written(tmp_path / f"{number}.csv", str(number)), where)
    assert [card.original_name for card in cards(where)] == [f"{number}.csv" for number in range(5)]


def test_a_card_from_a_later_version_is_still_read(tmp_path):
    where = places(tmp_path / "data")
    landed = land(written(tmp_path / "a.csv", "a"), where)
    path = card_path(where, landed.card.sha256)
    path.write_text(json.dumps({**json.loads(path.read_text()), "licence": "belum ada di versi ini"}))
    assert find_card(where, landed.card.sha256) == landed.card


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "CURRENT"
    write_atomically(path, b"lama")
    with pytest.raises(TypeError):
        write_atomically(path, "bukan bita")
    assert path.read_bytes() == b"lama" and os.listdir(tmp_path) == ["CURRENT"]


def test_an_instance_prefers_its_own_reference_files(tmp_path):
    here = Instance(tmp_path)
    assert here.where.reference_file("accounts.csv") == SHIPPED_DATA / "reference" / "accounts.csv"
    here.refer("accounts.csv", "")
    assert here.where.reference_file("accounts.csv") == here.where.reference / "accounts.csv"
    assert here.where.demo.reference_file("accounts.csv").parent == SHIPPED_DATA / "reference"


def test_content_lies_two_letters_deep_so_that_no_folder_grows_too_large(tmp_path):
    where = places(tmp_path)
    assert content_path(where, "abcdef") == tmp_path / "landing" / "ab" / "abcdef"


def test_an_old_draft_is_swept_away_and_a_young_one_is_left_alone(tmp_path):
    where = places(tmp_path / "data")
    old, young = (written(where.landing / ".incoming" / name, "x") for name in ("lama", "baru"))
    os.utime(old, (0, 0))
    sweep(where)
    assert not old.exists() and young.exists()
