"""The ledger of norms on a page: units down, norms across, and on a phone a card for each unit."""

from typing import Any

import pandas as pd

from ui import formats
from ui.markup import Html, joined, tag
from ui.parts import badge
from ui.standard_words import (
    STATES,
    Row,
    counted,
    place_of,
    reached,
    span,
    state,
    target,
    unit_of,
    value,
    verdict_words,
)


def legend() -> Html:
    """What each mark means; marks differ in shape, so that colour is not needed."""
    keys = (tag("span", _mark(code), one.word) for code, one in STATES.items())
    return tag("p", *keys, cls="jk-legend jk-duty-states")


def ledger(cells: pd.DataFrame, codes: tuple[str, ...], rule: str) -> Html:
    """Units down, norms across; on a phone every unit is a card with its norms in words."""
    rows = [row for row in cells.to_dict("records") if row["agency_code"] in codes]
    known = {(row["agency_code"], row["rule_id"]): row for row in rows}
    norms = _norms(cells)
    units = [(code, [known.get((code, norm)) for norm, _ in norms]) for code in codes]
    told = [(code, duties) for code, duties in units if any(duties)]
    head = tag("tr", tag("th", "Unit", scope="col"), *(_heading(*norm) for norm in norms))
    body = (_unit_row(cells) for _, cells in told)
    inside = tag("table", tag("thead", head), tag("tbody", *body), cls="jk-ledger jk-norms")
    wide = tag("div", inside, cls="jk-scroll jk-ledger-scroll jk-on-wide", tabindex="0")
    return joined(wide, tag("div", *(_card(cells, rule) for _, cells in told), cls="jk-on-phone"), without_data(cells))


def _norms(cells: pd.DataFrame) -> list[tuple[str, str]]:
    """The norms of which at least one unit of the group has data."""
    judged = cells[cells["verdict"] != "not_applicable"]
    pairs = set(zip(judged["rule_id"], judged["title"], strict=True))
    return sorted(pairs, key=lambda pair: (place_of(pair[0]), pair[1]))


def without_data(cells: pd.DataFrame) -> Html | None:
    """The norms nobody of the group can be judged by, so that nobody thinks they are met."""
    known = {norm for norm, _ in _norms(cells)}
    missing = sorted({row["title"] for row in cells.to_dict("records") if row["rule_id"] not in known})
    if not missing:
        return None
    return tag("p", "Belum ada datanya pada bulan ini: ", ", ".join(missing), ".", cls="jk-note")


def _heading(rule_id: str, title: str) -> Html:
    unit = unit_of(rule_id)
    title = f"{title} ({unit})" if unit else title
    return tag("th", tag("div", tag("span", title)), scope="col", cls="jk-message", title=title)


def _unit_row(cells: list[Row | None]) -> Html:
    name = next(formats.text(cell["name"]) for cell in cells if cell)
    return tag("tr", tag("th", name, scope="row"), *(_cell(cell) for cell in cells))


def _cell(cell: Row | None) -> Html:
    if cell is None:
        return tag("td", tag("span", "·", cls="jk-none", title="belum dinilai"), cls="jk-square")
    said = f"{formats.text(cell['name'])}, {formats.text(cell['title'])}: {verdict_words(cell)}, {reached(cell)}"
    missing = formats.is_missing(cell["value"])
    shown = None if missing else tag("small", value(cell["rule_id"], cell["value"]).split(" ")[0])
    summary = tag("summary", _mark(cell["verdict"]), shown, title=said, aria_label=said)
    return tag("td", tag("details", summary, _detail(cell), cls="jk-cell"), cls="jk-square")


def _mark(code: Any) -> Html:
    known = code if code in STATES else "not_applicable"
    return tag("span", state(known).mark, cls=f"jk-mark jk-is-{known}", aria_hidden="true")


def _detail(cell: Row) -> Html:
    """What opens behind a mark: value, interval, target, peers and advice."""
    peers = value(cell["rule_id"], cell["peer_median"])
    rows = {
        "Nilai": value(cell["rule_id"], cell["value"]), "Rentang 90 %": span(cell) or "tidak memakai rentang",
        "Target": target(cell), "Unit sebanding": peers,
        "Dinilai": formats.MISSING if formats.is_missing(cell["denominator"]) else counted(cell),
        "Norma": f"{formats.text(cell['norm'])}, aturan versi {formats.number(cell['rule_version'])}",
    }  # fmt: skip
    pairs = (joined(tag("dt", word), tag("dd", told)) for word, told in rows.items())
    advice = tag("p", formats.text(cell["advice"])) if cell["verdict"] == "fail" and cell["advice"] else None
    head = (tag("b", formats.text(cell["name"])), tag("p", formats.text(cell["title"])))
    return tag("div", *head, verdict_badge(cell), tag("dl", *pairs), advice, cls="jk-duty-proof")


def verdict_badge(row: Row) -> Html:
    tone = {"pass": "good", "fail": "alert"}.get(row["verdict"], "plain")
    return badge(verdict_words(row), tone)


def _card(cells: list[Row | None], rule: str) -> Html:
    """One unit on a phone: the chosen norm, how many of each verdict, and every norm in words once it is opened."""
    known = [cell for cell in cells if cell]
    chosen = next((cell for cell in known if cell["rule_id"] == rule), None)
    first = chosen and tag("div", f"{chosen['title']}: {_short(chosen)} ", verdict_badge(chosen))
    counts = [(one.word.lower(), sum(cell["verdict"] == code for cell in known)) for code, one in STATES.items()]
    told = " · ".join(f"{formats.number(count)} {word}" for word, count in counts if count)
    lines = (tag("li", _mark(cell["verdict"]), tag("div", tag("b", cell["title"]), " ", tag("div", verdict_words(cell)),
                 tag("small", f"{reached(cell)}; target {target(cell)}"))) for cell in known)  # fmt: skip
    summary = tag("summary", tag("b", formats.text(known[0]["name"])), first, tag("div", tag("small", told)))
    return tag("details", summary, tag("ul", *lines), cls="jk-unit-card")


def _short(cell: Row) -> str:
    between = f" ({span(cell)})" if span(cell) else ""
    return f"{value(cell['rule_id'], cell['value'])}{between}"
