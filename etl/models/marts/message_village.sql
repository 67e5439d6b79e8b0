-- grain: one row per message and village
-- keys:  message_id, village_code
-- note:  low, point and high are shares of the village's online people; hours from the message to the village's first carry
select
    s.message_id, s.village_code, v.village_name, v.kecamatan_code, v.kecamatan_name, v.agency_code, s.state, s.is_blankspot,
    s.blank_note, s.has_account, s.carried_at, epoch(s.carried_at - m.published_at) / 3600 as hours, s.method, s.is_offline,
    s.population, s.online, s.low, s.point, s.high, s.people_low, s.people_point, s.people_high
from warehouse.message_village as s
join warehouse.message as m using (message_id)
join warehouse.village as v on v.village_code = s.village_code
