"""From what a caption says to a verdict: every rule is measured and explained, near the limit nobody bets."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.standard.answer import ALL_LABELS, Answer, Where
from measures.standard.known import POST, RULES
from measures.standard.reasons import FOUND, WHY
from measures.standard.rules import Rule, read_standard
from measures.standard.verdicts import ABSTAIN, FAIL, MEASURES, NOT_APPLICABLE, PASS, Known, decide, found
from tests.standard_files import shipped

VERDICTS = {PASS, FAIL, ABSTAIN, NOT_APPLICABLE}
EMPTY = Answer("neither", frozenset(), frozenset(), {}, None, 0, False, False, False)
WRITTEN = EMPTY._replace(has_words=True, capital_share=0.1)
SHIPPED = {rule.rule_id: rule for rule in read_standard(shipped(), "standard.toml") if rule.scope == POST}
HERE, UNKNOWN = Where(2, 9, ("sosok",)), Known()


def rule(rule_id: str, **changes: object) -> Rule:
    return replace(SHIPPED[rule_id], **changes)  # type: ignore[arg-type]


def verdict(rule_id: str, answer: Answer, known: Known = UNKNOWN, **changes: object) -> str:
    return decide(rule(rule_id, **changes), answer, known).verdict


def said(*labels: str, emphasis: str = "neither", unsure: tuple[str, ...] = (), **more: object) -> Answer:
    """An answer to which these labels apply, each with a place."""
    where = dict.fromkeys(labels, HERE)
    return WRITTEN._replace(emphasis=emphasis, true=frozenset(labels), unsure=frozenset(unsure), where=where, **more)


@pytest.mark.parametrize("rule_id", sorted(rule_id for rule_id, known in RULES.items() if known.scope == POST))
def test_every_rule_on_posts_is_shipped_measured_and_explained(rule_id):
    assert SHIPPED[rule_id].measure in MEASURES
    assert set(WHY[rule_id]) == VERDICTS and all(WHY[rule_id].values())


def test_nothing_is_measured_or_explained_that_no_rule_asks():
    assert set(MEASURES) == {each.measure for each in SHIPPED.values()}
    assert set(WHY) == {*SHIPPED, "emphasis"} and set(WHY["emphasis"]) == {"service", "figure", "mixed"}
    assert set(FOUND) == set(ALL_LABELS)


@pytest.mark.parametrize("rule_id", sorted(SHIPPED))
@pytest.mark.parametrize("comparison", ["is", "at_most", "at_least"])
def test_any_comparison_gives_a_verdict_with_a_sentence(rule_id, comparison):
    labels = (
        "unsourced_claim_risk",
        "personal_data",
        "unofficial_link",
        "ai_declared",
        "stale_slogan",
        "brand",
        "smart_city",
    )
    answer = said("figure", *labels, emphasis="figure", has_links=True, hashtags=3)
    given_all = decide(rule(rule_id, comparison=comparison), answer, Known(True, "x"))
    assert given_all.verdict in VERDICTS and given_all.why.endswith(".")
    assert (given_all.rule_id, given_all.rule_version) == (rule_id, 1)


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.20, PASS), (0.26, ABSTAIN), (0.30, PASS), (0.34, ABSTAIN), (0.36, FAIL), (None, NOT_APPLICABLE)],
)
def test_near_the_limit_of_a_share_nobody_bets(share, expected):
    assert verdict("readable_capitals", WRITTEN._replace(capital_share=share), unsure=0.05) == expected


@pytest.mark.parametrize(("count", "expected"), [(9, PASS), (11, ABSTAIN), (12, PASS), (13, ABSTAIN), (14, FAIL)])
def test_near_the_limit_of_an_amount_nobody_bets(count, expected):
    assert verdict("readable_hashtags", WRITTEN._replace(hashtags=count), unsure=2.0) == expected


@given(st.floats(0, 1), st.floats(0, 1))
def test_without_a_band_every_share_passes_or_fails(share, threshold):
    expected = PASS if share <= threshold else FAIL
    assert verdict("readable_capitals", WRITTEN._replace(capital_share=share), threshold=threshold) == expected


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_other_way_round_it_is_the_other_way_round(share, threshold):
    answer = WRITTEN._replace(capital_share=share)
    found = verdict("readable_capitals", answer, threshold=threshold, comparison="at_least")
    assert found == (PASS if share >= threshold else FAIL)


@pytest.mark.parametrize(
    ("rule_id", "label"),
    [
        ("no_personal_praise", "figure"),
        ("sourced_claims", "unsourced_claim_risk"),
        ("personal_data_hidden", "personal_data"),
    ],
)
def test_where_the_machine_would_not_bet_it_abstains_both_ways(rule_id, label):
    both = [verdict(rule_id, said(*labels, unsure=(label,), has_figures=True)) for labels in ((label,), ())]
    assert both == [ABSTAIN, ABSTAIN]
    assert verdict(rule_id, said(label)) == FAIL and verdict(rule_id, said(has_figures=True)) == PASS


@pytest.mark.parametrize("rule_id", sorted(SHIPPED))
def test_no_rule_speaks_of_a_post_without_anything(rule_id):
    told = decide(SHIPPED[rule_id], EMPTY, Known())
    assert (told.verdict, told.start, told.stop) == (NOT_APPLICABLE, None, None)
    assert told.why == WHY[rule_id][NOT_APPLICABLE]


def test_service_first_says_nothing_of_greetings_and_abstains_only_where_it_matters():
    assert verdict("service_first", said(emphasis="neither")) == NOT_APPLICABLE
    assert verdict("service_first", said("useful", emphasis="service", unsure=("useful",))) == PASS
    assert verdict("service_first", said("figure", emphasis="figure", unsure=("useful",))) == ABSTAIN
    assert verdict("service_first", said("figure", "useful", emphasis="mixed")) == PASS


def test_a_declaration_of_ai_counts_unless_the_media_are_known_to_be_real():
    declared = said("ai_declared")
    assert [verdict("ai_media_declared", declared, Known(each)) for each in (None, True, False)] == [
        PASS,
        PASS,
        NOT_APPLICABLE,
    ]
    assert verdict("ai_media_declared", WRITTEN, Known(True)) == FAIL


def test_a_verdict_shows_the_place_and_the_words_that_decided():
    told = decide(SHIPPED["no_personal_praise"], said("figure"), Known())
    assert (told.start, told.stop) == (2, 9)
    assert told.why == WHY["no_personal_praise"][FAIL] + " Kata yang paling menentukan: “sosok”."


def test_braces_in_a_caption_stay_braces():
    where = {"figure": Where(0, 3, ("{value}", "{0}"))}
    told = decide(SHIPPED["no_personal_praise"], said("figure")._replace(where=where), Known())
    assert "“{value}”, “{0}”" in told.why


def test_found_labels_are_told_in_one_order_and_doubt_is_said():
    told = found(said("brand", "educational", "figure", emphasis="figure", unsure=("educational",)))
    assert [(each.rule_id, each.verdict) for each in told] == [
        ("emphasis", "figure"),
        ("educational", ABSTAIN),
        ("brand", "found"),
    ]
    assert all(each.rule_version is None and (each.start, each.stop) == (2, 9) for each in told)
    assert found(EMPTY) == []


def test_a_label_without_a_place_has_no_place():
    [told] = found(WRITTEN._replace(true=frozenset({"brand"})))
    assert (told.start, told.stop, told.why) == (None, None, FOUND["brand"])
