-- question: which appeals wait for an answer?
-- scope: staff
select
    a.appeal_id, a.post_id, a.rule_id, r.title as rule_title, r.wording, a.agency_code, a.agency_name, a.reason,
    a.said_by, a.said_at, a.account_handle, a.platform, a.published_at, a.caption, a.link, j.evidence
from marts.appeal as a
left join marts.standard_rule as r on r.rule_id = a.rule_id and r.scope = 'post' and r.is_in_force
left join marts.judged_post as j on j.post_id = a.post_id
where a.state = 'open'
order by a.said_at, a.appeal_id
