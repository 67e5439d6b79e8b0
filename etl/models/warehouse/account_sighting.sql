-- grain: one row per account that a file spoke of
-- keys:  account_id
with
    sightings as (
        select account_id, file_sha256, max(observed_at) as observed_at from staging.post_record group by account_id, file_sha256
        union all
        select account_id, file_sha256, max(observed_at) from staging.series_record group by account_id, file_sha256
        union all
        select account_id, file_sha256, max(observed_at) from staging.audience_record group by account_id, file_sha256
    )
select account_id, max(observed_at) as last_observed_at, count(distinct file_sha256) as files
from sightings
where account_id is not null
group by account_id
