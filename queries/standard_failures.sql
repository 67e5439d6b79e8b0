-- question: which rules for posts are broken most, and what would mend them?
-- scope: agency_code
with
    said as (
        select agency_code, unnest(evidence) as entry
        from marts.judged_post
        where strftime(published_on, '%Y-%m') = $month and peer_group = $peer_group
    )
select
    s.agency_code, r.rule_id, r.title, r.norm, r.advice, r.severity, count(*) as judged,
    count(*) filter (where s.entry.verdict = 'fail') as failed
from said as s
join marts.standard_rule as r on r.rule_id = s.entry.rule_id and r.scope = 'post' and r.is_in_force
group by s.agency_code, r.rule_id, r.title, r.norm, r.advice, r.severity
order by failed desc, r.rule_id, s.agency_code
