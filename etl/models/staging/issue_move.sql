-- grain:  one row per event that moves an issue on
-- keys:   event_sha256
-- stored: view
select
    sha256 as event_sha256, nullif(trim(said_by), '') as said_by, said_at,
    nullif(trim(json_extract_string(body, '$.issue_id')), '') as issue_id,
    nullif(trim(json_extract_string(body, '$.state')), '') as state,
    nullif(trim(json_extract_string(body, '$.verdict')), '') as verdict,
    nullif(trim(json_extract_string(body, '$.link')), '') as link,
    nullif(trim(json_extract_string(body, '$.note')), '') as note
from raw.event
where event = 'issue-moved'
