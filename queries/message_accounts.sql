-- question: whose reach is in the figure of people, and how sure is each?
-- scope: agency_code
select
    agency_code, agency_name, account_id, account_handle, tier, post_id, reach, reach_basis, followers, ratio, local_share,
    local_basis, reach * local_share as placed
from marts.message_reach
where message_id = $message
order by placed desc nulls last, account_id
