-- grain: one row per unit that some message was meant for
-- keys:  agency_code
-- note:  share of the due that was on time with its 90 % interval; missing where nothing was due yet
with
    summed as (
        select
            agency_code, cast(sum(due) as bigint) as due, cast(sum(on_time) as bigint) as on_time,
            cast(sum(late) as bigint) as late, cast(sum(missing) as bigint) as missing,
            cast(sum(excused) as bigint) as excused, cast(sum(exempt) as bigint) as exempt,
            cast(sum(no_data) as bigint) as no_data
        from warehouse.duty_count
        group by agency_code
    )
select
    s.agency_code, u.name as agency_name, u.peer_group, u.tier, s.due, s.on_time, s.late, s.missing, s.excused, s.exempt,
    s.no_data, i.share, i.low, i.high
from summed as s
join warehouse.unit as u using (agency_code)
left join warehouse.duty_share as i on i.on_time = s.on_time and i.due = s.due
