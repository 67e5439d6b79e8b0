-- grain: one row per post of which staff said whether its AI-made media is declared
-- keys:  post_id
select
    k.post_id, k.declared, k.note, k.said_by, k.said_at, p.agency_code, p.agency_name, p.account_id, p.account_handle,
    p.platform, p.published_at, p.published_on, p.caption, p.link
from warehouse.ai_mark as k
join marts.posts as p using (post_id)
