-- grain:  one row per event that appeals against what a rule found in a post
-- keys:   event_sha256
-- stored: view
select
    sha256 as event_sha256, said_by, said_at, trim(json_extract_string(body, '$.post_id')) as post_id,
    trim(json_extract_string(body, '$.rule_id')) as rule_id,
    nullif(trim(json_extract_string(body, '$.agency_code')), '') as agency_code,
    nullif(trim(json_extract_string(body, '$.reason')), '') as reason
from raw.event
where event = 'judgement-appealed'
