"""What TikTok's exports share: days without a year, and video links that hold the exact moment."""

from datetime import date

from etl.source import Block, Context, Field, Prepared
from etl.sources._dates import wib_day, with_years
from etl.sources._rows import INSTANT, column, instant, replaced, with_column
from measures.links import canonical, post_clock

DAY = ("date",)
YEAR_FROM_ARRIVAL = (
    "Tanggal di berkas TikTok tidak memuat tahun. Tahunnya dihitung mundur dari hari berkas diterima;"
    " sebutkan tanggal ekspor bila berkas ini lama."
)
DAY_FIELD = Field(DAY, "day", True, ("%Y-%m-%d",))
VIDEO_FIELDS = {
    "title": Field(("video title",)),
    "permalink": Field(("video link",), needed=True),
    "account_handle": Field(("jangkau:handle",)),
    "published_at": Field(("jangkau:published_at",), "moment", formats=(INSTANT,)),
}


def newest_possible(context: Context) -> date:
    return wib_day(context.exported_at or context.received_at)


def dated(block: Block, context: Context) -> Prepared:
    """Days given their year; a cell that is no such day stays as it is, for the engine to set aside."""
    texts = column(block, DAY)
    days = with_years(texts, newest_possible(context))
    cells = [day.isoformat() if day else text for day, text in zip(days, texts, strict=True)]
    notices = () if context.exported_at or not any(days) else (YEAR_FROM_ARRIVAL,)
    return Prepared(replaced(block, DAY, cells), notices=notices)


def with_video_facts(block: Block) -> Block:
    """The handle and the moment of publication, both read off the video's link."""
    links = [canonical(text) for text in column(block, ("video link",))]
    handles = [(link.handle or "") if link else "" for link in links]
    moments = [instant(post_clock("tiktok", link.native_id)) if link else "" for link in links]
    return with_column(with_column(block, "jangkau:handle", handles), "jangkau:published_at", moments)
