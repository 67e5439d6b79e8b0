-- grain:  one row per event that decides whether a post carries a message, or whose parent it has
-- keys:   event_sha256
-- stored: view
select
    sha256 as event_sha256, said_by, said_at,
    trim(json_extract_string(body, '$.message_post_id')) as message_post_id,
    trim(json_extract_string(body, '$.post_id')) as post_id,
    case json_type(body, '$.carries') when 'BOOLEAN' then try_cast(json_extract_string(body, '$.carries') as boolean) end as carries,
    json_type(body, '$.carries') in ('BOOLEAN', 'NULL') as is_clear,
    nullif(trim(json_extract_string(body, '$.parent_account_id')), '') as parent_account_id,
    nullif(trim(json_extract_string(body, '$.reason')), '') as reason
from raw.event
where event = 'link-decided'
