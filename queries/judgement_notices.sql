-- question: which words of people on judgements cannot be used, and why?
-- scope: staff
select said_at, said_by, action, kind, about
from marts.judgement_notice
order by said_at desc, event_sha256, kind, about
