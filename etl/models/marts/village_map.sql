-- grain: one row, what the map is made of
-- keys:  kind
-- note:  the distances are calculated from the map and the villages' points; null for true boundaries
select kind, mean_displacement_km, max_displacement_km from warehouse.village_map
