-- grain: one row, what the map is made of
-- keys:  kind
-- note:  how far hexagons lie from the villages' true places, at the scale and shift that bring them nearest; null for true boundaries
select kind, mean_displacement_km, max_displacement_km from reference.village_map
