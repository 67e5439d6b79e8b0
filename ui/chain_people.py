"""People in the chain as HTML: the interval, the villages by state, and the arithmetic behind each figure."""

from itertools import groupby
from typing import Any

import pandas as pd

from ui import chain_words, formats
from ui.chain_words import people, strong
from ui.charts_map import FILLS
from ui.markup import Html, joined, tag
from ui.parts import note
from ui.wording import measure

Row = dict[str, Any]
INTERVAL = ("low", "point", "high")


def block(facts: Row, accounts: Html) -> Html:
    """The estimate of people with its interval, and how it was reckoned."""
    shown = _unknown() if formats.is_missing(facts["people_point"]) else _estimate(facts)
    steps = tag("ol", *(tag("li", one) for one in _steps(facts)), cls="jk-steps")
    reckoned = tag("details", tag("summary", "Hitungannya"), steps, accounts)
    return tag("div", tag("span", "Perkiraan orang terjangkau", cls="jk-tile-label"), *shown, reckoned, cls="jk-people")


def _estimate(facts: Row) -> tuple[Html, ...]:
    low, point, high = (people(facts[f"people_{name}"]) for name in INTERVAL)
    online = f" dari {people(facts['online'])} warga daring"
    return (
        tag("b", point, cls="jk-people-value"),
        _range(facts),
        tag("p", "antara ", strong(low), " dan ", strong(high), online),
    )


def _unknown() -> tuple[Html, ...]:
    return (
        tag("b", formats.MISSING, cls="jk-people-value jk-missing"),
        tag("p", "Belum ada jangkauan akun yang diketahui."),
    )


def _range(facts: Row) -> Html:
    """Low to high on the scale of all online people, with a mark at the estimate."""
    low, point, high = (100 * facts[f"people_{name}"] / max(1, facts["online"]) for name in INTERVAL)
    said = f"rentang {formats.percent(low / 100, 0)} sampai {formats.percent(high / 100, 0)} warga daring"
    span = tag("i", style=f"left:{low:.1f}%;width:{max(high - low, 0.5):.1f}%")
    mark = tag("b", style=f"left:{point:.1f}%")
    return tag("div", span, mark, cls="jk-range", role="img", aria_label=said)


def states(rows: pd.DataFrame) -> Html:
    """The key of the map, with how many villages each state has."""
    said = {row["state"]: row["villages"] for row in rows.to_dict("records")}
    lines = (_state(code, said.get(code, 0)) for code in FILLS if code != "blank" or code in said)
    return tag("ul", *lines, cls="jk-map-states")


def _state(code: str, villages: int) -> Html:
    words = tag("span", chain_words.STATES[code], tag("small", chain_words.STATE_HINTS[code]))
    return tag("li", tag("i", cls=f"jk-state jk-state-{code}"), words, tag("b", formats.number(villages)))


def map_words(rows: pd.DataFrame) -> str:
    """The map for those who cannot see it."""
    said = (f"{formats.number(row['villages'])} {chain_words.STATES.get(row['state'], row['state']).lower()}"
            for row in rows.to_dict("records"))  # fmt: skip
    return f"Peta desa: {', '.join(said)}. Keadaan tiap desa ada di bagian Rantai penyebaran."


def _steps(facts: Row) -> list[Any]:
    """The whole message, from population to people, with its own figures."""
    population, online = facts["population"], facts["online"]
    is_known = not formats.is_missing(population) and population and not formats.is_missing(online)
    share = formats.percent(online / population, 0) if is_known else formats.MISSING
    low, point, high, left = (formats.number(facts[f"people_{name}"]) for name in (*INTERVAL, "left"))
    steps = [
        f"Warga daring: {formats.number(population)} penduduk × {share} (asumsi) = {formats.number(online)} orang.",
        f"Tiap akun: jangkauan × bagian lokal. {measure('people_reached').formula}",
        measure("people_range").formula,
    ]
    total = joined("Jumlah semua desa: rendah ", strong(low), ", perkiraan ", strong(point), ", tinggi ", strong(high),
                   f". Belum terjangkau: {left}.")  # fmt: skip
    return steps if formats.is_missing(facts["people_point"]) else [*steps, total]


def one_village(villages: pd.DataFrame, code: str) -> Html:
    """The arithmetic of one village, step by step, with its own figures."""
    row: Row = villages[villages["village_code"] == code].iloc[0].to_dict()
    if formats.is_missing(row["people_point"]):
        words = "Jangkauan akun yang menyebarkan belum diketahui, jadi orang terjangkau tidak tersedia."
        return joined(_village_state(row), note(words))
    steps = (
        f"{formats.number(row['population'])} penduduk, {formats.number(row['online'])} di antaranya warga daring.",
        joined("Rendah, bagian terbesar satu akun: ", strong(_part(row, "low")), "."),
        joined("Tinggi, bila khalayak semua akun bertumpuk acak: ", strong(_part(row, "high")), "."),
        joined("Perkiraan: ", strong(_part(row, "point")), f". {measure('people_range').formula}"),
    )
    return joined(_village_state(row), tag("ol", *(tag("li", one) for one in steps), cls="jk-steps"))


def _part(row: Row, name: str) -> str:
    return chain_words.together(f"{formats.percent(row[name])} = {people(row[f'people_{name}'])} orang")


def _village_state(row: Row) -> Html:
    """One line about one village."""
    code = "blank" if row["state"] != "own" and row["is_blankspot"] else row["state"]
    came = not formats.is_missing(row["carried_at"])
    when = f", {formats.moment(row['carried_at'])} ({chain_words.hours(row['hours'])})" if came else ""
    state = f", Kec. {row['kecamatan_name']}: {chain_words.STATES.get(code, code).lower()}{when}."
    return tag(
        "p", tag("i", cls=f"jk-state jk-state-{code}"), " ", strong(row["village_name"]), state, cls="jk-village"
    )


def unreached(rows: pd.DataFrame) -> Html:
    """The villages left out, by kecamatan, and whether the kecamatan itself carried the message."""
    if rows.empty:
        return note("Semua desa sudah terjangkau.")
    groups = groupby(rows.to_dict("records"), key=lambda row: row["kecamatan_name"])
    return tag("div", *(_missed(name, list(members)) for name, members in groups), cls="jk-missed")


def _missed(name: str, rows: list[Row]) -> Html:
    carried = "kecamatan sudah meneruskan" if rows[0]["kecamatan_carried"] else "kecamatan belum meneruskan"
    names = ", ".join(f"{row['village_name']}{' (tanpa sinyal)' if row['is_blankspot'] else ''}" for row in rows)
    return tag(
        "div",
        tag("b", f"Kec. {name}"),
        tag("small", f" {formats.number(len(rows))} desa · {carried}"),
        tag("div", names),
    )


def map_note(made: pd.DataFrame) -> Html | None:
    """How far the hexagons lie from the true places; nothing for true boundaries."""
    row = made.iloc[0].to_dict() if len(made) else {}
    if formats.is_missing(row.get("mean_displacement_km")):
        return None
    mean, most = (formats.number(row[f"{name}_displacement_km"], 1) for name in ("mean", "max"))
    return note(
        "Tiap segi enam satu desa, sama besar; letaknya bergeser rata-rata ", mean, " km, paling jauh ", most, " km."
    )
