-- question: how fresh is what we know of each account?
-- scope: agency_code
select
    agency_code, account_id, platform, handle, agency_name, is_registered, posts, last_posted_on,
    last_observed_at, files, followers, freshness
from marts.account
where is_registered = $registered
order by list_position(['none', 'stale', 'aging', 'fresh'], freshness), last_observed_at, account_id
