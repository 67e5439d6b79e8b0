-- question: how does this unit compare with its peers in every measure?
-- scope: agency_code
select
    agency_code, measure, posts_measured, posts_missing, median, low, high, peer_units,
    peer_median_excluding as peer_median
from marts.agency_engagement
where agency_code = $agency and period = $period and platform = $platform
order by
    list_position(
        ['interactions', 'overperformance', 'rate_by_reach', 'rate_by_followers', 'rate_by_views'], measure
    )
