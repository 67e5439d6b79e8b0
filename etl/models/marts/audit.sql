-- grain: one row per event about messages and judgements, newest last
-- keys:  event_sha256
-- note:  a list of what people said and when; nothing that was said is ever removed from it
select
    s.said_at as at, s.said_by, s.action, s.message_id, m.title, s.post_id, s.agency_code, a.name as agency_name, s.detail, s.event_sha256
from warehouse.saying as s
left join warehouse.message as m using (message_id)
left join warehouse.agency as a using (agency_code)
