-- question: what did units of a group spread without the internet in this period?
-- scope: agency_code
select
    r.agency_code, r.agency_name, r.message_id, m.title, r.channel, r.note, r.photo_sha256, r.reported_at
from marts.link_report as r
join marts.message as m using (message_id)
join marts.period as t on t.period = $period and cast(m.published_at as date) between t.starts_on and t.ends_on
where
    r.kind = 'offline' and r.status = 'accepted' and ($agency in ('semua', r.agency_code))
    and (
        $unit_group = 'semua'
        or r.agency_code in (
            select u.agency_code from marts.duty_unit as u
            where $unit_group in (u.peer_group, u.kecamatan_code)
        )
    )
order by r.reported_at desc, r.report_id
