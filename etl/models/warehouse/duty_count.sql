-- grain: one row per unit and month in which messages were published that were meant for it
-- keys:  agency_code, month
-- note:  due = on time + late + missing; what is still open, or of which no data came in since, is in none of them
select
    d.agency_code, cast(date_trunc('month', m.published_on) as date) as month,
    count(*) filter (where d.status in ('on_time', 'late') or (d.status = 'missing' and d.has_data)) as due,
    count(*) filter (where d.status = 'on_time') as on_time,
    count(*) filter (where d.status = 'late') as late,
    count(*) filter (where d.status = 'missing' and d.has_data) as missing,
    count(*) filter (where d.status = 'excused') as excused,
    count(*) filter (where d.status = 'exempt') as exempt,
    count(*) filter (where d.status = 'missing' and not d.has_data) as no_data
from warehouse.duty_unit as d
join warehouse.message as m using (message_id)
group by d.agency_code, cast(date_trunc('month', m.published_on) as date)
