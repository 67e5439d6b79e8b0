-- grain: one row per account
-- keys:  account_id
-- note:  freshness counts from the newest data of any account, so that one forgotten account shows
with
    posts as (
        select account_id, count(*) as posts, max(published_on) as last_posted_on
        from warehouse.post
        group by account_id
    ),
    followers as (
        select account_id, cast(arg_max(followers, reported_on) as bigint) as followers, max(reported_on) as followers_on
        from warehouse.follower_day
        group by account_id
    )
select
    a.account_id, a.platform, a.handle, a.name, o.agency_code, u.name as agency_name, a.is_registered,
    coalesce(p.posts, 0) as posts, p.last_posted_on, s.last_observed_at, coalesce(s.files, 0) as files,
    f.followers, f.followers_on,
    case
        when s.last_observed_at is null then 'none'
        when date_diff('day', s.last_observed_at, c.data_as_of) <= (select fresh_days from warehouse.threshold) then 'fresh'
        when date_diff('day', s.last_observed_at, c.data_as_of) <= (select stale_days from warehouse.threshold) then 'aging'
        else 'stale'
    end as freshness
from warehouse.account as a
cross join warehouse.clock as c
left join warehouse.account_ownership as o on o.account_id = a.account_id and o.is_current
left join warehouse.agency as u on u.agency_code = o.agency_code
left join posts as p on p.account_id = a.account_id
left join warehouse.account_sighting as s on s.account_id = a.account_id
left join followers as f on f.account_id = a.account_id
