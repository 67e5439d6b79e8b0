-- grain: one row per thing staff should know about what was said of a message
-- keys:  event_sha256, notice
select n.message_id, m.title, n.said_at, n.event_sha256, n.notice
from warehouse.message_notice as n
left join warehouse.message as m using (message_id)
