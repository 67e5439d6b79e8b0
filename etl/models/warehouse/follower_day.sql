-- grain: one row per account and day for which the number of followers is known or recently known
-- keys:  account_id, day
-- note:  carried forward at most 35 days, so that a rate by followers uses the followers at the time of posting
with
    reported as (
        select account_id, day, max(value) as followers
        from warehouse.account_day
        where metric in ('followers', 'subscribers')
        group by account_id, day
    ),
    bounded as (
        select
            *, least(
                coalesce(lead(day) over (partition by account_id order by day), day + 36), day + 36
            ) as until_day
        from reported
    )
select account_id, cast(unnest(generate_series(day, until_day - 1, interval 1 day)) as date) as day, followers, day as reported_on
from bounded
