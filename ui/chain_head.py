"""What one message is: its steps at a glance, its dates and its words, as HTML."""

from typing import Any

import pandas as pd

from ui import chain_words, formats, texts
from ui.chain_words import strong
from ui.markup import Html, joined, link, tag

Row = dict[str, Any]

KINDS = ("on_time", "late", "open", "missing", "quiet")
KIND_WORDS = {
    "on_time": "tepat waktu",
    "late": "terlambat",
    "open": "belum, masih berjalan",
    "missing": "belum",
    "quiet": "dikecualikan, tanpa sinyal, tanpa akun atau tanpa data",
}
TIERS = {"agency": "OPD", "kecamatan": "Kecamatan", "village": "Desa"}


def bar(counts: dict[str, int]) -> Html:
    """One strip, as long as each kind is frequent; the words are for those who cannot see it."""
    said = ", ".join(f"{n} {KIND_WORDS[code]}" for code, n in counts.items() if n)
    parts = (tag("i", cls=f"jk-c-{code}", style=f"flex:{n}") for code, n in counts.items() if n)
    return tag("span", *parts, cls="jk-bar", role="img", aria_label=said, title=said)


def first_step(facts: Row) -> Html:
    """Where the chain begins."""
    originals = tag("b", f"{formats.number(facts['originals'])} unggahan asli")
    when = tag("small", formats.moment(facts["published_at"]))
    return tag("li", tag("span", "Akun induk", cls="jk-step-name"), originals, when)


def steps(tiers: pd.DataFrame, first: Html, state: str) -> Html:
    """The chain at a glance: the message, then each step with how many carried it and how fast."""
    said = {row["tier"]: row for row in tiers.to_dict("records")}
    rest = {"open": "open", "withdrawn": "quiet"}.get(state, "missing")
    shown = (_step(name, said[code], rest) for code, name in TIERS.items() if code in said)
    return tag("ol", first, *shown, cls="jk-flow")


def _step(name: str, row: Row, rest: str) -> Html:
    """What is neither carried nor waited for cannot be blamed and stays quiet."""
    counts = {"on_time": max(row["carried"] - row["late"], 0), "late": row["late"], rest: row["waiting"]}
    counts["quiet"] = max(row["expected"] - sum(counts.values()), 0)
    slow = "" if formats.is_missing(row["median_hours"]) else f"nilai tengah {chain_words.hours(row['median_hours'])}"
    return tag("li", tag("span", name, cls="jk-step-name"), tag("b", formats.share(row["carried"], row["expected"])),
               bar(counts), tag("small", slow or "belum ada yang meneruskan"))  # fmt: skip


def about(facts: Row, posts: Html, notes: Html) -> Html:
    """What the message says, when it ends and who must carry it; the full text on demand."""
    by = "Kepala Diskominfo" if facts["designated_by"] == "hand" else formats.text(facts["programme_name"], "program")
    said = {"Terbit": chain_words.together(formats.moment(facts["published_at"])), **chain_words.deadline(facts),
            "Khalayak": formats.text(facts["audience_label"]), "Ditetapkan": by}  # fmt: skip
    pairs = (joined(tag("dt", word), tag("dd", meaning)) for word, meaning in said.items())
    inside = tag(
        "details", tag("summary", "Isi pesan"), tag("p", formats.text(facts["caption"], "(tanpa teks)")), posts
    )
    return tag("div", tag("dl", *pairs), notes, inside, cls="jk-about")


def posts(originals: pd.DataFrame) -> Html:
    """The way to each original."""
    ways = (link(row["link"], f"{texts.PLATFORMS.get(row['platform'], row['platform'])} @{row['account_handle']}")
            for row in originals.to_dict("records"))  # fmt: skip
    return tag("p", joined(*ways, by=" · "))


def notes(rows: pd.DataFrame) -> Html:
    """What a reader should know about how the message was designated or withdrawn."""
    return joined(*(tag("p", strong("Catatan: "), notice) for notice in rows["notice"]))
