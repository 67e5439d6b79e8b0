-- grain:  one row per post and age class in which it was observed
-- keys:   post_id, age_class
-- narrow: warehouse.post_observation by post_id
-- note:   age classes in days since publishing: 0 below 1, 1 below 3, 3 below 7, 7 below 28, 28 and more.
--         The last observation within a class counts; posts are only compared within a class.
with
    measured as (
        select
            o.post_id, o.observed_at, m.account_id, m.post_type,
            coalesce(
                m.published_at, timezone('Asia/Jakarta', cast(m.published_on as timestamp) + interval 12 hour)
            ) as published_at,
            case
                when coalesce(o.likes, o.comments, o.shares, o.saves) is null then o.interactions_reported
                else coalesce(o.likes, 0) + coalesce(o.comments, 0) + coalesce(o.shares, 0) + coalesce(o.saves, 0)
            end as interactions
        from warehouse.post_observation as o
        join warehouse.post_measure as m using (post_id)
    ),
    aged as (
        select *, epoch(observed_at - published_at) / 86400 as age_days
        from measured
        where published_at is not null and interactions is not null
    ),
    classed as (
        select
            *,
            case
                when age_days < 1 then 0 when age_days < 3 then 1 when age_days < 7 then 3
                when age_days < 28 then 7 else 28
            end as age_class
        from aged
    )
select
    post_id, age_class, any_value(account_id) as account_id, any_value(post_type) as post_type,
    any_value(published_at) as published_at, arg_max(interactions, observed_at) as interactions
from classed
group by post_id, age_class
