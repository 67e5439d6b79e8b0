-- grain:  one row per event that reports an issue: a hoax, a manipulation, an impostor account, undeclared AI media
-- keys:   event_sha256
-- stored: view
-- note:   whatever an event lacks or holds in another shape is null; nothing here can fail
select
    sha256 as event_sha256, nullif(trim(said_by), '') as said_by, said_at, trim(json_extract_string(body, '$.kind')) as kind,
    nullif(trim(json_extract_string(body, '$.title')), '') as title,
    nullif(trim(json_extract_string(body, '$.note')), '') as note,
    nullif(trim(json_extract_string(body, '$.link')), '') as link,
    nullif(trim(json_extract_string(body, '$.post_id')), '') as post_id,
    nullif(trim(json_extract_string(body, '$.agency_code')), '') as agency_code
from raw.event
where event = 'issue-reported'
