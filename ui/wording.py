"""Sentences that say in plain words what the figures on a page mean."""

from typing import Any

import pandas as pd

from measures.definitions import Definition, definitions, glossary
from ui import formats, texts
from ui.markup import Html, joined, tag
from ui.parts import strong


def measure(code: str) -> Definition:
    return definitions()[code]


def explained(code: str) -> str:
    """A definition short enough for a tooltip."""
    one = measure(code)
    return f"{one.definition} Rumus: {one.formula}."


def week_sentence(week: dict[str, Any]) -> Html:
    """The one sentence that matters this week."""
    units = strong(_together(formats.share(week["units"], week["units_obliged"])))
    posts = strong(formats.number(week["posts"]))
    silent = week["units_silent"]
    quiet = (
        joined(strong(_together(f"{formats.number(silent)} unit")), " diam") if silent else "tidak ada unit yang diam"
    )
    duty = " unit wajib" if week["units_obliged"] else " unit"
    said = ("Pekan ini ", units, duty, " menerbitkan ", posts, " unggahan; ", quiet)
    return joined(*said, f" lebih dari {texts.ACTIVE_WITHIN_DAYS} hari.")


def _together(words: str) -> str:
    """Words that should not be parted at the end of a line."""
    return words.replace(" ", "\u00a0")


def more_or_less(week: dict[str, Any], name: str) -> str:
    return formats.change(week[name], week[f"{name}_before"])


def order_sentence(ranked: int, unsure: int, unranked: int) -> str:
    """How far the order of a ranking can be trusted."""
    left_out = f" {formats.number(unranked)} unit belum cukup data dan tidak diberi urutan." if unranked else ""
    if ranked < 2:
        few = (
            "Baru satu unit yang cukup datanya." if ranked else "Belum ada unit dengan cukup unggahan untuk diurutkan."
        )
        return f"{few}{left_out}"
    if unsure == 0:
        return f"Rentang {formats.number(ranked)} unit tidak tumpang tindih: urutannya jelas.{left_out}"
    return (
        f"Urutan belum pasti pada {formats.number(unsure)} dari {formats.number(ranked - 1)} pasang unit "
        f"yang berurutan, karena rentangnya tumpang tindih.{left_out}"
    )


def unit_sentence(unit: dict[str, Any]) -> Html:
    """What one unit did in the chosen period."""
    name = strong(formats.text(unit["name"]))
    if formats.is_missing(unit["posts"]) or not unit["posts"]:
        return joined(name, " tidak menerbitkan apa pun dalam periode ini, sejauh berkas yang masuk.")
    steady = f"{formats.number(unit['weeks_meeting_minimum'])} dari {formats.number(unit['weeks'])} pekan"
    return joined(name, " menerbitkan ", strong(f"{formats.number(unit['posts'])} unggahan"),
                  f" dan memenuhi jumlah minimum pada {steady}.")  # fmt: skip


def silence(unit: dict[str, Any]) -> str:
    if formats.is_missing(unit["silent_days"]):
        return "belum pernah terlihat"
    if unit["silent_days"] == 0:
        return "pada hari data ini"
    return f"{formats.days(unit['silent_days'])} sebelum data ini"


def tone(is_fine: Any) -> str:
    """How a tile should look: quiet when all is well."""
    return "plain" if is_fine else "alert"


def silence_tone(week: dict[str, Any]) -> str:
    return tone(not week["units_silent"])


def trend_note(platform: str) -> str:
    where = texts.PLATFORMS.get(platform, platform)
    return f"Nilai tengah per unggahan, menurut pekan terbit; {where}, satu tahun terakhir."


def break_days(breaks: pd.DataFrame) -> tuple[str, ...]:
    return tuple(str(pd.Timestamp(day).date()) for day in breaks["on_day"])


def break_list(breaks: pd.DataFrame) -> Html:
    """The notes to the numbered lines in a trend."""
    rows = (tag("li", tag("b", formats.day(row["on_day"])), ": ", row["what"]) for row in breaks.to_dict("records"))
    return tag("ol", *rows, cls="jk-steps jk-breaks")


def steps(*items: Any) -> Html:
    return tag("ol", *(tag("li", item) for item in items), cls="jk-steps")


def how_to_correct() -> Html:
    return steps(
        "Unduh daftar di bawah ini dan buka barisnya di berkas asli (nomor baris sama dengan di Excel).",
        joined("Bila angkanya jelas salah tulis, tambahkan satu baris di ", tag("code", "corrections.csv"),
               " berisi nilai lama, nilai baru, alasan dan buktinya."),
        "Bila berkasnya yang rusak, unduh ulang ekspor itu dari platform.",
        joined("Muat lagi: ", tag("code", texts.RUN_COMMAND), ". Baris yang sudah benar tidak dihitung dua kali."),
    )  # fmt: skip


def measures_by_group() -> dict[str, list[Definition]]:
    grouped: dict[str, list[Definition]] = {}
    for one in definitions().values():
        grouped.setdefault(one.group, []).append(one)
    return grouped


def definition_list(measures: list[Definition]) -> Html:
    return tag("div", *(_definition(one) for one in measures), cls="jk-definitions")


def _definition(one: Definition) -> Html:
    """One measure in full, as the methodology shows it."""
    rows = {"Satuan": one.unit, "Rumus": one.formula, "Sumber": one.source, "Batas": one.limits,
            "Versi": f"{one.version}, berlaku sejak {formats.day(pd.Timestamp(one.since))}"}  # fmt: skip
    pairs = (joined(tag("dt", word), tag("dd", meaning)) for word, meaning in rows.items())
    head = (tag("h3", one.name), tag("p", one.definition))
    return tag("div", *head, tag("dl", *pairs), cls="jk-definition", id=one.id)


def glossary_list() -> Html:
    pairs = (joined(tag("dt", term.word), tag("dd", term.meaning)) for term in glossary())
    return tag("div", tag("dl", *pairs), cls="jk-definition jk-glossary")
