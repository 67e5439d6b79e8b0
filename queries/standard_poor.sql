-- question: which posts show what breaks a rule? shown without unit, account or link
-- scope: agency_code
with
    said as (
        select post_id, agency_code, agency_name, account_handle, caption, unnest(evidence) as entry
        from marts.judged_post
        where
            strftime(published_on, '%Y-%m') = $month and peer_group = $peer_group and personal_data is not true
            and length(caption) between 20 and 900
    )
select
    s.post_id, s.agency_code, s.agency_name, s.account_handle, s.caption, s.entry.rule_id as rule_id,
    s.entry.verdict as verdict, s.entry.start as start, s.entry.stop as stop, s.entry.why as why, r.title, r.advice
from said as s
join marts.standard_rule as r on r.rule_id = s.entry.rule_id and r.scope = 'post' and r.is_in_force
where s.entry.verdict = 'fail' and s.entry.rule_id <> 'personal_data_hidden'
qualify row_number() over (
    partition by s.agency_code, s.entry.rule_id order by length(s.caption), s.post_id
) = 1
order by r.weight desc, s.entry.rule_id, length(s.caption), s.post_id
