-- question: on which days of the last 26 weeks did this unit post?
-- scope: agency_code
with
    shown as (
        select max(ends_on) as until, max(ends_on) - 181 as since from marts.period where period = '7-hari'
    ),
    days as (
        select unnest(generate_series(since, until, interval 1 day))::date as day from shown
    )
select $agency as agency_code, d.day, coalesce(a.posts, 0) as posts
from days as d
left join marts.agency_day as a on a.day = d.day and a.agency_code = $agency
order by d.day
