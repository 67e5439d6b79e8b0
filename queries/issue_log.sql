-- question: which issues came in, what do sources and staff say of them, and how far are they?
-- scope: agency_code
select
    issue_id, kind, title, origin, public_id, link, verdict, verdict_by, state, source_verdict, verdict_text, source_text, listed_on,
    note, clarification_link, received_at, checked_at, verified_at, clarified_at, spread_at, closed_at, reported_by, checked_by,
    verified_by, clarified_by, spread_by, closed_by, hours_to_clarify, agency_code, agency_name, is_taken_up, is_fast, is_due, matches
from marts.issue
order by received_at desc, issue_id
