-- grain: one row per issue: a claim on a list of fact checkers, or something that people reported
-- keys:  issue_id
-- note:  verdict is what staff decided, source_verdict what the list says; is_public once a clarification is published,
--        is_fast when it came within the hours aimed at, is_due once they are over (an issue closed without one is neither)
with
    aims as (
        select c.data_as_of, s.clarify_hours from warehouse.clock as c cross join warehouse.vigilance_setting as s
    ),
    matched as (
        select issue_id, count(*) as matches from warehouse.issue_match group by issue_id
    )
select
    i.issue_id, i.kind, i.title, i.claim, i.origin, i.public_id, i.link, i.verdict, i.verdict_by, i.state,
    i.source_verdict, i.verdict_text, i.source_text, i.listed_on, i.note, i.clarification_link, i.post_id,
    i.received_at, i.checked_at, i.verified_at, i.clarified_at, i.spread_at, i.closed_at,
    i.reported_by, i.checked_by, i.verified_by, i.clarified_by, i.spread_by, i.closed_by,
    i.hours_to_clarify, i.agency_code, u.name as agency_name, i.is_taken_up, i.clarified_at is not null as is_public,
    coalesce(i.hours_to_clarify <= a.clarify_hours, false) as is_fast,
    i.is_taken_up and (
        i.clarified_at is not null
        or i.closed_at is null and a.data_as_of >= i.received_at + to_hours(cast(a.clarify_hours as integer))
    ) as is_due,
    coalesce(m.matches, 0) as matches, a.clarify_hours
from warehouse.issue as i
cross join aims as a
left join warehouse.agency as u using (agency_code)
left join matched as m using (issue_id)
