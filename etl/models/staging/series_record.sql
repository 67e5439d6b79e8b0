-- grain:  one row per day, metric and record of a daily export
-- keys:   file_sha256, part, record, metric
-- stored: view
-- note:   a blank metric has no row; days are cut as the platform cuts them (day_clock)
with
    named as (
        select *, lower(ltrim(account_handle, '@')) as handle
        from raw.series
        where metric is not null
    )
select
    n.file_sha256, n.part, n.record, n.source, n.platform, n.day, n.day_clock, n.metric, n.value, n.observed_at,
    coalesce(
        by_id.account_id, by_handle.account_id, n.platform || ':' || n.handle,
        n.platform || ':' || n.account_native_id, told.account_id, n.account_told
    ) as account_id
from named as n
left join reference.account_alias as by_id on by_id.platform = n.platform and by_id.alias = n.account_native_id
left join reference.account_alias as by_handle on by_handle.platform = n.platform and by_handle.alias = n.handle
left join reference.account_alias as told
    on told.platform = split_part(n.account_told, ':', 1) and told.alias = split_part(n.account_told, ':', 2)
