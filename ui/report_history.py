"""What a unit reported so far, and what became of it, as a list."""

from typing import Any

from ui import duty_words, formats, report_facts, report_words
from ui.markup import Html, joined, safe, tag
from ui.parts import badge, note

SHOWN = 20
TONES = {"accepted": "good", "refused": "alert"}


def listed(agency: str) -> Html:
    rows = report_facts.history(agency)
    if not rows:
        return note("Belum ada laporan dari unit ini.")
    more = len(rows) - SHOWN
    tail = note(f"Dan {formats.number(more)} laporan lebih lama.") if more > 0 else None
    waits = note(report_words.WILL_SHOW) if rows[0]["status"] == "sent" else None
    return joined(waits, tag("ol", *map(_report, rows[:SHOWN]), cls="jk-reports"), tail)


def _report(row: dict[str, Any]) -> Html:
    status = badge(duty_words.REPORT_STATUS.get(row["status"], row["status"]), TONES.get(row["status"], "plain"))
    reason = formats.text(row["reason"], "")
    head = tag("div", status, tag("small", f" {formats.moment(row['reported_at'])}"))
    about = tag("div", tag("b", formats.shortened(row["title"], 90) or "Pesan tidak dikenal"))
    return tag("li", head, about, tag("div", _what(row)), reason and tag("p", reason))


def _what(row: dict[str, Any]) -> Html:
    if row["kind"] == "offline":
        return safe(f"{report_words.channel(row['channel'])}: {formats.text(row.get('note'), 'dengan foto')}")
    return report_words.address(row["url"])
