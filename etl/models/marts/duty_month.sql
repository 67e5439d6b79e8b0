-- grain: one row per unit and month in which something was due
-- keys:  agency_code, month
-- note:  the month in which the message was published; share of the due that was on time with its 90 % interval
select
    c.agency_code, u.name as agency_name, u.peer_group, c.month, c.due, c.on_time, c.late, c.missing, i.share, i.low, i.high
from warehouse.duty_count as c
join warehouse.unit as u using (agency_code)
join warehouse.duty_share as i on i.on_time = c.on_time and i.due = c.due
where c.due > 0
