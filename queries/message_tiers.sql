-- question: how many of each step of the chain carried the message, how fast, and for how many does it wait?
-- scope: public
with
    duties as (
        select
            tier, count(*) filter (where status = 'late') as late,
            count(*) filter (where status in ('missing', 'open') and has_data) as waiting
        from marts.duty_unit
        where message_id = $message
        group by tier
    )
select
    t.tier, case when t.tier = 'village' then m.villages else t.expected end as expected,
    case when t.tier = 'village' then m.villages_own else t.carried end as carried,
    coalesce(d.late, 0) as late, coalesce(d.waiting, 0) as waiting, t.median_hours
from marts.message_tier as t
join marts.message as m using (message_id)
left join duties as d using (tier)
where t.message_id = $message and t.tier in ('agency', 'kecamatan', 'village')
order by list_position(['agency', 'kecamatan', 'village'], t.tier)
