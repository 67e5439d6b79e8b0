-- question: on which platforms is this unit active?
-- scope: agency_code
select agency_code, platform, posts, active_days, posts_per_week, longest_gap_days, last_posted_on
from marts.agency_activity
where agency_code = $agency and period = $period and platform <> 'semua'
order by posts desc, platform
