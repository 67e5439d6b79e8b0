-- grain: one row
-- keys:  data_as_of
-- note:  "today" is the day of the newest observation, never the wall clock, so that a rebuild gives the same marts
with
    observed as (
        select max(observed_at) as observed_at, min(published_on) as first_published_on, max(published_at) as last_published_at
        from warehouse.post
        union all
        select max(observed_at), null, null from staging.series_record
    )
select
    max(observed_at) as data_as_of,
    cast(timezone('Asia/Jakarta', max(observed_at)) as date) as today,
    min(first_published_on) as first_published_on,
    max(last_published_at) as last_published_at
from observed
having max(observed_at) is not null
