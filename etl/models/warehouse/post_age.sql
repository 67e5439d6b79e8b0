-- grain:  one row per post and age class in which it was observed
-- keys:   post_id, age_class
-- narrow: warehouse.post_measure by post_id
-- note:   age classes in days since publishing: 0 below 1, 1 below 3, 3 below 7, 7 below 28, 28 and more.
--         The last observation within a class counts; posts are only compared within a class.
--         is_latest marks the class of the post's newest observation, in which it is judged.
with
    published as (
        select
            post_id, account_id, post_type, observed_at, observations, interactions,
            coalesce(published_at, timezone('Asia/Jakarta', cast(published_on as timestamp) + interval 12 hour))
                as published_at
        from warehouse.post_measure
    ),
    observed as (
        select post_id, account_id, post_type, published_at, observed_at, interactions,
            true as is_latest, true as is_only
        from published
        where observations = 1
        union all
        select
            p.post_id, p.account_id, p.post_type, p.published_at, o.observed_at,
            case
                when coalesce(o.likes, o.comments, o.shares, o.saves) is null then o.interactions_reported
                else coalesce(o.likes, 0) + coalesce(o.comments, 0) + coalesce(o.shares, 0) + coalesce(o.saves, 0)
            end as interactions,
            o.observed_at = p.observed_at as is_latest, false as is_only
        from published as p
        join warehouse.post_observation as o using (post_id)
        where p.observations > 1
    ),
    aged as (
        select *, epoch(observed_at - published_at) / 86400 as age_days
        from observed
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
select post_id, age_class, account_id, post_type, published_at, interactions, is_latest
from classed
where is_only
union all
select post_id, age_class, account_id, post_type, published_at, interactions, is_latest
from classed
where not is_only
qualify row_number() over (partition by post_id, age_class order by observed_at desc) = 1
