-- grain: one row per appeal that can be heard: against a rule on posts, for the unit whose post it is
-- keys:  appeal_id
-- note:  the latest answer that says yes or no counts
with
    rules as (
        select distinct rule_id from warehouse.standard_rule where scope = 'post'
    ),
    answers as (
        select appeal_id, is_accepted, reason, said_by, said_at
        from staging.appeal_answer
        where is_accepted is not null
        qualify row_number() over (partition by appeal_id order by said_at desc, event_sha256 desc) = 1
    )
select
    w.event_sha256 as appeal_id, w.post_id, w.rule_id, w.agency_code, w.reason, w.said_by, w.said_at,
    case a.is_accepted when true then 'accepted' when false then 'refused' else 'open' end as state,
    a.reason as answer, a.said_by as answered_by, a.said_at as answered_at
from staging.appeal_word as w
join rules as r using (rule_id)
join warehouse.post_measure as p on p.post_id = w.post_id and p.agency_code is not distinct from w.agency_code
left join answers as a on a.appeal_id = w.event_sha256
