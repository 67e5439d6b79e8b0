-- grain: one row per peer group, month and account rule
-- keys:  peer_group, month, rule_id
-- note:  over the units whose value is known; p20 is the value below which the lowest fifth lies (nearest rank)
with
    ranked as (
        select
            *, row_number() over (partition by peer_group, month, rule_id order by value, agency_code) as place,
            count(*) over (partition by peer_group, month, rule_id) as units
        from marts.standard_unit
        where value is not null
    )
select
    peer_group, month, rule_id, median(value) as median, min(value) filter (where place * 5 >= units) as p20, max(units) as units
from ranked
group by peer_group, month, rule_id
