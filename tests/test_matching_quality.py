"""The published figures of the matcher are those of a fresh run, and its weights those of a fresh fit."""

from functools import cache

import pytest

from benchmarks.matching.fit import ACCEPT, REVIEW, feature_weights, word_weights
from benchmarks.matching.judged import Quality, judged, ours
from benchmarks.matching.labelled import CARRYING, DEVELOPED_ON, HELD_OUT, developed_on, labelled
from measures.cascade import quality, weights

CARRIES, LOOKS_LIKE = set(quality.CARRYING), {
    "other_event", "instalment", "older", "greeting", "footer", "same_place", "same_agency_topic",
}  # fmt: skip


@cache
def fresh() -> Quality:
    return ours(labelled(HELD_OUT))


def share(*kinds: str) -> float:
    right, of = map(sum, zip(*(fresh().kinds[kind] for kind in kinds), strict=True))
    return right / of


def test_the_published_figures_are_those_of_a_fresh_run_on_texts_never_tuned_on():
    published = quality.qualities()["jangkau"]
    assert published.kinds == fresh().kinds
    assert (published.precision, published.recall) == pytest.approx((fresh().precision, fresh().recall), abs=0.00006)


def test_what_it_claims_is_right_and_most_is_found():
    assert fresh().precision >= 0.95 and fresh().recall >= 0.85


@pytest.mark.parametrize("kind", ["reworded", "summarised", "javanese"])
def test_most_of_what_is_told_in_other_words_is_found(kind):
    assert share(kind) >= 0.6


def test_most_of_what_only_looks_like_a_message_is_left_alone():
    assert share(*LOOKS_LIKE) >= 0.9


def test_it_beats_both_plain_ways_at_what_counts():
    found = quality.qualities()
    ours_, five, idf, strict = (found[way] for way in ("jangkau", "lima_kata", "tf_idf", "tf_idf_teliti"))
    assert ours_.recall > five.recall and ours_.precision > max(five.precision, idf.precision)
    assert strict.precision >= 0.95 and ours_.recall > strict.recall + 0.5


def test_the_counts_beside_the_figures_are_those_of_the_texts():
    posts = [each for each in labelled(HELD_OUT) if not each.post.is_message]
    tuned = [each for each in developed_on() if not each.post.is_message]
    told = quality.labelled_texts()
    messages = len(labelled(HELD_OUT)) - len(posts)
    assert told == {"posts": len(posts), "messages": messages, "developed_on": len(tuned)}
    assert len(posts) + len(tuned) >= 400 and len(posts) / (len(posts) + len(tuned)) == pytest.approx(1 / 3, abs=0.02)


@pytest.mark.parametrize("name", [*DEVELOPED_ON, HELD_OUT])
def test_every_kind_is_labelled_in_every_third(name):
    posts = [each for each in labelled(name) if not each.post.is_message]
    assert {each.kind for each in posts} == CARRIES | LOOKS_LIKE == set(CARRYING) | LOOKS_LIKE
    assert all((each.truth is not None) == (each.kind in CARRIES) for each in posts)
    assert len({each.post.post_id for each in labelled(name)}) == len(labelled(name))


def test_the_thirds_share_no_text():
    thirds = [{each.post.caption for each in labelled(name)} for name in (*DEVELOPED_ON, HELD_OUT)]
    assert len(set.union(*thirds)) == sum(map(len, thirds))


def test_the_weights_of_the_features_are_those_of_a_fresh_fit():
    bias, found = feature_weights(developed_on())
    assert pytest.approx(bias, abs=0.002) == weights.BIAS
    assert pytest.approx(found, abs=0.002) == weights.WEIGHTS
    assert (weights.ACCEPT, weights.REVIEW) == (ACCEPT, REVIEW)


def test_the_weights_of_the_words_are_those_of_a_fresh_count():
    assert dict(word_weights(developed_on())) == {root: weights._seen()[root] for root in weights._seen()}


def test_a_wrong_message_is_both_a_false_claim_and_a_missed_one():
    texts = labelled("a")
    truth = {each.post.post_id: each.truth for each in texts if not each.post.is_message}
    assert judged(texts, truth).precision == judged(texts, truth).recall == 1
    wrong = dict.fromkeys(truth, "instagram:lain")
    assert judged(texts, wrong).precision == judged(texts, wrong).recall == 0
    nothing = judged(texts, {})
    assert nothing.recall == 0 and all(right == of for kind, (right, of) in nothing.kinds.items() if kind in LOOKS_LIKE)
