-- question: how far did one priority message come?
-- scope: public
select
    m.message_id, m.title, m.caption, m.programme_name, m.designated_by, m.said_by, m.published_at, m.deadline_at,
    m.audience_label, m.originals, m.is_withdrawn, m.withdrawn_reason, m.state, m.villages, m.villages_own,
    m.villages_own_early, m.villages_none, m.villages_blank, m.early_hours, m.kecamatan, m.kecamatan_silent,
    (select max(t.carried) from marts.message_tier as t where t.message_id = m.message_id and t.tier = 'kecamatan')
        as kecamatan_carried,
    m.online, m.people_low, m.people_point, m.people_high, m.people_left, m.size,
    (select sum(v.population)::bigint from marts.message_village as v where v.message_id = m.message_id) as population,
    epoch(s.data_as_of - m.published_at) / 3600 as hours_since
from marts.message as m
cross join marts.snapshot as s
where m.message_id = $message
