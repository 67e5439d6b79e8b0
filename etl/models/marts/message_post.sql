-- grain: one row per message and post of which it is made
-- keys:  message_id, post_id
select
    o.message_id, o.post_id, o.platform, coalesce(a.handle, split_part(o.account_id, ':', 2)) as account_handle, o.published_at,
    coalesce(
        p.permalink, case when o.platform = 'youtube' then 'https://www.youtube.com/watch?v=' || split_part(o.post_id, ':', 2) end
    ) as link
from warehouse.message_post as o
left join warehouse.post as p using (post_id)
left join warehouse.account as a on a.account_id = o.account_id
