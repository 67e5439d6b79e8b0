-- grain: one row per message and node at which it stopped on its way down
-- keys:  message_id, node_code
-- note:  place 1 leaves most people out; own_carried is missing where no data tell
select
    b.message_id, b.node_code, coalesce(u.name, b.node_code) as node_name, b.agency_code, b.tier, b.kind, b.own_carried,
    b.expected, b.carried, b.share, b.people_left, b.place
from warehouse.break_point as b
left join warehouse.unit as u using (agency_code)
