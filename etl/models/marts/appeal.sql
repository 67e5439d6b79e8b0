-- grain: one row per appeal
-- keys:  appeal_id
select
    a.appeal_id, a.post_id, a.rule_id, a.agency_code, u.name as agency_name, a.reason, a.said_by, a.said_at, a.state,
    a.answer, a.answered_by, a.answered_at, c.handle as account_handle, p.platform, p.published_at, p.caption,
    p.permalink as link
from warehouse.appeal as a
join warehouse.post as p using (post_id)
left join warehouse.agency as u using (agency_code)
left join warehouse.account as c using (account_id)
