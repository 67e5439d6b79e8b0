"""YouTube Studio table data: one row per video, at most 500 (Analytics > Mode lanjutan > Ekspor)."""

import re
from decimal import Decimal, InvalidOperation

from etl.recognise import normal
from etl.source import POST, Block, Context, Field, NonPost, Prepared, Source
from etl.sources._dates import english_months
from etl.sources._rows import changed, column

HOURS = ("watch time (hours)", "waktu tonton (jam)")
VIDEO = ("content", "konten")
PUBLISHED = ("video publish time", "waktu publikasi video")
CAP_NOTICE = r"(?:showing top|menampilkan) [0-9.,]+ .*"
CAPPED = "YouTube hanya mengekspor 500 video teratas; jumlah barisnya bukan jumlah unggahan."


def _prepare(block: Block, context: Context) -> Prepared:
    """Ids lose the space a spreadsheet put before them; hours become seconds."""
    capped = any(re.fullmatch(CAP_NOTICE, normal(text)) for text in column(block, VIDEO))
    told = changed(changed(block, VIDEO, str.strip), HOURS, _seconds)
    told = changed(told, PUBLISHED, _english_date)
    return Prepared(told, notices=(CAPPED,) if capped else ())


def _english_date(text: str) -> str:
    """Indonesian dates in English words; `Aug 28, 2025` stays as it is."""
    return text if "," in text else english_months(text)


def _seconds(hours: str) -> str:
    try:
        return f"{Decimal(hours.replace(',', '')) * 3600:f}"
    except InvalidOperation:
        return hours


# In YouTube's Indonesian `Penayangan` is views and `Tayangan` is impressions; in Meta's `Tayangan` is views.
SOURCE = Source(
    name="youtube_table",
    title="YouTube Studio: data tabel per video",
    platform="youtube",
    records=POST,
    fields={
        "native_id": Field(VIDEO, "id", needed=True),
        "title": Field(("video title", "judul video"), needed=True),
        "published_on": Field(
            PUBLISHED,
            "day",
            formats=("%b %d, %Y", "%d %b %Y", "%Y-%m-%d"),
        ),
        "duration_seconds": Field(("duration", "durasi"), "duration"),
        "views": Field(("views", "penayangan"), "integer"),
        "impressions": Field(("impressions", "tayangan"), "integer"),
        "watch_seconds": Field(HOURS, "decimal"),
        "follows": Field(("subscribers", "subscriber"), "delta"),
        "likes": Field(("likes", "suka"), "integer"),
        "comments": Field(("comments added", "komentar ditambahkan"), "integer"),
        "shares": Field(("shares", "dibagikan"), "integer"),
    },
    absent=frozenset({"date", "tanggal"}),
    non_post=(
        NonPost("native_id", r"total|jumlah", "baris total"),
        NonPost("native_id", CAP_NOTICE, "catatan batas ekspor"),
    ),
    prepare=_prepare,
)
