-- grain: one row per month and peer group with posts of its own
-- keys:  month, peer_group
-- note:  p20: the value below which the least unique fifth lies (nearest rank); null with fewer than five units to compare
with
    ranked as (
        select
            u.month, a.peer_group, u.uniqueness,
            row_number() over (partition by u.month, a.peer_group order by u.uniqueness nulls last, u.agency_code) as place,
            count(u.uniqueness) over (partition by u.month, a.peer_group) as units
        from warehouse.unit_uniqueness as u
        join warehouse.agency as a using (agency_code)
    )
select
    month, peer_group, min(uniqueness) filter (where units >= 5 and place * 5 >= units) as p20,
    median(uniqueness) as median, max(units) as units
from ranked
group by month, peer_group
