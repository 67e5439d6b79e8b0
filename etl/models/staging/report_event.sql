-- grain:  one row per form in which a unit reports how it carried a message on
-- keys:   event_sha256
-- stored: view
-- note:   links as they were pasted; offline is the channel that was ticked, null when none was
select
    sha256 as event_sha256, said_by, said_at, trim(json_extract_string(body, '$.post_id')) as post_id,
    trim(json_extract_string(body, '$.agency_code')) as agency_code,
    json_extract_string(body, '$.links[*]') as links,
    json_type(body, '$.offline') = 'OBJECT' as is_offline,
    nullif(trim(json_extract_string(body, '$.offline.channel')), '') as channel,
    nullif(trim(json_extract_string(body, '$.offline.note')), '') as note,
    nullif(trim(json_extract_string(body, '$.offline.photo_sha256')), '') as photo_sha256
from raw.event
where event = 'link-reported'
