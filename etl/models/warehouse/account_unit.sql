-- grain:  one row per account and period of ownership
-- keys:   account_id, valid_from
-- stored: view
-- note:   the unit's place in the tree; a village has the codes of its village and its kecamatan, a kecamatan its own
select
    o.account_id, o.agency_code, a.peer_group,
    case a.peer_group when 'induk' then 'regency' when 'kecamatan' then 'kecamatan' when 'desa' then 'village' when 'kelurahan' then 'village' else 'agency' end as tier,
    a.region_code,
    case when a.peer_group in ('kecamatan', 'desa', 'kelurahan') then left(a.region_code, 8) end as kecamatan_code,
    case when a.peer_group in ('desa', 'kelurahan') then a.region_code end as village_code,
    o.valid_from, o.valid_until
from warehouse.account_ownership as o
join warehouse.agency as a using (agency_code)
