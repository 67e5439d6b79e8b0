"""Posts judged through the real command line: once, alike after a rebuild, and never against what people said."""

import json

import duckdb
import pytest

from tests.instance import Instance, instagram
from tests.judge_world import FIGURE, HOSTILE, MIXED, NEITHER, SERVICE, checked
from tests.messages import loaded, office, published, said, shown

UNIT = "dinkes_contoh"
TEXTS = {2: FIGURE, 3: SERVICE, 4: MIXED, 5: NEITHER, 6: FIGURE, 7: FIGURE}
POSTS = (
    published(1, "2026-02-12T08:00", FIGURE, UNIT),
    *(published(place, f"2026-06-{place:02}T08:00", text, UNIT) for place, text in TEXTS.items()),
    published(8, "2026-06-08T08:00", handle=UNIT) | {"Description": ""},
)
PLANTED = "ditanam"
JUDGED = "select post_id, emphasis, decided_by, failed, is_compliant from marts.judged_post order by post_id"
EVIDENCE = "select unnest(evidence, recursive := true) from marts.judged_post where post_id = '{}'"


@pytest.fixture(scope="module")
def here(tmp_path_factory) -> Instance:
    """Posts judged by the machine alone; only to be read."""
    return loaded(office(tmp_path_factory.mktemp("judged")), *POSTS)


@pytest.fixture(scope="module")
def decided(tmp_path_factory) -> Instance:
    """The same posts after people said what they think of them."""
    here = loaded(office(tmp_path_factory.mktemp("decided")), *POSTS, building=False)
    labels = {"emphasis": "service", "brand": True}
    said(here, "judgement-decided", "2026-06-20T08:00", post_id=shown(2), labels={"emphasis": "neither"}, reason="")
    said(here, "judgement-decided", "2026-06-21T08:00", post_id=shown(2), labels=labels, reason="ini layanan")
    said(here, "judgement-decided", "2026-06-21T08:00", post_id=shown(3), labels={"emphasis": "figure"}, reason="x")
    said(here, "judgement-decided", "2026-06-22T08:00", post_id=shown(3), labels={}, reason="")
    said(here, "ai-media-marked", "2026-06-21T08:00", post_id=shown(5), declared=False, note="suara tiruan")
    for place, accepted in ((6, True), (7, False)):
        words = {"post_id": shown(place), "agency_code": "DINKES", "reason": "kutipan"}
        for rule in ("no_personal_praise", "service_first"):
            appeal = said(here, "judgement-appealed", f"2026-06-21T08:0{place}", "admin", rule_id=rule, **words)
            said(here, "appeal-answered", "2026-06-22T08:00", appeal_id=appeal, accepted=accepted, reason="dibaca")
    return here.up_to_date()


def judged(here: Instance) -> dict[str, tuple]:
    return {row[0]: row[1:] for row in here.ask(JUDGED)}


def evidence(here: Instance, place: int) -> dict[str, tuple]:
    """Per rule or label: verdict, start, stop, why and version."""
    rows = here.ask(EVIDENCE.format(shown(place)))
    assert len({row[0] for row in rows}) == len(rows)
    return {row[0]: row[1:] for row in rows}


def test_every_post_with_a_caption_is_judged_as_the_judge_judges(here):
    assert set(judged(here)) == {shown(place) for place in range(1, 8)}
    for place, text in TEXTS.items():
        own = checked(text)
        told = [each for each in (*own.verdicts, *own.found) if each.verdict != "not_applicable"]
        assert evidence(here, place) == {
            each.rule_id: (each.verdict, each.start, each.stop, each.why, each.rule_version) for each in told
        }
        assert judged(here)[shown(place)][0] == own.emphasis


def test_the_command_gives_the_same_evidence_as_the_warehouse(here):
    path = here.folder / "captions.jsonl"
    lines = [{"id": shown(place), "caption": text, "published_on": "2026-06-02"} for place, text in TEXTS.items()]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    keys = ("verdict", "start", "end", "why", "rule_version")
    for place, answer in zip(TEXTS, here.etl("judge", path).reports, strict=True):
        said_so = {each["rule"]: tuple(each[key] for key in keys) for each in answer["evidence"]}
        assert said_so == evidence(here, place)


def test_a_post_from_before_the_standard_has_labels_and_no_verdict(here):
    assert judged(here)[shown(1)] == ("figure", "machine", 0, None)
    assert set(evidence(here, 1)) == {"emphasis"}


def test_posts_pass_or_fail_by_the_binding_rules(here):
    found = {place: judged(here)[shown(place)][2:] for place in TEXTS}
    assert found == {2: (2, False), 3: (0, True), 4: (1, False), 5: (0, True), 6: (2, False), 7: (2, False)}


def test_a_month_counts_posts_by_what_they_put_first(here):
    columns = "month::varchar, posts, judged, service, figure, mixed, neither, unsure, compliant, checked"
    assert here.ask(f"select {columns} from marts.standard_month order by month") == [
        ("2026-02-01", 1, 1, 0, 1, 0, 0, 0, 0, 0), ("2026-06-01", 6, 6, 1, 3, 1, 1, 0, 2, 6),
    ]  # fmt: skip


def test_a_unit_is_judged_rule_by_rule_with_intervals(here):
    asked = "select rule_id, value, low, high, verdict from marts.standard_unit where month = '2026-06-01'"
    units = {row[0]: row[1:] for row in here.ask(f"{asked} and agency_code = 'DINKES'")}
    value, low, high, verdict = units["figure_share"]
    assert (value, verdict) == (0.5, "fail") and 0.15 < low < 0.5 < high < 0.85
    assert units["answered_share"] == (None, None, None, "not_applicable")
    assert units["brand_share"][3] == "fail"
    assert here.ask(
        "select count(*) from marts.standard_unit where month = '2026-02-01' and rule_id = 'service_share'"
    ) == [(1,)]


def test_the_latest_word_of_a_reviewer_outranks_the_machine(decided):
    assert judged(decided)[shown(2)] == ("service", "staff", 0, True)
    found = evidence(decided, 2)
    assert found["emphasis"] == ("service", None, None, "Diputuskan petugas: ini layanan.", None)
    assert found["no_personal_praise"] == ("pass", None, None, "Diputuskan petugas: ini layanan.", 1)
    assert found["service_first"][0] == "pass" and found["brand"][0] == "found"
    assert decided.ask(f"select machine_emphasis, brand from marts.judged_post where post_id = '{shown(2)}'") == [
        ("figure", True)
    ]


def test_what_was_not_decided_stays_as_the_machine_found_it(here, decided):
    others = set(evidence(here, 2)) - {"emphasis", "no_personal_praise", "service_first", "brand"}
    assert others and all(evidence(decided, 2)[each] == evidence(here, 2)[each] for each in others)
    assert evidence(decided, 4) == evidence(here, 4)


def test_a_decision_taken_back_leaves_the_machine(here, decided):
    assert judged(decided)[shown(3)] == judged(here)[shown(3)] == ("service", "machine", 0, True)
    assert evidence(decided, 3) == evidence(here, 3)


def test_an_accepted_appeal_is_a_pass_and_a_refused_one_changes_nothing(here, decided):
    assert judged(decided)[shown(6)] == ("figure", "staff", 0, True)
    assert evidence(decided, 6)["no_personal_praise"] == ("pass", None, None, "Diputuskan petugas: dibaca.", 1)
    assert judged(decided)[shown(7)] == judged(here)[shown(7)]
    assert evidence(decided, 7) == evidence(here, 7)


def test_media_marked_as_undeclared_fail_the_rule(decided):
    assert judged(decided)[shown(5)] == ("neither", "staff", 1, False)
    assert evidence(decided, 5)["ai_media_declared"] == ("fail", None, None, "Diputuskan petugas: suara tiruan.", 1)


def test_a_share_counts_what_people_decided(here, decided):
    asked = "select service, figure, compliant from marts.standard_month where month = '2026-06-01'"
    assert (here.ask(asked), decided.ask(asked)) == ([(1, 3, 2)], [(2, 2, 3)])


def test_a_rebuild_gives_the_same_marts(decided):
    before = decided.marts()
    assert decided.etl("rebuild").code in (0, 3)
    assert decided.marts() == before


def rows(here: Instance) -> dict[str, str]:
    """The caption of each judgement to what it says."""
    asked = """
        select p.caption, any_value(j.emphasis) from warehouse.post as p
        join warehouse.caption_judgement as j on j.caption_key = hash(p.caption) group by p.caption"""
    return dict(here.ask(asked))


def test_only_new_and_changed_captions_are_judged_by_a_later_build(tmp_path):
    here = loaded(office(tmp_path), *POSTS)
    before = here.ask("select count(*) from warehouse.caption_judgement")
    with duckdb.connect(str(here.where.warehouse)) as con:
        con.execute(f"update warehouse.caption_judgement set emphasis = '{PLANTED}'")
    changed, new = (
        published(3, "2026-06-03T08:00", "Rapat kerja.", UNIT),
        published(9, "2026-06-09T08:00", "Halo", UNIT),
    )
    assert here.etl(
        "load", instagram(here.folder / "b.csv", changed, new), "--exported-at", "2026-07-02T08:00"
    ).code in (0, 3)
    here.up_to_date()
    planted = {caption for caption, emphasis in rows(here).items() if emphasis == PLANTED}
    assert planted == {FIGURE, MIXED, NEITHER} and set(rows(here)) == planted | {"Rapat kerja.", "Halo"}
    assert (before, here.ask("select count(*) from warehouse.caption_judgement")) == ([(5,)], [(6,)])
    assert here.etl("rebuild").code in (0, 3)
    assert PLANTED not in rows(here).values()


def test_hostile_captions_reach_the_marts(tmp_path):
    texts = [text[:60_000] for text in HOSTILE if text.isprintable() and text.strip()]
    here = loaded(
        office(tmp_path), *(published(place, "2026-06-02T08:00", text) for place, text in enumerate(texts, 1))
    )
    assert here.ask("select count(*) from marts.judged_post") == [(len(texts),)]
    spans = "select unnest(evidence) as e, caption from marts.judged_post"
    assert here.ask(f"select count(*) from ({spans}) where e.stop > length(caption)") == [(0,)]
