-- question: which appeals did this unit make, and how were they answered?
-- scope: agency_code
select
    agency_code, appeal_id, post_id, rule_id, reason, said_by, said_at, state, answer, answered_by, answered_at
from marts.appeal
where agency_code = $agency
order by said_at desc, appeal_id
