-- grain:  one row per publication on a platform
-- keys:   post_id
-- narrow: staging.post_record by post_id
-- note:   every value is the latest one reported; a later blank never overwrites it (arg_max skips nulls).
--         A crosspost belongs to the account that published it first-hand.
with
    ordered as (
        select
            *, row_number() over (partition by post_id order by observed_at, file_sha256, part, record) as seen
        from staging.post_record
    )
select
    post_id,
    any_value(platform) as platform,
    coalesce(arg_max(account_id, seen) filter (where not is_crosspost), arg_max(account_id, seen)) as account_id,
    arg_max(native_id, seen) as native_id,
    arg_max(published_at, seen) as published_at,
    coalesce(
        cast(timezone('Asia/Jakarta', arg_max(published_at, seen)) as date), arg_max(published_on, seen)
    ) as published_on,
    arg_max(permalink, seen) as permalink,
    arg_max(post_type, seen) as post_type,
    arg_max(
        case when length(coalesce(description, '')) >= length(coalesce(title, '')) then description else title end,
        seen
    ) as caption,
    arg_max(duration_seconds, seen) as duration_seconds,
    arg_max(views, seen) as views,
    arg_max(impressions, seen) as impressions,
    arg_max(reach, seen) as reach,
    arg_max(likes, seen) as likes,
    arg_max(comments, seen) as comments,
    arg_max(shares, seen) as shares,
    arg_max(saves, seen) as saves,
    arg_max(interactions_reported, seen) as interactions_reported,
    coalesce(max(boosted_reach) > 0 or max(boosted_views) > 0, false) as has_boost_reported,
    max(observed_at) as observed_at,
    count(distinct observed_at) as observations
from ordered
group by post_id
