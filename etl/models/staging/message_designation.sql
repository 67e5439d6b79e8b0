-- grain:  one row per event that names posts as a priority message
-- keys:   event_sha256
-- stored: view
-- note:   whatever an event lacks or holds in another shape is null; nothing here can fail
select
    sha256 as event_sha256, said_by, said_at, body, json_extract_string(body, '$.post_ids[*]') as post_ids,
    nullif(trim(json_extract_string(body, '$.title')), '') as title,
    json_extract_string(body, '$.deadline_hours') as deadline_hours,
    json_extract_string(body, '$.audience_kind') as audience_kind,
    json_extract_string(body, '$.audience_values[*]') as audience_values
from raw.event
where event = 'message-designated'
