-- question: how did each unit of a group keep its duties in this period?
-- scope: agency_code
select
    u.agency_code, u.agency_name as name, u.peer_group, u.kecamatan_code,
    count(*) filter (where u.status = 'on_time') as on_time, count(*) filter (where u.status = 'late') as late,
    count(*) filter (where u.status = 'missing' and u.has_data is not false) as missing,
    count(*) filter (where u.status = 'missing' and u.has_data is false) as no_data,
    count(*) filter (where u.status in ('excused', 'exempt')) as excused,
    count(*) filter (where u.status = 'open') as open, count(*) filter (where u.has_offline) as offline,
    count(*) filter (where u.method = 'offline' and u.status in ('on_time', 'late')) as kept_offline
from marts.duty_unit as u
join marts.message as m using (message_id)
join marts.period as t on t.period = $period and cast(m.published_at as date) between t.starts_on and t.ends_on
where $unit_group in ('semua', u.peer_group, u.kecamatan_code)
group by u.agency_code, u.agency_name, u.peer_group, u.kecamatan_code
order by
    list_position(['sekretariat', 'dinas', 'badan', 'layanan', 'kecamatan', 'kelurahan', 'desa'], u.peer_group),
    u.kecamatan_code, u.agency_name, u.agency_code
