-- grain:  one row per event that says whether a post with AI-made media declares it, or takes that back (declared is null)
-- keys:   event_sha256
-- stored: view
select
    sha256 as event_sha256, nullif(trim(said_by), '') as said_by, said_at,
    nullif(trim(json_extract_string(body, '$.post_id')), '') as post_id,
    case json_type(body, '$.declared') when 'BOOLEAN' then try_cast(json_extract_string(body, '$.declared') as boolean) end as declared,
    coalesce(json_type(body, '$.declared') in ('BOOLEAN', 'NULL'), false) as is_clear,
    nullif(trim(json_extract_string(body, '$.note')), '') as note
from raw.event
where event = 'ai-media-marked'
