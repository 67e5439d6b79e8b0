-- question: which issues have a published clarification?
-- scope: public
select
    issue_id, kind, title, origin, public_id, null as link, verdict, verdict_by, state, source_verdict, verdict_text, source_text,
    listed_on, null as note, clarification_link, received_at, checked_at, verified_at, clarified_at, spread_at, closed_at,
    null as reported_by, checked_by, verified_by, clarified_by, spread_by, closed_by, hours_to_clarify,
    null as agency_code, null as agency_name, is_taken_up, is_fast, is_due, 0 as matches
from marts.issue
where is_public
order by received_at desc, issue_id
