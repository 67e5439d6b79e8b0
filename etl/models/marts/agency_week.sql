-- grain: one row per unit, platform and week (from Monday); platform 'semua' is all of them together
-- keys:  agency_code, platform, week_start
with
    both_ways as (
        select agency_code, platform, published_on, interactions from warehouse.post_measure
        where agency_code is not null and published_on is not null
        union all
        select agency_code, 'semua', published_on, interactions from warehouse.post_measure
        where agency_code is not null and published_on is not null
    )
select
    agency_code, platform, cast(date_trunc('week', published_on) as date) as week_start, count(*) as posts,
    median(interactions) as interactions_median
from both_ways
group by agency_code, platform, cast(date_trunc('week', published_on) as date)
