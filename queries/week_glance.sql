-- question: what happened in the last seven days, and how does it compare with the seven before?
-- scope: public
with
    week as (
        select starts_on, ends_on from marts.period where period = '7-hari'
    ),
    counted as (
        select
            sum(d.posts) filter (where d.day >= w.starts_on)::bigint as posts,
            sum(d.posts) filter (where d.day < w.starts_on)::bigint as posts_before,
            count(distinct d.agency_code) filter (where d.day >= w.starts_on and d.posts > 0) as units,
            count(distinct d.agency_code) filter (where d.day < w.starts_on and d.posts > 0) as units_before
        from marts.agency_day as d
        join week as w on d.day between w.starts_on - 7 and w.ends_on
    ),
    silent as (
        select count(*) as units_silent from marts.agency where is_obliged and not is_active
    )
select
    w.starts_on, w.ends_on, coalesce(c.posts, 0) as posts, coalesce(c.posts_before, 0) as posts_before,
    c.units, c.units_before, s.units_silent, t.units_obliged, t.units_active, t.first_published_on
from week as w
cross join counted as c
cross join silent as s
cross join marts.snapshot as t
