-- grain: one row per message that still stands and account that would add most people by carrying it
-- keys:  message_id, place
-- note:  people_added is the gain in the regency's point estimate; reach is what the account usually reaches today
select
    n.message_id, n.place, n.account_id, n.agency_code, n.tier, n.reach, n.reach_basis, n.people_added, n.villages_added,
    coalesce(a.handle, split_part(n.account_id, ':', 2)) as account_handle, u.name as agency_name
from warehouse.next_node as n
left join warehouse.account as a using (account_id)
left join warehouse.agency as u on u.agency_code = n.agency_code
