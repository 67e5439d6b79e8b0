-- grain: one row per post and label on which staff decided
-- keys:  post_id, label
select
    d.post_id, d.label, d.value, d.reason, d.said_by, d.said_at, p.agency_code, u.name as agency_name, u.peer_group
from warehouse.label_decision as d
join warehouse.post_measure as p using (post_id)
left join warehouse.agency as u using (agency_code)
