-- question: which account would reach the most further people if it carried the message?
-- scope: agency_code
select place, agency_code, agency_name, account_id, account_handle, tier, reach, reach_basis, people_added, villages_added
from marts.next_node
where message_id = $message
order by place, account_id
