"""The log of events, and how long it took from an event to the unit's first post of it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.standard.event_speed import Event, Told, caption_roots, first_posts, likeness, title_roots
from tests.instance import ACCOUNTS, Instance, instagram, post, written
from tests.models import run_model
from tests.staged import GOLDEN, staged

FOLDER = GOLDEN / "event_log"
OWNERS = ACCOUNTS + "".join(
    f"instagram,{name}_contoh,{number},{name} (contoh),{unit},2026-01-01,,\n"
    for name, number, unit in (("dinkes", 17841400000000101, "DINKES"), ("kominfo", 17841400000000202, "KOMINFO"))
)
FIRE = "Kebakaran gudang mebel di Desa Warujayeng"
TELLS = "Gudang mebel milik warga Warujayeng terbakar dini hari. Api padam pukul 04.10 WIB, tidak ada korban."
OTHER = "Jadwal posyandu balita bulan ini di balai desa. Bawa buku KIA."


def event(number: int = 1, hour: float = 0, title: str = FIRE) -> Event:
    return Event(number, hour, title_roots(title))


def told(post_id: str = "p", hour: float = 2, caption: str = TELLS) -> Told:
    return Told(post_id, hour, caption_roots(caption))


def test_a_sheet_is_read_row_by_row_with_the_unit_filled_down(tmp_path):
    with staged(tmp_path, FOLDER / "log_kegiatan.csv") as file:
        fire, training, visit, contest = file.rows(
            "agency_text, happened_at, happened_on::varchar, is_emergency, title, post_named", "incident"
        )
        assert file.reasons() == {5: [("Waktu kejadian", "32/06/2026 08:00")]} and file.part.non_post == 2
    unit, post_id = "Dinas Pemadam Kebakaran dan Penyelamatan", "instagram:DZxYw1CBq2r"
    at = datetime(2026, 6, 22, 19, 10, tzinfo=UTC)
    assert fire == (unit, at, "2026-06-23", True, "Kebakaran gudang mebel Warujayeng", post_id)
    assert training[0] == unit and training[3] is False
    assert visit[:4] == (unit, None, "2026-06-25", None), "neither an hour nor a kind is told"
    assert contest[:3] == ("Kecamatan Pace", None, "2026-06-25"), "a blank day is that of the row above"


def test_hours_in_a_column_of_their_own_and_links_of_two_platforms_are_understood(tmp_path):
    with staged(tmp_path, FOLDER / "jam_terpisah.csv") as file:
        rows = file.rows("happened_at, agency_text, post_named, happened_on::varchar", "incident")
    ids = "instagram:DZxYw1CBq2t facebook:123456789012345"
    assert rows[0] == (datetime(2026, 6, 23, 1, tzinfo=UTC), "Desa Bendolo", ids, "2026-06-23")
    assert rows[1][:2] == (datetime(2026, 6, 23, 6, 30, tzinfo=UTC), "Desa Bendolo")
    assert rows[2][0] is None and rows[2][3] == "2026-06-24"


def test_of_a_log_that_grew_the_newest_row_counts():
    run_model(
        "staging.incident_record",
        given={
            "raw.incident": """
            file_sha256 | part | record | agency_text | happened_at      | title    | link | observed_at
            a           |      | 1      | Damkar      | 2026-06-01 08:00 | Apel     |      | 2026-06-02 08:00
            b           |      | 3      | damkar      | 2026-06-01 08:00 | apel     | l    | 2026-06-09 08:00
            b           |      | 4      | Damkar      | 2026-06-02 08:00 | Apel     |      | 2026-06-09 08:00
            """
        },
        expect="file_sha256 | record | link \n b | 3 | l \n b | 4 | ",
    )


def test_the_first_post_with_the_words_of_the_title_tells_of_the_event():
    posts = [told("other", 1, OTHER), told("later", 9), told("first", 3)]
    assert first_posts([event()], posts) == {1: "first"}


@pytest.mark.parametrize("hour", [-0.1, 72.1])
def test_a_post_before_the_event_or_after_three_days_does_not_tell_of_it(hour):
    assert first_posts([event()], [told(hour=hour)]) == {}


def test_a_title_that_could_be_any_day_is_given_no_post():
    assert first_posts([event(title="Kegiatan warga desa")], [told(caption="Kegiatan warga desa hari ini")]) == {}
    assert first_posts([event(title="")], [told()]) == {}


def test_one_shared_word_is_not_enough():
    assert likeness(event(), told(caption="Gudang beras dinas dibuka kembali, ambil pupuk di sana.")) == 0


def test_of_two_equal_events_a_post_before_the_second_tells_of_the_first():
    assert first_posts([event(1, 0), event(2, 10)], [told("p", 3), told("q", 12)]) == {1: "p", 2: "q"}


def test_a_post_that_two_waiting_events_could_claim_tells_of_neither():
    assert first_posts([event(1, 0), event(2, 1)], [told("p", 3)]) == {}


def test_of_two_events_the_post_tells_of_the_one_it_is_most_like():
    other = event(2, 1, "Kebakaran gudang mebel dan toko bangunan di Kertosono")
    assert first_posts([event(), other], [told()]) == {1: "p"}


TITLES, CAPTIONS = st.sampled_from([FIRE, OTHER, "Gempa", ""]), st.sampled_from([TELLS, OTHER, FIRE, ""])
HOURS = st.integers(0, 200).map(float)


@given(st.lists(st.tuples(HOURS, TITLES), max_size=5), st.lists(st.tuples(HOURS, CAPTIONS), max_size=6), st.randoms())
def test_no_order_of_events_and_posts_matters_and_every_find_lies_in_the_window(events, posts, chance):
    known = [event(number, hour, title) for number, (hour, title) in enumerate(events)]
    said = [told(str(number), hour, caption) for number, (hour, caption) in enumerate(posts)]
    found = first_posts(known, said)
    assert first_posts(chance.sample(known, len(known)), chance.sample(said, len(said))) == found
    assert all(0 <= posts[int(post_id)][0] - events[number][0] <= 72 for number, post_id in found.items())
    assert len(set(found.values())) == len(found)


@given(st.text(), st.text())
def test_any_text_can_be_compared(title, caption):
    assert 0 <= likeness(event(title=title), told(caption=caption)) <= 1


LOG = "Unit,Waktu kejadian,Jenis,Judul,Tautan unggahan\n"
LINK = "https://www.instagram.com/p/{}/"


def test_from_files_to_hours_by_link_or_by_words_and_never_by_another_units_post(tmp_path):
    """Publish times are US Pacific, 14 hours behind WIB in June."""
    here = Instance(tmp_path).refer("accounts.csv", OWNERS)
    others = {"Account_username": "kominfo_contoh", "Account_ID": 17841400000000202}
    posts = [
        post(1, Publish_time="06/22/2026 19:00", Description=TELLS),
        post(2, Publish_time="06/22/2026 23:00", Description=TELLS),
        post(3, Publish_time="06/23/2026 19:00", Description="Foto hari ini"),
    ]  # fmt: skip
    rows = [
        f"Dinas Kesehatan,23/06/2026 06:30,darurat,{FIRE},\n",
        f"DINKES,24/06/2026 01:00,biasa,Rapat lintas sektor,{LINK.format(10000000003)}\n",
        f"DINKES,23/06/2026 07:00,biasa,Lomba,{LINK.format(10000000004)}\n",
        "DINKES,25/06/2026,biasa,Penyuluhan gizi keluarga petani,\n", "Unit Entah,25/06/2026 08:00,biasa,Apel pagi,\n",
    ]  # fmt: skip
    log = written(tmp_path / "log.csv", LOG + "".join(rows))
    taken = ("--exported-at", "2026-07-01T08:00")
    foreign = instagram(tmp_path / "b.csv", post(4, Publish_time="06/22/2026 20:00", **others))
    here.etl("load", log, foreign, *taken)
    here.up_to_date(instagram(tmp_path / "a.csv", *posts), *taken)
    sql = "select title, post_id, method, hours from warehouse.incident_post order by title"
    assert here.ask(sql) == [
        ("Apel pagi", None, None, None),
        (FIRE, "instagram:10000000001", "text", 2.5), ("Lomba", None, None, None),
        ("Penyuluhan gizi keluarga petani", None, None, None),
        ("Rapat lintas sektor", "instagram:10000000003", "link", 8.0),
    ]  # fmt: skip
    measured = "select measure, value, numerator, denominator from warehouse.account_measure"
    assert here.ask(f"{measured} where measure like '%hours' order by 1") == [
        ("emergency_hours", 2.5, 1, 1),
        ("event_hours", 5.25, 2, 4),
    ]
