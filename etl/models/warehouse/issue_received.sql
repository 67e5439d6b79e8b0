-- grain: one row per issue that came in: a claim on a list of fact checkers, or something that people reported
-- keys:  issue_id
-- note:  what is no report in form is a line of warehouse.issue_notice instead. A list's verdict is its own, never ours
select
    issue_id, 'hoax' as kind, claim as title, claim, 'list' as origin, public_id, link, source_verdict, verdict_text, source_text,
    listed_on, body as note, received_at, null as reported_by, null as agency_code, null as post_id
from staging.hoax_record
union all
select
    r.event_sha256 as issue_id, r.kind, r.title, case when r.kind in ('hoax', 'manipulation') then r.title end as claim,
    'report' as origin, null as public_id, r.link, null as source_verdict, null as verdict_text, null as source_text,
    null as listed_on, r.note, r.said_at as received_at, r.said_by as reported_by, a.agency_code, r.post_id
from staging.issue_report as r
left join warehouse.agency as a using (agency_code)
where
    r.said_by is not null and r.said_at is not null and r.title is not null
    and r.kind in ('hoax', 'manipulation', 'impostor', 'ai_media', 'other')
