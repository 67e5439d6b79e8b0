-- grain:  one row per event that decides the labels of a post, or takes all decisions on it back (no labels)
-- keys:   event_sha256
-- stored: view
select
    sha256 as event_sha256, said_by, said_at, trim(json_extract_string(body, '$.post_id')) as post_id,
    case json_type(body, '$.labels') when 'OBJECT' then json_extract(body, '$.labels') end as labels,
    nullif(trim(json_extract_string(body, '$.reason')), '') as reason
from raw.event
where event = 'judgement-decided'
