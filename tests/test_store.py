"""The store follows CURRENT, keeps serving when it breaks, and shows each viewer only their rows."""

import threading
from pathlib import Path

import pytest

from tests.snapshots import AS_OF, build_snapshot, example, facts, publish_example
from ui import store
from ui.access import Viewer, current_viewer
from ui.memory import Memory
from ui.questions import QUERIES, QuestionRefused, question

NAMES = sorted(path.stem for path in QUERIES.glob("*.sql"))
PARAMS = {
    "period": "28-hari", "platform": "semua", "peer_group": "dinas", "measure": "interactions", "agency": "DINKES",
    "comparison": "tanpa", "metric": "interactions", "by": "harapan", "words": "", "post_type": "semua",
    "sort": "terbaru", "registered": True, "message": "instagram:pesan1", "village": "35.18.01.2002",
    "unit_group": "semua", "of_units": ["DINKES", "DISDIK"], "of_messages": ["instagram:pesan1"],
    "posts": ["instagram:1"], "action": "semua", "state": "semua", "label": "emphasis",
    "month": "2026-11", "rule": "service_share", "verdict": "semua", "enough": 5,
    "issue": "daftar:contoh-001", "stance": "semua",
}  # fmt: skip
KNOWN = Viewer("kepala")
ADMIN = Viewer("admin", ("DISDIK",))


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """A real instance with one published snapshot and a viewer who may see everything."""
    monkeypatch.setenv("JANGKAU_DATA", str(tmp_path))
    monkeypatch.setenv("JANGKAU_LOCAL_VIEWER", "kepala")
    monkeypatch.setattr(store, "_open", None)
    publish_example(tmp_path / "published")
    return tmp_path


def asked(name: str, viewer: Viewer, **changes):
    params = {key: value for key, value in (PARAMS | changes).items() if f"${key}" in question(name).sql}
    return store.ask(store.snapshot(), question(name), viewer, params)


@pytest.mark.parametrize("name", NAMES)
def test_every_question_can_be_asked(home, name):
    assert len(asked(name, KNOWN).columns)


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_viewer_gets_the_columns_and_no_rows(home, name):
    assert list(asked(name, Viewer()).columns) == list(asked(name, KNOWN).columns)
    assert asked(name, Viewer()).empty


@pytest.mark.parametrize("name", [name for name in NAMES if question(name).scope == "agency_code"])
def test_an_admin_sees_only_the_rows_of_the_own_unit(home, name):
    seen = set(asked(name, ADMIN, agency="semua" if "posts" in name or "search" in name else "DISDIK")["agency_code"])
    assert seen <= {"DISDIK"}


@pytest.mark.parametrize("name", [name for name in NAMES if question(name).scope == "staff"])
@pytest.mark.parametrize("role", ["admin", "pimpinan", "layar"])
def test_what_is_for_staff_is_for_staff(home, name, role):
    assert asked(name, Viewer(role, ("DINKES",))).empty


@pytest.mark.parametrize("name", [name for name in NAMES if question(name).scope == "agency_code"])
def test_a_filtered_question_never_cuts_before_the_filter(name):
    assert "limit" not in question(name).sql.lower().split()


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_short(name):
    assert len((QUERIES / f"{name}.sql").read_text(encoding="utf-8").splitlines()) <= 30


@pytest.mark.parametrize("name", ["", "../secret", "tidak_ada", "snapshot; drop"])
def test_a_question_that_is_not_in_the_folder_is_refused(name):
    with pytest.raises(QuestionRefused):
        question(name)


def test_a_question_without_a_scope_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("ui.questions.QUERIES", tmp_path)
    (tmp_path / "bebas.sql").write_text("-- question: apa?\nselect 1\n", encoding="utf-8")
    with pytest.raises(QuestionRefused):
        question("bebas")


def test_a_page_of_an_answer_is_cut_after_the_viewers_filter(home, monkeypatch):
    monkeypatch.setattr(store, "current_viewer", lambda: ADMIN)
    every = {key: PARAMS[key] for key in ("words", "platform", "post_type", "period", "sort")} | {"agency": "semua"}
    assert store.count("post_search", **every) == 1
    assert len(store.page("post_search", 20, **every)) == 1


def test_pages_together_are_the_whole_answer_in_order(home):
    every = {key: PARAMS[key] for key in ("words", "platform", "post_type", "period", "sort")} | {"agency": "semua"}
    whole = store.query("post_search", **every)
    pages = [store.page("post_search", 7, place, **every) for place in range(0, len(whole), 7)]
    assert [row for part in pages for row in part["post_id"]] == list(whole["post_id"])
    assert store.count("post_search", **every) == len(whole)


def test_a_new_publication_is_seen_on_the_next_question(home):
    assert store.query("snapshot")["posts"].iloc[0] == 30
    build_snapshot(home / "published", "marts-20261123T000000Z-0002.duckdb", **example(snapshot=facts(posts=31)))
    assert store.query("snapshot")["posts"].iloc[0] == 31


def test_a_broken_pointer_keeps_the_old_numbers_and_says_so(home):
    assert not store.snapshot().is_old
    (home / "published" / "CURRENT").write_text("marts-tidak-ada.duckdb\n", encoding="utf-8")
    assert store.snapshot().is_old
    assert store.query("snapshot")["posts"].iloc[0] == 30


def test_a_broken_file_keeps_the_old_numbers_and_recovers(home):
    store.snapshot()
    (home / "published" / "rusak.duckdb").write_bytes(b"bukan duckdb")
    (home / "published" / "CURRENT").write_text("rusak.duckdb\n", encoding="utf-8")
    assert store.snapshot().is_old
    build_snapshot(home / "published", "marts-20261124T000000Z-0003.duckdb", **example())
    assert not store.snapshot().is_old


def test_a_start_with_a_broken_pointer_finds_the_newest_readable_snapshot(home):
    (home / "published" / "CURRENT").write_text("hilang.duckdb\n", encoding="utf-8")
    assert store.snapshot().is_old
    assert len(store.query("agencies")) == 5


def test_a_pointer_cannot_leave_its_folder(home):
    (home / "published" / "CURRENT").write_text("../../etc/passwd\n", encoding="utf-8")
    assert store.snapshot().is_old


def test_without_any_publication_the_store_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("JANGKAU_DATA", str(tmp_path))
    monkeypatch.setattr(store, "_open", None)
    with pytest.raises(store.NothingPublished):
        store.snapshot()


def test_the_invented_instance_is_shown_until_the_real_one_publishes(tmp_path, monkeypatch):
    monkeypatch.setenv("JANGKAU_DATA", str(tmp_path))
    monkeypatch.delenv("JANGKAU_LOCAL_VIEWER", raising=False)
    monkeypatch.setattr(store, "_open", None)
    publish_example(tmp_path / "demo" / "published")
    assert store.snapshot().is_demo
    assert current_viewer() == Viewer("contoh")
    build_snapshot(tmp_path / "published", "marts-20261123T000000Z-0002.duckdb", **example())
    assert not store.snapshot().is_demo
    assert current_viewer() == Viewer(None)


@pytest.mark.parametrize("claimed", ["admin", "contoh", "layar", "KEPALA DINAS", ""])
def test_a_role_that_is_not_on_the_local_list_is_unknown(home, monkeypatch, claimed):
    monkeypatch.setenv("JANGKAU_LOCAL_VIEWER", claimed)
    assert not current_viewer().is_known


def test_instants_are_read_in_wib(home):
    assert store.query("snapshot")["data_as_of"].iloc[0] == AS_OF
    with store.snapshot().connection.cursor() as cursor:
        assert cursor.execute("select current_setting('TimeZone')").fetchone() == ("Asia/Jakarta",)


def test_the_app_can_neither_write_nor_read_other_files(home):
    with store.snapshot().connection.cursor() as cursor:
        for forbidden in ("create table marts.x (a int)", "select * from read_csv('/etc/passwd')"):
            with pytest.raises(store.duckdb.Error):
                cursor.execute(forbidden)


def test_an_answer_changed_by_one_viewer_stays_whole_for_the_next(home):
    first = store.query("agencies")
    first.loc[:, "name"] = "diubah"
    assert "diubah" not in set(store.query("agencies")["name"])


def test_many_viewers_at_once_get_whole_answers(home):
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(len(store.query("agencies")))) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [5] * 12


def test_two_who_ask_at_once_share_one_computation():
    memory, started, calls = Memory(size=3), threading.Barrier(2), []

    def slow() -> int:
        calls.append(1)
        threading.Event().wait(0.1)
        return 7

    def one() -> None:
        started.wait()
        assert memory.get("sama", slow) == 7

    threads = [threading.Thread(target=one) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(calls) == 1


def test_a_failed_computation_is_tried_again():
    memory = Memory(size=3)
    with pytest.raises(ZeroDivisionError):
        memory.get("a", lambda: 1 // 0)
    assert memory.get("a", lambda: 1) == 1


def test_the_memory_forgets_what_was_not_used_for_longest():
    memory = Memory(size=2)
    for key in "abc":
        memory.get(key, lambda key=key: key)
    assert memory.get("a", lambda: "baru") == "baru"
    assert memory.get("c", lambda: "baru") == "c"
