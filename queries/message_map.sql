-- question: where does each village lie, and did the message arrive there?
-- scope: agency_code
select
    v.agency_code, s.village_code, s.village_name, s.kecamatan_code, v.kecamatan_name, s.xs, s.ys,
    case when v.state <> 'own' and v.is_blankspot then 'blank' else v.state end as state, v.is_blankspot,
    v.blank_note, v.carried_at, v.hours, v.method, v.online, v.people_low, v.people_point, v.people_high
from marts.village_shape as s
join marts.message_village as v on v.village_code = s.village_code and v.message_id = $message
order by s.kecamatan_code, s.village_code
