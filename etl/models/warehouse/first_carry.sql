-- grain: one row per message and account that carried it
-- keys:  message_id, account_id
-- note:  hours since the message; what was spread offline has no account
select
    r.message_id, r.account_id, r.agency_code, r.tier, r.kecamatan_code, r.village_code, r.repost_id, r.post_id, r.carried_at,
    epoch_us(r.carried_at - m.published_at) / 3.6e9 as hours, r.method, r.confidence, p.permalink, p.caption,
    d.parent_account_id as said_parent
from warehouse.repost as r
join warehouse.message as m using (message_id)
left join warehouse.post as p using (post_id)
left join warehouse.link_decision as d on d.message_id = r.message_id and d.post_id = r.post_id
where r.account_id is not null and r.method <> 'offline'
qualify row_number() over (partition by r.message_id, r.account_id order by r.carried_at, r.repost_id) = 1
