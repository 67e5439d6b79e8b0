"""The log of issues: what is open, how fast corrections go, and every issue with its way so far."""

from typing import Any

import pandas as pd
import streamlit as st

from measures.intervals import wilson
from ui import acts, duty_words, filters, formats, issue_words, parts, said
from ui.issue_words import Row
from ui.markup import Html, joined, tag
from ui.parts import Column, Tile, strong
from ui.store import count, derived, query

SIZE, ISSUE = 10, "isu"
SHOWN = {
    "berjalan": "Sedang ditangani",
    "terbit": "Sudah diklarifikasi",
    "daftar": "Daftar, belum ditangani",
    "semua": "Semua",
}
EVENTS = ("issue-reported", "issue-moved", "ai-media-marked")
HOW_ISSUES_ARISE = (
    "Laporkan lewat bagian Lapor, atau muat daftar hoaks (CSV, Excel atau JSON) dari pemeriksa fakta.",
    "Tidak ada yang disebut hoaks dengan sendirinya: putusan hanya dari Kepala atau petugas.",
)
FILE = {
    "issue_id": "ID isu", "kind": "Jenis", "title": "Judul", "origin": "Asal", "public_id": "Nomor daftar",
    "verdict_text": "Kata sumber", "source_text": "Sumber", "verdict": "Putusan", "verdict_by": "Diputuskan oleh",
    "state": "Keadaan", "received_at": "Masuk", "checked_at": "Diperiksa", "verified_at": "Terverifikasi",
    "clarified_at": "Klarifikasi terbit", "spread_at": "Disebar", "closed_at": "Selesai",
    "hours_to_clarify": "Jam sampai klarifikasi", "clarification_link": "Tautan klarifikasi", "link": "Tautan",
    "reported_by": "Dilaporkan oleh", "agency_name": "Unit", "note": "Catatan",
}  # fmt: skip
NOTICES = [
    Column("Pemberitahuan", lambda row: formats.text(row["notice"]), is_lead=True),
    Column("Isu", lambda row: formats.shortened(row["title"], 80) or "–"),
    Column("Waktu", lambda row: formats.moment(row["said_at"]), True),
]


def rows() -> list[Row]:
    """Every issue this viewer may see, newest first: the own ones in full, others once they are clarified."""
    own = derived(_records, "issue_log", {})
    known = {row["issue_id"] for row in own}
    others = [row for row in derived(_records, "issue_public", {}) if row["issue_id"] not in known]
    return sorted(own + others, key=lambda row: row["received_at"], reverse=True) if others else own


def _records(answer: pd.DataFrame) -> list[Row]:
    return answer.to_dict("records")


def speed() -> Row:
    found = query("issue_speed")
    return found.iloc[0].to_dict() if len(found) else dict.fromkeys(("due", "fast", "median_hours", "clarify_hours"))


def sentence(issues: list[Row], pace: Row) -> Html:
    """What is open, and how fast corrections go."""
    late = sum(map(issue_words.is_late, issues))
    waiting = sum(map(issue_words.is_open, issues))
    told = joined(strong(f"{formats.number(waiting)} isu"), " sedang ditangani") if waiting else None
    overdue = joined("; ", strong(formats.number(late)), " lewat waktu tanpa klarifikasi") if late else None
    pace_told = joined(" Klarifikasi terbit ", strong(issue_words.speed(pace["median_hours"])),
                       " setelah isu masuk (nilai tengah).")  # fmt: skip
    has_pace = not formats.is_missing(pace["median_hours"])
    start = joined(told, overdue, ".") if waiting else "Tidak ada isu yang sedang ditangani."
    return parts.sentence(start, pace_told if has_pace else None)


def tiles(issues: list[Row], pace: Row) -> Html:
    late, aim = sum(map(issue_words.is_late, issues)), formats.number(pace["clarify_hours"])
    within = "dalam 1 × 24 jam" if formats.is_missing(pace["clarify_hours"]) else f"dalam {aim} jam"
    shown = [
        Tile("Sedang ditangani", formats.number(sum(map(issue_words.is_open, issues))),
             f"{formats.number(late)} lewat waktu tanpa klarifikasi", "alert" if late else "plain"),
        Tile("Sampai klarifikasi", issue_words.speed(pace["median_hours"]), "nilai tengah sejak isu masuk"),
        Tile(f"Diklarifikasi {within}", share(pace["fast"], pace["due"]), interval(pace["fast"], pace["due"])),
        _ai_tile(),
    ]  # fmt: skip
    if acts.may("move_issue"):
        looked_at = count("issue_matches", issue="semua", stance="dilihat")
        shown.append(Tile("Unggahan mirip klaim", formats.number(looked_at), "perlu dilihat orang"))
    return parts.tiles(*shown)


def _ai_tile() -> Tile:
    sums = query("ai_months")[["declared", "undeclared"]].sum()
    declared, known = int(sums["declared"]), int(sums["declared"] + sums["undeclared"])
    return Tile("Media buatan AI berlabel", share(declared, known), interval(declared, known))


def share(some: Any, whole: Any) -> str:
    return formats.share(some, whole) if whole else formats.MISSING


def interval(some: Any, whole: Any) -> str:
    """The share with its 90 % interval."""
    span = wilson(int(some), int(whole)) if whole else None
    if span is None:
        return "belum ada yang bisa dihitung"
    low, high = (formats.percent(edge, 0) for edge in span)
    between = f"{low} –\u2060 {high}".replace(" ", "\u00a0")
    return f"{formats.percent(some / whole, 0)}, rentang 90 %: {between}"


def listed(issues: list[Row]) -> None:
    """The issues chosen, a page at a time; staff may take each one up."""
    total = len(issues)
    first = (filters.current_page(total, SIZE) - 1) * SIZE
    for row in issues[first : first + SIZE]:
        with st.container(key=f"isu_kartu_{row['issue_id'][-40:]}", gap=None):
            parts.show(card(row))
            if acts.may("move_issue") and row["state"] != "selesai":
                st.button("Tangani", key=f"tangani_{row['issue_id']}", icon=":material/edit_note:", type="tertiary",
                          on_click=open_issue, args=(row["issue_id"],))  # fmt: skip
    filters.paginate(total, SIZE)


def open_issue(issue: str) -> None:
    st.query_params[ISSUE] = issue
    st.query_params.pop("bagian", None)


def chosen(issues: list[Row]) -> list[Row]:
    """Narrowed by state and words."""
    default = "berjalan" if any(map(issue_words.is_open, issues)) else "semua"
    with st.container(key="isu_pilih", horizontal=True, vertical_alignment="bottom"):
        shown = filters.choice("keadaan", "Tampilkan", SHOWN, default)
        words = filters.words("cari", "Cari", "kata dalam judul atau nomornya").casefold()
    fitting = [row for row in issues if _belongs(row, shown)]
    told = ("title", "public_id", "agency_name")
    return [row for row in fitting if words in " ".join(formats.text(row[name], "") for name in told).casefold()]


def _belongs(row: Row, shown: str) -> bool:
    tests = {
        "berjalan": issue_words.is_open(row),
        "terbit": not formats.is_missing(row["clarified_at"]),
        "daftar": row["origin"] == "list" and not row["is_taken_up"],
    }
    return tests.get(shown, True)


def card(row: Row) -> Html:
    title = tag("h3", formats.shortened(row["title"], 220) or "(tanpa judul)")
    said_of = [each for each in (issue_words.verdicts(row), issue_words.ways(row)) if each]
    about = tag("p", joined(*said_of, by=" · ")) if said_of else None
    way = issue_words.steps(row) if row["is_taken_up"] else None
    came = tag("small", issue_words.origin(row))
    return tag("article", issue_words.badges(row), title, came, way, about, cls="jk-issue")


def for_file(issues: list[Row]) -> pd.DataFrame:
    """The rows as they are taken away: the words of the page, instants as they are."""
    origins = {"list": "daftar pemeriksa fakta", "report": "laporan"}
    told = [
        row | {"kind": issue_words.kind(row["kind"]), "state": issue_words.state(row["state"]),
               "origin": origins.get(row["origin"], row["origin"]),
               "verdict": None if formats.is_missing(row["verdict"]) else issue_words.verdict(row["verdict"])}
        for row in issues
    ]  # fmt: skip
    return pd.DataFrame(told, columns=list(FILE))


def fresh(issues: list[Row]) -> Html | None:
    """What was said since the numbers were made, so that nobody says it twice; an admin sees the own reports."""
    known = {row["issue_id"] for row in issues} | set(query("audit_list", action="semua")["event_sha256"])
    words = [one for one in said.since_build(*EVENTS) if one["sha256"] not in known and _is_mine(one)]
    lines = [_said(one, issues) for one in reversed(words)]
    return tag("div", tag("b", "Menunggu pembaruan data"), *lines, cls="jk-chosen") if lines else None


def _is_mine(one: said.Said) -> bool:
    """Staff see every word; an admin those about own units."""
    unit = one.get("agency_code")
    return acts.may("move_issue") or (isinstance(unit, str) and acts.may("report_issue", unit))


def _said(one: said.Said, issues: list[Row]) -> Html:
    about = next((row["title"] for row in issues if row["issue_id"] == one.get("issue_id")), one.get("title"))
    to = f" ke {issue_words.state(one.get('state'))}" if one["event"] == "issue-moved" else ""
    words = f"{duty_words.ACTIONS[one['event']]}{to}"
    told = formats.shortened(about, 90)
    return tag("p", f"{words}{f': {told}' if told else ''} · {formats.moment(said.moment(one))}")
