"""TikTok Studio content: a short, capped list of videos with their totals on the day of the export."""

from datetime import UTC, datetime, time, timedelta

from etl.source import POST, Block, Context, Field, Prepared, Source
from etl.sources._dates import WIB, first_on_or_after, latest_on_or_before, month_day
from etl.sources._rows import column
from etl.sources._tiktok import VIDEO_FIELDS, newest_possible, with_video_facts

CAPPED = "Daftar konten TikTok hanya memuat sebagian video; jumlah barisnya bukan jumlah unggahan."


def _prepare(block: Block, context: Context) -> Prepared:
    filled = with_video_facts(block)
    return Prepared(filled, context.exported_at or _observed_at(filled, context), (CAPPED,))


def _observed_at(block: Block, context: Context) -> datetime | None:
    """The end of the day that the column `Time` names, in the year its newest video allows.

    The export covers at most a year, so that day is the first of its name after the newest video.
    """
    named = [part for text in column(block, ("time",)) if (part := month_day(text))]
    published = [datetime.fromisoformat(text) for text in column(block, ("jangkau:published_at",)) if text]
    if not named:
        return None
    day = latest_on_or_before(named[0], newest_possible(context))
    if published:
        day = min(day, first_on_or_after(named[0], max(published).date() - timedelta(days=1)))
    end = datetime.combine(day, time(23, 59, 59), UTC) - WIB
    return min(end, context.received_at)


SOURCE = Source(
    name="tiktok_content",
    title="TikTok Studio: konten",
    platform="tiktok",
    records=POST,
    fields={
        **VIDEO_FIELDS,
        "likes": Field(("total likes",), "integer", needed=True),
        "comments": Field(("total comments",), "delta"),
        "shares": Field(("total shares",), "integer"),
        "views": Field(("total views",), "integer", needed=True),
    },
    prepare=_prepare,
)
