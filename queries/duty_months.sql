-- question: how many duties did the units of a group keep in each month?
-- scope: agency_code
select d.agency_code, d.month, d.on_time, d.late, d.missing
from marts.duty_month as d
where
    ($agency in ('semua', d.agency_code))
    and (
        $unit_group in ('semua', d.peer_group)
        or d.agency_code in (select u.agency_code from marts.duty_unit as u where u.kecamatan_code = $unit_group)
    )
order by d.month, d.agency_code
