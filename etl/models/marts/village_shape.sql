-- grain: one row per village that the map can draw
-- keys:  village_code
-- note:  closed rings in km, y up; null in both coordinates parts two rings
select s.village_code, v.village_name, v.kecamatan_code, v.kecamatan_name, s.kind, s.xs, s.ys
from warehouse.village_shape as s
join warehouse.village as v using (village_code)
