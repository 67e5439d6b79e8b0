"""Issues move only forward, only by a named role, and never by themselves; a bad word is told and changes nothing."""

import pytest

from measures.standard.issue_flow import KINDS, STATES, VERDICTS, Move, following, refusal
from tests.instance import Instance, written
from tests.messages import FLOOD, loaded, office, published, said, said_raw, shown
from tests.models import run_model

LIST = "ID,Tanggal,Klaim,Putusan,Sumber,Tautan klarifikasi,Isi\n"
CLARIFIED = "https://kominfo.example.invalid/klarifikasi"


@pytest.fixture
def here(tmp_path) -> Instance:
    """An office with two posts; its data reach to 1 July 2026, 08.00 WIB."""
    return loaded(
        office(tmp_path),
        published(1, "2026-06-10 09:00", FLOOD),
        published(2, "2026-06-20 09:00", "Jadwal poli", "dinkes_contoh"),
        building=False,
    )


def reported(here: Instance, at: str = "2026-06-10 10:00", by: str = "petugas", **told: object) -> str:
    details = {"kind": "hoax", "title": "Sembako lewat tautan", "note": "", "link": "", "agency_code": None} | told
    return said(here, "issue-reported", at, by, **details)


def moved(here: Instance, issue: str, state: str, at: str, by: str = "petugas", **told: object) -> str:
    return said(here, "issue-moved", at, by, issue_id=issue, state=state, **told)


def issue(here: Instance, columns: str = "state, verdict") -> list[tuple]:
    return here.up_to_date().ask(f"select {columns} from marts.issue order by received_at, issue_id")


def notices(here: Instance) -> list[str]:
    return [text for (text,) in here.ask("select notice from marts.issue_notice order by said_at, notice")]


def test_an_issue_goes_its_whole_way_with_times_and_roles(here):
    one = reported(here, by="admin", agency_code="DINKES", link="https://wa.example.invalid/x")
    moved(here, one, "diperiksa", "2026-06-10 12:00")
    moved(here, one, "terverifikasi", "2026-06-10 13:00", "kepala", verdict="hoaks")
    moved(here, one, "klarifikasi", "2026-06-10 16:00", "kepala", link=CLARIFIED)
    moved(here, one, "disebar", "2026-06-11 08:00")
    moved(here, one, "selesai", "2026-06-12 08:00")
    found = issue(here, "state, verdict, verdict_by, hours_to_clarify, clarification_link, reported_by, agency_name")
    assert found == [("selesai", "hoaks", "kepala", 6.0, CLARIFIED, "admin", "Dinas Kesehatan")]
    assert issue(here, "checked_by, verified_by, clarified_by, spread_by, closed_by, is_fast, is_public") == [
        ("petugas", "kepala", "kepala", "petugas", "petugas", True, True)
    ]
    assert here.ask("select received, clarified, within_24h, due, median_hours from marts.issue_month") == [
        (1, 1, 1, 1, 6.0)
    ]
    assert notices(here) == []


OUT_OF_ORDER = (
    ([("klarifikasi", {})], "langsung dari “masuk” ke “klarifikasi”"),
    ([("diperiksa", {}), ("masuk", {})], "mundur dari “diperiksa” ke “masuk”"),
    ([("diperiksa", {}), ("terverifikasi", {})], "tanpa putusan"),
    ([("diperiksa", {"verdict": "hoaks"})], "setelah isu diperiksa"),
    ([("beres", {})], "Keadaan “beres” tidak dikenal"),
    ([("diperiksa", {}), ("terverifikasi", {"verdict": "bohong"})], "Putusan “bohong” tidak dikenal"),
    ([("masuk", {})], "sudah dalam keadaan “masuk”"),
    ([("diperiksa", {"by": "admin"})], "kata dari “admin” tidak dipakai"),
    ([("diperiksa", {"by": ""})], "kata dari tanpa nama tidak dipakai"),
    ([("diperiksa", {"by": "petugasan"})], "kata dari “petugasan” tidak dipakai"),
)


def test_a_word_out_of_order_changes_nothing_and_is_told(here):
    for day, (words, _) in enumerate(OUT_OF_ORDER, 10):
        one = reported(here, f"2026-06-{day} 10:00")
        for hour, (state, details) in enumerate(words, 11):
            moved(here, one, state, f"2026-06-{day} {hour}:00", **details)
    expected = [("masuk" if len(words) == 1 else "diperiksa", None) for words, _ in OUT_OF_ORDER]
    assert issue(here) == expected
    assert len(notices(here)) == len(OUT_OF_ORDER)
    assert all(told in text for text, (_, told) in zip(notices(here), OUT_OF_ORDER, strict=True))


def test_words_of_any_other_shape_are_told_and_break_nothing(here):
    one = reported(here)
    said(here, "issue-moved", "2026-06-10 11:00", issue_id=[one], state={"a": 1}, verdict=3)
    said(here, "issue-moved", "2026-06-10 12:00", issue_id=one, state=["diperiksa"])
    said(here, "issue-reported", "2026-06-10 13:00", kind=7, title=None)
    said(here, "issue-reported", "2026-06-10 14:00", kind="hoax", title="   ")
    said_raw(here, b'{"event": "issue-reported", "by": 7, "kind": "hoax", "title": "x\\u0000\\ud83d"}')
    said_raw(here, b'{"event": "ai-media-marked", "declared": "ya"}')
    said_raw(here, b'{"event": "issue-moved"}')
    assert issue(here)[0] == ("masuk", None)
    assert len(notices(here)) >= 6


def test_a_report_of_an_unknown_unit_is_kept_without_it(here):
    reported(here, agency_code="DINAS-X")
    assert issue(here, "title, agency_code") == [("Sembako lewat tautan", None)]
    assert notices(here) == ["Unit “DINAS-X” tidak ada; laporan ini dicatat tanpa unit."]


def test_an_unknown_kind_is_no_issue(here):
    reported(here, kind="gosip")
    assert issue(here) == []
    assert "Jenis “gosip” tidak dikenal" in notices(here)[0]


def test_a_verdict_can_be_mended_without_moving(here):
    one = reported(here)
    moved(here, one, "diperiksa", "2026-06-10 11:00")
    moved(here, one, "terverifikasi", "2026-06-10 12:00", verdict="hoaks")
    moved(here, one, "terverifikasi", "2026-06-10 15:00", "kepala", verdict="konteks_keliru", note="foto lama")
    assert issue(here, "state, verdict, verdict_by, verified_by, verified_at = '2026-06-10 12:00+07'") == [
        ("terverifikasi", "konteks_keliru", "kepala", "petugas", True)
    ]


def test_an_impostor_account_needs_no_verdict_and_an_issue_may_end_early(here):
    one = reported(here, kind="impostor", title="Akun palsu dinas")
    moved(here, one, "diperiksa", "2026-06-10 11:00")
    moved(here, one, "terverifikasi", "2026-06-10 12:00")
    moved(here, one, "selesai", "2026-06-10 13:00", note="akun dihapus platform")
    assert issue(here, "state, verdict, clarified_at, is_due") == [("selesai", None, None, False)]
    assert notices(here) == []


def test_an_issue_not_clarified_in_time_is_due(here):
    reported(here, "2026-06-10 10:00")
    reported(here, "2026-06-30 20:00", title="Baru saja masuk")
    assert issue(here, "is_due, is_fast") == [(True, False), (False, False)]


def test_a_word_about_a_list_that_has_not_come_waits_for_it(here, tmp_path):
    moved(here, "daftar:contoh-1", "diperiksa", "2026-06-20 11:00")
    assert issue(here) == []
    assert "dipakai begitu daftarnya masuk" in notices(here)[0]
    path = written(tmp_path / "daftar.csv", LIST + "CONTOH-1,13/06/2026,Sembako lewat tautan,Hoaks,,,\n")
    here.etl("load", path, "--exported-at", "2026-06-19T08:00")
    assert issue(here, "state, verdict, source_verdict, is_taken_up") == [("diperiksa", None, "hoaks", True)]
    assert notices(here) == []


def test_the_order_in_which_words_land_is_no_matter(here):
    one = reported(here)
    moved(here, one, "terverifikasi", "2026-06-10 12:00", verdict="fakta")
    assert issue(here) == [("masuk", None)]
    moved(here, one, "diperiksa", "2026-06-10 11:00")
    assert issue(here) == [("terverifikasi", "fakta")]


def test_marks_of_ai_media_hold_the_latest_word_of_staff(here):
    def mark(at: str, declared: object, by: str = "petugas", post: str = shown(1)) -> None:
        said(here, "ai-media-marked", at, by, post_id=post, declared=declared, note="")

    mark("2026-06-12 10:00", False)
    mark("2026-06-12 11:00", True, "admin")
    mark("2026-06-12 12:00", False, post=shown(2))
    mark("2026-06-12 13:00", None, "kepala", shown(2))
    mark("2026-06-12 14:00", True, post="instagram:belum")
    here.up_to_date()
    assert here.ask("select post_id, declared, said_by from warehouse.ai_mark") == [(shown(1), False, "petugas")]
    assert here.ask("select month::varchar, declared, undeclared from marts.ai_month") == [("2026-06-01", 0, 1)]
    assert len(notices(here)) == 2


def test_only_the_next_state_or_the_end_follows():
    assert following("masuk") == ("diperiksa",)
    assert following("diperiksa") == ("terverifikasi", "selesai")
    assert following("disebar") == ("selesai",) and following("selesai") == ()


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_staff_may_say_next_counts_and_nothing_else_moves(kind):
    for now in STATES:
        moves = [Move("petugas", state, verdict) for state in STATES for verdict in (None, *VERDICTS)]
        counted = {move.state for move in moves if refusal(kind, now, False, move) is None}
        assert counted - {now} == set(following(now))


def test_the_time_to_correction_runs_from_arrival_to_the_first_clarification():
    run_model(
        "warehouse.issue",
        given={
            "warehouse.issue_received": """
                issue_id | kind | title | origin | received_at
                a        | hoax | satu  | report | 2026-06-10 08:00
                b        | hoax | dua   | list   | 2026-06-10 08:00
                c        | hoax | tiga  | list   | 2026-06-10 08:00""",
            "warehouse.issue_step": """
                issue_id | place | said_at          | said_by | state       | verdict
                a        | 1     | 2026-06-10 09:00 | petugas | diperiksa   |
                a        | 2     | 2026-06-10 10:00 | kepala  | terverifikasi | hoaks
                a        | 3     | 2026-06-11 14:00 | petugas | klarifikasi |
                a        | 4     | 2026-06-12 14:00 | petugas | klarifikasi |
                b        | 1     | 2026-06-09 09:00 | petugas | klarifikasi |""",
        },
        expect="""
            issue_id | state       | verdict | hours_to_clarify | is_taken_up
            a        | klarifikasi | hoaks   | 30               | true
            b        | klarifikasi |         |                  | true
            c        | masuk       |         |                  | false""",
    )
