-- question: which accounts does this unit have, and how fresh is what we know?
-- scope: agency_code
select
    agency_code, account_id, platform, handle, name, is_registered, posts, last_posted_on, last_observed_at,
    files, followers, followers_on, freshness
from marts.account
where agency_code = $agency
order by posts desc nulls last, account_id
