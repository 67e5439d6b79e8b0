-- grain: one row per message and account that carried it: the nodes of its tree below the originals
-- keys:  message_id, account_id
-- note:  the parent is an earlier carrier or the account of an original; an original's depth is 0
select
    f.message_id, f.account_id, f.agency_code, f.tier, f.kecamatan_code, f.village_code, f.repost_id, f.carried_at, f.hours,
    f.method, f.confidence, p.parent_account_id, p.parent_method, p.parent_confidence, p.depth
from warehouse.first_carry as f
join warehouse.carrier_parent as p using (message_id, account_id)
