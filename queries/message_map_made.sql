-- question: what is the map made of, and how far do its places lie from the true ones?
-- scope: public
select kind, mean_displacement_km, max_displacement_km
from marts.village_map
