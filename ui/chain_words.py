"""The words of the chain: the sentence on top, the hover of a village, and the list that fits a WhatsApp message."""

import re
from itertools import groupby
from typing import Any

import pandas as pd

from ui import duty_words, formats
from ui.markup import Html, joined, tag

STATES = {
    "own": "Sampai",
    "indirect": "Terjangkau tidak langsung",
    "none": "Belum terjangkau",
    "blank": "Tanpa sinyal",
}
STATE_HINTS = {
    "own": "disebarkan oleh kanal desa sendiri",
    "indirect": "perkiraan, lewat akun lain",
    "none": "perkiraan orang terjangkau masih kecil",
    "blank": "dicatat terpisah, tidak dinilai lalai",
}
MESSAGE_STATES = {"open": "berjalan", "closed": "lewat batas", "withdrawn": "ditarik"}
HOW_TO_DESIGNATE = (
    "Unggahan akun induk yang memuat tagar atau kata sebuah program (programmes.csv) menjadi pesan prioritas "
    "dengan sendirinya.",
    "Kepala Diskominfo juga dapat menetapkan unggahan mana pun di halaman Pesan Prioritas.",
)
WHATSAPP_LIMIT = 4000
FORMATTING = re.compile(r"[*_~`]+")


def strong(words: Any) -> Html:
    return tag("strong", words)


def plain(words: Any) -> str:
    """Text from strangers for a chart: nothing that Plotly would take for a tag."""
    return formats.text(words, "").replace("<", "‹").replace(">", "›")


def people(value: Any) -> str:
    """`214 rb`, `12,3 rb`, `2.140`: as exact as an estimate deserves."""
    if formats.is_missing(value):
        return formats.MISSING
    whole = round(value)
    if 100_000 <= whole < 1_000_000:
        return f"{formats.number(round(whole / 1000))} rb"
    return formats.compact(whole)


def together(words: str) -> str:
    """Words that should not be parted at the end of a line."""
    return words.replace(" ", "\u00a0")


def hours(value: Any) -> str:
    """`kurang dari 1 jam`, `30 jam`, `5,2 hari`."""
    if formats.is_missing(value):
        return formats.MISSING
    if value < 1:
        return "kurang dari 1 jam"
    return f"{formats.number(round(value))} jam" if value < 97 else f"{formats.number(round(value / 24, 1))} hari"


def choice(row: dict[str, Any]) -> str:
    """A message in the list to choose from: title, day and how it stands."""
    return f"{duty_words.message_label(row)} · {MESSAGE_STATES.get(row['state'], row['state'])}"


def first(rows: pd.DataFrame) -> dict[str, Any]:
    """The one row of an answer that has one."""
    found: dict[str, Any] = rows.iloc[0].to_dict()
    return found


def choices(messages: pd.DataFrame) -> tuple[dict[str, str], str]:
    """All messages by name, and which is shown when nobody asks: the latest that was not withdrawn."""
    rows = messages.to_dict("records")
    latest = [row["message_id"] for row in rows if row["is_latest"] is True]
    standing = [row["message_id"] for row in rows if row["state"] != "withdrawn"]
    return {row["message_id"]: choice(row) for row in rows}, [*latest, *standing, rows[0]["message_id"]][0]


def village_choices(villages: pd.DataFrame) -> tuple[dict[str, str], str]:
    """All villages by name, and the one where most people are left out."""
    if villages.empty:
        return {}, ""
    names = villages["village_name"] + ", Kec. " + villages["kecamatan_name"]
    first_of = villages["village_code"][villages["is_default"]].iloc[0]
    return dict(zip(villages["village_code"], names, strict=True)), first_of


def stragglers(late: int) -> str:
    """What lies past the right edge of the curve."""
    return f"{formats.number(late)} desa lagi menyusul setelah tepi kanan kurva."


def sentence(row: dict[str, Any]) -> Html:
    """How far the message came, whom it waits for, whom it missed."""
    if row["is_withdrawn"]:
        return _withdrawn(row)
    rest = [one for one in (_kecamatan(row), _people(row)) if one is not None]
    return joined(_villages(row), *(joined("; ", one) for one in rest), ".")


def _withdrawn(row: dict[str, Any]) -> Html:
    reason = formats.text(row["withdrawn_reason"], "")
    why = f" karena {reason.rstrip('.')}" if reason else ""
    count = row["villages_own"]
    until = (
        joined("sempat sampai di ", strong(_of(count, row["villages"])))
        if count
        else joined("belum sampai di ", strong("satu desa pun"))
    )
    return joined("Pesan ini ", strong("ditarik"), why, "; sebelum itu ", until, ".")


def _of(part: Any, total: Any) -> str:
    return together(f"{formats.share(part, total)} desa")


def _villages(row: dict[str, Any]) -> Html:
    """Counted at the early mark; before it has passed, counted so far."""
    early = row["early_hours"]
    is_early = not formats.is_missing(row["hours_since"]) and row["hours_since"] < early
    count, total = row["villages_own" if is_early else "villages_own_early"], row["villages"]
    within = " sejauh ini" if is_early else f" dalam {together(f'{formats.number(early)} jam')}"
    if not total:
        return joined("Tidak ada desa dalam khalayak pesan ini")
    if not count:
        return joined("Belum sampai di ", strong("satu desa pun"), f" dari {together(f'{formats.number(total)} desa')}",
                      within)  # fmt: skip
    where = together(f"semua {formats.number(total)} desa") if count == total else _of(count, total)
    after = row["villages_own"]
    grown = joined(" (kini ", formats.number(after), ")") if not is_early and after > count else None
    return joined("Sampai di ", strong(where), within, grown)


def _kecamatan(row: dict[str, Any]) -> Html | None:
    total, silent = row["kecamatan"], row["kecamatan_silent"]
    if formats.is_missing(silent) or not total or formats.is_missing(row["kecamatan_carried"]):
        return None
    carried = row["kecamatan_carried"]
    if silent == 0 and carried < total:
        part = together(f"{formats.share(carried, total)} kecamatan")
        return joined(strong(part), " sudah meneruskan, sisanya belum ada data")
    if silent == 0:
        return joined(strong(together(f"semua {formats.number(total)} kecamatan")), " sudah meneruskan")
    if silent == total:
        return joined(strong("belum satu kecamatan pun"), " meneruskan")
    return joined(strong(together(f"{formats.number(silent)} kecamatan")), " belum meneruskan")


def _people(row: dict[str, Any]) -> Html:
    left = row["people_left"]
    if formats.is_missing(left):
        return joined("jumlah orang yang belum terjangkau ", strong(formats.MISSING))
    if left == 0:
        return joined(strong("semua warga daring"), " diperkirakan terjangkau")
    return joined("sekitar ", strong(together(f"{people(left)} orang")), " belum terjangkau")


def deadline(row: dict[str, Any]) -> dict[str, str]:
    """When the duty ends, or that it did."""
    if formats.is_missing(row["deadline_at"]):
        return {"Batas waktu": "tidak ada"}
    over = "" if row["state"] == "open" else " (lewat)"
    return {"Batas waktu": together(f"{formats.moment(row['deadline_at'])}{over}")}


def village_hover(row: dict[str, Any]) -> str:
    """Village, kecamatan, state, when and how, people: the words under the pointer, in lines a phone can show."""
    lines = [f"<b>{plain(row['village_name'])}</b>, Kec. {plain(row['kecamatan_name'])}", _state_words(row)]
    if not formats.is_missing(row["carried_at"]):
        lines += [f"{formats.moment(row['carried_at'])} ({hours(row['hours'])})", duty_words.method(row["method"])]
    return "<br>".join([*lines, *_village_people(row)])


def _state_words(row: dict[str, Any]) -> str:
    words = STATES.get(row["state"], formats.MISSING)
    note = plain(row["blank_note"])
    if not row["is_blankspot"]:
        return words
    signal = f"tanpa sinyal{f': {note}' if note else ''}"
    return signal[:1].upper() + signal[1:] if row["state"] == "blank" else f"{words}; {signal}"


def _village_people(row: dict[str, Any]) -> list[str]:
    if formats.is_missing(row["people_point"]):
        return [f"orang terjangkau {formats.MISSING}"]
    between = f"{people(row['people_low'])} – {people(row['people_high'])}"
    return [f"sekitar {people(row['people_point'])} orang ({between})", f"dari {people(row['online'])} warga daring"]


def whatsapp(missed: pd.DataFrame, title: str, published_at: Any, villages: int, is_withdrawn: bool) -> str:
    """Plain text grouped by kecamatan, always under the letters one message holds; nobody without signal is blamed."""
    if is_withdrawn:
        return f"*Pesan ditarik: {_bare(formats.shortened(title, 120))}*\nMohon tidak meneruskan pesan ini lagi."
    blamed = missed[~missed["is_blankspot"].astype(bool)]
    quiet = missed[missed["is_blankspot"].astype(bool)]
    head = [f"*Pesan prioritas: {_bare(formats.shortened(title, 120))}*",
            f"Terbit {formats.moment(published_at)}",
            f"Belum terjangkau: {formats.share(len(blamed), villages)} desa", ""]  # fmt: skip
    tail = ["", formats.shortened(f"Tanpa sinyal, disampaikan langsung: {_listed(quiet)}", 400)] if len(quiet) else []
    tail += ["", "Mohon dibantu meneruskan. Bila sudah, laporkan tautannya."] if len(blamed) else []
    room = WHATSAPP_LIMIT - len("\n".join([*head, *tail])) - 100
    return "\n".join([*head, *_groups(blamed, room), *tail])


def _groups(missed: pd.DataFrame, room: int) -> list[str]:
    """One line a kecamatan; the villages that do not fit are counted, never dropped silently."""
    lines: list[str] = []
    left_out = 0
    records = sorted(missed.to_dict("records"), key=lambda one: (one["kecamatan_name"], one["village_name"]))
    for name, members in groupby(records, key=lambda one: one["kecamatan_name"]):
        names = [_bare(one["village_name"]) for one in members]
        line = f"*Kec. {_bare(name)}* ({len(names)}): {', '.join(names)}"
        if len(line) + 1 <= room:
            lines.append(line)
            room -= len(line) + 1
        else:
            left_out += len(names)
    more = [f"dan {formats.number(left_out)} desa lain; lihat daftar unduhan"] if left_out else []
    return [*lines, *more] or ["Semua desa sudah terjangkau. Terima kasih."]


def _listed(rows: pd.DataFrame) -> str:
    return ", ".join(f"{_bare(row['village_name'])} (Kec. {_bare(row['kecamatan_name'])})"
                     for row in rows.to_dict("records"))  # fmt: skip


def _bare(words: Any) -> str:
    """Without the signs WhatsApp would turn into bold or italics."""
    return " ".join(FORMATTING.sub(" ", formats.text(words, "")).split())
