-- question: how do comparable units stand in one measure, and how sure is the order?
-- scope: agency_code
with
    compared as (
        select
            e.agency_code, a.name, a.name_status, e.posts_measured, e.posts_missing, e.median, e.low, e.high,
            e.peer_units, e.low is not null as is_ranked,
            case when $comparison = 'tanpa' then e.peer_median_excluding else e.peer_median_including end
                as peer_median
        from marts.agency_engagement as e
        join marts.agency as a using (agency_code)
        where
            e.period = $period and e.platform = $platform and e.peer_group = $peer_group
            and e.measure = $measure
    )
select
    *, case when is_ranked then rank() over (partition by is_ranked order by median desc) end as place,
    is_ranked and low <= lead(high) over (order by is_ranked desc, median desc, name) as overlaps_next
from compared
order by is_ranked desc, median desc, name
