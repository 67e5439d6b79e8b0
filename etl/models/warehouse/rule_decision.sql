-- grain: one row per post and rule on which an appeal was accepted
-- keys:  post_id, rule_id
-- note:  where several appeals were answered, the last answer counts; a refusal leaves the rule as it was found
with
    latest as (
        select *
        from warehouse.appeal
        where state <> 'open'
        qualify row_number() over (partition by post_id, rule_id order by answered_at desc, appeal_id desc) = 1
    )
select post_id, rule_id, 'pass' as verdict, answer as reason, answered_by as said_by, answered_at as said_at
from latest
where state = 'accepted'
