-- grain:  one row per post
-- keys:   post_id
-- narrow: warehouse.post by post_id
-- note:   interactions = likes + comments + shares + saves, those the platform reports; null when it reports none.
--         The unit is the account's owner on the day of publishing,
--         else the one a recap sheet names in full.
with
    summed as (
        select
            *,
            case
                when coalesce(likes, comments, shares, saves) is null then interactions_reported
                else coalesce(likes, 0) + coalesce(comments, 0) + coalesce(shares, 0) + coalesce(saves, 0)
            end as interactions
        from warehouse.post
    )
select
    s.post_id, s.platform, s.account_id, s.published_at, s.published_on, s.observed_at, s.observations, coalesce(o.agency_code, n.agency_code) as agency_code, coalesce(t.code, 'other') as post_type,
    s.interactions,
    case when s.platform not in ('tiktok', 'youtube') then s.interactions / nullif(s.reach, 0) end as rate_by_reach,
    s.interactions / nullif(f.followers, 0) as rate_by_followers,
    case when s.platform in ('tiktok', 'youtube') then s.interactions / nullif(s.views, 0) end as rate_by_views,
    nullif(concat_ws(', ',
        case when s.likes is null then 'likes' end, case when s.comments is null then 'comments' end,
        case when s.shares is null then 'shares' end, case when s.saves is null then 'saves' end
    ), '') as interactions_missing,
    s.has_boost_reported or coalesce(s.platform = 'instagram' and s.reach > 2 * s.views, false) as has_boost
from summed as s
left join reference.account_owner as o
    on o.account_id = s.account_id and s.published_on >= o.valid_from and s.published_on < o.valid_until
left join reference.agency_name as n on n.name = lower(trim(s.agency_text))
left join reference.post_type as t on t.spelling = s.post_type
left join warehouse.follower_day as f on f.account_id = s.account_id and f.day = s.published_on
