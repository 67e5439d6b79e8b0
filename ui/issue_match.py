"""Captions in which most of a checked claim stands, beside the claim: for people to look at, never a verdict."""

import json

import streamlit as st

from ui import evidence, filters, formats, issue_words, parts, texts
from ui.issue_log import open_issue
from ui.issue_words import Row
from ui.markup import Html, joined, tag
from ui.store import count, page

SIZE = 6
STANCES = {"dilihat": "Perlu dilihat orang", "meluruskan": "Ikut meluruskan"}
ABOUT = "Kata-kata penentu klaim ada di teks unggahan tiga bulan terakhir. Mirip bukan berarti salah: baca keduanya."
NONE = {
    "dilihat": "Tidak ada unggahan yang perlu dilihat",
    "meluruskan": "Belum ada unggahan yang tampak meluruskan klaim",
}


def show() -> None:
    stance = filters.segments("sikap", "Unggahan yang", STANCES, "dilihat")
    total = count("issue_matches", stance=stance)
    parts.show(parts.note(ABOUT))
    if not total:
        parts.show(parts.empty(NONE[stance], "Pasangan muncul begitu klaim di daftar mirip dengan teks unggahan."))
        return
    first = (filters.current_page(total, SIZE) - 1) * SIZE
    for row in page("issue_matches", SIZE, first, stance=stance).to_dict("records"):
        _pair(row)
    filters.paginate(total, SIZE)


def _pair(row: Row) -> None:
    found = evidence.read(json.dumps({"words": formats.text(row["words"], "").split(", ")}))
    parts.show(tag("div", _claim(row, found), _post(row, found), cls="jk-pair"))
    st.button("Tangani klaim ini", key=f"mirip_{row['issue_id']}_{row['post_id']}", type="tertiary",
              icon=":material/edit_note:", on_click=open_issue, args=(row["issue_id"],))  # fmt: skip


def _claim(row: Row, found: evidence.Evidence) -> Html:
    kind = "Klaim di daftar pemeriksa fakta" if row["origin"] == "list" else "Klaim yang dilaporkan"
    ways = issue_words.ways(row | {"link": row["issue_link"] if row["origin"] == "list" else None})
    foot = [each for each in (issue_words.verdicts(row), ways) if each]
    return tag("div", tag("small", joined(kind, formats.text(row["public_id"], "") or None, by=" · ")),
               tag("p", evidence.marked(row["title"], found), cls="jk-caption"), tag("small", joined(*foot, by=" · ")),
               cls="jk-text")  # fmt: skip


def _post(row: Row, found: evidence.Evidence) -> Html:
    platform = texts.PLATFORMS.get(row["platform"], row["platform"])
    told = (platform, formats.posted(row["published_at"], row["published_on"]), parts.open_post(row["link"]))
    stance, tone = ("meluruskan", "good") if row["is_warning"] else ("dilihat", "alert")
    alike = tag("small", f" Kemiripan {formats.percent(row['similarity'], 0)}")
    return tag("div", tag("div", parts.badge(STANCES[stance], tone), alike), tag("h3", parts.publisher(row)),
               tag("p", evidence.marked(row["caption"], found), cls="jk-caption"),
               tag("small", joined(*told, by=" · ")), cls="jk-text")  # fmt: skip
