-- grain: one row per account, metric and day
-- keys:  account_id, metric, day, source
-- note:  the latest observation of a day wins; sources are never spliced into one series
select
    account_id, any_value(platform) as platform, metric, day, source, any_value(day_clock) as day_clock,
    arg_max(value, (observed_at, file_sha256, part, record)) as value
from staging.series_record
where account_id is not null
group by account_id, metric, day, source
