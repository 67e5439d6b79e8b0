-- grain: one row per link or offline channel that a unit reported
-- keys:  report_id
select
    r.report_id, r.origin, r.message_id, m.title as message_title, r.agency_code, a.name as agency_name, r.kind, r.channel, r.note,
    r.photo_sha256, r.url, r.platform, r.native_id, r.post_id, r.account_id, r.reported_at, r.published_at, r.status, r.reason
from warehouse.link_report as r
left join warehouse.message as m using (message_id)
left join warehouse.agency as a using (agency_code)
