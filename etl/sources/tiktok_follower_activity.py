"""TikTok Studio follower activity: followers online in each hour of the last seven days."""

from etl.recognise import normal
from etl.source import SERIES, Block, Context, Field, Prepared, Source
from etl.sources._rows import column, renamed, with_column
from etl.sources._tiktok import DAY, DAY_FIELD, dated

ONLINE = ("active followers",)
HOURS = tuple(f"{hour:02}" for hour in range(24))


def _prepare(block: Block, context: Context) -> Prepared:
    """One metric per hour, because a series holds one value per day."""
    hours = [normal(text).partition(":")[0].zfill(2) for text in column(block, ("hour",))]
    counts = _without_hours_to_come(column(block, DAY), column(block, ONLINE))
    prepared = dated(block, context)
    spread = renamed(prepared.block, ONLINE, "jangkau:online")
    for hour in HOURS:
        values = [count if own == hour else "" for own, count in zip(hours, counts, strict=True)]
        spread = with_column(spread, f"jangkau:{hour}", values)
    return Prepared(spread, notices=prepared.notices)


def _without_hours_to_come(days: list[str], counts: list[str]) -> list[str]:
    """The hours of the last day that had not come yet are written 0; they are not known."""
    kept = list(counts)
    for place in reversed(range(len(kept))):
        if days[place] != days[-1] or kept[place] != "0":
            break
        kept[place] = ""
    return kept


SOURCE = Source(
    name="tiktok_follower_activity",
    title="TikTok Studio: jam aktif pengikut",
    platform="tiktok",
    records=SERIES,
    fields={
        "day": DAY_FIELD,
        "active_followers": Field(ONLINE, "integer", needed=True),
        **{f"active_followers_{hour}": Field((f"jangkau:{hour}",), "integer") for hour in HOURS},
    },
    needs_account=True,
    prepare=_prepare,
)
