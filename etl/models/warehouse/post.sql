-- grain:  one row per publication on a platform
-- keys:   post_id
-- narrow: staging.post_record by post_id
-- note:   every value is the latest one reported; a later blank never overwrites it (arg_max skips nulls).
--         A crosspost belongs to the account that published it first-hand. A post seen once, as most are, needs no merging.
with
    repeated as (
        select post_id from staging.post_record group by post_id having count(*) > 1
    ),
    merged as (
        select
            post_id,
            any_value(platform) as platform,
            coalesce(arg_max(account_id, seen) filter (where not is_crosspost), arg_max(account_id, seen)) as account_id,
            arg_max(native_id, seen) as native_id,
            arg_max(agency_text, seen) as agency_text,
            arg_max(published_at, seen) as published_at,
            arg_max(published_on, seen) as published_on,
            arg_max(permalink, seen) as permalink,
            arg_max(post_type, seen) as post_type,
            arg_max(caption, seen) as caption,
            arg_max(duration_seconds, seen) as duration_seconds,
            arg_max(views, seen) as views,
            arg_max(impressions, seen) as impressions,
            arg_max(reach, seen) as reach,
            arg_max(likes, seen) as likes,
            arg_max(comments, seen) as comments,
            arg_max(shares, seen) as shares,
            arg_max(saves, seen) as saves,
            arg_max(interactions_reported, seen) as interactions_reported,
            bool_or(has_boost) as has_boost_reported,
            max(observed_at) as observed_at,
            count(distinct observed_at) as observations,
            count(*) as records
        from staging.post_record
        where post_id in (select post_id from repeated)
        group by post_id
    )
select
    * replace (coalesce(cast(timezone('Asia/Jakarta', published_at) as date), published_on) as published_on)
from merged
union all by name
select
    post_id, platform, account_id, native_id, agency_text, published_at, published_on, permalink, post_type, caption,
    duration_seconds, views, impressions, reach, likes, comments, shares, saves, interactions_reported,
    has_boost as has_boost_reported, observed_at, 1 as observations, 1 as records
from staging.post_record
where post_id not in (select post_id from repeated)
