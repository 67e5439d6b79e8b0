"""What the pages say is what the next build hears: from the press of a button to the published figure."""

from pathlib import Path

import pytest

from tests.instance import Instance
from tests.messages import FLOOD, loaded, office, published, shown
from tests.screens import fresh, opened, seen
from tests.test_link_reports import shortcode
from ui import acts, report_facts, store

MAIN, CARRY, OTHER = 1, 2, 3


@pytest.fixture
def here(tmp_path, monkeypatch) -> Instance:
    """A published office with one message; the head of the agency looks at it."""
    made = office(tmp_path)
    loaded(
        made,
        published(MAIN, "2026-06-10 09:00", FLOOD),
        published(CARRY, "2026-06-10 12:00", FLOOD, "dinkes_contoh"),
        published(OTHER, "2026-06-10 13:00", "Jadwal poli hari ini", "kecpace_contoh"),
        published(4, "2026-06-20 09:00", "Jadwal libur", "dinkes_contoh"),
    )
    assert made.etl("publish").code == 0
    fresh(made.where.root, monkeypatch)
    monkeypatch.setenv("JANGKAU_LOCAL_VIEWER", "kepala")
    return made


def rebuilt(here: Instance) -> Instance:
    here.up_to_date()
    assert here.etl("publish").code == 0
    store._memory.clear()
    return here


def link(place: int) -> str:
    return f"https://www.instagram.com/p/{10**10 + place}/"


def test_a_report_sent_by_the_form_is_counted_by_the_build(here):
    app = opened("lapor_sebar", unit="DINKES", pesan=shown(MAIN))
    app.text_area(key="lapor_tautan").input(f"ini ya {link(CARRY)}?igsh=abc, {link(OTHER)}")
    app.button(key="lapor_kirim").click().run()
    assert app.text_area(key="lapor_tautan").value == link(OTHER)
    assert "Baru dikirim" in seen(app)
    rebuilt(here)
    assert here.published("select status, agency_code, post_id from marts.link_report") == [
        ("accepted", "DINKES", shown(CARRY))
    ]
    assert here.published("select method from marts.duty_unit where agency_code = 'DINKES'") == [("reported",)]
    words = seen(opened("lapor_sebar", unit="DINKES", pesan=shown(MAIN)))
    assert "Diterima" in words and "Baru dikirim" not in words


PASTED = (
    link(CARRY),
    link(OTHER),
    link(MAIN),
    link(77),
    f"https://www.instagram.com/dinkes_contoh/p/{shortcode('2026-06-10 10:00')}/",
    f"https://www.instagram.com/desa_contoh/p/{shortcode('2026-06-10 10:30')}/",
    f"https://www.instagram.com/p/{shortcode('2026-06-10 11:00')}/",
    f"https://www.instagram.com/p/{shortcode('2026-06-09 11:00')}/",
    f"https://www.instagram.com/akun_lain/p/{shortcode('2026-06-10 11:30')}/",
    "https://www.facebook.com/pemkab_contoh/posts/pfbid02abcDEF",
    "https://www.facebook.com/permalink.php?story_fbid=pfbid0xyz&id=1000",
    "https://www.instagram.com/dinkes_contoh/",
    "https://www.facebook.com/hashtag/banjir",
    "https://nganjukkab.go.id/berita/1",
    "bukan tautan",
    "https://[rusak",
)


def test_the_form_lets_through_exactly_what_the_build_does_not_refuse(here):
    checked = report_facts.judged("\n".join(PASTED), "DINKES", store.query("report_messages").iloc[0].to_dict())
    assert [one.raw for one in checked] == list(PASTED)
    for one in checked:
        acts.report(shown(MAIN), "DINKES", [one.raw])
    rebuilt(here)
    told = here.published("select status, reason from marts.link_report order by reported_at")
    assert len(told) == len(PASTED)
    sendable = [status != "refused" for status, _ in told]
    assert [(one.raw, one.is_sendable) for one in checked] == list(zip(PASTED, sendable, strict=True))


def test_a_correction_outranks_what_the_machine_found(here):
    assert here.published("select count(*) from marts.repost where agency_code = 'DINKES'") == [(1,)]
    acts.correct(shown(MAIN), shown(CARRY), False, "kegiatan lain")
    acts.correct(shown(MAIN), shown(OTHER), True, "disebut di gambarnya")
    rebuilt(here)
    assert here.published("select agency_code, decided_by from marts.repost") == [("KEC-PACE", "staff")]
    words = seen(opened("tinjauan", bagian="catatan"))
    assert "kegiatan lain" in words and "disebut di gambarnya" in words
    assert "menunggu pembaruan" not in words


def test_what_is_designated_excused_and_withdrawn_is_so_after_the_build(here):
    acts.designate([shown(4)], "Libur poli", 24, ("kecamatan", ["35.18.05"]))
    acts.excuse(shown(MAIN), "KEC-PACE", "akun sedang dipulihkan")
    rebuilt(here)
    title = f"select title, designated_by, audience_kind from marts.message where message_id = '{shown(4)}'"
    assert here.published(title) == [("Libur poli", "hand", "kecamatan")]
    excused = f"select status, reason from marts.duty_unit where agency_code = 'KEC-PACE' and message_id = '{shown(1)}'"
    assert here.published(excused) == [("excused", "akun sedang dipulihkan")]
    acts.withdraw(shown(4), "jadwal berubah")
    rebuilt(here)
    assert "Ditarik" in seen(opened("pesan_prioritas", keadaan="withdrawn"))


def test_nothing_is_written_beside_landing(here, tmp_path):
    before = {path for path in here.where.root.rglob("*") if path.is_file()}
    acts.decide(shown(MAIN), shown(CARRY), True)
    added = {path for path in here.where.root.rglob("*") if path.is_file()} - before
    assert added and all(Path(path).is_relative_to(here.where.landing) for path in added)
