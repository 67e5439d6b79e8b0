"""Captions in which most of a checked claim stands, beside the claim: for people to look at, never a verdict."""

import json

import pandas as pd
import streamlit as st

from ui import download, evidence, filters, formats, issue_words, parts, texts
from ui.issue_log import open_issue
from ui.issue_words import Row
from ui.markup import Html, joined, tag
from ui.store import count, page, query

CLAIMS, SHOWN, MOST = 5, 2, 12
STANCES = {"dilihat": "Perlu dilihat orang", "meluruskan": "Ikut meluruskan"}
ABOUT = "Kata-kata penentu klaim ada di teks unggahan tiga bulan terakhir. Mirip bukan berarti salah: baca keduanya."
NONE = {
    "dilihat": "Tidak ada unggahan yang perlu dilihat",
    "meluruskan": "Belum ada unggahan yang tampak meluruskan klaim",
}
FILE = {
    "issue_id": "ID isu", "public_id": "Nomor daftar", "title": "Klaim", "verdict_text": "Kata sumber",
    "verdict": "Putusan", "stance": "Sikap unggahan", "similarity": "Bagian kata penentu yang sama",
    "words": "Kata yang sama", "agency_name": "Unit", "platform": "Platform", "account_handle": "Akun",
    "published_on": "Tanggal", "caption": "Teks unggahan", "link": "Tautan", "post_id": "ID unggahan",
}  # fmt: skip


def show() -> None:
    stance = filters.segments("sikap", "Unggahan yang", STANCES, "dilihat")
    total = count("issue_match_claims", stance=stance)
    parts.show(parts.note(ABOUT))
    if not total:
        parts.show(parts.empty(NONE[stance], "Pasangan muncul begitu klaim di daftar mirip dengan teks unggahan."))
        return
    first = (filters.current_page(total, CLAIMS) - 1) * CLAIMS
    for row in page("issue_match_claims", CLAIMS, first, stance=stance).to_dict("records"):
        _claim(row, stance)
    filters.paginate(total, CLAIMS)
    download.buttons("mirip-klaim", lambda: _for_file(query("issue_matches", issue="semua", stance=stance)), FILE)


def _claim(row: Row, stance: str) -> None:
    posts = page("issue_matches", MOST, issue=row["issue_id"], stance=stance).to_dict("records")
    with st.container(key=f"mirip_klaim_{row['issue_id'][-40:]}"):
        parts.show(tag("div", _told(row), tag("div", *_posts(posts, row["posts"])), cls="jk-pair jk-alike"))
        st.button("Tangani klaim ini", key=f"mirip_{row['issue_id']}", type="tertiary", icon=":material/edit_note:",
                  on_click=open_issue, args=(row["issue_id"],))  # fmt: skip


def _told(row: Row) -> Html:
    kind = "Klaim di daftar pemeriksa fakta" if row["origin"] == "list" else "Klaim yang dilaporkan"
    ways = issue_words.ways(row | {"link": row["issue_link"] if row["origin"] == "list" else None})
    foot = [each for each in (issue_words.verdicts(row), ways) if each]
    many = f"{formats.number(row['posts'])} unggahan dari {formats.number(row['units'])} unit"
    return tag("div", tag("small", joined(kind, formats.text(row["public_id"], "") or None, by=" · ")),
               tag("h3", formats.shortened(row["title"], 300)), tag("p", joined(*foot, by=" · ")), tag("small", many),
               cls="jk-text")  # fmt: skip


def _posts(posts: list[Row], total: int) -> list[Html]:
    """The first captions in sight, some more behind a fold; the file holds all."""
    shown, more = [_post(row) for row in posts[:SHOWN]], [_post(row) for row in posts[SHOWN:]]
    if more:
        rest = total - SHOWN - len(more)
        note = parts.note(f"Dan {formats.number(rest)} lagi; unduhan memuat semuanya.") if rest > 0 else None
        words = f"{formats.number(total - SHOWN)} unggahan lain"
        shown.append(tag("details", tag("summary", words), *more, note, cls="jk-more"))
    return shown


def _post(row: Row) -> Html:
    found = evidence.read(json.dumps({"words": formats.text(row["words"], "").split(", ")}))
    platform = texts.PLATFORMS.get(row["platform"], row["platform"])
    told = (platform, formats.posted(row["published_at"], row["published_on"]), parts.open_post(row["link"]))
    stance, tone = ("meluruskan", "good") if row["is_warning"] else ("dilihat", "alert")
    alike = tag("small", f" {formats.percent(row['similarity'], 0)} kata penentu klaim")
    return tag("div", tag("div", parts.badge(STANCES[stance], tone), alike), tag("h3", parts.publisher(row)),
               tag("p", evidence.marked(row["caption"], found), cls="jk-caption"),
               tag("small", joined(*told, by=" · ")), cls="jk-text")  # fmt: skip


def _for_file(rows: pd.DataFrame) -> pd.DataFrame:
    stances = {True: STANCES["meluruskan"], False: STANCES["dilihat"]}
    verdicts = [None if formats.is_missing(code) else issue_words.verdict(code) for code in rows["verdict"]]
    return rows.assign(stance=rows["is_warning"].map(stances), verdict=verdicts)
