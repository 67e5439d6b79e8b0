-- question: which duties of one unit or one message are there in this period, with their evidence?
-- scope: agency_code
select
    u.agency_code, u.agency_name, u.peer_group, u.kecamatan_code, u.village_code, u.message_id, m.title,
    m.published_at, u.status, u.has_data, u.has_offline, u.method, u.link, u.evidence, u.carried_at, u.hours,
    u.deadline_at, u.reason
from marts.duty_unit as u
join marts.message as m using (message_id)
join marts.period as t on t.period = $period and cast(m.published_at as date) between t.starts_on and t.ends_on
where
    ($unit_group in ('semua', u.peer_group, u.kecamatan_code))
    and ($agency in ('semua', u.agency_code)) and ($message in ('semua', u.message_id))
order by
    list_position(['missing', 'late', 'open', 'on_time', 'excused', 'exempt'], u.status), m.published_at desc,
    u.message_id, u.agency_name, u.agency_code
