-- grain: one row
-- keys:  data_as_of
-- note:  "today" is the day of the newest observation, never the wall clock, so that a rebuild gives the same marts;
--        the newest arrival where no file could be read
with
    observed as (
        select max(observed_at) as observed_at, min(published_on) as first_published_on, max(published_at) as last_published_at
        from warehouse.post
        union all
        select max(observed_at), null, null from staging.series_record
    ),
    received as (
        select max(received_at) as received_at from staging.file
    )
select
    coalesce(max(o.observed_at), max(r.received_at)) as data_as_of,
    cast(timezone('Asia/Jakarta', coalesce(max(o.observed_at), max(r.received_at))) as date) as today,
    min(first_published_on) as first_published_on,
    max(last_published_at) as last_published_at
from observed as o
cross join received as r
having coalesce(max(o.observed_at), max(r.received_at)) is not null
