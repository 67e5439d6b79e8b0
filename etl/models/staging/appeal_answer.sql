-- grain:  one row per event that answers an appeal
-- keys:   event_sha256
-- stored: view
select
    sha256 as event_sha256, said_by, said_at, lower(trim(json_extract_string(body, '$.appeal_id'))) as appeal_id,
    case json_type(body, '$.accepted') when 'BOOLEAN' then try_cast(json_extract_string(body, '$.accepted') as boolean) end as is_accepted,
    nullif(trim(json_extract_string(body, '$.reason')), '') as reason
from raw.event
where event = 'appeal-answered'
