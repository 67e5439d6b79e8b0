-- grain: one row per village that the map can draw
-- keys:  village_code
-- note:  closed rings in km, y up; null in both coordinates parts two rings; villages that touch share the same corners
select village_code, kind, xs, ys from reference.village_shape
