-- grain: one row per message, post or report, and sign that it carries the message
-- keys:  message_id, repost_id, method, decided_by
-- note:  strength orders the signs, the strongest first. What staff denied is no sign; what staff confirmed is sure.
--        A collaboration shows the original itself on another account, so its id alone would not tell it apart.
with
    reported as (
        select
            r.message_id, coalesce(r.post_id, r.report_id) as repost_id, r.post_id, r.report_id, r.account_id,
            r.agency_code, r.platform, coalesce(r.published_at, r.reported_at) as carried_at,
            case r.kind when 'offline' then 'offline' else 'reported' end as method, 0.98 as confidence,
            'report' as decided_by, null as evidence, r.url
        from warehouse.link_report as r
        where r.status = 'accepted'
        qualify row_number() over (partition by r.message_id, coalesce(r.post_id, r.report_id) order by r.reported_at, r.report_id) = 1
    ),
    matched as (
        select
            m.message_id, case m.method when 'share' then m.post_id || '+' || m.account_id else m.post_id end as repost_id,
            m.post_id, null as report_id, m.account_id, null as agency_code, null as platform,
            m.published_at as carried_at, m.method, m.confidence, 'machine' as decided_by, m.evidence, null as url
        from warehouse.repost_match as m
        left join warehouse.link_decision as d using (message_id, post_id)
        where m.decision = 'carry' or d.carries
    ),
    decided as (
        select
            d.message_id, d.post_id as repost_id, d.post_id, null as report_id, p.account_id, null as agency_code,
            null as platform,
            coalesce(p.published_at, timezone('Asia/Jakarta', cast(p.published_on as timestamp) + interval 12 hour), d.said_at) as carried_at,
            'reported' as method, 1.0 as confidence, 'staff' as decided_by, null as evidence, null as url
        from warehouse.link_decision as d
        join warehouse.post as p using (post_id)
        where d.carries
            and not exists (select 1 from matched as m where m.message_id = d.message_id and m.post_id = d.post_id)
            and not exists (select 1 from reported as r where r.message_id = d.message_id and r.post_id = d.post_id)
    ),
    signs as (
        select * from matched
        union all by name
        select * from reported
        union all by name
        select * from decided
    )
select
    s.* replace (
        case when d.carries then 1.0 else s.confidence end as confidence,
        case when d.carries then 'staff' else s.decided_by end as decided_by
    ),
    case s.method when 'reported' then 1 when 'share' then 2 when 'link' then 3 when 'mention' then 4 when 'text' then 5 else 6 end as strength
from signs as s
left join warehouse.link_decision as d using (message_id, post_id)
where d.carries is distinct from false
