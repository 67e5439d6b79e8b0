-- grain: one row per month in which issues were taken up
-- keys:  month
-- note:  by the month they came in; a claim of a list counts once somebody moved it. due: the hours aimed at are over, or it is
--        clarified; within_24h: clarified within them
select
    cast(date_trunc('month', timezone('Asia/Jakarta', received_at)) as date) as month,
    cast(count(*) as integer) as received,
    cast(count(*) filter (where clarified_at is not null) as integer) as clarified,
    cast(count(*) filter (where is_fast) as integer) as within_24h,
    cast(count(*) filter (where is_due) as integer) as due,
    median(hours_to_clarify) as median_hours
from marts.issue
where is_taken_up
group by 1
