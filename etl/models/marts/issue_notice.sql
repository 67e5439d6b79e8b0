-- grain: one row per thing staff should know about what was said of issues and of AI-made media
-- keys:  event_sha256, notice
select n.event_sha256, n.said_at, n.issue_id, i.title, n.notice
from warehouse.issue_notice as n
left join warehouse.issue as i using (issue_id)
