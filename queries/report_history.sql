-- question: what did this unit report, and what became of it?
-- scope: agency_code
select
    r.agency_code, r.report_id, r.message_id, m.title, r.kind, r.channel, r.note, r.url, r.platform, r.post_id,
    r.reported_at, r.status, r.reason
from marts.link_report as r
left join marts.message as m using (message_id)
where r.agency_code = $agency
order by r.reported_at desc, r.report_id
