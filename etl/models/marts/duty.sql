-- grain: one row per message and account that owes it
-- keys:  message_id, account_id
select
    d.message_id, d.account_id, d.agency_code, d.tier, d.status, d.carried_at, d.deadline_at, d.repost_id, d.method, d.reason,
    d.has_data, coalesce(a.handle, split_part(d.account_id, ':', 2)) as account_handle,
    split_part(d.account_id, ':', 1) as platform, u.name as agency_name, u.peer_group
from warehouse.duty as d
join warehouse.unit as u using (agency_code)
left join warehouse.account as a on a.account_id = d.account_id
