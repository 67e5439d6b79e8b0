"""The rules of the standard: read as a whole or refused with line and remedy; the past stays as it was."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.standard.known import RULES, SCOPES
from measures.standard.rules import FOREVER, StandardRefused, in_force, read_standard, same_past
from tests.standard_files import block, ended, next_version, place, shipped, with_line

FILE = "standard.toml"
FIRST_DAY = date(2026, 2, 13)
TODAY = date(2026, 11, 24)
DAYS = st.dates(FIRST_DAY, date(2040, 1, 1))
LINES = [
    ("id", 'id = "kerapian"', "aturan “kerapian” tidak dikenal. Pilih salah satu: no_personal_praise"),
    ("measure", 'measure = "likes"', "measure “likes” tidak dikenal untuk readable_hashtags. Tulis hashtag_count"),
    ("scope", 'scope = "account"', "scope “account” tidak dikenal untuk readable_hashtags. Tulis post"),
    ("comparison", 'comparison = "is"', "comparison “is” tidak dikenal untuk readable_hashtags. Tulis at_most"),
    ("severity", 'severity = "keras"', "severity “keras” tidak dikenal untuk readable_hashtags. Tulis wajib atau"),
    ("threshold", "treshold = 12", "“treshold” tidak dikenal. Hapus, atau pilih: id"),
    ("threshold", "threshold = 12\nambang = 3", "“ambang” tidak dikenal. Hapus, atau pilih: id, scope"),
    ("threshold", 'threshold = "12"', "threshold berisi 12, seharusnya angka seperti 0.6, tanpa tanda kutip"),
    ("threshold", "threshold = true", "threshold berisi True, seharusnya angka"),
    ("threshold", "threshold = nan", "threshold berisi nan, seharusnya angka"),
    ("threshold", "threshold = -inf", "threshold berisi -inf, seharusnya angka"),
    ("threshold", "threshold = -1", "threshold berisi -1, seharusnya 0 sampai 10000"),
    ("threshold", f"threshold = 0x{'f' * 5000}", "threshold berisi angka yang terlalu panjang, seharusnya angka"),
    ("unsure", "unsure = -0.1", "unsure berisi -0.1, seharusnya 0 sampai"),
    ("weight", "weight = 101", "weight berisi 101, seharusnya 0 sampai 100"),
    ("title", 'title = " "', "title kosong atau bukan teks"),
    ("title", 'title = "a\\u0000"', "title kosong atau bukan teks"),
    ("advice", "advice = 3", "advice kosong atau bukan teks"),
    ("norm", 'norm = "Bupati"', "norm berisi “Bupati”, seharusnya nomor norma seperti N3"),
    ("needs", 'needs = "caption"', "needs seharusnya daftar dari: caption, links"),
    ("needs", 'needs = ["foto", []]', "needs seharusnya daftar dari"),
    ("valid_from", 'valid_from = "2026-02-13"', "valid_from berisi “2026-02-13”, seharusnya tanggal tanpa tanda kutip"),
    ("valid_from", "valid_from = 2026-02-13T00:00:00", "valid_from berisi “2026-02-13 00:00:00”, seharusnya tanggal"),
    ("valid_from", "valid_from = 2026-02-30", "bukan TOML yang sah"),
    ("weight", "weight 4", "bukan TOML yang sah"),
    ("weight", "weight = 4\nweight = 4", "bukan TOML yang sah"),
]  # fmt: skip


def refused(text: str) -> StandardRefused:
    with pytest.raises(StandardRefused) as told:
        read_standard(text, FILE)
    assert str(told.value) == f"{FILE} baris {told.value.line}: {told.value.what}"
    return told.value


@pytest.mark.parametrize(("key", "line", "words"), LINES)
def test_a_wrong_line_is_named_with_what_to_do(key, line, words):
    told = refused(with_line("readable_hashtags", key, line))
    at = place(shipped(), "readable_hashtags", key) + line.count("\n")
    assert (told.line, words in told.what) == (at, True), told


def test_a_missing_key_is_named_at_the_head_of_its_rule():
    told = refused(with_line("alt_text", "advice", None))
    assert told.line == place(shipped(), "alt_text")
    assert told.what == "aturan ini tidak memuat advice. Tambahkan barisnya."


@pytest.mark.parametrize("threshold", [0.5, 2])
def test_a_yes_or_no_has_no_threshold_between(threshold):
    told = refused(with_line("alt_text", "threshold", f"threshold = {threshold}"))
    assert told.what == f"threshold berisi {threshold}, seharusnya 0 atau 1."


def test_a_share_is_written_between_nought_and_one():
    told = refused(with_line("service_share", "threshold", "threshold = 60"))
    assert told.line == place(shipped(), "service_share", "threshold") and "seharusnya 0 sampai 1." in told.what


def test_an_end_before_the_beginning_is_refused():
    text = ended("alt_text", date(2026, 1, 1))
    told = refused(text)
    assert told.line == place(text, "alt_text", "valid_to")
    assert told.what.startswith("valid_to 2026-01-01 mendahului valid_from 2026-02-13.")


def test_two_versions_on_one_day_are_refused_at_the_second():
    text = shipped() + "\n[[rule]]" + block(shipped(), "alt_text").replace("2026-02-13", "2026-06-01")
    told = refused(text)
    assert told.line == last_rule(text)
    assert told.what.startswith(f"masa alt_text bertumpang tindih dengan versi pada baris {place(text, 'alt_text')}.")
    assert told.what.endswith("Akhiri versi lama dengan valid_to = 2026-05-31.")
    twice = refused(shipped() + "\n[[rule]]" + block(shipped(), "alt_text"))
    assert twice.what.endswith("Hapus salah satunya.")


def test_weights_that_do_not_sum_name_the_day_and_the_sum():
    text = with_line("service_share", "weight", "weight = 15.5")
    told = refused(text)
    assert told.line == place(text, "correction_hours")
    assert "jumlah weight aturan account sejak 2026-02-13 adalah 99.5, seharusnya 100." in told.what


def test_weights_must_also_sum_after_a_rule_has_ended():
    text = ended("alt_text", date(2026, 6, 30))
    told = refused(text)
    assert told.line == place(text, "alt_text") and "sejak 2026-07-01 adalah 96" in told.what


def test_a_version_with_another_weight_is_named_on_the_day_it_begins():
    text = next_version("alt_text", date(2027, 1, 1), "weight", 6)
    told = refused(text)
    assert "sejak 2027-01-01 adalah 102" in told.what and told.line == last_rule(text)


def last_rule(text: str) -> int:
    return text[: text.rindex("[[rule]]")].count("\n") + 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "tidak memuat aturan"),
        ("rule = 3", 1, "tidak memuat aturan"),
        ("rule = [1, 2]", 1, "tidak memuat aturan"),
        ("# awal\n\nbobot = 3\n", 3, "“bobot” tidak dikenal di sini"),
        ("# awal\n[umum]\na = 1\n", 2, "“umum” tidak dikenal di sini"),
        ("# a\n\n[[rule]\n", 3, "bukan TOML yang sah"),
        ("[[rule]]\nid = \"\"\"buka\n", 2, "bukan TOML yang sah"),
        ("a = " + "[" * 5000, 1, "tidak dapat dibaca"),
        (f"a = 1{'0' * 5000}", 1, "tidak dapat dibaca"),
    ],
)  # fmt: skip
def test_what_is_no_standard_is_refused(text, line, words):
    told = refused(text)
    assert told.line == line and words in told.what


def test_a_scope_without_rules_is_refused():
    whole = shipped().split("[[rule]]")
    told = refused("[[rule]]".join(part for part in whole if 'scope = "account"' not in part))
    assert "tidak ada aturan dengan scope = “account”" in told.what


def test_lines_are_counted_past_texts_of_several_lines():
    text = with_line("no_personal_praise", "wording", 'wording = """a\n[[rule]]\nweight = 3\n"""')
    text = with_line("alt_text", "weight", "weight = -4", text)
    assert refused(text).line == place(text, "alt_text", "weight")


@settings(max_examples=300)
@given(text=st.text(st.characters(codec="utf-8")) | st.text(alphabet="[]rule=\"'\n1.#-{},", max_size=60))
def test_any_text_is_read_or_refused(text):
    assert refused(text).line <= max(1, text.count("\n") + 1)


def test_every_programmed_rule_is_shipped_and_holds_since_the_day_of_the_directive():
    rules = in_force(read_standard(shipped(), FILE), TODAY)
    assert {rule.rule_id for rule in rules} == set(RULES) and {rule.valid_from for rule in rules} == {FIRST_DAY}
    assert in_force(rules, FIRST_DAY - timedelta(days=1)) == ()
    assert all(rule.advice.endswith(".") and rule.wording.endswith(".") and len(rule.basis) > 20 for rule in rules)


@given(day=DAYS)
def test_shipped_weights_sum_on_every_day(day):
    for scope in SCOPES:
        rules = in_force(read_standard(shipped(), FILE), day)
        assert sum(rule.weight for rule in rules if rule.scope == scope) == 100


@settings(deadline=None, max_examples=60)
@given(start=st.dates(date(2026, 2, 14), date(2039, 1, 1)), day=DAYS, threshold=st.integers(0, 100))
def test_a_new_version_changes_the_threshold_from_its_day_only(start, day, threshold):
    old = read_standard(shipped(), FILE)
    new = read_standard(next_version("service_share", start, "threshold", threshold / 100), FILE)
    assert same_past(old, new, start) == []
    for before, after in zip(in_force(old, day), sorted(in_force(new, day), key=order(old)), strict=True):
        if day < start or before.rule_id != "service_share":
            assert (before.threshold, before.weight, before.version) == (after.threshold, after.weight, after.version)
        else:
            assert (after.threshold, after.version, after.valid_until) == (threshold / 100, 2, FOREVER)
    for scope in SCOPES:
        assert sum(rule.weight for rule in in_force(new, day) if rule.scope == scope) == 100


@settings(deadline=None, max_examples=60)
@given(start=DAYS, later=DAYS, moved=st.integers(0, 8), day=DAYS)
def test_weight_moves_between_rules_on_one_day_or_not_at_all(start, later, moved, day):
    start, later = (each + timedelta(days=1) for each in (start, later))
    text = next_version("service_share", start, "weight", 16 - moved)
    text = next_version("figure_share", later, "weight", 12 + moved, text)
    if moved and start != later:
        assert f"sejak {min(start, later)} adalah" in refused(text).what
    else:
        assert sum(rule.weight for rule in in_force(read_standard(text, FILE), day) if rule.scope == "account") == 100


def order(rules):
    names = [rule.rule_id for rule in rules]
    return lambda rule: names.index(rule.rule_id)


def problems(text: str, before: str | None = None, until: date = TODAY) -> list[tuple[int, str]]:
    old = read_standard(shipped() if before is None else before, FILE)
    return [(each.line, each.what) for each in same_past(old, read_standard(text, FILE), until)]


@pytest.mark.parametrize("key", ["title", "wording", "advice", "basis"])
def test_the_words_of_a_rule_may_change_at_any_time(key):
    assert problems(with_line("alt_text", key, f'{key} = "Kata lain."')) == []


def test_a_threshold_in_force_may_not_change():
    text = with_line("service_share", "threshold", "threshold = 0.7")
    [(line, what)] = problems(text)
    assert line == place(text, "service_share") and what == (
        "threshold service_share versi 1 sudah berlaku sejak 2026-02-13 dan tidak boleh diubah. Kembalikan ke 0.6, "
        "akhiri dengan valid_to = 2026-11-23, dan tulis versi baru mulai 2026-11-24."
    )
    assert problems(text, until=FIRST_DAY) == [], "nothing is past yet"


@pytest.mark.parametrize(
    ("key", "line"),
    [("severity", 'severity = "wajib"'), ("unsure", "unsure = 0.01"), ("comparison", 'comparison = "at_least"')],
)
def test_nothing_that_is_judged_may_change_in_the_past(key, line):
    [(_, what)] = problems(with_line("readable_capitals", key, line))
    assert what.startswith(f"{key} readable_capitals versi 1 sudah berlaku")


def test_a_version_may_not_be_added_to_the_past_nor_the_old_one_cut_short():
    text = next_version("service_share", date(2026, 6, 1), "threshold", 0.7)
    told = problems(text)
    assert [line for line, _ in told] == [place(text, "service_share"), last_rule(text)]
    assert "service_share versi 1 yang sudah lewat berubah. Tulis valid_to = 2026-11-23 atau sesudahnya" in told[0][1]
    assert "Tulis valid_from = 2026-11-24 atau sesudahnya" in told[1][1]


def test_a_version_that_is_past_may_not_vanish():
    changed = next_version("service_share", date(2026, 6, 1), "threshold", 0.7)
    [(line, what), (_, gone)] = problems(shipped(), before=changed)
    assert "Tulis valid_to = 2026-05-31." in what and line == place(shipped(), "service_share")
    assert gone.startswith("service_share versi 2 yang berlaku sejak 2026-06-01 tidak ada lagi.")


def test_what_has_not_begun_may_still_change():
    planned = next_version("service_share", date(2027, 1, 1), "threshold", 0.7)
    assert problems(shipped(), before=planned) == []
    assert problems(planned.replace("threshold = 0.7", "threshold = 0.9"), before=planned) == []
