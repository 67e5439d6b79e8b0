-- grain: one row per message and account whose reach counts for it
-- keys:  message_id, account_id
-- note:  any village gets p_everywhere of its online people, one in the own kecamatan p_kecamatan more, the own village
--        p_village more, together at most 1; null where the reach is unknown, then the account adds nothing
select
    r.message_id, r.account_id, r.agency_code, r.tier, r.kecamatan_code, r.village_code, r.post_id, r.reach, r.reach_basis,
    r.followers, r.ratio, r.local_share, r.local_basis, r.p_everywhere, r.p_kecamatan, r.p_village,
    coalesce(a.handle, split_part(r.account_id, ':', 2)) as account_handle, u.name as agency_name
from warehouse.message_account as r
left join warehouse.account as a using (account_id)
left join warehouse.agency as u on u.agency_code = r.agency_code
