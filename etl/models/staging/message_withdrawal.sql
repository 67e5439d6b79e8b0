-- grain:  one row per event that withdraws a priority message
-- keys:   event_sha256
-- stored: view
select
    sha256 as event_sha256, said_by, said_at, trim(json_extract_string(body, '$.post_id')) as post_id,
    nullif(trim(json_extract_string(body, '$.reason')), '') as reason
from raw.event
where event = 'message-withdrawn'
