-- question: where did the chain break, and how many people live below?
-- scope: agency_code
select place, agency_code, node_code, node_name, tier, kind, own_carried, expected, carried, share, people_left
from marts.break_point
where message_id = $message
order by place, node_code
