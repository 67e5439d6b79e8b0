-- question: how were earlier appeals answered, and why?
-- scope: staff
select
    a.appeal_id, a.post_id, a.rule_id, r.title as rule_title, a.agency_code, a.agency_name, a.reason, a.said_at,
    a.account_handle, a.caption, a.link, a.state, a.answer, a.answered_by, a.answered_at
from marts.appeal as a
left join marts.standard_rule as r on r.rule_id = a.rule_id and r.scope = 'post' and r.is_in_force
where a.state <> 'open'
order by a.answered_at desc nulls last, a.appeal_id
