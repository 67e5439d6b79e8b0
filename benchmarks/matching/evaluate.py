"""Judge the matcher and two plain ones on the texts it never saw: `python -m benchmarks.matching.evaluate`."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.matching.judged import WINDOW, Quality, judged, ours
from benchmarks.matching.labelled import HELD_OUT, Labelled, developed_on, labelled
from benchmarks.matching.plain import Scores, at_best_f1, at_precision, five_grams, tf_idf

TARGET = Path(__file__).parents[2] / "measures" / "cascade" / "evaluation.toml"
WANTED_PRECISION = 0.95


def evaluation(texts: Sequence[Labelled]) -> dict[str, Quality]:
    """Qualities by the name of the way. The plain ways are even given the best threshold for these very texts."""
    grams, idf = five_grams(texts, WINDOW), tf_idf(texts, WINDOW)
    return {
        "jangkau": ours(texts),
        "lima_kata": _with(texts, grams, at_best_f1),
        "tf_idf": _with(texts, idf, at_best_f1),
        "tf_idf_teliti": _with(texts, idf, lambda t, s: at_precision(t, s, WANTED_PRECISION)),
    }


def _with(texts: Sequence[Labelled], scores: Scores, choose) -> Quality:  # type: ignore[no-untyped-def]
    answers: Mapping[str, str | None] = choose(texts, scores)
    return judged(texts, answers)


def as_toml(found: Mapping[str, Quality], texts: Sequence[Labelled]) -> str:
    lines = [
        "# Dibuat oleh `python -m benchmarks.matching.evaluate`; diuji terhadap hitungan ulang.",
        f"posts = {sum(not each.post.is_message for each in texts)}",
        f"messages = {sum(each.post.is_message for each in texts)}",
        f"developed_on = {sum(not each.post.is_message for each in developed_on())}",
    ]
    for name, quality in found.items():
        lines += ["", f"[{name}]", f"precision = {quality.precision:.4f}", f"recall = {quality.recall:.4f}"]
        lines += [f"[{name}.kinds]", *(f"{kind} = [{right}, {of}]" for kind, (right, of) in quality.kinds.items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    held_out = labelled(HELD_OUT)
    result = evaluation(held_out)
    TARGET.write_text(as_toml(result, held_out), encoding="utf-8")
    for way, quality in result.items():
        kinds = ", ".join(f"{kind} {right}/{of}" for kind, (right, of) in quality.kinds.items())
        print(f"{way}: precision {quality.precision:.3f}, recall {quality.recall:.3f}; {kinds}")
