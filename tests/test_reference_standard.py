"""The standard of an instance is adopted or refused as a whole, through the real command line."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from etl.publish import current
from etl.reference_standard import refusals
from etl.standard_lists import read_officials, read_words
from landing.events import events, record
from measures.standard.known import KINDS
from measures.standard.rules import StandardRefused
from tests import snapshots
from tests import standard_files as files
from tests.instance import IG, Instance, instagram, post
from tests.screens import fresh, opened, seen
from ui import standard_alert

TODAY = datetime.now(ZoneInfo("Asia/Jakarta")).date()
YESTERDAY = TODAY - timedelta(days=1)
IN_FORCE = "select threshold, version from reference.standard_rule where rule_id = 'service_share' order by version"
NOTICES = "select file, line, what from marts.standard_notice order by all"
STANDARD, OFFICIALS, WORDS = files.NAMES


def standard(here: Instance) -> dict[str, list[tuple]]:
    names = ("standard_rule", "official", "vocabulary", "standard_notice")
    return {name: here.ask(f"select * from marts.{name} order by all") for name in names}


def adopted(here: Instance) -> list[dict]:
    return events(here.where, "standard-adopted")


def built(here: Instance, code: int = 0) -> str:
    done = here.etl("build")
    assert done.code == code and "Traceback" not in done.err, done.out + done.err
    return done.out


def raised(threshold: float = 0.7) -> str:
    return files.next_version("service_share", TODAY, "threshold", threshold)


LAST_POST_RULE = files.place(files.shipped(), "app_with_step")
LINES = [
    (OFFICIALS, "name,aliases,role\n", 1, "kolom title, valid_from, valid_to, source tidak ada"),
    (OFFICIALS, files.OFFICIALS + "Budi,,camat,Camat A,,,web\n", 2, "Budi tidak memuat awal masa jabatan"),
    (OFFICIALS, files.OFFICIALS + "\nBudi,,camat,Camat A,2026-02-30,,web\n", 3, "valid_from berisi “2026-02-30”"),
    (OFFICIALS, files.OFFICIALS + "Budi,,camat,Camat A,2026-02-01,2026-01-01,web\n", 2, "mendahului valid_from"),
    (OFFICIALS, files.OFFICIALS + ",,camat,Camat A,2026-01-01,,web\n", 2, "kolom name kosong"),
    (OFFICIALS, files.OFFICIALS + "Budi,,camat,Camat A,2026-01-01,,\n", 2, "kolom source kosong"),
    (OFFICIALS, files.OFFICIALS + "Budi,,camat,Camat A,2026-01-01,,web, lama\n", 2, "memuat 8 kolom, seharusnya 7"),
    (OFFICIALS, files.OFFICIALS + '"Budi\nW",,camat,A,2026-01-01,,web\nAni,,camat,B,,,web\n', 4, "Ani tidak memuat"),
    (OFFICIALS, files.OFFICIALS + "Budi,,a,A,2026-01-01,,w\nbudi,,b,B,2026-05-01,,w\n", 3, "sudah ada pada baris 2"),
    (WORDS, "", 1, "kolom kind, phrase, valid_from, valid_to, note tidak ada"),
    (WORDS, "kind;phrase;valid_from;valid_to;note\n", 1, "pemisahnya koma"),
    (WORDS, files.WORDS + "pujian,hebat,,,\n", 2, "jenis kata “pujian” tidak dikenal. Pilih salah satu: ai, app"),
    (WORDS, files.WORDS + "praise,hebat,,,\npraise, ,,,\n", 3, "kolom phrase kosong"),
    (WORDS, files.WORDS + "praise,hebat,,,\npraise,Hebat,,,\n", 3, "hebat"),
    (WORDS, files.WORDS + 'praise,"hebat,,,\nservice,layanan,,,\n', 2, "tanda kutip yang tidak ditutup"),
    (WORDS, files.WORDS + "praise,hebat,kemarin,,\n", 2, "valid_from berisi “kemarin”"),
    (STANDARD, files.with_line("alt_text", "weight", "weight = 5"), LAST_POST_RULE, "sejak 2026-02-13 adalah 101"),
    (STANDARD, "[[rule]]\nid = \n", 2, "bukan TOML yang sah"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "line", "words"), LINES)
def test_a_mistake_is_named_with_its_file_and_line(name, text, line, words):
    texts = {each: files.shipped(each) for each in files.NAMES} | {name: text}
    [told] = refusals(texts, None, TODAY)
    assert (told.file, told.line, words.casefold() in told.what.casefold()) == (name, line, True), told


def test_a_name_may_return_and_a_word_may_pause():
    back = "Budi,,a,A,2024-01-01,2024-12-31,w\nBudi,,b,B,2026-05-01,,w\n"
    assert [entry.line for entry in read_officials(files.OFFICIALS + back, OFFICIALS)] == [2, 3]
    pause = "praise,hebat,,2025-12-31,\npraise,hebat,2026-02-01,,\nservice,hebat,,,\n"
    assert len(read_words(files.WORDS + pause, WORDS)) == 3
    with pytest.raises(StandardRefused):
        read_words(files.WORDS + pause + "praise,hebat,2026-03-01,,\n", WORDS)


def test_the_shipped_set_is_valid_and_uses_every_kind(tmp_path):
    assert {entry.key[0] for entry in read_words(files.shipped(WORDS), WORDS)} == set(KINDS)
    here = Instance(tmp_path)
    assert built(here) == "" and here.ask(NOTICES) == [] and adopted(here) == []
    assert here.ask(IN_FORCE) == [(0.6, 1)]
    assert here.ask("select count(*), count(is_in_force) from marts.standard_rule") == [(29, 0)], "no data, no today"
    assert ("Marhaen Djumadi", ["Kang Marhaen", "Marhaen"], None) in here.ask(
        "select name, aliases, nullif(valid_until, '9999-12-31') from marts.official"
    )


def test_a_rule_is_in_force_on_the_day_of_the_data(tmp_path):
    late = files.next_version("service_share", TODAY + timedelta(days=30), "threshold", 0.7)
    here = Instance(tmp_path).refer(STANDARD, late).up_to_date(instagram(tmp_path / "a.csv", post(1)), "--account", IG)
    assert here.ask("select version, is_in_force from marts.standard_rule where rule_id = 'service_share'") == [
        (1, True), (2, False),
    ]  # fmt: skip


def test_an_own_standard_is_adopted_once_and_survives_a_rebuild(tmp_path):
    here = Instance(tmp_path).refer(STANDARD, raised())
    built(here)
    assert here.ask(IN_FORCE) == [(0.6, 1), (0.7, 2)]
    before = standard(here)
    built(here)
    here.etl("rebuild")
    assert standard(here) == before
    [event] = adopted(here)
    assert event["day"] == TODAY.isoformat() and set(event["files"]) == set(files.NAMES)


BROKEN = "[[rule]]\nid = \n"


def test_a_broken_file_keeps_the_old_standard_and_tells_by_the_exit_code(tmp_path):
    here = Instance(tmp_path).refer(STANDARD, raised())
    built(here)
    before = standard(here)
    here.refer(STANDARD, BROKEN).refer(WORDS, files.shipped(WORDS) + "praise,mutakhir,,,\n")
    said = built(here, code=4).splitlines()
    assert said[0] == "Standar unggahan ditolak seluruhnya; standar yang lama tetap berlaku:"
    assert len(said) == 2 and said[1].startswith("  - standard.toml baris 2: bukan TOML yang sah. Perbaiki tanda kutip")
    [notice] = here.ask(NOTICES)
    assert notice[:2] == (STANDARD, 2)
    assert standard(here) == before | {"standard_notice": [notice]}, "not one of the three files is taken"
    assert here.etl("build").code == 4, "until it is mended"
    assert here.etl("rebuild").code == 4 and standard(here) == before | {"standard_notice": [notice]}
    here.refer(STANDARD, raised())
    assert built(here) == "" and here.ask("select count(*) from marts.vocabulary where phrase = 'mutakhir'") == [(1,)]


def test_nothing_else_stops_when_the_standard_is_refused(tmp_path):
    here = Instance(tmp_path).refer(STANDARD, BROKEN)
    assert here.load(instagram(tmp_path / "a.csv", post(1)))["code"] == 0
    assert here.etl("run").code == 4
    assert here.published("select count(*) from marts.posts") == [(1,)]
    assert here.published("select rule_id from marts.standard_rule where rule_id = 'alt_text'") == [("alt_text",)]
    assert current(here.where) is not None


def test_an_own_standard_may_not_rewrite_the_past_of_the_shipped_one(tmp_path):
    here = Instance(tmp_path).refer(STANDARD, files.with_line("service_share", "threshold", "threshold = 0.7"))
    said = built(here, code=4)
    assert f"akhiri dengan valid_to = {YESTERDAY}, dan tulis versi baru mulai {TODAY}." in said
    assert here.ask(IN_FORCE) == [(0.6, 1)]


def test_nor_that_of_the_last_adopted_one(tmp_path):
    here = Instance(tmp_path).refer(WORDS, files.shipped(WORDS) + "praise,mutakhir,,,\n")
    built(here)
    (here.where.reference / WORDS).unlink()
    assert "mutakhir · praise tidak ada lagi, padahal sudah berlaku" in built(here, code=4)
    assert here.ask("select kind from marts.vocabulary where phrase = 'mutakhir'") == [("praise",)]
    here.refer(WORDS, files.shipped(WORDS) + f"praise,mutakhir,,{YESTERDAY},\n")
    built(here)
    assert len(adopted(here)) == 2


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        (WORDS, "brand,nganjuk melesat,", "stale,nganjuk melesat,", "nganjuk melesat · brand tidak ada lagi"),
        (OFFICIALS, "Subani,,kepala dinas", "Subani,,camat", "Subani berganti role"),
        (OFFICIALS, "Kang Marhaen | Marhaen,bupati,Bupati Nganjuk,2025", "Marhaen,bupati,Bupati Nganjuk,2025", "Kang"),
        (OFFICIALS, "2025-09-15,,", "2025-09-15,2025-12-31,", "Subani berubah masa lalunya"),
        (OFFICIALS, "2025-09-15,,", "2025-09-16,,", "Subani tidak ada lagi"),
    ],
)
def test_a_word_or_official_of_the_past_stays(name, old, new, words):
    before = {each: files.shipped(each) for each in files.NAMES}
    assert old in before[name]
    told = refusals(before | {name: before[name].replace(old, new)}, before, TODAY)
    assert told and words in told[0].what and told[0].file == name and told[0].line > 1


def test_words_and_officials_may_be_added_and_ended():
    before = {each: files.shipped(each) for each in files.NAMES}
    ended = before[OFFICIALS].replace("2025-09-15,,", f"2025-09-15,{YESTERDAY},")
    new = {OFFICIALS: f"{ended}Rekaan Baru,,kepala dinas,Kepala Dinas,{TODAY},,contoh\n"}
    new[WORDS] = before[WORDS] + "praise,mutakhir,,,\n"
    assert refusals(before | new, before, TODAY) == []


def test_a_file_that_is_no_text_is_named_with_its_line(tmp_path):
    here = Instance(tmp_path).refer(STANDARD, raised())
    (here.where.reference / OFFICIALS).write_bytes(files.OFFICIALS.encode() + b"Budi\xff,,a,A,2026-01-01,,w\n")
    assert "officials.csv baris 2: bukan UTF-8. Simpan ulang sebagai UTF-8." in built(here, code=4)


def test_signs_of_windows_in_a_file_are_no_change(tmp_path):
    here = Instance(tmp_path).refer(STANDARD, raised())
    built(here)
    (here.where.reference / STANDARD).write_bytes(b"\xef\xbb\xbf" + raised().replace("\n", "\r\n").encode() + b"\0")
    built(here)
    assert len(adopted(here)) == 1


def test_a_set_too_large_to_keep_is_refused():
    texts = {each: files.shipped(each) for each in files.NAMES}
    many = "".join(f"praise,kata {number} {'x' * 80},,,\n" for number in range(10_000))
    [told] = refusals(texts | {WORDS: texts[WORDS] + many}, None, TODAY)
    assert told.file == WORDS and "paling besar 900 kB" in told.what


def test_an_adoption_that_cannot_be_read_any_more_is_passed_over(tmp_path):
    here = Instance(tmp_path).refer(STANDARD, raised())
    built(here)
    for said in (None, {}, {"standard.toml": 3}, dict.fromkeys(files.NAMES, "bukan standar")):
        record(here.where, "standard-adopted", "orang", files=said)
    built(here)
    assert here.ask(IN_FORCE) == [(0.6, 1), (0.7, 2)] and here.ask(NOTICES) == []


def test_an_adoption_that_arrives_with_the_landing_is_built(tmp_path):
    first, second = Instance(tmp_path / "a").refer(STANDARD, raised()), Instance(tmp_path / "b").refer(STANDARD, BROKEN)
    built(second, code=4)
    built(first)
    for path in first.where.landing.rglob("*"):
        if path.is_file():
            target = second.where.landing / path.relative_to(first.where.landing)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    second.etl("build")
    incremental = standard(second)
    second.etl("rebuild")
    assert standard(second) == incremental
    assert second.ask(IN_FORCE) == [(0.6, 1), (0.7, 2)]


def test_the_page_of_data_quality_shows_the_notice_only_when_there_is_one(tmp_path, monkeypatch):
    fresh(tmp_path, monkeypatch)
    notice = {"file": "standard.toml", "line": 7, "what": "weight <b>5</b>"}
    published = tmp_path / "demo" / "published"
    snapshots.build_snapshot(published, **snapshots.example(standard_notice=[notice]))
    words = seen(opened("mutu_data"))
    assert standard_alert.REFUSED in words and "standard.toml baris 7: " in words
    assert "weight &lt;b&gt;5" in words and "<b>5</b>" not in words


def test_the_page_says_nothing_while_the_standard_is_in_force(tmp_path, monkeypatch):
    fresh(tmp_path, monkeypatch)
    snapshots.publish_example(tmp_path / "demo" / "published")
    assert standard_alert.REFUSED not in seen(opened("mutu_data"))
