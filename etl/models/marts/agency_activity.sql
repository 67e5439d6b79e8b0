-- grain: one row per period, platform and unit; platform 'semua' is all of them together
-- keys:  period, platform, agency_code
-- note:  a unit without a single post has a row with 0 posts for 'semua'; gaps include the silence up to the period's end
with
    days as (
        select agency_code, platform, day, posts from warehouse.agency_day
        union all
        select agency_code, 'semua', day, sum(posts) from warehouse.agency_day group by agency_code, day
    ),
    in_period as (
        select
            p.period, p.starts_on, p.ends_on, d.*,
            coalesce(lag(d.day) over (partition by p.period, d.agency_code, d.platform order by d.day), p.starts_on - 1) as day_before
        from days as d
        join warehouse.period as p on d.day between p.starts_on and p.ends_on
    ),
    weekly as (
        select period, agency_code, platform, date_trunc('week', day) as week, sum(posts) as posts
        from in_period
        group by period, agency_code, platform, date_trunc('week', day)
    ),
    good_weeks as (
        select period, agency_code, platform, count(*) filter (where posts >= (select minimum_posts_per_week from warehouse.threshold)) as weeks_meeting_minimum
        from weekly
        group by period, agency_code, platform
    ),
    summed as (
        select
            period, platform, agency_code, sum(posts) as posts, count(*) as active_days, max(day) as last_posted_on,
            greatest(max(date_diff('day', day_before, day) - 1), max(date_diff('day', day, ends_on)) filter (where day = last_day)) as longest_gap_days
        from (select *, max(day) over (partition by period, platform, agency_code) as last_day from in_period)
        group by period, platform, agency_code
    ),
    all_units as (
        select p.period, p.starts_on, p.ends_on, a.agency_code, a.peer_group, greatest(1, cast(ceil((p.ends_on - p.starts_on + 1) / 7.0) as bigint)) as weeks
        from warehouse.period as p
        cross join warehouse.agency as a
    )
select
    u.period, coalesce(s.platform, 'semua') as platform, u.agency_code, u.peer_group,
    cast(coalesce(s.posts, 0) as bigint) as posts, coalesce(s.active_days, 0) as active_days, u.weeks,
    coalesce(g.weeks_meeting_minimum, 0) as weeks_meeting_minimum,
    round(coalesce(s.posts, 0) * 7.0 / (u.ends_on - u.starts_on + 1), 4)::double as posts_per_week,
    coalesce(s.longest_gap_days, u.ends_on - u.starts_on + 1) as longest_gap_days, s.last_posted_on
from all_units as u
left join summed as s using (period, agency_code)
left join good_weeks as g on g.period = s.period and g.agency_code = s.agency_code and g.platform = s.platform
