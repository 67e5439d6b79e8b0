"""Near matches of claims with captions: likeness only, the same by any way of building, and never a verdict."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.cascade.texts import read_text
from measures.standard.claims_match import containment, near, telling, words_shared
from tests.instance import Instance, instagram, written
from tests.messages import EXPORTED, loaded, office, published, shown

LIST = "ID,Tanggal,Klaim,Putusan,Sumber,Tautan klarifikasi,Isi\n"
CLAIM = "[HOAKS] Beredar pesan berantai pembagian sembako dengan mengisi data pribadi"
SPREADS = "Segera! Pembagian sembako dari kabupaten, cukup mengisi data pribadi di tautan ini."
CORRECTS = "HOAKS. Pesan berantai tentang pembagian sembako dengan mengisi data pribadi TIDAK BENAR."
OTHER = "Pembagian bibit cabai untuk kelompok tani, ambil di balai desa."
MATCHES = "select issue_id, post_id, similarity, words from marts.issue_match order by issue_id, post_id"

ROOTS = st.sampled_from("abcdefgh")
WEIGHED = st.dictionaries(ROOTS, st.sampled_from([0.3, 0.5, 0.75, 1.0]), max_size=6)
CAPTION = st.sets(ROOTS, max_size=8)


def claims(here: Instance, *rows: str, name: str = "daftar.csv") -> Instance:
    here.etl("load", written(here.folder / name, LIST + "".join(rows)), "--exported-at", EXPORTED)
    return here.up_to_date()


def claim(number: int, text: str = CLAIM, verdict: str = "Hoaks") -> str:
    return f'CONTOH-{number},23/06/2026,"{text}",{verdict},,,\n'


@pytest.fixture
def here(tmp_path) -> Instance:
    return loaded(
        office(tmp_path),
        published(1, "2026-06-10 09:00", SPREADS),
        published(2, "2026-06-11 09:00", CORRECTS, "dinkes_contoh"),
        published(3, "2026-06-12 09:00", OTHER, "kecpace_contoh"),
        published(4, "2026-02-12 09:00", SPREADS, "desa_contoh"),
        building=False,
    )


@given(st.lists(WEIGHED, max_size=4), st.lists(CAPTION, max_size=6), st.sampled_from([0.3, 0.5, 0.6, 1.0]))
def test_the_index_finds_exactly_the_pairs_that_comparing_each_with_each_finds(told, captions, least):
    said = {
        found: np.array([at for at, each in enumerate(captions) if found in each], np.int64) for found in "abcdefgh"
    }
    found = {(one, at): share for one, at, share in near(told, said, len(captions), least)}
    every = {(one, at): containment(a, b) for one, a in enumerate(told) for at, b in enumerate(captions)}
    assert set(found) == {pair for pair, share in every.items() if share >= least - 1e-9 and told[pair[0]]}
    assert all(abs(every[pair] - share) < 1e-9 for pair, share in found.items())


@given(WEIGHED, CAPTION, CAPTION)
def test_more_words_in_a_caption_never_lower_the_share_of_the_claim(told, some, more):
    assert 0.0 <= containment(told, some) <= containment(told, some | more) <= 1.0 + 1e-9
    assert containment(told, set(told)) == (pytest.approx(1.0) if told else 0.0)


@given(st.text(max_size=300))
def test_any_text_can_be_asked_what_it_tells(text):
    assert all(0.3 <= each <= 1.0 for each in telling(text).values())
    words_shared(telling(text), read_text(text))


def test_how_lists_speak_of_any_claim_tells_nothing():
    assert telling("[HOAKS] Cek fakta: klarifikasi video viral beredar di WhatsApp, informasi tidak benar") == {}


def test_rare_words_weigh_more_than_those_that_every_post_has():
    told = telling("Warga kecamatan menerima sembako")
    assert told["sembako"] > told.get("warga", 0.0) and told["sembako"] > told.get("camat", 0.0)


def test_a_claim_finds_captions_that_spread_it_and_captions_that_correct_it(here):
    claims(here, claim(1))
    found = here.ask(MATCHES)
    assert [post for _, post, *_ in found] == [shown(1), shown(2)]
    assert all(share >= 0.6 for *_, share, _ in found)
    assert "sembako" in found[0][3].split(", ") and "pribadi" in found[0][3].split(", ")


def test_posts_older_than_the_window_and_posts_about_something_else_are_not_found(here):
    claims(here, claim(1))
    assert not {post for _, post, *_ in here.ask(MATCHES)} & {shown(3), shown(4)}


def test_what_a_list_calls_a_fact_is_not_searched_for(here):
    claims(here, claim(1, verdict="Fakta"), claim(2, "Sesuatu yang lain sekali"))
    assert here.ask(MATCHES) == []


def test_a_claim_that_tells_too_little_is_not_searched_for(here):
    claims(here, claim(1, "Pembagian sembako"))
    assert here.ask(MATCHES) == []


def test_likeness_moves_no_issue_and_gives_no_verdict(here):
    claims(here, claim(1))
    assert here.ask("select state, verdict, matches from marts.issue") == [("masuk", None, 2)]


def test_building_bit_by_bit_gives_what_a_rebuild_gives(here, tmp_path):
    claims(here, claim(1))
    claims(here, claim(1), claim(2, "Vaksin ternak membuat sapi mandul selamanya"), name="dua.csv")
    loaded(here, published(5, "2026-06-13 09:00", "Awas vaksin ternak membuat sapi mandul"), name="b.csv")
    changed = instagram(tmp_path / "c.csv", published(1, "2026-06-10 09:00", "Teks yang diganti sama sekali"))
    here.up_to_date(changed, "--exported-at", "2026-07-02T08:00")
    before = here.ask(MATCHES)
    late = instagram(tmp_path / "d.csv", published(6, "2026-09-13 09:00", SPREADS, "kecpace_contoh"))
    bit_by_bit = here.up_to_date(late, "--exported-at", "2026-09-20T08:00").ask(MATCHES)
    assert here.etl("rebuild").code in (0, 3)
    assert here.ask(MATCHES) == bit_by_bit
    assert {post for _, post, *_ in before} == {shown(2), shown(5)}
    assert {post for _, post, *_ in bit_by_bit} == {shown(6)}, "the window moved on with the data"
