-- grain: one row per message and post or report that carries it on
-- keys:  message_id, repost_id
-- note:  only an account's first carry has a parent
select
    r.message_id, r.repost_id, r.post_id, r.report_id, r.account_id, r.agency_code, r.tier, r.region_code, r.kecamatan_code,
    r.village_code, r.platform, r.carried_at, r.method, r.confidence, r.decided_by, r.evidence, r.link,
    coalesce(a.handle, split_part(r.account_id, ':', 2)) as account_handle, u.name as agency_name,
    epoch_us(r.carried_at - m.published_at) / 3.6e9 as hours, r.carried_at > m.deadline_at as is_late,
    left(p.caption, 400) as excerpt, c.parent_account_id,
    coalesce(b.handle, split_part(c.parent_account_id, ':', 2)) as parent_handle,
    o.agency_code as parent_agency_code, v.name as parent_agency_name, c.parent_method, c.parent_confidence, c.depth
from warehouse.repost as r
join warehouse.message as m using (message_id)
left join warehouse.post as p using (post_id)
left join warehouse.account as a on a.account_id = r.account_id
left join warehouse.unit as u on u.agency_code = r.agency_code
left join warehouse.carrier as c on c.message_id = r.message_id and c.repost_id = r.repost_id
left join warehouse.account as b on b.account_id = c.parent_account_id
left join warehouse.account_ownership as o
    on o.account_id = c.parent_account_id
    and cast(timezone('Asia/Jakarta', r.carried_at) as date) >= o.valid_from
    and cast(timezone('Asia/Jakarta', r.carried_at) as date) < o.valid_until
left join warehouse.unit as v on v.agency_code = o.agency_code
