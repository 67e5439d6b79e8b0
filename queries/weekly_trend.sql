-- question: how many posts and posting units has each of the last 26 weeks?
-- scope: public
with
    recent as (
        select max(ends_on) as until from marts.period where period = '7-hari'
    )
select
    w.week_start, sum(w.posts)::bigint as posts, count(*) filter (where w.posts > 0) as units,
    w.week_start + 6 <= max(r.until) as is_complete
from marts.agency_week as w
join recent as r on w.week_start between r.until - 181 and r.until
where w.platform = 'semua'
group by w.week_start
order by w.week_start
