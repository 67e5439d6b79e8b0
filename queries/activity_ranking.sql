-- question: how active and how steady are comparable units?
-- scope: agency_code
select
    x.agency_code, a.name, a.name_status, x.posts, x.active_days, x.posts_per_week, x.longest_gap_days,
    x.weeks, x.weeks_meeting_minimum, x.weeks_meeting_minimum / nullif(x.weeks, 0) as steady_share,
    x.last_posted_on
from marts.agency_activity as x
join marts.agency as a using (agency_code)
where x.period = $period and x.platform = $platform and x.peer_group = $peer_group
order by x.posts_per_week desc nulls last, a.name
