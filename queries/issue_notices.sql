-- question: which words about issues are not used, and why?
-- scope: staff
select said_at, title, notice, event_sha256
from marts.issue_notice
order by said_at desc, event_sha256, notice
