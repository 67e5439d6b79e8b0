-- grain:  one row per unit and month of which files list posts of its accounts
-- keys:   agency_code, month
-- note:   only covered days count, in the current month those until now; a gap includes the silence at both ends of a span
with
    posted as (
        select agency_code, day, sum(posts) as posts from warehouse.agency_day group by agency_code, day
    ),
    in_span as (
        select
            s.agency_code, s.month, s.starts_on, s.ends_on, d.day, d.posts,
            coalesce(lag(d.day) over (partition by s.agency_code, s.month, s.starts_on order by d.day), s.starts_on - 1) as day_before,
            lead(d.day) over (partition by s.agency_code, s.month, s.starts_on order by d.day) as day_after
        from warehouse.unit_span as s
        left join posted as d on d.agency_code = s.agency_code and d.day between s.starts_on and s.ends_on
    ),
    spans as (
        select
            agency_code, month, starts_on, ends_on, sum(posts) as posts,
            coalesce(
                greatest(max(day - day_before - 1), max(ends_on - day) filter (where day_after is null)), ends_on - starts_on + 1
            ) as longest_gap
        from in_span
        group by agency_code, month, starts_on, ends_on
    )
select
    agency_code, month, cast(sum(ends_on - starts_on + 1) as bigint) as covered_days,
    cast(coalesce(sum(posts), 0) as bigint) as posts, max(longest_gap) as longest_gap
from spans
group by agency_code, month
