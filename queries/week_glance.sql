-- question: what happened in the last seven days, and how does it compare with the seven before?
-- scope: public
with
    week as (
        select starts_on, ends_on from marts.period where period = '7-hari'
    ),
    judged as (
        select a.agency_code, a.is_active, a.is_obliged
        from marts.agency as a
        cross join marts.snapshot as t
        where a.is_obliged or t.units_obliged = 0
    ),
    counted as (
        select
            sum(d.posts) filter (where d.day >= w.starts_on)::bigint as posts_all,
            sum(d.posts) filter (where d.day < w.starts_on)::bigint as posts_all_before,
            sum(d.posts) filter (where d.day >= w.starts_on and j.agency_code is not null)::bigint as posts,
            count(distinct j.agency_code) filter (where d.day >= w.starts_on and d.posts > 0) as units,
            count(distinct j.agency_code) filter (where d.day < w.starts_on and d.posts > 0) as units_before
        from marts.agency_day as d
        join week as w on d.day between w.starts_on - 7 and w.ends_on
        left join judged as j using (agency_code)
    )
select
    w.*, c.*, t.units_obliged, t.units_active,
    (select count(*) from judged where is_obliged and not is_active) as units_silent
from week as w cross join counted as c cross join marts.snapshot as t
