-- question: who is this unit, and when was it last heard?
-- scope: agency_code
select
    a.agency_code, a.name, a.type, a.peer_group, a.peer_group_label, a.name_status, a.is_obliged, a.accounts,
    a.last_posted_on, a.silent_days, a.is_active, x.posts, x.active_days, x.weeks, x.weeks_meeting_minimum,
    x.posts_per_week, x.longest_gap_days
from marts.agency as a
left join marts.agency_activity as x
    on x.agency_code = a.agency_code and x.period = $period and x.platform = 'semua'
where a.agency_code = $agency
