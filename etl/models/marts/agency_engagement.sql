-- grain: one row per period, platform, unit and measure
-- keys:  period, platform, agency_code, measure
-- note:  medians of posts with their 90 % interval; the peer median is the median of the units' medians,
--        once with and once without the unit itself
with
    grouped as (
        select m.*, a.peer_group
        from warehouse.agency_median as m
        join warehouse.agency as a using (agency_code)
    ),
    with_peers as (
        select
            g.period, g.platform, g.agency_code, g.measure,
            count(*) as peer_units,
            median(p.median) as peer_median_including,
            median(p.median) filter (where p.agency_code <> g.agency_code) as peer_median_excluding
        from grouped as g
        join grouped as p
            on p.period = g.period and p.platform = g.platform and p.measure = g.measure and p.peer_group = g.peer_group
        where p.median is not null
        group by g.period, g.platform, g.agency_code, g.measure
    )
select
    g.period, g.platform, g.agency_code, g.measure, g.peer_group, g.posts_measured, g.posts_missing, g.median, g.low, g.high,
    coalesce(w.peer_units, 0) as peer_units, w.peer_median_including, w.peer_median_excluding
from grouped as g
left join with_peers as w using (period, platform, agency_code, measure)
