"""warehouse.incident_post: every logged event with the first post of its own unit that tells of it."""

from collections.abc import Iterator
from itertools import groupby

import duckdb
import pyarrow as pa

from etl.judged import FLAG, NUMBER, TEXT, keep
from measures.standard.event_speed import WINDOW_HOURS, Event, Told, caption_roots, first_posts, title_roots

READS = frozenset({
    "staging.incident_record", "warehouse.log_name", "warehouse.post", "warehouse.post_measure", "warehouse.clock",
})  # fmt: skip
MOMENT = pa.timestamp("us", tz="UTC")
POST = pa.schema({
    "incident_id": pa.uint64(), "agency_code": TEXT, "happened_at": MOMENT, "happened_on": pa.date32(),
    "is_emergency": FLAG, "title": TEXT, "post_id": TEXT, "method": TEXT, "published_at": MOMENT, "hours": NUMBER,
    "is_open": FLAG,
})  # fmt: skip
# The hour of a day is unknown: its window begins with the day, and no time is taken.
EVENTS = """
    create or replace temp table logged as
    select
        i.incident_id, u.found as agency_code, i.happened_at, i.happened_on, i.is_emergency, i.title, i.posts_named,
        coalesce(i.happened_at, timezone('Asia/Jakarta', cast(i.happened_on as timestamp))) as since,
        least(k.data_as_of, i.observed_at) as known_at
    from (
        select * replace (coalesce(happened_on, cast(timezone('Asia/Jakarta', happened_at) as date)) as happened_on)
        from staging.incident_record
    ) as i
    cross join warehouse.clock as k
    left join warehouse.log_name as u on u.kind = 'unit' and u.said = i.agency_text
    where i.happened_on is not null"""
LINKED = """
    select l.incident_id, arg_min(p.post_id, (p.published_at, p.post_id)), min(p.published_at)
    from (select incident_id, agency_code, unnest(string_split(posts_named, ' ')) as named from logged) as l
    join warehouse.log_name as n on n.kind = 'post' and n.said = l.named
    join warehouse.post as p on p.post_id = n.found
    join warehouse.post_measure as m on m.post_id = p.post_id and m.agency_code = l.agency_code
    where p.published_at is not null
    group by l.incident_id"""
UNLINKED = """
    select agency_code, incident_id, epoch(since) / 3600, title from logged
    where posts_named is null and agency_code is not null order by agency_code, incident_id"""
NEAR = """
    select distinct l.agency_code, p.post_id, epoch(p.published_at) / 3600, p.caption
    from logged as l
    join warehouse.post_measure as m
        on m.agency_code = l.agency_code and m.published_at between l.since and l.since + to_hours($hours)
    join warehouse.post as p on p.post_id = m.post_id
    where l.posts_named is null and p.caption is not null
    order by l.agency_code, p.post_id"""
MADE = """
    select
        l.incident_id, l.agency_code, l.happened_at, l.happened_on, l.is_emergency, l.title, t.post_id, t.method,
        p.published_at,
        case when p.published_at >= l.happened_at then date_diff('second', l.happened_at, p.published_at) / 3600.0 end,
        t.post_id is null and l.known_at < l.since + to_hours($hours)
    from logged as l
    left join warehouse.incident_told as t using (incident_id)
    left join warehouse.post as p on p.post_id = t.post_id
    order by l.incident_id"""
TOLD = pa.schema({"incident_id": pa.uint64(), "post_id": TEXT, "method": TEXT})


def incident_posts(con: duckdb.DuckDBPyConnection, limits: dict, is_whole: bool) -> None:
    """The post that the log links, if it is the unit's own; without any link the first that tells of the event."""
    con.execute(EVENTS)
    linked = [(event, post, "link") for event, post, _ in con.execute(LINKED).fetchall()]
    keep(con, "warehouse.incident_told", TOLD, [*linked, *_told(con)])
    keep(con, "warehouse.incident_post", POST, con.execute(MADE, {"hours": int(WINDOW_HOURS)}).fetchall())
    con.execute("drop table warehouse.incident_told; drop table logged")


def _told(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[int, str, str]]:
    near = con.execute(NEAR, {"hours": int(WINDOW_HOURS)}).fetchall()
    posts = {
        agency: [Told(post, hour, caption_roots(caption)) for _, post, hour, caption in rows]
        for agency, rows in groupby(near, key=lambda row: row[0])
    }
    for agency, rows in groupby(con.execute(UNLINKED).fetchall(), key=lambda row: row[0]):
        events = [Event(event, hour, title_roots(title)) for _, event, hour, title in rows]
        yield from ((event, post, "text") for event, post in first_posts(events, posts.get(agency, ())).items())
