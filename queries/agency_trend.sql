-- question: how did this unit's weeks develop in one metric on one platform?
-- scope: agency_code
with
    shown as (
        select max(ends_on) as until from marts.period where period = '7-hari'
    ),
    weekly as (
        select
            date_trunc('week', p.published_on)::date as week_start, count(*) as posts,
            median(case $metric when 'views' then p.views when 'reach' then p.reach else p.interactions end) as value
        from marts.posts as p
        where p.agency_code = $agency and ($platform = 'semua' or p.platform = $platform)
        group by 1
    )
select $agency as agency_code, w.week_start, w.posts, w.value, w.week_start + 6 <= s.until as is_complete
from weekly as w
join shown as s on w.week_start between s.until - 363 and s.until
order by w.week_start
