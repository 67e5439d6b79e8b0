-- question: when was this unit silent for more than a week?
-- scope: agency_code
with
    posting_days as (
        select day, lead(day) over (order by day) as next_day
        from marts.agency_day
        where agency_code = $agency and posts > 0
    ),
    until_today as (
        select day, coalesce(next_day, (select max(ends_on) + 1 from marts.period where period = '7-hari')) as next_day,
            next_day is null as is_open
        from posting_days
    )
select $agency as agency_code, day + 1 as starts_on, next_day - 1 as ends_on, next_day - day - 1 as days, is_open
from until_today
where next_day - day - 1 > 7
order by days desc, starts_on desc
