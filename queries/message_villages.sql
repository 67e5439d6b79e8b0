-- question: which villages can be looked at closely, and where are the most people left out?
-- scope: agency_code
select
    agency_code, village_code, village_name, kecamatan_name, state, is_blankspot, blank_note, population, online,
    low, point, high, people_low, people_point, people_high, carried_at, hours, method,
    row_number() over (order by is_blankspot, online - people_point desc nulls last, village_code) = 1 as is_default
from marts.message_village
where message_id = $message
order by kecamatan_name, village_name, village_code
