-- grain: one row per month and unit obliged to be active in it
-- keys:  month, agency_code
-- note:  a unit counts for a month when the roster names it on the month's last day
select distinct m.month, r.agency_code
from warehouse.months as m
join reference.roster as r
    on r.valid_from <= cast(m.month + interval 1 month as date) - 1 and r.valid_until > cast(m.month + interval 1 month as date) - 1
