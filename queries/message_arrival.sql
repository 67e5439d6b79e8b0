-- question: how did the message arrive, hour by hour, in villages, kecamatan and agencies?
-- scope: public
with
    arrived as (
        select 'village' as tier, hours from marts.message_village where message_id = $message and state = 'own'
        union all
        select tier, hours from marts.duty_unit
        where message_id = $message and tier in ('agency', 'kecamatan') and status in ('on_time', 'late')
    ),
    expected as (
        select 'village' as tier, villages as units from marts.message where message_id = $message
        union all
        select tier, expected from marts.message_tier where message_id = $message and tier in ('agency', 'kecamatan')
    )
select
    e.tier, e.units, a.hours, sum(a.carried) over (partition by e.tier order by a.hours)::bigint as carried,
    m.early_hours, epoch(m.deadline_at - m.published_at) / 3600 as deadline_hours,
    epoch(s.data_as_of - m.published_at) / 3600 as hours_since
from expected as e
left join (select tier, hours, count(*) as carried from arrived group by tier, hours) as a using (tier)
cross join (select * from marts.message where message_id = $message) as m
cross join marts.snapshot as s
order by list_position(['village', 'kecamatan', 'agency'], e.tier), a.hours
