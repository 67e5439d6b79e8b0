"""What people decided leaves as training texts, through the real command line; what they say badly breaks nothing."""

import json

import pytest

from tests.instance import Instance
from tests.messages import loaded, office, published, said, said_raw, shown

HOSTILE = 'Layanan KTP "gratis" \u2028 \u202e </script> =1+1 \U0001f64f'
FIELDS = [
    "id", "platform", "account_kind", "account", "event", "caption", "emphasis", "educational", "service_info",
    "smart_city", "brand", "call_for_vigilance_or_correction", "unsourced_claim_risk", "accountability",
    "smart_city_cta", "personal_data", "ai_declared", "labelled_by", "labelled_at",
]  # fmt: skip


@pytest.fixture
def here(tmp_path) -> Instance:
    """Three posts of the health agency, and a word of a village on one of its own."""
    made = office(tmp_path)
    return loaded(
        made,
        published(1, "2026-06-10 09:00", HOSTILE, "dinkes_contoh"),
        published(2, "2026-06-10 10:00", "Selamat ulang tahun Pak Camat", "dinkes_contoh"),
        published(3, "2026-06-10 11:00", "Jadwal posyandu", "desa_contoh"),
        building=False,
    )


def decided(here: Instance, place: int, at: str, by: str = "petugas", **labels: object) -> str:
    return said(here, "judgement-decided", at, by, post_id=shown(place), labels=labels, reason="rekaan")


def exported(here: Instance, *arguments: object) -> list[dict]:
    done = here.etl("labels", *arguments)
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def test_only_decided_posts_leave_with_every_field_of_a_training_text(here):
    decided(here, 1, "2026-06-11 08:00", emphasis="service", service_info=True)
    here.up_to_date()
    [text] = exported(here)
    assert list(text) == FIELDS
    assert (text["id"], text["platform"], text["account_kind"]) == (shown(1), "instagram", "dinas")
    assert (text["account"], text["event"], text["caption"]) == ("dinkes_contoh", "", HOSTILE)
    assert (text["emphasis"], text["service_info"], text["educational"]) == ("service", True, None)
    assert (text["labelled_by"], text["labelled_at"]) == ("petugas", "2026-06-11T08:00:00+07:00")


def test_the_latest_word_on_each_label_is_exported_and_what_was_taken_back_is_not(here):
    decided(here, 1, "2026-06-11 08:00", emphasis="figure", brand=False)
    decided(here, 1, "2026-06-12 08:00", "kepala", emphasis="service")
    decided(here, 2, "2026-06-11 08:00", emphasis="figure")
    said(here, "judgement-decided", "2026-06-12 08:00", post_id=shown(2), labels={}, reason="")
    here.up_to_date()
    [text] = exported(here)
    assert (text["id"], text["emphasis"], text["brand"]) == (shown(1), "service", False)
    assert (text["labelled_by"], text["labelled_at"]) == ("kepala", "2026-06-12T08:00:00+07:00")


def test_the_file_holds_one_text_a_line_whatever_the_caption_holds(here, tmp_path):
    decided(here, 1, "2026-06-11 08:00", emphasis="service")
    decided(here, 3, "2026-06-11 08:00", emphasis="service")
    here.up_to_date()
    done = here.etl("labels", "--out", tmp_path / "teks.jsonl")
    assert (done.code, done.out) == (0, "") and "2 unggahan" in done.err
    lines = (tmp_path / "teks.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [shown(1), shown(3)]


def test_nothing_decided_is_an_empty_answer_and_nothing_built_says_what_to_do(here):
    assert "Jalankan `run`" in Instance(here.folder / "lain").etl("labels").err
    here.up_to_date()
    assert exported(here) == []


def test_a_file_that_cannot_be_written_is_named(here, tmp_path):
    here.up_to_date()
    done = here.etl("labels", "--out", tmp_path / "tiada" / "teks.jsonl")
    assert done.code != 0 and "tidak dapat ditulis" in done.err


BODIES = (
    {}, {"post_id": 7, "labels": []}, {"post_id": None, "labels": None}, {"post_id": {"a": 1}, "labels": "emphasis"},
    {"labels": {"emphasis": "service"}}, {"post_id": "x:1", "labels": {"emphasis": "service"}},
    {"labels": {"emphasis": ["service"], "$.\"]": 1, "lucu\u0000\ud800": True, "brand": "ya", "educational": 7.5}},
    {"labels": {"a" * 500: {"b": []}}}, {"labels": {"emphasis": None}, "reason": ["x"]},
)  # fmt: skip


def test_a_hostile_word_is_never_an_error_at_most_a_notice(here):
    for number, body in enumerate(BODIES):
        for event in ("judgement-decided", "judgement-appealed", "appeal-answered"):
            body = {"post_id": shown(1), "appeal_id": number, "accepted": "ya"} | body
            said_raw(here, json.dumps({"event": event, "by": "petugas", "at": f"2026-06-11T08:0{number}:00Z"} | body))
    here.up_to_date()
    assert here.ask("from marts.label_decision") == here.ask("from marts.appeal") == []
    found = here.ask("select action, kind, about from marts.judgement_notice")
    assert {(action, kind) for action, kind, _ in found} == {
        ("judgement-decided", "unclear"), ("judgement-decided", "no_post"), ("judgement-decided", "no_label"),
        ("judgement-decided", "bad_value"), ("judgement-appealed", "no_post"), ("judgement-appealed", "other_unit"),
        ("appeal-answered", "unclear"),
    }  # fmt: skip
    assert {"a" * 100, "emphasis", "brand", "educational", '$."]'} <= {about for _, _, about in found}
    assert len(here.ask("from marts.audit")) == 3 * len(BODIES)


def test_a_word_on_a_post_that_is_not_here_yet_counts_once_it_is(here, tmp_path):
    decided(here, 5, "2026-06-11 08:00", emphasis="neither")
    here.up_to_date()
    assert here.ask("select kind, about from marts.judgement_notice") == [("no_post", shown(5))]
    loaded(here, published(5, "2026-06-10 12:00", "Apel pagi", "dinkes_contoh"), name="b.csv")
    assert here.ask("from marts.judgement_notice") == []
    assert [text["emphasis"] for text in exported(here)] == ["neither"]
    assert here.ask("select detail from marts.audit") == [("emphasis=neither; rekaan",)]


def test_a_rebuild_gives_the_same_words(here):
    decided(here, 1, "2026-06-11 08:00", emphasis="figure")
    here.up_to_date()
    decided(here, 1, "2026-06-12 08:00", emphasis="service")
    appealed = said(here, "judgement-appealed", "2026-06-12 08:00", "admin", post_id=shown(2),
                    rule_id="no_personal_praise", agency_code="DINKES", reason="kutipan")  # fmt: skip
    said(here, "appeal-answered", "2026-06-12 09:00", appeal_id=appealed, accepted=True, reason="benar")
    here.up_to_date()
    before = here.marts()
    assert "accepted" in before["marts.appeal"] and "service" in before["marts.label_decision"]
    assert here.etl("rebuild").code == 0
    assert here.marts() == before
