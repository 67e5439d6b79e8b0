-- grain: one row per village (desa or kelurahan)
-- keys:  village_code
-- note:  online = population x the share of people who use the internet, in whole people; null where the population is unknown
select
    v.code as village_code, v.name as village_name, v.parent_code as kecamatan_code, k.name as kecamatan_name, u.agency_code,
    v.population, cast(floor(v.population * s.internet_share + 0.5) as bigint) as online
from reference.region as v
cross join reference.reach_setting as s
left join reference.region as k on k.code = v.parent_code
left join (
    select village_code, min(agency_code) as agency_code from warehouse.unit where village_code is not null group by village_code
) as u on u.village_code = v.code
where v.level in ('desa', 'kelurahan')
