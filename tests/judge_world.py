"""The judge of the shipped standard, and captions of every kind for it to read."""

import json
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from etl.judging import judge_of
from etl.reference_standard import FILES, read_set
from measures.standard.judge import Checked, Judge
from measures.standard.verdicts import Verdict
from tests.standard_files import shipped

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 6, 1)  # the shipped standard is in force
SERVICE = (
    "Layanan perekaman KTP-el dibuka Senin sampai Jumat pukul 08.00-14.00 di kantor Dispendukcapil. "
    "Bawa fotokopi KK. Gratis."
)
FIGURE = (
    "Selamat ulang tahun Bapak Bupati, sosok pemimpin yang merakyat, rendah hati, dan selalu menjadi teladan kami. "
    "Panjang umur, Pak!"
)
MIXED = (
    "Bapak Bupati, sosok pemimpin merakyat yang kami banggakan, selalu dekat di hati rakyat. Pengobatan gratis dibuka "
    "Sabtu 6 Juni pukul 08.00 di Balai Desa Ngepung untuk warga, bawa KTP dan kartu BPJS."
)
NEITHER = (
    "Selamat Hari Raya Idul Fitri 1 Syawal 1447 H. Mohon maaf lahir dan batin. Segenap keluarga besar Dinas Pertanian."
)
PIECES = (
    SERVICE, FIGURE, "sosok", "idola", "#NganjukMelesat", "#damkarnganjuk", "Nganjuk Smart City", "buka menu", "Kec.",
    "pukul 08.00", "Rp2,4 miliar", "100%", "infonya", "hoaks", "NIK 3518010101010001", "dibuat dengan AI", "nyawiji",
    "https://bit.ly/a", "www.nganjukkab.go.id", "@pemkab", "𝗟𝗮𝘆𝗮𝗻𝗮𝗻", "ＧＲＡＴＩＳ", "\u200b", "\u202e", "\u00ad",
    "\ufe0f", "\ud800", "\x00", "<script>alert(1)</script>", "İ", "ﬁ", "½", "፩", "²", "…", "\n", "\r", ".",
    "!", "?", " ", "-", "'", "📍", "😍",
)  # fmt: skip
CAPTIONS = (
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
    | st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)
    | st.text(st.characters())
)
HOSTILE = (
    "", " ", "\n\n\n", "\x00\x07\x1b[31m", "\ud800\udfff", "\u202e\u202d\u2066", "\ufeff", "." * 5_000, "#" * 5_000,
    "a." * 40_000, "a-" * 40_000, "@" * 5_000, "http://" * 9_000, "08" * 40_000, "<b>" * 20_000, "😍" * 50_000,
    "\u200b" * 90_000, "'; drop table post; --", '=HYPERLINK("http://x")', "{{7*7}} {0} %s", "e" * 200_000,
    "e\u0301" * 40_000, "layanan " * 1_300_000,
)  # fmt: skip


@cache
def judge() -> Judge:
    return judge_of(read_set({name: shipped(name) for name in FILES}))


def checked(caption: str, day: date = DAY, **known: object) -> Checked:
    return judge().check(caption, day, **known)  # type: ignore[arg-type]


def ruled(rule_id: str, caption: str, day: date = DAY, **known: object) -> Verdict:
    """The verdict of one rule."""
    return next(each for each in checked(caption, day, **known).verdicts if each.rule_id == rule_id)


def told(each: Verdict, caption: str) -> str | None:
    """The words that a verdict points at."""
    return None if each.start is None else caption[each.start : each.stop]


@cache
def composed() -> tuple[str, ...]:
    """The captions of one writer of the benchmark."""
    lines = (ROOT / "benchmarks" / "standard" / "texts" / "a.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line)["caption"] for line in lines)
