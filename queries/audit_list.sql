-- question: what did people say about messages, by whom and when?
-- scope: staff
select
    a.at, a.said_by, a.action, a.message_id, m.title, a.post_id, a.agency_code, a.agency_name, a.detail, a.event_sha256
from marts.audit as a
left join marts.message as m using (message_id)
where $action in ('semua', a.action)
order by a.at desc, a.event_sha256
