-- question: which groups of units, and which kecamatan, have duties?
-- scope: agency_code
select distinct
    u.agency_code, u.peer_group, u.kecamatan_code, v.kecamatan_name
from marts.duty_unit as u
left join (select distinct kecamatan_code, kecamatan_name from marts.message_village) as v using (kecamatan_code)
order by u.peer_group, v.kecamatan_name, u.agency_code
