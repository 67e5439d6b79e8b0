-- question: which kecamatan and villages can be an audience?
-- scope: public
select peer_group, region_code, name
from marts.agency
where region_code is not null and peer_group in ('kecamatan', 'kelurahan', 'desa')
order by peer_group <> 'kecamatan', name, region_code
