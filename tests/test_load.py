"""Loading from the command line: the JSON a caller reads, the exit codes, and the place of every row set aside."""

import json
import re
from dataclasses import replace

import pytest

from etl.__main__ import parser
from etl.commands import names
from etl.errors import LostRecords
from etl.load import Loader
from etl.report import PartReport
from etl.source import Prepared
from etl.sources.instagram_content import SOURCE as INSTAGRAM
from etl.warehouse import writing
from tests.instance import DAILY, IG, Instance, instagram, post, written

COUNTS = ["records", "loaded", "set_aside", "non_post", "known"]
KEYS = ["file", "sha256", "source", "account", "status", *COUNTS, "problems"]


def test_the_json_of_a_file_has_these_keys_and_its_numbers_add_up(tmp_path):
    path = instagram(
        tmp_path / "juni.csv",
        post(1),
        post(2, Likes="3.Apr"),
        post(3, Post_ID="", Data_comment="An error occurred while computing metadata"),
        post(1),
    )
    report = Instance(tmp_path).load(path)
    assert [key for key in report if key != "code"] == KEYS
    assert (report["file"], report["source"], report["status"]) == (str(path), "instagram_content", "load_some")
    assert re.fullmatch("[0-9a-f]{64}", report["sha256"]) and report["account"] is None
    assert [report[name] for name in COUNTS] == [4, 1, 1, 1, 1]
    assert report["problems"] == [
        {"record": 2, "column": "Likes", "value": "3.Apr", "reason": "bukan bilangan bulat yang sah"}
    ]


def test_exit_code_0_when_all_is_loaded_or_was_already(tmp_path):
    here, path = Instance(tmp_path), instagram(tmp_path / "a.csv", post(1))
    assert [here.etl("load", path).code, here.etl("load", path).code] == [0, 0]


def test_exit_code_3_when_one_row_cannot_be_read(tmp_path):
    assert Instance(tmp_path).load(instagram(tmp_path / "a.csv", post(1), post(2, Views="x")))["code"] == 3


def test_exit_code_4_when_a_file_is_refused_though_the_others_were_loaded(tmp_path):
    here = Instance(tmp_path)
    bad, good = written(tmp_path / "a.csv", "apa,ini\n1,2\n"), instagram(tmp_path / "b.csv", post(1))
    done = here.etl("load", bad, tmp_path / "tiada.csv", good, "--json")
    assert done.code == 4
    assert [report["status"] for report in done.reports] == ["reject", "reject", "load"]
    assert "tidak ditemukan" in done.reports[1]["problems"][0]["reason"]


def test_exit_code_1_and_one_sentence_when_it_is_our_fault(tmp_path):
    here = Instance(tmp_path).refer("settings.toml", "rusak")
    done = here.etl("load", instagram(tmp_path / "a.csv", post(1)), "--json")
    assert done.code == 1 and done.err.splitlines()[-1].startswith("Gagal: settings.toml")
    assert json.loads(done.out.splitlines()[-1])["status"] == "fault"


@pytest.mark.parametrize("account", ["dinkes", "mastodon:dinkes", "instagram:"])
def test_an_account_that_cannot_be_is_refused_before_anything_happens(tmp_path, account):
    here = Instance(tmp_path)
    with pytest.raises(SystemExit):
        here.etl("load", instagram(tmp_path / "a.csv", post(1)), "--account", account)
    assert not here.where.landing.exists()


def test_a_report_for_people_counts_rows_and_names_the_bad_cell(tmp_path):
    done = Instance(tmp_path).etl("load", instagram(tmp_path / "a.csv", post(1), post(2, Likes="banyak")))
    first, second = done.out.splitlines()
    assert "dimuat sebagian (instagram_content). 2 baris: 1 dimuat, 0 sudah dikenal, 1 disisihkan" in first
    assert second.strip() == "- baris 2 kolom “Likes” berisi “banyak”: bukan bilangan bulat yang sah"


def test_a_folder_is_walked_without_its_hidden_files(tmp_path):
    here = Instance(tmp_path)
    instagram(tmp_path / "ekspor" / "b" / "juni.csv", post(1))
    instagram(tmp_path / "ekspor" / "a" / "mei.csv", post(2))
    written(tmp_path / "ekspor" / ".DS_Store", "x")
    done = here.etl("load", tmp_path / "ekspor", "--json")
    assert [report["loaded"] for report in done.reports] == [1, 1] and done.code == 0


def test_a_row_set_aside_keeps_where_it_stood_what_it_said_and_why(tmp_path):
    path = instagram(tmp_path / "juni.csv", post(1, Description="dua\nbaris"), post(2, Likes="1.Jan", Views="x"))
    here = Instance(tmp_path).up_to_date(path)
    raw = path.read_text("utf-8-sig").splitlines()[-1]
    told = "select original_name, source, record, line, column_name, value, reason, raw_text from marts.set_aside"
    reason = "bukan bilangan bulat yang sah"
    assert here.ask(f"{told} order by column_name") == [
        ("juni.csv", "instagram_content", 2, 3, "Likes", "1.Jan", reason, raw),
        ("juni.csv", "instagram_content", 2, 3, "Views", "x", reason, raw),
    ]
    assert here.ask("select set_aside from marts.file") == [(1,)]


def test_an_unknown_file_is_kept_and_told_what_it_lacks(tmp_path):
    here = Instance(tmp_path)
    path = instagram(tmp_path / "a.csv", post(1))
    text = path.read_text("utf-8-sig").replace("Permalink", "Tautan").replace("Account username", "Nama")
    report = here.load(written(path, text))
    reason = report["problems"][0]["reason"]
    assert report["status"] == "reject" and "Instagram: konten per unggahan" in reason
    assert "“permalink”" in reason and "“account username”" in reason
    assert (here.where.landing / report["sha256"][:2] / report["sha256"]).read_bytes() == path.read_bytes()
    assert here.up_to_date().ask("select status from marts.file") == [("reject",)]


def test_a_file_of_another_platform_than_the_account_named_is_refused(tmp_path):
    report = Instance(tmp_path).load(instagram(tmp_path / "a.csv", post(1)), "--account", "tiktok:dinkes_contoh")
    assert report["status"] == "reject" and "Periksa --account" in report["problems"][0]["reason"]


def test_a_file_that_needs_an_account_says_so_and_assign_gives_it(tmp_path):
    here = Instance(tmp_path)
    report = here.load(written(tmp_path / "follows.csv", DAILY, "utf-16"))
    assert "--account instagram:" in report["problems"][0]["reason"]
    assert here.etl("assign", report["sha256"], "--account", "instagram:@Dinkes_Contoh", "--by", "Ani").code == 0
    here.up_to_date()
    assert here.ask("select account_id, metric, value from marts.account_series order by day") == [
        (IG, "follows", 4.0), (IG, "follows", 7.0),
    ]  # fmt: skip


def test_assign_says_the_moment_of_the_export_in_wib(tmp_path):
    here = Instance(tmp_path)
    sha256 = here.load(instagram(tmp_path / "a.csv", post(1)))["sha256"]
    assert here.etl("assign", sha256, "--exported-at", "2026-07-01T07:30").code == 0
    here.up_to_date()
    seen = "strftime(timezone('UTC', {}), '%Y-%m-%d %H:%M')"
    asked = f"select {seen.format('observed_at')} from marts.posts"
    assert here.ask(asked) == [("2026-07-01 00:30",)]


@pytest.mark.parametrize("arguments", [("a" * 64, "--account", IG), ("a" * 64,)])
def test_assign_refuses_what_it_cannot_find_or_was_not_told(tmp_path, arguments):
    done = Instance(tmp_path).etl("assign", *arguments)
    assert done.code == 1 and done.err.startswith("Gagal: ")


def test_a_post_seen_again_with_other_numbers_is_a_second_observation_not_a_known_row(tmp_path):
    here = Instance(tmp_path)
    june = instagram(tmp_path / "juni.csv", post(1), post(2))
    july = instagram(tmp_path / "juli.csv", post(1), post(2, Likes=11), post(3))
    here.load(june, "--exported-at", "2026-07-01T08:00")
    report = here.load(july, "--exported-at", "2026-07-08T08:00")
    assert (report["records"], report["loaded"], report["known"]) == (3, 2, 1)
    observed = "select likes, observations from marts.posts order by post_id"
    assert here.up_to_date().ask(observed) == [(10, 2), (11, 2), (10, 1)]


def test_a_sum_that_does_not_add_up_is_our_fault():
    with pytest.raises(LostRecords, match="2 baris masuk, 1 yang tercatat"):
        PartReport(records=2, loaded=1).settle()


def test_a_file_whose_records_got_lost_leaves_nothing_behind_but_its_landed_copy(tmp_path):
    here = Instance(tmp_path)
    lossy = replace(INSTAGRAM, prepare=lambda block, context: Prepared(replace(block, rows=block.rows[1:])))
    with writing(here.where) as con:
        loader = Loader(con, here.where)
        loader.sources = (lossy,)
        report = loader.load(instagram(tmp_path / "a.csv", post(1), post(2, Likes="x")), {})
    assert (report.status, report.exit_code) == ("fault", 1)
    assert "2 baris masuk, 1 yang tercatat" in report.as_json()["problems"][0]["reason"]
    tables = ("raw.post", "raw.file", "raw.set_aside", "raw.touched_post")
    assert [here.ask(f"select * from {table}") for table in tables] == [[], [], [], []]
    assert here.up_to_date().ask("select loaded, set_aside from raw.file") == [(1, 1)]


def test_status_counts_what_landed_and_what_is_published(tmp_path):
    here = Instance(tmp_path).up_to_date(instagram(tmp_path / "a.csv", post(1)))
    written(here.where.inbox / "b.csv", "x")
    assert here.etl("publish").code == 0
    [told] = here.etl("status", "--json").reports
    assert (told["landed_files"], told["landed_events"], told["inbox_waiting"], told["posts"]) == (1, 0, 1, 1)
    assert told["published"] in told["snapshots"] and told["published_is_readable"] is True
    assert here.etl("status").out.startswith("Landing     : 1 berkas")


def test_an_instance_that_has_nothing_yet_has_a_status(tmp_path):
    [told] = Instance(tmp_path).etl("status", "--json").reports
    assert (told["landed_files"], told["published"], told["snapshots"]) == (0, None, [])


@pytest.mark.parametrize("command", names())
def test_every_command_explains_itself(capsys, command):
    with pytest.raises(SystemExit) as ended:
        parser().parse_args([command, "--help"])
    shown = capsys.readouterr().out
    assert ended.value.code == 0 and command in shown and len(shown.splitlines()) > 2


def test_help_lists_every_command():
    shown = parser().format_help()
    assert [name for name in names() if not re.search(rf"^ +{name} +[A-Z]", shown, re.MULTILINE)] == []
