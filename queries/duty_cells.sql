-- question: how does each of these units stand with each of these messages, and on what evidence?
-- scope: agency_code
select
    u.agency_code, u.message_id, m.title, m.published_at, u.status, u.has_data, u.has_offline, u.method, u.link,
    u.evidence, u.carried_at, u.hours, u.deadline_at, u.reason
from marts.duty_unit as u
join marts.message as m using (message_id)
where list_contains($of_units, u.agency_code) and list_contains($of_messages, u.message_id)
order by m.published_at desc, u.message_id, u.agency_code
