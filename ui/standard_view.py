"""Around the ledger of norms: what the chart shows, what would mend most, and the standard itself."""

from typing import Any

import pandas as pd

from ui import formats, texts
from ui.markup import Html, joined, tag
from ui.parts import Column, strong, table
from ui.standard_ledger import verdict_badge
from ui.standard_words import COMPARED, Row, place_of, span, target, verdict_words

MOST_MENDS = 4
NOTHING_JUDGED = "Teks unggahan diperiksa saat data dibangun; kelompok ini belum punya unggahan berteks pada bulan ini."


def about_norm(shares: pd.DataFrame) -> str:
    """Which norm the chart shows, and what is asked."""
    if shares.empty:
        return "Porsi unggahan yang memenuhi norma."
    row = shares.iloc[0].to_dict()
    goal = f"{COMPARED.get(row['comparison'], '')} {formats.percent(row['threshold'], 0)}".strip()
    return f"{row['title']} dari unggahan yang dinilai, dengan rentang 90 %. Target {goal}."


def about_months(shares: pd.DataFrame) -> str:
    norm = "Porsi" if shares.empty else formats.text(shares["title"].iloc[0])
    return f"{norm} bulan demi bulan, lalu unggahan bulan ini dengan kata-kata penentunya."


def interval_legend() -> Html:
    keys = (("jk-key-dot", "porsi unit"), ("jk-key-span", "rentang 90 %"), ("jk-key-tick", "nilai tengah sebanding"),
            ("jk-key-target", "target"))  # fmt: skip
    return tag("p", *(tag("span", tag("i", cls=cls), words) for cls, words in keys), cls="jk-legend")


def trend_legend(is_one_unit: bool) -> Html:
    own = "unit ini" if is_one_unit else "seluruh kelompok"
    keys = [("jk-key-dot", own), ("jk-key-span", "rentang 90 %"), ("jk-key-target", "target")]
    if is_one_unit:
        keys.insert(2, ("jk-key-dash", "unit lain dalam kelompok"))
    return tag("p", *(tag("span", tag("i", cls=cls), words) for cls, words in keys), cls="jk-legend")


def mends(cells: pd.DataFrame, failures: pd.DataFrame) -> Html:
    """What would mend most: the norms most units miss, then the rules most posts break, each with its advice."""
    norms, rules = _missed(cells), _broken(failures)
    if not norms and not rules:
        return tag("p", "Tidak ada norma yang pasti belum dipenuhi dalam pilihan ini.", cls="jk-note")
    parts = (("Norma unit", norms), ("Aturan unggahan", rules))
    return joined(
        *(
            joined(tag("p", title, cls="jk-mends-title"), tag("ol", *lines, cls="jk-mends"))
            for title, lines in parts
            if lines
        )
    )


def _missed(cells: pd.DataFrame) -> list[Html]:
    failing = cells[cells["verdict"] == "fail"].to_dict("records")
    judged = cells[cells["verdict"] != "not_applicable"]["rule_id"].value_counts().to_dict()
    counts = pd.Series([row["rule_id"] for row in failing], dtype=object).value_counts().to_dict()
    first = {row["rule_id"]: row for row in reversed(failing)}
    ranked = sorted(counts, key=lambda rule: (-counts[rule], place_of(rule)))[:MOST_MENDS]
    return [_mend(first[rule], f"{formats.share(counts[rule], judged[rule])} unit") for rule in ranked]


def _broken(failures: pd.DataFrame) -> list[Html]:
    found: dict[str, Row] = {}
    for row in failures.to_dict("records"):
        seen = found.setdefault(row["rule_id"], row | {"failed": 0, "judged": 0})
        seen["failed"] += row["failed"]
        seen["judged"] += row["judged"]
    ranked = sorted((row for row in found.values() if row["failed"]), key=lambda row: (-row["failed"], row["rule_id"]))
    return [_mend(row, f"{formats.share(row['failed'], row['judged'])} unggahan") for row in ranked[:MOST_MENDS]]


def _mend(row: Row, how_many: str) -> Html:
    head = (strong(formats.text(row["title"])), " ", tag("small", f"belum dipenuhi {how_many}"))
    return tag("li", *head, tag("div", formats.text(row["advice"], "")))


def shares(shown: pd.DataFrame) -> Html:
    """The chart in figures; on a phone the cards below say the same."""
    if shown.empty:
        return tag("p", "Norma ini belum ada datanya.", cls="jk-note")
    return tag("div", table(shown, SHARES), cls="jk-on-wide")


def _place(row: Row) -> Any:
    return "" if row["is_ranked"] else tag("span", texts.NOT_ENOUGH, cls="jk-missing")


SHARES = [
    Column("Unit", lambda row: joined(formats.text(row["name"]), " ", _place(row)), is_lead=True),
    Column("Porsi", lambda row: formats.percent(row["value"], 0), True),
    Column("Rentang 90 %", lambda row: span(row) or formats.MISSING, True),
    Column("Sebanding", lambda row: formats.percent(row["peer_median"], 0), True),
    Column("Dinilai", lambda row: formats.number(row["denominator"]), True),
    Column("Hasil", lambda row: verdict_badge(row) if row["is_ranked"] else tag("span", texts.NOT_ENOUGH)),
]
SHARES_FILE = {
    "agency_code": "Kode unit", "name": "Unit", "peer_group": "Kelompok", "month": "Bulan", "norm": "Norma",
    "title": "Aturan", "value": "Nilai", "low": "Rentang 90 % bawah", "high": "Rentang 90 % atas",
    "numerator": "Memenuhi", "denominator": "Dinilai", "threshold": "Target", "comparison": "Arah target",
    "peer_median": "Nilai tengah sebanding", "verdict": "Hasil", "rule_version": "Versi aturan",
}  # fmt: skip


def for_file(cells: pd.DataFrame) -> pd.DataFrame:
    """The ledger in the words of the page."""
    rows = cells.to_dict("records")
    return cells.assign(
        verdict=[verdict_words(row) for row in rows],
        comparison=[COMPARED.get(row["comparison"], row["comparison"]) for row in rows],
    )


def rules(known: pd.DataFrame) -> Html:
    """The rules in force, in two lists that open."""
    names = (("account", "Aturan untuk unit"), ("post", "Aturan untuk tiap unggahan"))
    return joined(*(_rules(known[known["scope"] == scope], title) for scope, title in names))


def _rules(known: pd.DataFrame, title: str) -> Html:
    summary = tag("summary", strong(title), f" ({formats.number(len(known))})")
    return tag("details", summary, table(known, RULES), cls="jk-opens")


def _wording(row: Row) -> Html:
    return joined(tag("b", formats.text(row["title"])), tag("div", formats.text(row["wording"])),
                  tag("small", formats.text(row["advice"], "")))  # fmt: skip


def _basis(row: Row) -> Html:
    return joined(formats.text(row["norm"]), tag("div", tag("small", formats.text(row["basis"]))))


def _threshold(row: Row) -> str:
    return target(row) if row["comparison"] in COMPARED else "harus dipenuhi"


RULES = [
    Column("Aturan", _wording, is_lead=True),
    Column("Dasar", _basis),
    Column("Ambang", _threshold),
    Column("Bobot", lambda row: formats.number(row["weight"]), True),
    Column("Sifat", lambda row: formats.text(row["severity"])),
    Column("Berlaku sejak", lambda row: formats.day(row["valid_from"]), True),
    Column("Versi", lambda row: formats.number(row["version"]), True),
]
