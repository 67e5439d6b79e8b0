"""The words for norms: what a unit reached, how sure that is, what the target was, and what it means."""

from typing import Any

import pandas as pd

from measures.intervals import wilson
from ui import formats
from ui.duty_words import State
from ui.markup import Html, joined
from ui.parts import Tile, strong

# Fewer judged posts than this say nothing about a unit: "belum cukup data", and no place in the order.
ENOUGH = 5
SERVICE, FIGURE, COMPLIANT = "service_share", "figure_share", "compliant_share"
STATES = {
    "pass": State("✓", "Memenuhi"),
    "fail": State("×", "Perlu dibina"),
    "abstain": State("?", "Belum pasti"),
    "not_applicable": State("–", "Tidak berlaku"),
}
# What is not a share of posts: its decimals and its unit.
KINDS = {
    "weekly_posts": (1, "per pekan"),
    "longest_gap": (0, "hari"),
    "event_hours": (1, "jam"),
    "emergency_hours": (1, "jam"),
    "correction_hours": (1, "jam"),
    "uniqueness": (2, ""),
    "readable_hashtags": (0, "tagar"),
}
# What was counted, where it is not a share of posts.
COUNTED = {
    "weekly_posts": "{part} unggahan dalam {whole} hari",
    "longest_gap": "dalam {whole} hari",
    "uniqueness": "dari {whole} teks",
    "answered_share": "{share} pertanyaan",
    "event_hours": "{share} kegiatan",
    "emergency_hours": "{share} kejadian darurat",
    "correction_hours": "{share} klarifikasi",
}
ORDER = (
    SERVICE, FIGURE, COMPLIANT, "educational_share", "accountability_share", "actionable_share", "weekly_posts",
    "longest_gap", "original_share", "uniqueness", "brand_share", "app_share", "app_step_share", "answered_share",
    "event_hours", "emergency_hours", "ai_declared_share", "correction_hours",
)  # fmt: skip
COMPARED = {"at_least": "paling sedikit", "at_most": "paling banyak"}
DECIDED_BY = {"machine": "diperiksa mesin", "staff": "diputuskan petugas"}

Row = dict[str, Any]


def place_of(rule_id: str) -> int:
    """Where a norm stands in every list of this page; one the page does not know yet comes last."""
    return ORDER.index(rule_id) if rule_id in ORDER else len(ORDER)


def state(verdict: Any) -> State:
    return STATES.get(formats.text(verdict, ""), STATES["not_applicable"])


def value(rule_id: str, number: Any) -> str:
    """One value of a norm in its own unit."""
    if rule_id not in KINDS:
        return formats.percent(number, 0)
    decimals, unit = KINDS[rule_id]
    told = formats.number(number, decimals)
    return told if formats.is_missing(number) or not unit else f"{told} {unit}"


def span(row: Row) -> str:
    """The 90 % interval; empty where the norm is counted, not estimated."""
    if formats.is_missing(row["low"]) or formats.is_missing(row["high"]):
        return ""
    low, high = value(row["rule_id"], row["low"]), value(row["rule_id"], row["high"])
    return f"{low.split(' ')[0]}–{high}".replace(" ", "\u00a0")


def unit_of(rule_id: str) -> str:
    """The unit of a norm's values, for a heading above bare numbers."""
    return KINDS[rule_id][1] if rule_id in KINDS else "%"


def target(row: Row) -> str:
    """`paling sedikit 60 %`."""
    if row["rule_id"] == "uniqueness":
        return "tidak termasuk yang paling seragam di kelompoknya"
    kind = KINDS.get(row["rule_id"])
    edge = f"{formats.number(row['threshold'])} {kind[1]}" if kind else formats.percent(row["threshold"], 0)
    goal = f"{COMPARED.get(row['comparison'], '')} {edge}".strip()
    return goal.replace(" %", "\u00a0%")


def reached(row: Row) -> str:
    """Value, interval and number of posts, as one line."""
    if formats.is_missing(row["value"]):
        return "belum ada datanya"
    between = f", rentang 90 %: {span(row)}" if span(row) else ""
    posts = "" if formats.is_missing(row["denominator"]) else f"; {counted(row)}"
    return f"{value(row['rule_id'], row['value'])}{between}{posts}"


def counted(row: Row) -> str:
    """What the value was counted from: `24 dari 40 unggahan`."""
    part, whole = row["numerator"], row["denominator"]
    words = {"part": formats.number(part), "whole": formats.number(whole), "share": formats.share(part, whole)}
    return COUNTED.get(row["rule_id"], "{share} unggahan").format(**words)


def verdict_words(row: Row) -> str:
    """The verdict; where too few posts were judged, that is said."""
    word = state(row["verdict"]).word
    return f"{word}: baru {formats.number(row['denominator'])} yang dinilai" if row.get("is_few") else word


def sentence(month: str, norms: pd.DataFrame) -> Html:
    """The one sentence: the share of the whole regency, how many units are above the target, how many unknown."""
    row = _norm(norms, SERVICE)
    if row is None or not row["denominator"] or formats.is_missing(row["denominator"]):
        return joined("Pada ", strong(month), " belum ada unggahan yang dapat dinilai titik beratnya.")
    unknown = row["units_unsure"] + row["units_few"]
    return joined(
        "Pada ", strong(month), ", ", strong(share_words(row)), " unggahan di seluruh kabupaten mengedepankan ",
        f"pelayanan ({between(row)}). ", strong(formats.share(row["units_pass"], row["units"])),
        f" unit pasti di atas target {formats.percent(row['threshold'], 0)}, ".replace(" %", "\u00a0%"),
        strong(formats.number(row["units_fail"])), " di bawahnya, dan ", strong(formats.number(unknown)),
        " belum dapat dinilai.",
    )  # fmt: skip


def _norm(norms: pd.DataFrame, rule_id: str) -> Row | None:
    found = norms[norms["rule_id"] == rule_id]
    return None if found.empty else found.iloc[0].to_dict()


def share_words(row: Row) -> str:
    return formats.percent(row["numerator"] / row["denominator"], 0).replace(" ", "\u00a0")


def between(row: Row) -> str:
    """The interval of a share of the whole regency."""
    edges = wilson(int(row["numerator"]), int(row["denominator"]))
    if edges is None:
        return formats.MISSING
    return f"rentang {formats.number(edges[0] * 100, 0)}–{formats.percent(edges[1], 0)}".replace(" ", "\u00a0")


def tiles(norms: pd.DataFrame) -> list[Tile]:
    """Three shares of the regency, then the units by what is known of them."""
    shares = ((SERVICE, "Mengedepankan pelayanan"), (FIGURE, "Menonjolkan figur"), (COMPLIANT, "Lolos aturan wajib"))
    shown = [_share_tile(norms, code, label) for code, label in shares]
    row = _norm(norms, SERVICE)
    if row is None:
        return shown
    failing = "plain" if not row["units_fail"] else "alert"
    missing = f"{formats.number(row['units_few'])} di antaranya kurang dari {ENOUGH} unggahan"
    return [
        *shown,
        Tile("Unit perlu dibina", formats.number(row["units_fail"]), "pasti di bawah target pelayanan", failing),
        Tile("Belum dapat dinilai", formats.number(row["units_unsure"] + row["units_few"]), missing),
    ]


def _share_tile(norms: pd.DataFrame, rule_id: str, label: str) -> Tile:
    row = _norm(norms, rule_id)
    if row is None or formats.is_missing(row["denominator"]) or not row["denominator"]:
        return Tile(label, formats.MISSING, "belum ada yang dinilai")
    return Tile(label, formats.percent(row["numerator"] / row["denominator"], 0), f"target {target(row)}")
