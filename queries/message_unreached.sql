-- question: which villages did the message not reach, and does their kecamatan carry it?
-- scope: agency_code
select
    v.agency_code, v.village_code, v.village_name, v.kecamatan_code, v.kecamatan_name, v.population, v.online,
    v.people_point, v.online - v.people_point as people_left, v.has_account, v.is_blankspot, v.blank_note,
    k.carried_at is not null as kecamatan_carried
from marts.message_village as v
left join marts.duty_unit as k
    on k.message_id = v.message_id and k.tier = 'kecamatan' and k.kecamatan_code = v.kecamatan_code
where v.message_id = $message and v.state = 'none'
order by v.kecamatan_name, v.village_name, v.village_code
