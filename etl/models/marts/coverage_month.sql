-- grain: one row per month and peer group
-- keys:  month, peer_group
-- note:  the denominator is the roster as it was in that month
with
    activity as (
        select agency_code, cast(date_trunc('month', day) as date) as month, sum(posts) as posts
        from warehouse.agency_day
        group by agency_code, cast(date_trunc('month', day) as date)
    ),
    owned as (
        select distinct agency_code, month from warehouse.ownership_month
    )
select
    r.month, a.peer_group, count(*) as units_obliged, count(o.agency_code) as units_with_account,
    count(p.agency_code) as units_active, cast(coalesce(sum(p.posts), 0) as bigint) as posts
from warehouse.roster_month as r
join warehouse.agency as a using (agency_code)
left join owned as o using (agency_code, month)
left join activity as p using (agency_code, month)
group by r.month, a.peer_group
