-- grain:  one row per post
-- keys:   post_id
-- stored: view
-- note:   numbers are the latest reported; blank stays blank
with
    partners as (
        select post_id, string_agg(account_id, ', ' order by account_id) as partners
        from warehouse.post_account
        where role = 'partner'
        group by post_id
    )
select
    p.post_id, p.platform, p.account_id, a.handle as account_handle, m.agency_code, u.name as agency_name, u.peer_group,
    p.published_at, p.published_on, case when p.published_at is null then 'day' else 'minute' end as time_precision,
    m.post_type, p.caption,
    coalesce(
        p.permalink, case when p.platform = 'youtube' then 'https://www.youtube.com/watch?v=' || split_part(p.post_id, ':', 2) end
    ) as link,
    p.views, p.reach, p.impressions, p.likes, p.comments, p.shares, p.saves,
    m.interactions, m.interactions_missing, m.rate_by_reach, m.rate_by_followers, m.rate_by_views,
    s.expected, s.overperformance, coalesce(s.reason, case when s.post_id is null then 'interaksi atau waktu terbit tidak tersedia' end) as overperformance_reason,
    p.observed_at, p.observations, n.partners, m.has_boost
from warehouse.post as p
join warehouse.post_measure as m using (post_id)
left join warehouse.post_score as s using (post_id)
left join warehouse.account as a on a.account_id = p.account_id
left join warehouse.agency as u on u.agency_code = m.agency_code
left join partners as n using (post_id)
