-- question: what did staff say about one issue, in which order?
-- scope: staff
select s.place, s.at, s.said_by, s.state, s.verdict, s.link, s.note
from marts.issue_step as s
where s.issue_id = $issue
order by s.place
