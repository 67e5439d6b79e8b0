-- grain:  one row per account and period of ownership
-- keys:   account_id, valid_from
-- stored: view
-- note:   whose account it was when, and that unit's place in the tree
select
    o.account_id, o.agency_code, u.peer_group, u.tier, u.region_code, u.kecamatan_code, u.village_code,
    o.valid_from, o.valid_until
from warehouse.account_ownership as o
join warehouse.unit as u using (agency_code)
