"""The duty ledger on a page: one square for each unit and message, with its evidence behind the square."""

from typing import Any

import pandas as pd

from measures.intervals import wilson
from ui import chain_words, evidence, formats
from ui.duty_words import CHANNELS, STATES, method, state_of, state_word
from ui.markup import Html, joined, link, tag
from ui.parts import Column, badge, strong

MOST_MESSAGES = 16
HOW_DUTIES_ARISE = "Kewajiban timbul ketika akun induk menerbitkan program unggulan, atau ketika pesan ditetapkan."


def legend() -> Html:
    """What each mark means; marks differ in shape, so that colour is not needed."""
    keys = (tag("span", _mark(code), state.word) for code, state in STATES.items())
    return tag(
        "p", *keys, tag("span", tag("i", cls="jk-luring"), "Ada penyebaran luring"), cls="jk-legend jk-duty-states"
    )


Units = tuple[tuple[str, str, int, int], ...]
Messages = tuple[tuple[str, str, Any, str], ...]


def down(units: pd.DataFrame) -> Units:
    """The rows of the matrix: code, name, kept in time, due."""
    rows = units.to_dict("records")
    return tuple((row["agency_code"], row["name"], row["on_time"], row["on_time"] + row["late"] + row["missing"])
                 for row in rows)  # fmt: skip


def across(messages: pd.DataFrame) -> Messages:
    """The columns of the matrix: id, title, when, and whether it stands; newest first, as many as fit."""
    kept = messages.head(MOST_MESSAGES)[["message_id", "title", "published_at", "state"]]
    return tuple(kept.itertuples(index=False, name=None))


def matrix(cells: pd.DataFrame, units: Units, messages: Messages) -> Html:
    """Units down, messages across; on a phone every unit is a card with its row of squares."""
    known = {(row["agency_code"], row["message_id"]): row for row in cells.to_dict("records")}
    head = tag("tr", tag("th", "Unit", scope="col"), tag("th", "Tepat waktu", scope="col", cls="jk-figure"),
               *(_heading(*message) for message in messages))  # fmt: skip
    body = (_row(unit, [known.get((unit[0], message[0])) for message in messages]) for unit in units)
    inside = tag("table", tag("thead", head), tag("tbody", *body), cls="jk-ledger")
    return tag("div", inside, cls="jk-scroll jk-ledger-scroll", tabindex="0")


def _heading(code: str, title: Any, published_at: Any, state: str) -> Html:
    words = formats.shortened(title, 34) or "(tanpa judul)"
    gone = " (ditarik)" if state == "withdrawn" else ""
    told = tag("span", tag("b", formats.short_day(published_at)), " ", words, gone)
    return tag("th", tag("div", told), scope="col", title=f"{formats.text(title, '')}{gone}", cls="jk-message")


def _row(unit: tuple[str, str, int, int], duties: list[dict[str, Any] | None]) -> Html:
    _, name, on_time, due = unit
    kept = formats.share(on_time, due) if due else "belum dinilai"
    figure = tag("td", tag("span", kept, cls=None if due else "jk-missing"), cls="jk-figure", data_title="Tepat waktu")
    return tag("tr", tag("th", formats.text(name), scope="row"), figure, *(_cell(duty, name) for duty in duties))


def _cell(duty: dict[str, Any] | None, unit: str) -> Html:
    if duty is None:
        return tag("td", tag("span", "·", cls="jk-none", title="tidak termasuk sasaran"), cls="jk-square")
    said = f"{unit}, {formats.text(duty['title'], '')}: {state_word(duty)}"
    summary = tag("summary", _mark(state_of(duty), bool(duty["has_offline"])), title=said)
    return tag("td", tag("details", summary, _proof(duty, unit), cls="jk-cell"), cls="jk-square")


def _mark(code: str, is_offline: bool = False) -> Html:
    state = STATES.get(code)
    inside = (state.mark if state else "·", tag("i", cls="jk-luring") if is_offline else None)
    return tag("span", *inside, cls=f"jk-mark jk-is-{code}", aria_hidden="true")


def _proof(duty: dict[str, Any], unit: str) -> Html:
    """What opens behind a square."""
    head = joined(tag("b", unit), tag("p", formats.text(duty["title"], "(tanpa judul)")))
    return tag("div", head, state_badge(duty), proof(duty), cls="jk-duty-proof")


def state_badge(duty: dict[str, Any]) -> Html:
    code = state_of(duty)
    tone = {"on_time": "good", "missing": "alert", "late": "alert"}.get(code, "plain")
    return badge(state_word(duty), tone)


def proof(duty: dict[str, Any]) -> Html:
    """How a duty was kept: when, found by what, the matching words, and the way to the post."""
    if formats.is_missing(duty["carried_at"]):
        return tag("p", _waited(duty), cls="jk-note")
    after = f"{formats.moment(duty['carried_at'])}, {chain_words.hours(duty['hours'])} setelah pesan"
    found = evidence.told(evidence.read(duty["evidence"]), ("words", "shared", "against"))
    where = None if formats.is_missing(duty["link"]) else tag("p", link(duty["link"], "Buka unggahannya"))
    return joined(tag("p", after), tag("p", "Bukti: ", strong(method(duty["method"]))), found, where)


def _waited(duty: dict[str, Any]) -> str:
    until = formats.moment(duty["deadline_at"])
    return {
        "missing": f"Belum ditemukan unggahan yang meneruskan pesan ini. Batas waktu: {until}.",
        "no_data": f"Berkas unit ini belum masuk, jadi belum bisa dinilai. Batas waktu: {until}.",
        "open": f"Masih ada waktu sampai {until}.",
    }.get(state_of(duty), f"Batas waktu: {until}.")


def with_shares(units: pd.DataFrame) -> pd.DataFrame:
    """Each unit's share of duties kept in time, with its Wilson interval; units without a due duty are left out."""
    counted = units.assign(due=units["on_time"] + units["late"] + units["missing"])
    judged = counted[counted["due"] > 0].copy()
    spans = [
        wilson(int(kept), int(due)) or (None, None) for kept, due in zip(judged["on_time"], judged["due"], strict=True)
    ]
    judged["share"] = judged["on_time"] / judged["due"]
    judged["low"], judged["high"] = [low for low, _ in spans], [high for _, high in spans]
    return judged.sort_values(["share", "due", "name"], ascending=[False, False, True])


def totals(units: pd.DataFrame) -> dict[str, int]:
    """All units together, by state."""
    names = ("on_time", "late", "missing", "excused", "no_data", "open", "kept_offline")
    sums = {name: int(units[name].sum()) for name in names}
    return sums | {"due": sums["on_time"] + sums["late"] + sums["missing"]}


def sentence(total: dict[str, int]) -> tuple[Any, ...]:
    """The one sentence: how many of the duties that are due were kept in time, and what is left."""
    if not total["due"]:
        return ("Belum ada kewajiban yang jatuh tempo dalam pilihan ini.",)
    told = f"{formats.share(total['on_time'], total['due'])} kewajiban"
    return (strong(told), " ditepati tepat waktu; ", strong(formats.number(total["late"])), " terlambat dan ",
            strong(formats.number(total["missing"])), " belum.")  # fmt: skip


def share_words(total: dict[str, int]) -> str:
    """The share kept in time, and how much of what was kept was kept without the internet."""
    if not total["due"]:
        return "belum ada yang jatuh tempo"
    offline = f"; {formats.number(total['kept_offline'])} secara luring" if total["kept_offline"] else ""
    return f"{formats.percent(total['on_time'] / total['due'], 0)} dari yang jatuh tempo{offline}"


def about(messages: pd.DataFrame) -> str:
    more = len(messages) - MOST_MESSAGES
    shown = f"Tampil {MOST_MESSAGES} pesan terbaru dari {formats.number(len(messages))}; unduhan memuat semuanya. "
    return f"{shown if more > 0 else ''}Pesan terbaru lebih dahulu; tekan satu kotak untuk melihat buktinya."


def proofs(rows: pd.DataFrame) -> Html:
    """One line a duty: whose and of which message, how it stands, and on what evidence."""
    return tag("ol", *map(_proven, rows.to_dict("records")), cls="jk-proofs")


def _proven(row: dict[str, Any]) -> Html:
    published = tag("small", f"terbit {formats.moment(row['published_at'])}")
    what = (tag("b", formats.text(row["agency_name"])), tag("div", formats.text(row["title"], "(tanpa judul)")))
    return tag("li", tag("div", *what, published), tag("div", state_badge(row)), tag("div", proof(row)))


def _remark(row: dict[str, Any]) -> Html:
    photo = None if formats.is_missing(row["photo_sha256"]) else badge("dengan foto")
    return joined(formats.text(row["note"], "tanpa keterangan"), photo, by=" ")


OFFLINE = [
    Column("Unit", lambda row: formats.text(row["agency_name"]), is_lead=True),
    Column("Pesan", lambda row: formats.shortened(row["title"], 80)),
    Column("Lewat", lambda row: CHANNELS.get(row["channel"], formats.text(row["channel"]))),
    Column("Keterangan", lambda row: _remark(row)),
    Column("Dilaporkan", lambda row: formats.moment(row["reported_at"]), True),
]
EVIDENCE_FILE = {
    "agency_code": "Kode unit", "agency_name": "Unit", "peer_group": "Kelompok", "kecamatan_code": "Kode kecamatan",
    "village_code": "Kode desa", "message_id": "ID pesan", "title": "Pesan", "published_at": "Terbit",
    "deadline_at": "Batas waktu", "state": "Keadaan", "reason": "Alasan", "carried_at": "Diteruskan",
    "hours": "Jam setelah pesan", "method": "Ditemukan lewat", "link": "Tautan", "words": "Kata dan fakta yang sama",
    "has_offline": "Ada penyebaran luring",
}  # fmt: skip


def for_file(rows: pd.DataFrame) -> pd.DataFrame:
    """The same rows in the words of the page."""
    records = rows.to_dict("records")
    told = [evidence.read(row["evidence"]) for row in records]
    return rows.assign(
        state=[STATES[state_of(row)].word for row in records],
        method=[None if formats.is_missing(row["method"]) else method(row["method"]) for row in records],
        words=[" | ".join(found.agreeing) or None for found in told],
        has_offline=["ya" if row["has_offline"] else "tidak" for row in records],
    )


def share_legend() -> Html:
    """The key of the chart of shares, below it."""
    keys = (("jk-key-dot", "bagian unit"), ("jk-key-span", "rentang 90 %"), ("jk-key-tick", "semua unit bersama"))
    marks = (tag("span", tag("i", cls=cls), words) for cls, words in keys)
    return tag("p", *marks, cls="jk-legend")
