-- grain: one row per month from the first post to today
-- keys:  month
select cast(unnest(generate_series(date_trunc('month', least(first_published_on, today)), today, interval 1 month)) as date) as month
from warehouse.clock
where first_published_on >= date '2010-01-01'
