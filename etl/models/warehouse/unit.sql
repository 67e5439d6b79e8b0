-- grain:  one row per unit
-- keys:   agency_code
-- stored: view
-- note:   the unit's place in the tree, with or without accounts; a village has the codes of its village and its kecamatan
select
    agency_code, name, peer_group,
    case peer_group when 'induk' then 'regency' when 'kecamatan' then 'kecamatan' when 'desa' then 'village' when 'kelurahan' then 'village' else 'agency' end as tier,
    region_code,
    case when peer_group in ('kecamatan', 'desa', 'kelurahan') then left(region_code, 8) end as kecamatan_code,
    case when peer_group in ('desa', 'kelurahan') then region_code end as village_code
from warehouse.agency
