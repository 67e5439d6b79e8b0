-- question: which posts match these words and filters?
-- scope: agency_code
select
    p.post_id, p.platform, p.account_id, p.account_handle, p.agency_code, p.agency_name, p.published_at, p.published_on,
    p.time_precision, p.post_type, p.caption, p.link, p.views, p.reach, p.impressions, p.likes, p.comments,
    p.shares, p.saves, p.interactions, p.interactions_missing, p.overperformance, p.overperformance_reason,
    p.partners, p.has_boost, p.observed_at
from marts.posts as p
join marts.period as t on t.period = $period and p.published_on between t.starts_on and t.ends_on
where
    ($words = '' or contains(lower(p.caption), lower($words)))
    and ($agency = 'semua' or p.agency_code = $agency)
    and ($platform = 'semua' or p.platform = $platform)
    and ($post_type = 'semua' or p.post_type = $post_type)
order by
    case $sort
        when 'interaksi' then p.interactions when 'harapan' then p.overperformance
        when 'tayangan' then p.views when 'jangkauan' then p.reach
        when 'terlama' then -epoch(coalesce(p.published_at, p.published_on::timestamptz))
        else epoch(coalesce(p.published_at, p.published_on::timestamptz))
    end desc nulls last, p.post_id
