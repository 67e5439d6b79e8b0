-- grain: one row per word of staff that counted about an issue
-- keys:  issue_id, place
-- note:  the same state said again mends verdict, link or note
select s.issue_id, s.place, s.said_at as at, s.said_by, s.state, s.verdict, s.link, s.note, i.agency_code
from warehouse.issue_step as s
join warehouse.issue as i using (issue_id)
